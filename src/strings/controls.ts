import type { Strings } from './text'

/** Names of controls of the editor that are drawn as a sign alone, by Payload's name for each: of a key, or of what it says itself in English. */
export const controls = {
  bold: { en: 'Bold', zh: '粗体' },
  italic: { en: 'Italic', zh: '斜体' },
  underline: { en: 'Underline', zh: '下划线' },
  strikethrough: { en: 'Strikethrough', zh: '删除线' },
  subscript: { en: 'Subscript', zh: '下标' },
  superscript: { en: 'Superscript', zh: '上标' },
  inlineCode: { en: 'Code', zh: '行内代码' },
  link: { en: 'Link', zh: '链接' },
  indentIncrease: { en: 'Indent', zh: '增加缩进' },
  indentDecrease: { en: 'Outdent', zh: '减少缩进' },
  'Edit link': { en: 'Edit link', zh: '编辑链接' },
  'Remove link': { en: 'Remove link', zh: '移除链接' },
  'Insert Paragraph': { en: 'Insert paragraph', zh: '插入段落' },
  'add dropdown': { en: 'Insert', zh: '插入' },
  'blocks dropdown': { en: 'Blocks', zh: '内容块' },
  'inlineBlocks dropdown': { en: 'Inline blocks', zh: '行内块' },
  'text dropdown': { en: 'Kind of paragraph', zh: '段落类型' },
  'textState dropdown': { en: 'Look of the text', zh: '文字样式' },
  'align dropdown': { en: 'Align', zh: '对齐' },
} satisfies Strings
