import type { Strings } from './text'

/** The media library. */
export const media = {
  unknown: { en: 'This file is gone. Reload the page.', zh: '该文件已不存在。请刷新页面。' },
  'in-use': {
    en: '{{name}} is used by {{articles|article|articles}} and {{authors|author|authors}}. Take it out there first, or use “Delete all the same” on its page.',
    zh: '{{name}} 正被 {{articles}} 篇文章和 {{authors}} 位作者使用。请先从中移除，或在该文件页面选择“仍然删除”。',
  },
  view: { en: 'View', zh: '显示方式' },
  grid: { en: 'Grid', zh: '网格' },
  list: { en: 'List', zh: '列表' },
  show: { en: 'Show', zh: '筛选' },
  all: { en: 'All files', zh: '全部文件' },
  unused: { en: 'Not used', zh: '未使用' },
  altMissing: { en: 'Alternative text missing', zh: '缺少替代文字' },
  altPresent: { en: 'Alternative text present', zh: '已填替代文字' },
  files: { en: 'Files', zh: '文件' },
  uses: { en: 'Where used', zh: '使用位置' },
  usedNowhere: {
    en: 'No article and no author uses this file.',
    zh: '没有文章或作者使用该文件。',
  },
  hidden: {
    en: 'And {{count}} more that are not shown here.',
    zh: '另有 {{count}} 处未在此列出。',
  },
  cover: { en: 'cover', zh: '封面' },
  text: { en: 'in the text', zh: '正文' },
  sharing: { en: 'search and sharing', zh: '搜索与分享' },
  avatar: { en: 'picture of an author', zh: '作者头像' },
  listUses: { en: 'Articles with it in the text', zh: '正文使用它的文章' },
  deleteAnyway: { en: 'Delete all the same…', zh: '仍然删除……' },
  deleteTitle: { en: 'Delete {{name}}?', zh: '删除 {{name}}？' },
  deleteText: {
    en: 'It is used in {{count|place|places}}, which will lack it. Its address will answer “not found”. It cannot be undone.',
    zh: '它仍被 {{count}} 处使用，删除后这些位置将缺少该文件，其网址将无法访问。此操作无法撤销。',
  },
  deleteConfirm: { en: 'Delete', zh: '删除' },
  cancel: { en: 'Cancel', zh: '取消' },
  deleted: { en: '{{name}} was deleted.', zh: '{{name}} 已删除。' },
  failed: {
    en: 'That did not work. Reload the page and try again.',
    zh: '操作未成功。请刷新页面后重试。',
  },
} satisfies Strings
