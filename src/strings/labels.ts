import type { NotificationKind } from '../../collections/workflow/notify'
import { STAGES, type Stage } from '../../collections/workflow/moves'
import type { Text } from './text'
import { workflow } from './workflow'

/** Options of the article's stage, as a select field takes them. */
export const stageOptions: { value: Stage; label: Text }[] = STAGES.map((value) => ({
  value,
  label: workflow[value],
}))

export const notificationKinds: Record<NotificationKind, Text> = {
  'review-asked': { en: 'Review asked', zh: '等待审稿' },
  'changes-requested': { en: 'Changes requested', zh: '要求修改' },
  approved: { en: 'Approved', zh: '已通过' },
  published: { en: 'Published', zh: '已发布' },
  unpublished: { en: 'Unpublished', zh: '已撤下' },
  comment: { en: 'Comment', zh: '批注' },
  mention: { en: 'Mention', zh: '提及' },
  'schedule-failed': { en: 'Schedule failed', zh: '定时失败' },
}
