import type { DefaultServerCellComponentProps } from 'payload'

const TONES: Record<string, string> = { published: 'good', changed: 'warning' }

/** Whether a row is published, a draft, or published with changes that are not. */
export const StatusCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const label =
    cellData === 'changed'
      ? i18n.t('version:draftHasPublishedVersion')
      : i18n.t(cellData === 'published' ? 'version:published' : 'version:draft')
  return <span className={`galley-badge galley-badge--${TONES[cellData] ?? 'plain'}`}>{label}</span>
}
