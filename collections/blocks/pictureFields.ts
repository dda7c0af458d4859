import type { Field } from 'payload'

/** What a picture carries where it is used; `src/richtext/document.ts` has the same shape as a type. */
export const pictureFields: Field[] = [
  { name: 'url', type: 'text', required: true, label: { en: 'Address', zh: '图片地址' } },
  { name: 'alt', type: 'text', label: { en: 'Alternative text', zh: '替代文字' } },
  { name: 'title', type: 'text', label: { en: 'Title', zh: '标题' } },
  {
    type: 'row',
    fields: [
      { name: 'width', type: 'number', label: { en: 'Width', zh: '宽' } },
      { name: 'height', type: 'number', label: { en: 'Height', zh: '高' } },
    ],
  },
  { name: 'href', type: 'text', label: { en: 'Links to', zh: '链接到' } },
]
