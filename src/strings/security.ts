import type { Strings } from './text'

/** Logins, sessions, second factors, invitations. */
export const security = {
  title: { en: 'Security', zh: '安全' },
  'code-needed': {
    en: 'This account has two-factor login. Enter the code of your authenticator, or a recovery code, below the form and log in again.',
    zh: '此账户已启用两步验证。请在表单下方输入验证器中的验证码或恢复码，然后重新登录。',
  },
  'code-wrong': {
    en: 'The code is not right, or was used already. Wait for the next one and try again.',
    zh: '验证码不正确或已被使用。请等待新的验证码后重试。',
  },
  'code-locked': {
    en: 'Too many wrong codes. Try again in ten minutes.',
    zh: '错误次数过多，请十分钟后再试。',
  },
  codeField: { en: 'Two-factor code, if you have set it up', zh: '两步验证码（如已启用）' },
  codeHint: {
    en: 'Six digits of your authenticator, or a recovery code.',
    zh: '验证器中的六位数字，或恢复码。',
  },
  twoFactor: { en: 'Two-factor login', zh: '两步验证' },
  off: {
    en: 'Off. With it, a password alone does not let anybody in.',
    zh: '未启用。启用后，仅凭密码无法登录。',
  },
  on: {
    en: 'On. {{count}} recovery codes are left.',
    zh: '已启用。剩余 {{count}} 个恢复码。',
  },
  setUp: { en: 'Set up', zh: '启用' },
  scan: {
    en: 'Scan this with an authenticator app, or type the key. Then enter the code that it shows.',
    zh: '用验证器应用扫描，或手动输入密钥，然后输入显示的验证码。',
  },
  qr: { en: 'Picture of the key for an authenticator', zh: '验证器二维码' },
  key: { en: 'Key', zh: '密钥' },
  code: { en: 'Code', zh: '验证码' },
  confirm: { en: 'Confirm', zh: '确认' },
  turnOff: { en: 'Turn off', zh: '停用' },
  turnOffHint: { en: 'Enter a code to turn it off.', zh: '输入验证码以停用。' },
  recovery: {
    en: 'Keep these recovery codes. Each lets you in once, without your telephone. They are not shown again.',
    zh: '请保存这些恢复码。每个可在没有手机时登录一次，之后不再显示。',
  },
  sessions: { en: 'Where you are logged in', zh: '登录中的设备' },
  thisSession: { en: 'this browser', zh: '当前浏览器' },
  unknownPlace: { en: 'place not recorded', zh: '位置未记录' },
  endSession: { en: 'Log out there', zh: '退出该登录' },
  endSessionOf: { en: 'Log out there ({{time}})', zh: '退出该登录（{{time}}）' },
  invite: { en: 'Invite a colleague', zh: '邀请同事' },
  inviteHint: {
    en: 'They get a link by which they choose a password. It works for seven days.',
    zh: '对方将获得用于设置密码的链接，七天内有效。',
  },
  inviteDo: { en: 'Invite', zh: '邀请' },
  name: { en: 'Name', zh: '姓名' },
  email: { en: 'E-mail', zh: '邮箱' },
  role: { en: 'Role', zh: '角色' },
  language: { en: 'Language', zh: '语言' },
  'role-editor': { en: 'Editor', zh: '编辑' },
  'role-author': { en: 'Author', zh: '作者' },
  'role-contributor': { en: 'Contributor', zh: '投稿人' },
  'role-admin': { en: 'Administrator', zh: '管理员' },
  linkMailed: { en: 'The link was sent to {{email}}.', zh: '链接已发送至 {{email}}。' },
  linkShown: {
    en: 'Mail is not set up. Copy this link and give it to {{email}} yourself; it works until {{time}}.',
    zh: '未配置邮件。请复制链接并自行发送给 {{email}}，有效期至 {{time}}。',
  },
  link: { en: 'Link', zh: '链接' },
  copy: { en: 'Copy', zh: '复制' },
  copied: { en: 'Copied.', zh: '已复制。' },
  copyFailed: { en: 'Select the link and copy it by hand.', zh: '请选中链接并手动复制。' },
  accessOf: { en: 'Access', zh: '访问' },
  makeLink: { en: 'Make a link to set a password', zh: '生成设置密码的链接' },
  removeFactor: { en: 'Turn off their two-factor login', zh: '停用其两步验证' },
  factorRemoved: { en: 'Two-factor login is off for this user.', zh: '已停用该用户的两步验证。' },
  mailSubject: { en: 'Your account at Galley', zh: '你的 Galley 账户' },
  mailText: {
    en: 'Hello {{name}},\n\nchoose your password here: {{link}}\nThe link works until {{time}}, once.\n',
    zh: '{{name}}，你好：\n\n请在此设置密码：{{link}}\n链接有效期至 {{time}}，仅可使用一次。\n',
  },
  resetSubject: { en: 'Your new password at Galley', zh: '重设你的 Galley 密码' },
  resetText: {
    en: 'Hello {{name}},\n\nsomebody asked for a new password for your account. Choose it here: {{link}}\nThe link works for an hour, once. If it was not you, do nothing: your password stays.\n',
    zh: '{{name}}，你好：\n\n有人为你的账户申请重设密码。请在此设置：{{link}}\n链接一小时内有效，仅可使用一次。如非本人操作，请忽略此邮件，密码不会改变。\n',
  },
  forgotNoMail: {
    en: 'Mail is not set up here: ask an administrator for a link to set a new password.',
    zh: '此处未配置邮件：请向管理员索取重设密码的链接。',
  },
  emailTaken: {
    en: 'There is an account with this e-mail already. Open it to make a new link.',
    zh: '此邮箱已有账户。请打开该账户生成新链接。',
  },
  inputInvalid: {
    en: 'Give a name, an e-mail address and a role.',
    zh: '请填写姓名、邮箱和角色。',
  },
  failed: { en: 'That did not work. Try again.', zh: '操作未成功，请重试。' },
} satisfies Strings
