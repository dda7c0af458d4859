import type { Strings } from './text'

/** Search in the list and from anywhere. */
export const finding = {
  open: { en: 'Search or go to', zh: '搜索或前往' },
  placeholder: {
    en: 'Articles, categories, authors, media, pages…',
    zh: '文章、分类、作者、媒体、页面……',
  },
  results: { en: 'Found', zh: '结果' },
  asking: { en: 'Searching…', zh: '搜索中……' },
  count: {
    en: '{{count}} found. ↑ ↓ choose, Enter opens.',
    zh: '共 {{count}} 项。↑ ↓ 选择，回车打开。',
  },
  select: { en: 'Select: {{title}}', zh: '选择：{{title}}' },
  actions: { en: 'Do', zh: '操作' },
  pages: { en: 'Go to', zh: '前往' },
  create: { en: 'New: {{what}}', zh: '新建：{{what}}' },
  desk: { en: 'First page', zh: '首页' },
  badOperator: {
    en: '“{{name}}” has no condition “{{operator}}”. Use equals, contains or is in.',
    zh: '“{{name}}”不支持条件“{{operator}}”。请使用“等于”“包含”或“在”。',
  },
} satisfies Strings
