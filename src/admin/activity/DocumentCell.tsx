'use client'
import Link from 'next/link'
import type { DefaultCellComponentProps } from 'payload'

/** The title of the document that an entry is about, leading there. */
export const DocumentCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { documentType, documentId, action } = rowData
  const title = typeof cellData === 'string' && cellData ? cellData : '–'
  const isThere = Boolean(documentId) && action !== 'delete'
  return isThere ? (
    <Link href={`/admin/collections/${documentType}/${documentId}`} prefetch={false}>
      {title}
    </Link>
  ) : (
    <span>{title}</span>
  )
}
