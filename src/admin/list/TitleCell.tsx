import type { DefaultServerCellComponentProps } from 'payload'
import { DocumentLink } from './DocumentLink'

/*
 * The cells of this folder are written by the server: a cell of Payload's takes its field's and its row's data into the page,
 * once more for each cell, and asks for the names of what it points to afterwards.
 */

/** What a document is called; in the first column it leads there. */
export const TitleCell = ({
  cellData,
  collectionSlug,
  i18n,
  link,
  rowData,
}: DefaultServerCellComponentProps) => {
  const title = typeof cellData === 'string' && cellData ? cellData : i18n.t('general:untitled')
  if (!link) return title
  return <DocumentLink collection={collectionSlug} id={String(rowData.id)} title={title} />
}
