import type { Action } from '../../collections/activity/record'
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

export const actionLabels: Record<Action, Text> = {
  create: { en: 'Created', zh: '创建' },
  update: { en: 'Changed', zh: '修改' },
  move: { en: 'Moved', zh: '转换阶段' },
  merge: { en: 'Merged', zh: '合并' },
  publish: { en: 'Published', zh: '发布' },
  unpublish: { en: 'Unpublished', zh: '撤回' },
  trash: { en: 'Moved to trash', zh: '移入回收站' },
  restore: { en: 'Restored', zh: '恢复' },
  delete: { en: 'Deleted', zh: '删除' },
  login: { en: 'Logged in', zh: '登录' },
  logout: { en: 'Logged out', zh: '退出登录' },
  'login-failed': { en: 'Failed to log in', zh: '登录失败' },
  revoke: { en: 'Revoked', zh: '撤销' },
}
