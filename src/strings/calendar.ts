import type { Strings } from './text'

/** What is planned and published, by day. */
export const calendar = {
  title: { en: 'Calendar', zh: '日历' },
  previous: { en: 'Previous month', zh: '上个月' },
  next: { en: 'Next month', zh: '下个月' },
  today: { en: 'Today', zh: '今天' },
  zone: { en: 'Times in {{zone}}', zh: '时区：{{zone}}' },
  published: { en: 'Published', zh: '已发布' },
  embargoed: { en: 'Published, not shown before its date', zh: '已发布，到期前不显示' },
  publish: { en: 'Will be published', zh: '将发布' },
  unpublish: { en: 'Will be unpublished', zh: '将撤下' },
  expires: { en: 'Expires', zh: '到期' },
  none: { en: 'Nothing in this month.', zh: '本月没有内容。' },
  more: { en: '{{count}} more', zh: '还有 {{count}} 篇' },
  retry: { en: 'Try again', zh: '重试' },
  remove: { en: 'Remove', zh: '移除' },
  overdue: { en: 'Overdue', zh: '已过期未执行' },
  failed: {
    en: 'The calendar could not be read. Reload the page.',
    zh: '无法读取日历，请刷新页面。',
  },
  actionFailed: { en: 'That did not work. Try again.', zh: '操作未成功，请重试。' },
  gone: {
    en: 'This schedule is not there any more. Reload the page.',
    zh: '该定时任务已不存在，请刷新页面。',
  },
  forbidden: { en: 'Editors change schedules. Ask one of them.', zh: '只有编辑可以更改定时任务。' },
  badRange: {
    en: 'Give from and to as dates with at most 62 days between.',
    zh: '请提供 from 和 to 日期，间隔不超过 62 天。',
  },
} satisfies Strings
