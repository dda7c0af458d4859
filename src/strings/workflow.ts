import type { Strings } from './text'

/** Stages, moves and refusals of the workflow. */
export const workflow = {
  stage: { en: 'Stage', zh: '审稿阶段' },
  draft: { en: 'Draft', zh: '草稿' },
  'in-review': { en: 'In review', zh: '审稿中' },
  'changes-requested': { en: 'Changes requested', zh: '待修改' },
  approved: { en: 'Approved', zh: '已通过' },
  submit: { en: 'Submit for review', zh: '提交审稿' },
  resubmit: { en: 'Submit again', zh: '重新提交' },
  withdraw: { en: 'Withdraw', zh: '撤回提交' },
  requestChanges: { en: 'Ask for changes', zh: '要求修改' },
  approve: { en: 'Approve', zh: '通过' },
  reopen: { en: 'Back to draft', zh: '退回草稿' },
  moreMoves: { en: 'More steps', zh: '更多操作' },
  noteLabel: { en: 'What should change?', zh: '需要修改什么？' },
  noteHint: { en: 'The writer reads this note.', zh: '作者会看到这段说明。' },
  noteOptional: { en: 'Note (optional)', zh: '说明（可选）' },
  noteOfStage: { en: 'Note from the editor', zh: '编辑的说明' },
  cancel: { en: 'Cancel', zh: '取消' },
  moved: { en: 'Moved to: {{stage}}', zh: '已转为：{{stage}}' },
  movedMany: {
    en: '{{count|article|articles}} moved to: {{stage}}',
    zh: '{{count}} 篇文章已转为：{{stage}}',
  },
  failedMany: {
    en: '{{count|article|articles}} could not be moved. {{reason}}',
    zh: '{{count}} 篇文章未能转换。{{reason}}',
  },
  moveSelected: { en: 'Move {{count}} selected to', zh: '将所选 {{count}} 篇转为' },
  failed: {
    en: 'The article could not be moved. Reload the page and try again.',
    zh: '未能转换阶段。请刷新页面后重试。',
  },
  unknownMove: {
    en: 'An article does not go from “{{from}}” to “{{to}}”. Reload it to see the steps that it can take.',
    zh: '文章不能从“{{from}}”转为“{{to}}”。请刷新查看可用的操作。',
  },
  forbiddenMove: {
    en: 'Your role may not move an article from “{{from}}” to “{{to}}”. Ask an editor.',
    zh: '你的角色不能将文章从“{{from}}”转为“{{to}}”。请联系编辑。',
  },
  missingNote: {
    en: 'Say in a note what should change; the writer reads it.',
    zh: '请写明需要修改的内容，作者会看到。',
  },
  publishForbidden: {
    en: 'Editors publish articles. Save this one as a draft and hand it in for review.',
    zh: '只有编辑可以发布文章。请存为草稿并提交审稿。',
  },
} satisfies Strings
