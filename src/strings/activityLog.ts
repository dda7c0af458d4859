import type { Strings } from './text'

/** The log of who did what. */
export const activityLog = {
  export: { en: 'Export as CSV', zh: '导出 CSV' },
  exportHint: { en: 'What the filter shows, newest first.', zh: '按当前筛选导出，最新的在前。' },
  open: { en: 'Open the document', zh: '打开文档' },
  session: { en: 'session {{session}}', zh: '会话 {{session}}' },
} satisfies Strings
