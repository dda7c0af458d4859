import { Link } from '@payloadcms/ui'
import type { DefaultServerCellComponentProps } from 'payload'
import { formatAdminURL } from 'payload/shared'
import { thumbnailAddresses } from './thumbnailAddresses'

/**
 * A small picture of the row's cover or avatar; the linked address when nothing is stored. In the first column it
 * leads to the document, as each first column of a list does.
 */
export const CoverCell = async ({
  cellData,
  collectionSlug,
  link,
  linkURL,
  payload,
  rowData,
}: DefaultServerCellComponentProps) => {
  const id = idOf(cellData)
  const stored = id ? await thumbnailAddresses(payload).load(id) : undefined
  const picture = <Thumbnail src={stored ?? linkedAddress(rowData)} />
  if (!link) return picture
  const address =
    linkURL ??
    formatAdminURL({
      adminRoute: payload.config.routes.admin,
      path: `/collections/${collectionSlug}/${encodeURIComponent(String(rowData.id))}`,
    })
  return (
    <Link href={address} aria-label={titleOf(rowData)}>
      {picture}
    </Link>
  )
}

const Thumbnail = ({ src }: { src: string | undefined }) =>
  src ? (
    <img
      className="galley-cover-cell"
      src={src}
      alt=""
      loading="lazy"
      referrerPolicy="no-referrer"
    />
  ) : (
    <span className="galley-cover-cell" />
  )

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : undefined
}

const linkedAddress = (row: Record<string, unknown>): string | undefined =>
  typeof row.coverUrl === 'string' ? row.coverUrl : undefined

const titleOf = ({ title, name, id }: Record<string, unknown>): string =>
  [title, name, id].find((text) => typeof text === 'string') ?? ''
