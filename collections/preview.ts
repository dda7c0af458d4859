import type { CollectionConfig } from 'payload'
import { previewAddress } from '../src/preview/previewAddress'

type Preview = Pick<NonNullable<CollectionConfig['admin']>, 'preview' | 'livePreview'>

const WIDTHS = [
  { name: 'phone', label: '390', width: 390, height: 844 },
  { name: 'tablet', label: '820', width: 820, height: 1180 },
  { name: 'desk', label: '1440', width: 1440, height: 900 },
]

/** The preview button and the live preview of articles: the same signed address for both. */
export const articlePreview: Preview = {
  preview: (article, { req }) => addressOf(article, req.payload.secret),
  livePreview: {
    url: ({ data, req }) => addressOf(data, req.payload.secret),
    breakpoints: WIDTHS,
  },
}

/** None for an article that has not been saved yet. */
const addressOf = (article: Record<string, unknown>, secret: string): string | null => {
  const { id, slug, locale } = article
  return typeof id === 'string' ? previewAddress({ article: { id, slug, locale }, secret }) : null
}
