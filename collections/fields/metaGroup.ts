import type { GroupField } from 'payload'

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
      admin: { description: { en: 'About 60 characters are shown.', zh: '约显示 30 个汉字。' } },
    },
    {
      name: 'description',
      type: 'textarea',
      label: { en: 'Description', zh: '描述' },
      admin: { description: { en: 'About 160 characters are shown.', zh: '约显示 80 个汉字。' } },
    },
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      label: { en: 'Picture', zh: '图片' },
    },
  ],
}
