import type { Strings } from './text'

/** The tree of categories; moving and merging categories, tags and authors. */
export const terms = {
  'merge-unknown': {
    en: 'One of the two is gone, or none was chosen. Reload the page and choose again.',
    zh: '其中一项已不存在或未选择。请刷新页面后重新选择。',
  },
  'merge-same': {
    en: 'It cannot be merged into itself. Choose another one.',
    zh: '不能与自身合并。请选择另一项。',
  },
  'merge-below': {
    en: 'A category cannot be merged into one below it. Move that one up first.',
    zh: '分类不能并入其下级分类。请先将下级分类上移。',
  },
  'category-circle': {
    en: 'A category cannot stand below itself. Choose another parent.',
    zh: '分类不能位于自身之下。请选择其他上级分类。',
  },
  tree: { en: 'Category tree', zh: '分类树' },
  treeHint: {
    en: 'Drag a category onto another one, or use “Move”. Articles and all that stands below go along.',
    zh: '将分类拖到另一个分类上，或使用“移动”。文章和下级分类会一并移动。',
  },
  none: { en: 'There are no categories yet.', zh: '还没有分类。' },
  newCategory: { en: 'New category', zh: '新建分类' },
  own: { en: '{{count|article|articles}}', zh: '{{count}} 篇文章' },
  below: { en: '{{count}} with those below', zh: '含下级共 {{count}} 篇' },
  move: { en: 'Move', zh: '移动' },
  moveTitle: { en: 'Move “{{name}}” below', zh: '将“{{name}}”移动到' },
  top: { en: 'Top level', zh: '顶级' },
  moved: { en: '“{{name}}” was moved.', zh: '“{{name}}”已移动。' },
  merge: { en: 'Merge', zh: '合并' },
  mergeTitle: { en: 'Merge “{{name}}” into', zh: '将“{{name}}”并入' },
  mergeMany: { en: 'Merge {{count|other|others}} into', zh: '将其余 {{count}} 项并入' },
  mergeSelected: { en: 'Merge {{count}} selected…', zh: '合并所选 {{count}} 项……' },
  numbers: {
    en: 'This moves {{articles|article|articles}} and {{children|category|categories}}, and deletes “{{name}}”. Old addresses are redirected. It cannot be undone.',
    zh: '将移动 {{articles}} 篇文章和 {{children}} 个下级分类，并删除“{{name}}”。旧网址会重定向。此操作无法撤销。',
  },
  merged: {
    en: '“{{name}}” was merged: {{articles|article|articles}}.',
    zh: '“{{name}}”已合并：{{articles}} 篇文章。',
  },
  choose: { en: 'Choose…', zh: '请选择……' },
  cancel: { en: 'Cancel', zh: '取消' },
  failed: {
    en: 'That did not work. Reload the page and try again.',
    zh: '操作未成功。请刷新页面后重试。',
  },
} satisfies Strings
