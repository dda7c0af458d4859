import type { Strings } from './text'

/** Beside the text that is being written. */
export const writing = {
  figures: { en: 'Length', zh: '篇幅' },
  words: { en: '{{count}} words', zh: '{{count}} 个单词' },
  characters: { en: '{{count}} characters', zh: '{{count}} 字' },
  minutes: { en: '{{count}} min to read', zh: '阅读约 {{count}} 分钟' },
  empty: { en: 'Nothing is written yet.', zh: '尚无正文。' },
  suggest: { en: 'Suggest from the text', zh: '从正文生成' },
  suggestNone: { en: 'There is no text to take an excerpt from.', zh: '正文为空，无法生成摘要。' },
  lengthGood: {
    en: '{{length}} of {{limit}}: a good length',
    zh: '{{length}} / {{limit}}：长度合适',
  },
  lengthShort: {
    en: '{{length}} of {{limit}}: there is room for more',
    zh: '{{length}} / {{limit}}：偏短',
  },
  lengthLong: {
    en: '{{length}} of {{limit}}: the end may be cut off',
    zh: '{{length}} / {{limit}}：结尾可能被截断',
  },
  lengthHint: {
    en: 'A Chinese character counts as two.',
    zh: '一个汉字按 2 计。',
  },
  searchPreview: { en: 'How a search engine may show it', zh: '搜索结果预览' },
  searchUntitled: { en: 'Without a title', zh: '无标题' },
  searchNoText: {
    en: 'Search engines choose a part of the text where there is neither description nor excerpt.',
    zh: '没有描述和摘要时，搜索引擎会自行选取正文片段。',
  },
  pasteTooLong: {
    en: 'What was pasted is longer than 2 million characters. Paste it in parts.',
    zh: '粘贴内容超过 200 万字符，请分批粘贴。',
  },
  pasteFailed: {
    en: 'What was pasted could not be read by the server. Its letters were put in.',
    zh: '服务器无法转换粘贴内容，已按纯文本插入。',
  },
  picturesLeftOut: {
    en: '{{count}} pictures are not in the clipboard itself. Drop their files into the text.',
    zh: '{{count}} 张图片不在剪贴板中。请将图片文件拖入正文。',
  },
} satisfies Strings
