import type { Strings } from './text'

/** The thread beside an article. */
export const comments = {
  title: { en: 'Comments', zh: '批注' },
  open: { en: '{{count}} open', zh: '{{count}} 条未解决' },
  none: { en: 'No comments yet.', zh: '还没有批注。' },
  write: { en: 'Write a comment', zh: '写批注' },
  writeHint: { en: 'Mention a colleague with @name', zh: '用 @姓名 提及同事' },
  send: { en: 'Send', zh: '发送' },
  reply: { en: 'Reply', zh: '回复' },
  replyTo: { en: 'Reply to {{name}}', zh: '回复 {{name}}' },
  resolve: { en: 'Resolve', zh: '标为已解决' },
  reopen: { en: 'Reopen', zh: '重新打开' },
  remove: { en: 'Delete', zh: '删除' },
  showResolved: { en: 'Show resolved ({{count}})', zh: '显示已解决（{{count}}）' },
  hideResolved: { en: 'Hide resolved', zh: '隐藏已解决' },
  requestedChanges: { en: 'asked for changes', zh: '要求修改' },
  resolved: { en: 'Resolved', zh: '已解决' },
  failed: { en: 'That did not work. Try again.', zh: '操作未成功，请重试。' },
  unreadable: {
    en: 'You can comment on articles that you can read. Choose one of those.',
    zh: '只能批注你可以阅读的文章。',
  },
  wrongParent: {
    en: 'The comment that you answer belongs to another article. Reload and try again.',
    zh: '你回复的批注属于另一篇文章。请刷新后重试。',
  },
  someone: { en: 'Someone', zh: '某人' },
} satisfies Strings
