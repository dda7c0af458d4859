import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDueJobs } from '../../src/jobs/runner'
import { openMailSink, type MailSink } from '../harness/mailSink'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, type Json } from '../harness/rest'

/** Mail that really goes over SMTP, each in the language of who gets it. */

const PANEL = 'https://newsroom.test'

let sink: MailSink
let installation: TestPayload
let newsroom: Newsroom
let article = ''

beforeAll(async () => {
  sink = await openMailSink()
  process.env.SMTP_URL = sink.url
  process.env.PUBLIC_URL = PANEL
  installation = await openTestPayload()
  newsroom = await createNewsroom(installation.payload, installation.config)
  const speak = (id: string, language: 'en' | 'zh') =>
    installation.payload.update({ collection: 'users', id, data: { language } })
  await speak(newsroom.editor.id, 'zh')
  await speak(newsroom.contributor.id, 'en')
})

afterAll(async () => {
  await installation.close()
  await sink.close()
})

const post = (path: string, body: Json, { token }: { token?: string } = {}) =>
  callRest(installation.config, { method: 'POST', path, body, token })

/** What has come for somebody since the last question. */
const mailsTo = async (email: string) => {
  await runDueJobs(installation.payload)
  const mails = sink.mails.filter(({ to }) => to === email)
  sink.mails.length = 0
  return mails
}

test('an invitation brings a link, in the language that the admin has chosen', async () => {
  const guest = { name: '小华', email: 'guest@newsroom.test', role: 'author', language: 'zh' }
  const { body } = await post('/invitations', guest, newsroom.admin.credentials)
  expect(body).toMatchObject({ isMailed: true })
  const [mail, ...more] = await mailsTo('guest@newsroom.test')
  expect(more).toEqual([])
  expect(mail?.subject).toBe('你的 Galley 账户')
  expect(mail?.text).toMatch(/小华，你好.*\/admin\/reset\/[\da-f]+/s)
})

test('who has forgotten the password gets a link to the newsroom, whatever the request says of itself', async () => {
  await callRest(installation.config, {
    method: 'POST',
    path: '/users/forgot-password',
    body: { email: newsroom.contributor.email },
    headers: { host: 'elsewhere.test', 'accept-language': 'zh' },
  })
  const [mail] = await mailsTo(newsroom.contributor.email)
  expect(mail?.subject).toBe('Your new password at Galley')
  expect(mail?.text).toMatch(
    /Hello contributor,.*href="https:\/\/newsroom\.test\/admin\/reset\/[\da-f]+"/s,
  )
})

test('editors are told of an article that is handed in, its writer of the answer', async () => {
  const { body } = await post(
    '/articles?draft=true',
    { title: '河边的老书店', locale: 'zh', _status: 'draft' },
    newsroom.contributor.credentials,
  )
  article = String((body.doc as Json).id)
  await post(`/articles/${article}/move`, { to: 'in-review' }, newsroom.contributor.credentials)
  const [asked] = await mailsTo(newsroom.editor.email)
  expect(asked?.subject).toBe('contributor 提交了《河边的老书店》，等待审稿')
  expect(asked?.text).toContain(`打开：${PANEL}/admin/collections/articles/${article}`)
  const move = { to: 'changes-requested', note: 'Name the source.' }
  await post(`/articles/${article}/move`, move, newsroom.editor.credentials)
  const [answer] = await mailsTo(newsroom.contributor.email)
  expect(answer?.subject).toBe('editor asks for changes in “河边的老书店”')
  expect(answer?.text).toContain('Name the source.')
})

test('who is mentioned in a comment is told once', async () => {
  const comment = { article, text: '@editor 已补充。', mentions: [newsroom.editor.id] }
  await post('/comments', comment, newsroom.contributor.credentials)
  const mails = await mailsTo(newsroom.editor.email)
  expect(mails.map(({ subject }) => subject)).toEqual(['contributor 在《河边的老书店》中提到了你'])
  expect(mails[0]?.text).toContain('已补充')
  expect(await mailsTo(newsroom.editor.email)).toEqual([])
})
