import type { Strings } from './text'

/** What the bell and mail say: `{{actor}}` did something to `{{title}}`. */
export const notifications = {
  title: { en: 'Notifications', zh: '通知' },
  bell: { en: 'Notifications, {{count}} unread', zh: '通知，{{count}} 条未读' },
  none: { en: 'Nothing new.', zh: '没有新通知。' },
  readAll: { en: 'Mark all as read', zh: '全部标为已读' },
  all: { en: 'All notifications', zh: '全部通知' },
  'review-asked': {
    en: '{{actor}} asks for a review of “{{title}}”',
    zh: '{{actor}} 提交了《{{title}}》，等待审稿',
  },
  'changes-requested': {
    en: '{{actor}} asks for changes in “{{title}}”',
    zh: '{{actor}} 要求修改《{{title}}》',
  },
  approved: { en: '{{actor}} approved “{{title}}”', zh: '{{actor}} 通过了《{{title}}》' },
  published: { en: '“{{title}}” is published', zh: '《{{title}}》已发布' },
  unpublished: { en: '“{{title}}” was unpublished', zh: '《{{title}}》已撤下' },
  comment: { en: '{{actor}} commented on “{{title}}”', zh: '{{actor}} 批注了《{{title}}》' },
  mention: {
    en: '{{actor}} mentioned you on “{{title}}”',
    zh: '{{actor}} 在《{{title}}》中提到了你',
  },
  'schedule-failed': {
    en: 'The schedule of “{{title}}” failed',
    zh: '《{{title}}》的定时任务失败',
  },
  newsroom: { en: 'The newsroom', zh: '编辑部' },
  mailOpen: { en: 'Open it: {{address}}', zh: '打开：{{address}}' },
  mailFooter: {
    en: 'You get this mail because you work in this newsroom.',
    zh: '你收到此邮件，因为你是该编辑部的成员。',
  },
} satisfies Strings
