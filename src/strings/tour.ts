import type { Strings } from './text'

/** The first steps on the first page. */
export const tour = {
  label: { en: 'First steps', zh: '新手指引' },
  step: { en: 'Step {{number}} of {{count}}', zh: '第 {{number}} / {{count}} 步' },
  title1: { en: 'This is your desk', zh: '这是你的工作台' },
  text1: {
    en: 'What waits for you, what is in review and what comes next stands here. Each number opens the list behind it.',
    zh: '待办、审稿和即将发布的内容都在这里。点击数字可打开对应列表。',
  },
  title2: { en: 'Write', zh: '写作' },
  text2: {
    en: 'Type “/” in a text for blocks, or Markdown as you know it. Paste from Word, Docs or a video’s address: it becomes what it says.',
    zh: '在正文中输入“/”插入内容块，也可以直接使用 Markdown。粘贴 Word、Docs 内容或视频网址会自动转换。',
  },
  title3: { en: 'Hand in and publish', zh: '提交与发布' },
  text3: {
    en: 'The buttons above an article show what you may do with it: submit, ask for changes, approve, publish or schedule.',
    zh: '文章上方的按钮显示你可以执行的操作：提交、要求修改、通过、发布或定时。',
  },
  title4: { en: 'Bring your archive and your colleagues', zh: '导入旧站，邀请同事' },
  text4: {
    en: 'Administrators import a whole site under Import and invite colleagues under Users. Set up two-factor login on your account page.',
    zh: '管理员可在“导入”中导入整个网站，在“用户”中邀请同事。请在账户页启用两步验证。',
  },
  next: { en: 'Next', zh: '下一步' },
  back: { en: 'Back', zh: '上一步' },
  done: { en: 'Done', zh: '完成' },
  dismiss: { en: 'Skip the first steps', zh: '跳过指引' },
  samples: {
    en: 'This installation has {{count}} articles of sample content.',
    zh: '当前有 {{count}} 篇示例文章。',
  },
  removeSamples: { en: 'Remove the sample content', zh: '移除示例内容' },
  samplesRemoved: {
    en: '{{count}} sample articles were removed. Those that somebody has changed stay.',
    zh: '已移除 {{count}} 篇示例文章。修改过的文章予以保留。',
  },
} satisfies Strings
