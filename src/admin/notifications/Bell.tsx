'use client'
import { Popup, useAuth } from '@payloadcms/ui'
import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import type { Notification } from '../../payload-types'
import { callApi } from '../api'
import { Moment } from '../Moment'
import { LineIcon } from '../LineIcon'
import { useSay } from '../useSay'

const ASK_EVERY_MS = 60_000
const SHOWN = 8

type News = { unread: number; docs: Notification[] }

/** The bell in the header: how many notifications are unread, and the newest of them. */
export const Bell = () => {
  const say = useSay()
  const { user } = useAuth()
  const { news, load } = useNews(Boolean(user))
  const readAll = async (): Promise<void> => {
    await callApi('/notifications?where[readAt][exists]=false&depth=0', {
      method: 'PATCH',
      body: { readAt: new Date().toISOString() },
    })
    await load()
  }
  return (
    <Popup
      className="galley-bell"
      id="galley-bell"
      horizontalAlign="right"
      size="large"
      button={
        <span className="galley-bell__button">
          <span className="galley-hidden">{say('notifications:bell', { count: news.unread })}</span>
          <LineIcon path={BELL} />
          {news.unread > 0 && (
            <span className="galley-bell__count" aria-hidden="true">
              {news.unread > 99 ? '99+' : news.unread}
            </span>
          )}
        </span>
      }
      render={({ close }) => (
        <div className="galley-bell__list">
          <div className="galley-bell__head">
            <strong>{say('notifications:title')}</strong>
            {news.unread > 0 && (
              <button type="button" onClick={() => void readAll()}>
                {say('notifications:readAll')}
              </button>
            )}
          </div>
          {news.docs.length === 0 && <p>{say('notifications:none')}</p>}
          <ul>
            {news.docs.map((one) => (
              <li key={one.id}>
                <Link
                  href={one.link ?? '/admin/collections/notifications'}
                  prefetch={false}
                  onClick={() => {
                    close()
                    void markRead(one.id).then(load)
                  }}
                >
                  <NotificationText notification={one} />
                </Link>
              </li>
            ))}
          </ul>
          <Link href="/admin/collections/notifications" prefetch={false} onClick={close}>
            {say('notifications:all')}
          </Link>
        </div>
      )}
    />
  )
}

const NotificationText = ({ notification }: { notification: Notification }) => {
  const say = useSay()
  const { actor, kind, title, text, createdAt } = notification
  const name = typeof actor === 'object' ? actor?.name : undefined
  return (
    <>
      <span>
        {say(`notifications:${kind}`, {
          actor: name ?? say('notifications:newsroom'),
          title: title ?? '',
        })}
      </span>
      {text && <span className="galley-bell__text">{text}</span>}
      <Moment at={createdAt} />
    </>
  )
}

const markRead = (id: string) =>
  callApi(`/notifications/${id}?depth=0`, {
    method: 'PATCH',
    body: { readAt: new Date().toISOString() },
  })

/** Asks now, every minute while the page is looked at, and when it is looked at again. */
const useNews = (isLoggedIn: boolean): { news: News; load: () => Promise<void> } => {
  const [news, setNews] = useState<News>({ unread: 0, docs: [] })
  const load = useCallback(async () => {
    if (!isLoggedIn || document.hidden) return
    const answer = await callApi(
      `/notifications?where[readAt][exists]=false&limit=${SHOWN}&depth=1&sort=-createdAt`,
    )
    if (answer.isOk && isNews(answer.body)) {
      setNews({ unread: answer.body.totalDocs, docs: answer.body.docs })
    }
  }, [isLoggedIn])
  useEffect(() => {
    const start = setTimeout(() => void load(), 0)
    const timer = setInterval(() => void load(), ASK_EVERY_MS)
    const onLook = (): void => void load()
    document.addEventListener('visibilitychange', onLook)
    return () => {
      clearTimeout(start)
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onLook)
    }
  }, [load])
  return { news, load }
}

const isNews = (body: unknown): body is { totalDocs: number; docs: Notification[] } =>
  typeof body === 'object' && body !== null && 'docs' in body && Array.isArray(body.docs)

const BELL = 'M6 16v-5a6 6 0 0 1 12 0v5l2 2H4l2-2zM10 20a2 2 0 0 0 4 0'
