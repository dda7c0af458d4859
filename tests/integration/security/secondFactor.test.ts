import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { callGraphql } from '../../harness/graphql'
import { createNewsroom, type Newsroom } from '../../harness/newsroom'
import { openTestPayload, type TestPayload } from '../../harness/openTestPayload'
import { callRest, isObject, logIn, type Json, type RestAnswer } from '../../harness/rest'

const PASSWORD = 'a-long-password-1'

let test: TestPayload
let newsroom: Newsroom

beforeAll(async () => {
  delete process.env.SMTP_URL
  test = await openTestPayload()
  newsroom = await createNewsroom(test.payload, test.config)
})

afterAll(() => test.close())

const call = (
  path: string,
  {
    method = 'POST',
    body,
    token = newsroom.admin.credentials.token,
    headers,
  }: {
    method?: 'GET' | 'POST' | 'DELETE'
    body?: Json
    token?: string
    headers?: Record<string, string>
  } = {},
): Promise<RestAnswer> => callRest(test.config, { method, path, body, token, headers })

const codeAt = (secret: string, timestamp = Date.now()): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })

const errorOf = ({ body }: RestAnswer): Json => {
  const [error] = Array.isArray(body.errors) ? body.errors : []
  return isObject(error) ? error : {}
}

const codeOfError = (answer: RestAnswer): unknown => {
  const { data } = errorOf(answer)
  return isObject(data) ? data.code : undefined
}

const tryLogin = (extra: Json = {}, headers?: Record<string, string>): Promise<RestAnswer> =>
  callRest(test.config, {
    method: 'POST',
    path: '/users/login',
    body: { email: newsroom.editor.email, password: PASSWORD, ...extra },
    headers,
  })

const stored = async () =>
  test.payload.db.findOne<{ id: string; secret: string; recoveryCodes: unknown }>({
    collection: 'second-factors',
    where: { user: { equals: newsroom.editor.id } },
  })

describe('a login with a second factor', () => {
  let secret = ''
  let recoveryCodes: string[] = []

  beforeEach(async () => {
    const found = await stored()
    // Each test begins with a code that was not used, and no failures.
    if (found) {
      await test.payload.db.updateOne({
        collection: 'second-factors',
        id: found.id,
        data: { lastStep: 0, failures: 0, lockedUntil: null },
      })
    }
  })

  it('is not asked for before its first code was given', async () => {
    const { token } = newsroom.editor.credentials
    const begun = await call('/security/two-factor', { token })
    secret = String(begun.body.secret)
    expect(begun.body).toMatchObject({
      address: expect.stringContaining('otpauth://totp/Galley'),
      picture: expect.stringContaining('<svg'),
    })
    expect((await tryLogin()).status).toBe(200)
    const wrong = await call('/security/two-factor/confirm', { token, body: { code: '000000' } })
    expect([wrong.status, codeOfError(wrong)]).toEqual([400, 'second-factor-wrong'])
    const confirmed = await call('/security/two-factor/confirm', {
      token,
      body: { code: codeAt(secret) },
    })
    recoveryCodes = confirmed.body.recoveryCodes as string[]
    expect(new Set(recoveryCodes).size).toBe(10)
    expect((await call('/security', { method: 'GET', token })).body).toMatchObject({
      isOn: true,
      recoveryCodesLeft: 10,
    })
  })

  it('is kept so that the database alone lets nobody in', async () => {
    const text = JSON.stringify(await stored())
    expect(text).not.toContain(secret)
    for (const code of recoveryCodes) expect(text).not.toContain(code.replace('-', ''))
    const user = await call(`/users/${newsroom.editor.id}?depth=2`, { method: 'GET' })
    expect(JSON.stringify(user.body)).not.toMatch(/secret|recovery/i)
  })

  it('needs a code over REST, beside the password, in a header or in the panel’s cookie', async () => {
    const without = await tryLogin()
    expect([without.status, codeOfError(without)]).toEqual([401, 'second-factor-needed'])
    expect(without.headers.get('set-cookie')).toBeNull()
    const now = Date.now()
    expect((await tryLogin({ code: codeAt(secret, now - 30_000) })).status).toBe(200)
    expect((await tryLogin({}, { 'x-two-factor-code': codeAt(secret, now) })).status).toBe(200)
    expect(
      (await tryLogin({}, { cookie: `a=b; galley-code=${codeAt(secret, now + 30_000)}` })).status,
    ).toBe(200)
  })

  it('needs a code over GraphQL', async () => {
    const query = `mutation { loginUser(email: "${newsroom.editor.email}", password: "${PASSWORD}") { token } }`
    const { data, errors } = await callGraphql(test.config, { query })
    expect(errors.map(({ message }) => message).join()).toMatch(/two-factor|went wrong/)
    expect(data.loginUser ?? null).toBeNull()
  })

  it('needs a code over the Local API', async () => {
    const data = { email: newsroom.editor.email, password: PASSWORD }
    await expect(test.payload.login({ collection: 'users', data })).rejects.toThrow(/two-factor/)
  })

  it('leaves no session behind when it is refused', async () => {
    const before = await call('/security', {
      method: 'GET',
      token: newsroom.editor.credentials.token,
    })
    await tryLogin()
    await tryLogin({ code: '000000' })
    const after = await call('/security', {
      method: 'GET',
      token: newsroom.editor.credentials.token,
    })
    expect(after.body.sessions).toHaveLength((before.body.sessions as unknown[]).length)
  })

  it('takes no code twice, and of two at once one', async () => {
    const code = codeAt(secret)
    const answers = await Promise.all([tryLogin({ code }), tryLogin({ code })])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await tryLogin({ code })).status).not.toBe(200)
  })

  it('takes each recovery code once, however it is written', async () => {
    const [code = ''] = recoveryCodes
    expect((await tryLogin({ code: code.toUpperCase().replace('-', ' ') })).status).toBe(200)
    const again = await tryLogin({ code })
    expect([again.status, codeOfError(again)]).toEqual([401, 'second-factor-wrong'])
  })

  it('is locked after five wrong codes, for guesses at once too', async () => {
    const guesses = Array.from({ length: 12 }, (_, index) =>
      tryLogin({ code: `11111${index % 10}` }),
    )
    await Promise.all(guesses)
    for (let rest = 0; rest < 5; rest += 1) await tryLogin({ code: '222222' })
    const locked = await tryLogin({ code: codeAt(secret) })
    expect([locked.status, codeOfError(locked)]).toEqual([429, 'second-factor-locked'])
    const { docs } = await test.payload.find({
      collection: 'activity',
      where: { action: { equals: 'login-failed' } },
    })
    expect(docs.length).toBeGreaterThan(0)
  })

  it('is not got around by a link to set a password', async () => {
    const token = await test.payload.forgotPassword({
      collection: 'users',
      data: { email: newsroom.editor.email },
      disableEmail: true,
    })
    const reset = (body: Json) =>
      callRest(test.config, { method: 'POST', path: '/users/reset-password', body })
    const refused = await reset({ token, password: 'another-password-1' })
    expect([refused.status, codeOfError(refused)]).toEqual([401, 'second-factor-needed'])
    expect(codeOfError(await tryLogin())).toBe('second-factor-needed')
    const done = await reset({ token, password: PASSWORD, code: codeAt(secret) })
    expect(done.status).toBe(200)
  })

  it('is turned off with a code alone, and by an admin for a colleague', async () => {
    const token = await logIn(test.config, {
      email: newsroom.editor.email,
      password: PASSWORD,
      ...{ code: recoveryCodes[2] },
    })
    const wrong = await call('/security/two-factor/off', { token, body: { code: '000000' } })
    expect(wrong.status).toBe(400)
    expect(
      (await call(`/invitations/${newsroom.editor.id}/remove-two-factor`, { token })).status,
    ).toBe(403)
    expect((await call(`/invitations/${newsroom.editor.id}/remove-two-factor`)).status).toBe(200)
    expect((await tryLogin()).status).toBe(200)
  })
})

describe('sessions', () => {
  it('are listed with their place and ended one by one', async () => {
    const user = { email: newsroom.author.email, password: PASSWORD }
    const answer = await callRest(test.config, {
      method: 'POST',
      path: '/users/login',
      body: user,
      headers: { 'user-agent': 'A browser', 'x-galley-client-address': '192.0.2.7' },
    })
    const token = String(answer.body.token)
    const other = newsroom.author.credentials.token
    const { sessions } = (await call('/security', { method: 'GET', token: other })).body
    expect(sessions).toHaveLength(2)
    const [newest] = sessions as { id: string }[]
    expect(newest).toMatchObject({ isThis: false, address: '192.0.2.7', userAgent: 'A browser' })
    const stranger = await call(`/security/sessions/${newest?.id}/end`)
    expect(stranger.status).toBe(404)
    expect((await call(`/security/sessions/${newest?.id}/end`, { token: other })).status).toBe(200)
    const me = await call('/users/me', { method: 'GET', token })
    expect(me.body.user).toBeNull()
    expect((await call('/security', { method: 'GET', token: other })).body.sessions).toHaveLength(1)
  })

  it('are nobody’s business but the user’s: not an API key’s, not the public’s', async () => {
    const key = await callRest(test.config, { path: '/security', apiKey: newsroom.frontend.apiKey })
    const nobody = await callRest(test.config, { path: '/security' })
    expect([key.status, nobody.status]).toEqual([403, 403])
  })
})

describe('an invitation', () => {
  const guest = { name: 'Guest', email: 'Guest@newsroom.test', role: 'author' }

  it('gives a link, without mail to copy, by which the guest sets a password and is in', async () => {
    const answer = await call('/invitations', { body: guest })
    expect(answer.body).toMatchObject({ isMailed: false, email: 'guest@newsroom.test' })
    const link = new URL(String(answer.body.link))
    const expires = Date.parse(String(answer.body.expiresAt)) - Date.now()
    expect(expires).toBeGreaterThan(6 * 86_400_000)
    const token = link.pathname.split('/').at(-1)
    expect(link.pathname).toMatch(/^\/admin\/reset\/[0-9a-f]{40}$/)
    const body = { token, password: 'password-of-the-guest' }
    const set = await callRest(test.config, { method: 'POST', path: '/users/reset-password', body })
    expect(set.body).toMatchObject({ user: { email: 'guest@newsroom.test', role: 'author' } })
    const again = await callRest(test.config, {
      method: 'POST',
      path: '/users/reset-password',
      body,
    })
    expect(again.status).toBe(403)
  })

  it('is refused for an e-mail that has an account, and without a role of the newsroom', async () => {
    const taken = await call('/invitations', { body: guest })
    expect([taken.status, codeOfError(taken)]).toEqual([409, 'email-taken'])
    const invalid = await call('/invitations', {
      body: { ...guest, email: 'x@y.test', role: 'frontend' },
    })
    expect([invalid.status, codeOfError(invalid)]).toEqual([400, 'invitation-invalid'])
  })

  it.each(['editor', 'author', 'contributor', 'frontend'] as const)(
    'is not given by a %s',
    async (role) => {
      const answers = await Promise.all(
        ['/invitations', `/invitations/${newsroom.stranger.id}/link`].map((path) =>
          callRest(test.config, {
            method: 'POST',
            path,
            body: { ...guest, email: `${role}@guests.test` },
            ...newsroom[role].credentials,
          }),
        ),
      )
      expect(answers.map(({ status }) => status)).toEqual([403, 403])
    },
  )
})

describe('sample content', () => {
  it('is removed at once, but for what somebody has changed', async () => {
    const { payload } = test
    const { runImport } = await import('../../../src/importer/run')
    const { importOptions } = await import('../../../src/importer/options')
    await runImport({ payload, root: 'samples', options: importOptions.parse({ media: 'skip' }) })
    const { docs } = await payload.find({ collection: 'articles', limit: 1, draft: true })
    const [kept] = docs
    await payload.update({
      collection: 'articles',
      id: String(kept?.id),
      data: { title: 'Mine now' },
    })
    const refused = await call('/sample-content', {
      method: 'DELETE',
      token: newsroom.author.credentials.token,
    })
    expect(refused.status).toBe(403)
    const removed = await call('/sample-content', { method: 'DELETE' })
    expect(removed.status).toBe(200)
    const left = await payload.find({ collection: 'articles', draft: true, trash: true })
    expect(left.docs.map(({ title }) => title)).toEqual(['Mine now'])
    const tags = await payload.count({ collection: 'tags' })
    expect(tags.totalDocs).toBe(left.docs[0]?.tags?.length ?? 0)
  })
})
