import type { DefaultServerCellComponentProps } from 'payload'

/** A small picture of the row's cover or avatar; the linked address when nothing is stored. */
export const CoverCell = async ({
  cellData,
  payload,
  rowData,
}: DefaultServerCellComponentProps) => {
  const address = await pictureAddress({ id: idOf(cellData), payload })
  const src = address ?? linkedAddress(rowData)
  return src ? (
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
}

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : undefined
}

const linkedAddress = (row: Record<string, unknown>): string | undefined =>
  typeof row.coverUrl === 'string' ? row.coverUrl : undefined

const pictureAddress = async ({
  id,
  payload,
}: {
  id: string | undefined
  payload: DefaultServerCellComponentProps['payload']
}): Promise<string | undefined> => {
  if (!id) return undefined
  const media = await payload.findByID({
    collection: 'media',
    id,
    depth: 0,
    disableErrors: true,
    select: { url: true, sizes: true, filename: true },
  })
  return media?.sizes?.thumbnail?.url ?? media?.url ?? undefined
}
