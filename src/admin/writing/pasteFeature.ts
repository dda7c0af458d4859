import { createServerFeature } from '@payloadcms/richtext-lexical'

/** What is pasted becomes what it says: an address an embed, Markdown and HTML text with its structure. */
export const PasteFeature = createServerFeature({
  feature: { ClientFeature: '/src/admin/writing/PasteFeatureClient#PasteFeatureClient' },
  key: 'galleyPaste',
})
