'use client'
import { toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { Comment } from '../../payload-types'
import { callApi, type ApiAnswer } from '../api'
import { useSay } from '../useSay'
import { CommentForm } from './CommentForm'
import { CommentThread } from './CommentThread'

/** The comments on an article, in its sidebar. */
export const CommentsPanel = () => {
  const say = useSay()
  const { id } = useDocumentInfo()
  const { comments, load } = useComments(id)
  const { user } = useAuth()
  const [isAllShown, setIsAllShown] = useState(false)
  if (!id || !user) return null

  const act = async (request: Promise<ApiAnswer>): Promise<boolean> => {
    const answer = await request
    if (!answer.isOk) toast.error(answer.message ?? say('comments:failed'))
    await load()
    return answer.isOk
  }
  const send = (text: string, parent?: string): Promise<boolean> =>
    act(callApi('/comments?depth=0', { method: 'POST', body: { article: id, text, parent } }))

  const threads = comments.filter(({ parent }) => !parent)
  const open = threads.filter(({ resolved }) => !resolved)
  const shown = isAllShown ? threads : open
  const hiddenCount = threads.length - open.length
  return (
    <section className="field-type galley-comments" aria-label={say('comments:title')}>
      <div className="galley-comments__head">
        <h2>{say('comments:title')}</h2>
        {open.length > 0 && <span>{say('comments:open', { count: open.length })}</span>}
      </div>
      {shown.length === 0 && <p className="galley-comments__none">{say('comments:none')}</p>}
      <ul className="galley-comments__list">
        {shown.map((thread) => (
          <CommentThread
            key={thread.id}
            comment={thread}
            answers={comments.filter(({ parent }) => parent === thread.id)}
            userId={String(user.id)}
            onAnswer={(text) => send(text, thread.id)}
            onResolve={(resolved) =>
              void act(
                callApi(`/comments/${thread.id}?depth=0`, { method: 'PATCH', body: { resolved } }),
              )
            }
            onRemove={(comment) =>
              void act(callApi(`/comments/${comment}?depth=0`, { method: 'DELETE' }))
            }
          />
        ))}
      </ul>
      {hiddenCount > 0 && (
        <button
          type="button"
          className="galley-link-button"
          onClick={() => setIsAllShown(!isAllShown)}
        >
          {isAllShown
            ? say('comments:hideResolved')
            : say('comments:showResolved', { count: hiddenCount })}
        </button>
      )}
      <CommentForm label={say('comments:write')} onSend={(text) => send(text)} />
    </section>
  )
}

const useComments = (
  article: string | number | undefined,
): { comments: Comment[]; load: () => Promise<void> } => {
  const [comments, setComments] = useState<Comment[]>([])
  const load = useCallback(async () => {
    if (!article) return
    const answer = await callApi(
      `/comments?where[article][equals]=${article}&limit=500&depth=1&sort=createdAt&select[article]=false`,
    )
    if (answer.isOk && isList(answer.body)) setComments(answer.body.docs)
  }, [article])
  useEffect(() => {
    const start = setTimeout(() => void load(), 0)
    return () => clearTimeout(start)
  }, [load])
  return { comments, load }
}

const isList = (body: unknown): body is { docs: Comment[] } =>
  typeof body === 'object' && body !== null && 'docs' in body && Array.isArray(body.docs)
