import type { Strings } from './text'

/** API keys of programs. */
export const apiKeys = {
  make: { en: 'Make an API key', zh: '新建 API 密钥' },
  makeHint: {
    en: 'For a frontend or a script. The key is shown once: Galley keeps only a digest of it.',
    zh: '供前端或脚本使用。密钥只显示一次，系统仅保存其摘要。',
  },
  name: { en: 'Name', zh: '名称' },
  may: { en: 'The key may', zh: '该密钥可以' },
  'read-published': { en: 'read what is published', zh: '读取已发布内容' },
  'read-drafts': { en: 'read drafts and scheduled articles', zh: '读取草稿和定时文章' },
  write: { en: 'write, publish and delete, like an editor', zh: '像编辑一样写入、发布和删除' },
  until: { en: 'Valid until (optional)', zh: '有效期至（可选）' },
  makeDo: { en: 'Make the key', zh: '生成密钥' },
  shown: {
    en: 'Copy the key of “{{name}}” now. It is not shown again.',
    zh: '请立即复制“{{name}}”的密钥，之后不再显示。',
  },
  key: { en: 'Key', zh: '密钥' },
  header: {
    en: 'Send it as the header: Authorization: users API-Key <key>',
    zh: '以请求头发送：Authorization: users API-Key <密钥>',
  },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'The key is copied.', zh: '密钥已复制。' },
  copyFailed: { en: 'Select the key and copy it by hand.', zh: '请选中密钥并手动复制。' },
  revoke: { en: 'Revoke this key', zh: '撤销此密钥' },
  revokeHint: {
    en: 'Programs that use it are refused at once. This can’t be undone.',
    zh: '使用它的程序会立即被拒绝。此操作无法撤回。',
  },
  revokeSure: { en: 'Revoke it for good', zh: '确定撤销' },
  revoked: { en: 'The key is revoked.', zh: '密钥已撤销。' },
  failed: { en: 'That did not work. Try again.', zh: '操作失败，请重试。' },
  invalid: {
    en: 'Give a name, at least one thing that the key may do, and no date that has passed.',
    zh: '请填写名称，至少选择一项权限，日期不能早于现在。',
  },
  unknown: { en: 'There is no such key.', zh: '没有这个密钥。' },
} satisfies Strings
