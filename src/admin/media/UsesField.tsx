'use client'
import { toast, useAuth, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { ShownUses } from '../../media/readUses'
import { callApi } from '../api'
import { ConfirmDialog } from '../imports/ConfirmDialog'
import { listLink } from '../listLink'
import { useSay } from '../useSay'

/** Which articles and authors use the file, with the way to delete it nevertheless. */
export const UsesField = () => {
  const say = useSay()
  const router = useRouter()
  const { id, title } = useDocumentInfo()
  const { permissions } = useAuth()
  const [known, setKnown] = useState<ShownUses>()
  const [isAsking, setIsAsking] = useState(false)
  useEffect(() => {
    if (id === undefined) return
    void callApi(`/media/${id}/uses`).then(({ body }) => {
      if (isUses(body)) setKnown(body)
    })
  }, [id])
  if (id === undefined || !known) return null
  const { uses, total } = known
  const name = title ?? String(id)

  const remove = async (): Promise<void> => {
    setIsAsking(false)
    const answer = await callApi(`/media/${id}?anyway=true&depth=0`, { method: 'DELETE' })
    if (!answer.isOk) {
      toast.error(answer.message ?? say('media:failed'))
      return
    }
    toast.success(say('media:deleted', { name }))
    router.push('/admin/collections/media')
  }

  return (
    <section className="galley-uses field-type" aria-labelledby="galley-uses">
      <h2 id="galley-uses">{say('media:uses')}</h2>
      {total === 0 && <p>{say('media:usedNowhere')}</p>}
      <ul>
        {uses.map((use) => (
          <li key={`${use.collection}/${use.id}`}>
            <Link href={`/admin/collections/${use.collection}/${use.id}`} prefetch={false}>
              {use.title}
            </Link>
            {use.as.map((as) => (
              <span key={as} className="galley-badge">
                {say(`media:${as}`)}
              </span>
            ))}
          </li>
        ))}
      </ul>
      {total > uses.length && <p>{say('media:hidden', { count: total - uses.length })}</p>}
      {total > 0 && (
        <p className="galley-uses__actions">
          {uses.some(({ as }) => as.includes('text')) && (
            <Link href={listLink('articles', { pictures: { in: [String(id)] } })} prefetch={false}>
              {say('media:listUses')}
            </Link>
          )}
          {permissions?.collections?.media?.delete && (
            <button type="button" className="galley-link-button" onClick={() => setIsAsking(true)}>
              {say('media:deleteAnyway')}
            </button>
          )}
        </p>
      )}
      {isAsking && (
        <ConfirmDialog
          title={say('media:deleteTitle', { name })}
          text={say('media:deleteText', { count: total })}
          confirm={say('media:deleteConfirm')}
          onClose={() => setIsAsking(false)}
          onConfirm={() => void remove()}
        />
      )}
    </section>
  )
}

const isUses = (body: unknown): body is ShownUses =>
  typeof body === 'object' && body !== null && 'uses' in body && 'total' in body
