import { getTranslation } from '@payloadcms/translations'
import type { DefaultServerCellComponentProps } from 'payload'

/** What documents of a collection are called; a collection that is no more by its name. */
export const CollectionCell = ({ cellData, i18n, payload }: DefaultServerCellComponentProps) => {
  const config = payload.config.collections.find(({ slug }) => slug === cellData)
  return (
    <span>{config ? getTranslation(config.labels.singular, i18n) : String(cellData ?? '')}</span>
  )
}
