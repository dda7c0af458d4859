'use client'
import { Link, useListDrawerContext } from '@payloadcms/ui'
import { usePathname } from 'next/navigation'
import type { CollectionSlug } from 'payload'

/** Leads from a row to its document; in a list from which something is chosen it chooses the row. */
export const DocumentLink = ({
  collection,
  id,
  title,
}: {
  collection: CollectionSlug
  id: string
  title: string
}) => {
  const { drawerSlug, onSelect } = useListDrawerContext()
  const isTrash = usePathname().endsWith('/trash')
  if (drawerSlug && onSelect) {
    return (
      <button
        type="button"
        className="default-cell__first-cell"
        onClick={() => onSelect({ collectionSlug: collection, doc: { id, title }, docID: id })}
      >
        {title}
      </button>
    )
  }
  const folder = `/admin/collections/${collection}${isTrash ? '/trash' : ''}`
  return (
    <Link href={`${folder}/${encodeURIComponent(id)}`} prefetch={false}>
      {title}
    </Link>
  )
}
