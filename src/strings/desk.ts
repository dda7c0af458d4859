import type { Strings } from './text'

/** The first page. */
export const desk = {
  hello: { en: 'Hello, {{name}}', zh: '你好，{{name}}' },
  newArticle: { en: 'New article', zh: '写文章' },
  numbers: { en: 'At a glance', zh: '概览' },
  waiting: { en: 'Waiting for you', zh: '等待你处理' },
  waitingNone: { en: 'Nothing waits for you.', zh: '没有待处理的事项。' },
  inReview: { en: 'In review', zh: '审稿中' },
  inReviewNone: { en: 'Nothing is in review.', zh: '没有正在审稿的文章。' },
  scheduled: { en: 'Scheduled next', zh: '即将定时发布' },
  scheduledNone: {
    en: 'Nothing is scheduled. Open an article and choose “Schedule Publish” beside the Publish button.',
    zh: '没有定时任务。打开文章，在“发布”按钮旁选择“定时发布”。',
  },
  overdue: { en: 'Overdue', zh: '已过期未执行' },
  published: { en: 'Recently published', zh: '最近发布' },
  publishedNone: { en: 'Nothing is published yet.', zh: '还没有发布的文章。' },
  drafts: { en: 'My drafts', zh: '我的草稿' },
  draftsNone: { en: 'You have no drafts.', zh: '你没有草稿。' },
  unread: { en: 'Unread notifications', zh: '未读通知' },
  imports: { en: 'Last imports', zh: '最近的导入' },
  importsNone: {
    en: 'Nothing was imported yet. Drop an archive under Import, or run: npm run import -- <folder>',
    zh: '尚未导入。在“导入”中上传归档，或运行：npm run import -- <文件夹>',
  },
  importCounts: {
    en: '{{new}} new, {{changed}} changed, {{conflict}} conflicts, {{failed}} failed',
    zh: '新增 {{new}}，更新 {{changed}}，冲突 {{conflict}}，失败 {{failed}}',
  },
  importRunning: { en: 'Running', zh: '进行中' },
  importUndone: { en: 'Undone', zh: '已撤销' },
  importFailed: { en: 'Broke off', zh: '已中断' },
  importFinished: { en: 'Finished', zh: '已完成' },
  health: { en: 'Health', zh: '运行状况' },
  jobsGood: { en: 'Scheduled jobs run.', zh: '定时任务运行正常。' },
  jobsNever: {
    en: 'Scheduled jobs have not run on this installation yet. They run each minute while the server (npm start) runs.',
    zh: '定时任务尚未运行过。服务器（npm start）运行时每分钟执行一次。',
  },
  jobsStopped: {
    en: 'Scheduled jobs do not run: the last time was',
    zh: '定时任务没有运行，上次运行于',
  },
  mediaGood: { en: 'All media files are there.', zh: '媒体文件完整。' },
  mediaUnknown: { en: 'Media files were not checked yet.', zh: '尚未检查媒体文件。' },
  mediaMissing: { en: '{{count}} media files are missing', zh: '缺少 {{count}} 个媒体文件' },
  mailOff: {
    en: 'Mail is not set up: people are told in the panel alone.',
    zh: '未配置邮件：仅在面板内通知。',
  },
  mailGood: { en: 'Mail is set up.', zh: '已配置邮件。' },
  all: { en: 'Show all', zh: '查看全部' },
  untitled: { en: 'Untitled', zh: '无标题' },
  toPublish: { en: 'Publish', zh: '发布' },
  toUnpublish: { en: 'Unpublish', zh: '撤下' },
  reasonFailed: { en: 'Failed: {{reason}}', zh: '失败：{{reason}}' },
  reasonRunning: {
    en: 'Running, or broken off by a stop of the server.',
    zh: '正在执行，或因服务器停止而中断。',
  },
  reasonNotRun: {
    en: 'Not run yet: scheduled jobs do not run.',
    zh: '尚未执行：定时任务没有运行。',
  },
  emptyTitle: { en: 'Your newsroom is ready', zh: '编辑部已就绪' },
  emptyText: {
    en: 'Write the first article, bring your archive, or invite a colleague.',
    zh: '写第一篇文章，导入旧站，或邀请同事。',
  },
  emptyUsers: { en: 'Add a colleague', zh: '添加同事' },
} satisfies Strings
