import { CodeBlock } from '@payloadcms/richtext-lexical'
import type { Block, Field, RichTextField } from 'payload'
import { pictureFields } from './pictureFields'

type Editor = RichTextField['editor']

/** A rich-text field within a block. */
const richText = (
  name: string,
  label: { en: string; zh: string },
  editor: Editor,
): RichTextField => ({ name, type: 'richText', label, editor })

const text = (name: string, label: { en: string; zh: string }, required = false): Field => ({
  name,
  type: 'text',
  label,
  required,
})

const code: Block = CodeBlock({
  fieldOverrides: {
    labels: {
      singular: { en: 'Code', zh: '代码' },
      plural: { en: 'Code', zh: '代码' },
    },
  },
})

/** Text, not a select: an archive names languages that no list foresees, and they must survive. */
const codeLanguage: Field = { name: 'language', type: 'text', admin: { hidden: true } }

const codeBlock: Block = {
  ...code,
  fields: [
    codeLanguage,
    ...code.fields.filter((field) => !('name' in field && field.name === 'language')),
    text('title', { en: 'File or title', zh: '文件名或标题' }),
  ],
}

const picture = (line: Editor): Block => ({
  slug: 'Picture',
  interfaceName: 'PictureBlock',
  labels: {
    singular: { en: 'Linked picture', zh: '外链图片' },
    plural: { en: 'Linked pictures', zh: '外链图片' },
  },
  fields: [
    ...pictureFields,
    richText('caption', { en: 'Caption', zh: '图注' }, line),
    text('credit', { en: 'Credit', zh: '来源' }),
  ],
})

const embed = (line: Editor): Block => ({
  slug: 'Embed',
  interfaceName: 'EmbedBlock',
  labels: {
    singular: { en: 'Embed', zh: '嵌入内容' },
    plural: { en: 'Embeds', zh: '嵌入内容' },
  },
  fields: [
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'iframe',
      label: { en: 'Kind', zh: '类型' },
      options: [
        {
          value: 'iframe',
          label: { en: 'Frame (video site, map …)', zh: '网页（视频网站、地图等）' },
        },
        { value: 'video', label: { en: 'Video file', zh: '视频文件' } },
        { value: 'audio', label: { en: 'Audio file', zh: '音频文件' } },
      ],
    },
    text('url', { en: 'Address', zh: '地址' }, true),
    text('title', { en: 'Title', zh: '标题' }),
    text('poster', { en: 'Preview picture', zh: '封面图' }),
    {
      type: 'row',
      fields: [
        { name: 'width', type: 'number', label: { en: 'Width', zh: '宽' } },
        { name: 'height', type: 'number', label: { en: 'Height', zh: '高' } },
      ],
    },
    richText('caption', { en: 'Caption', zh: '说明' }, line),
    {
      name: 'sources',
      type: 'array',
      label: { en: 'Files to choose from', zh: '备选文件' },
      fields: [
        text('url', { en: 'Address', zh: '地址' }, true),
        text('type', { en: 'Type', zh: '类型' }),
      ],
    },
    {
      name: 'tracks',
      type: 'array',
      label: { en: 'Subtitles', zh: '字幕' },
      fields: [
        text('url', { en: 'Address', zh: '地址' }, true),
        text('kind', { en: 'Kind', zh: '类型' }),
        text('language', { en: 'Language', zh: '语言' }),
        text('label', { en: 'Label', zh: '名称' }),
      ],
    },
    {
      name: 'fallback',
      type: 'textarea',
      label: { en: 'HTML for browsers that can’t play it', zh: '浏览器无法播放时显示的 HTML' },
    },
  ],
})

const callout = (body: Editor): Block => ({
  slug: 'Callout',
  interfaceName: 'CalloutBlock',
  labels: {
    singular: { en: 'Callout', zh: '提示框' },
    plural: { en: 'Callouts', zh: '提示框' },
  },
  fields: [
    {
      name: 'kind',
      type: 'text',
      defaultValue: 'note',
      required: true,
      label: { en: 'Kind', zh: '类型' },
    },
    text('title', { en: 'Title', zh: '标题' }),
    richText('content', { en: 'Content', zh: '内容' }, body),
  ],
})

const details = (line: Editor, body: Editor): Block => ({
  slug: 'Details',
  interfaceName: 'DetailsBlock',
  labels: {
    singular: { en: 'Disclosure', zh: '折叠内容' },
    plural: { en: 'Disclosures', zh: '折叠内容' },
  },
  fields: [
    richText('summary', { en: 'Summary', zh: '摘要' }, line),
    { name: 'open', type: 'checkbox', label: { en: 'Open at first', zh: '默认展开' } },
    richText('content', { en: 'Content', zh: '内容' }, body),
  ],
})

const math: Block = {
  slug: 'Math',
  interfaceName: 'MathBlock',
  labels: { singular: { en: 'Formula', zh: '公式' }, plural: { en: 'Formulas', zh: '公式' } },
  fields: [
    { name: 'tex', type: 'code', required: true, label: 'TeX', admin: { language: 'latex' } },
  ],
}

const html: Block = {
  slug: 'Html',
  interfaceName: 'HtmlBlock',
  labels: { singular: { en: 'HTML', zh: 'HTML' }, plural: { en: 'HTML', zh: 'HTML' } },
  fields: [
    {
      name: 'html',
      type: 'code',
      required: true,
      label: 'HTML',
      admin: {
        language: 'html',
        description: {
          en: 'Kept as it is; scripts and unsafe parts are removed where it is shown.',
          zh: '原样保存；显示时会去除脚本等不安全的内容。',
        },
      },
    },
  ],
}

const readMore: Block = {
  slug: 'ReadMore',
  interfaceName: 'ReadMoreBlock',
  labels: {
    singular: { en: 'Read more', zh: '阅读全文分隔' },
    plural: { en: 'Read more', zh: '阅读全文分隔' },
  },
  fields: [],
}

const inlinePicture: Block = {
  slug: 'InlinePicture',
  interfaceName: 'InlinePictureBlock',
  labels: {
    singular: { en: 'Picture in the line', zh: '行内图片' },
    plural: { en: 'Pictures in the line', zh: '行内图片' },
  },
  fields: [
    ...pictureFields,
    {
      name: 'media',
      type: 'upload',
      relationTo: 'media',
      label: { en: 'Stored file', zh: '媒体文件' },
    },
  ],
}

const footnote = (line: Editor): Block => ({
  slug: 'Footnote',
  interfaceName: 'FootnoteBlock',
  labels: { singular: { en: 'Footnote', zh: '脚注' }, plural: { en: 'Footnotes', zh: '脚注' } },
  fields: [
    text('label', { en: 'Label', zh: '标记' }, true),
    richText('content', { en: 'Text', zh: '内容' }, line),
  ],
})

const anchor: Block = {
  slug: 'Anchor',
  interfaceName: 'AnchorBlock',
  labels: { singular: { en: 'Anchor', zh: '锚点' }, plural: { en: 'Anchors', zh: '锚点' } },
  fields: [text('anchorId', { en: 'Name that links use', zh: '链接所用名称' }, true)],
}

const inlineMath: Block = {
  slug: 'InlineMath',
  interfaceName: 'InlineMathBlock',
  labels: {
    singular: { en: 'Formula in the line', zh: '行内公式' },
    plural: { en: 'Formulas in the line', zh: '行内公式' },
  },
  fields: [text('tex', { en: 'TeX', zh: 'TeX' }, true)],
}

const abbreviation: Block = {
  slug: 'Abbreviation',
  interfaceName: 'AbbreviationBlock',
  labels: {
    singular: { en: 'Abbreviation', zh: '缩写' },
    plural: { en: 'Abbreviations', zh: '缩写' },
  },
  fields: [
    text('text', { en: 'Abbreviation', zh: '缩写' }, true),
    text('title', { en: 'Meaning', zh: '全称' }, true),
  ],
}

const inlineHtml: Block = {
  slug: 'InlineHtml',
  interfaceName: 'InlineHtmlBlock',
  labels: {
    singular: { en: 'HTML in the line', zh: '行内 HTML' },
    plural: { en: 'HTML in the line', zh: '行内 HTML' },
  },
  fields: [{ name: 'html', type: 'textarea', required: true, label: 'HTML' }],
}

/** Editors of the rich text within blocks; without `body`, the blocks that hold a body are left out. */
export type BlockEditors = { line: Editor; body?: Editor }

/** Blocks of the editor; `BlockFields` in `src/richtext/document.ts` describes what they store. */
export const blocks = ({ line, body }: BlockEditors): Block[] => [
  codeBlock,
  picture(line),
  embed(line),
  ...(body ? [callout(body), details(line, body)] : []),
  math,
  html,
  readMore,
]

/** Blocks within a line of text; `InlineBlockFields` describes what they store. */
export const inlineBlocks: Block[] = [inlinePicture, anchor, inlineMath, abbreviation, inlineHtml]

/** Inline blocks of an article's text: those of a line, and footnotes. */
export const inlineBlocksWithFootnotes = (line: Editor): Block[] => [
  ...inlineBlocks,
  footnote(line),
]
