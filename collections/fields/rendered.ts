import type { Field } from 'payload'

/**
 * Forms of the content that a frontend may ask for by name; `hooks/renderOnRequest.ts` fills them. They are not stored, and
 * the newsroom's forms leave them out.
 */
export const RENDERED_FIELDS = [
  'contentHtml',
  'contentMarkdown',
  'contentText',
  'toc',
  'readingTime',
] as const
export type RenderedField = (typeof RENDERED_FIELDS)[number]

const onRequest = { virtual: true, admin: { disabled: true } } as const

export const renderedFields: Field[] = [
  {
    name: 'contentHtml',
    type: 'textarea',
    label: { en: 'Content as HTML', zh: '正文（HTML）' },
    ...onRequest,
  },
  {
    name: 'contentMarkdown',
    type: 'textarea',
    label: { en: 'Content as Markdown', zh: '正文（Markdown）' },
    ...onRequest,
  },
  {
    name: 'contentText',
    type: 'textarea',
    label: { en: 'Content as text', zh: '正文（纯文本）' },
    ...onRequest,
  },
  { name: 'toc', type: 'json', label: { en: 'Headings', zh: '目录' }, ...onRequest },
  {
    name: 'readingTime',
    type: 'number',
    label: { en: 'Minutes to read', zh: '阅读分钟数' },
    ...onRequest,
  },
] satisfies (Field & { name: RenderedField })[]
