import type { GroupField } from 'payload'

/** Room in a search result, in Latin letters. */
const TITLE_LIMIT = 60
const TEXT_LIMIT = 160

/** What search engines and social networks show instead of title, excerpt and cover. */
export const metaGroup: GroupField = {
  name: 'meta',
  type: 'group',
  label: { en: 'Search and sharing', zh: '搜索与分享' },
  fields: [
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', zh: '标题' },
      admin: {
        description: { en: 'About 60 characters are shown.', zh: '约显示 30 个汉字。' },
        components: { afterInput: [lengthHint('meta.title', TITLE_LIMIT)] },
      },
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', zh: '描述' },
      admin: {
        description: { en: 'About 160 characters are shown.', zh: '约显示 80 个汉字。' },
        components: { afterInput: [lengthHint('meta.description', TEXT_LIMIT)] },
      },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      index: true,
      label: { en: 'Picture', zh: '图片' },
    },
    {
      name: 'searchPreview',
      type: 'ui',
      admin: {
        disableListColumn: true,
        disableBulkEdit: true,
        components: {
          Field: {
            path: '/src/admin/writing/SearchPreview#SearchPreview',
            clientProps: { titleLimit: TITLE_LIMIT, textLimit: TEXT_LIMIT },
          },
        },
      },
    },
  ],
}

function lengthHint(path: string, limit: number) {
  return { path: '/src/admin/writing/LengthHint#LengthHint', clientProps: { path, limit } }
}
