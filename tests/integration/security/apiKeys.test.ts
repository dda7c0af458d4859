import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { apiKeyIn, findApiKey } from '../../../collections/security/apiKeys'
import { createNewsroom, makeKey, type Newsroom } from '../../harness/newsroom'
import { openTestPayload, type TestPayload } from '../../harness/openTestPayload'
import { callRest, type Json } from '../../harness/rest'
import type { ApiKey } from '../../../src/payload-types'

let test: TestPayload
let newsroom: Newsroom

beforeAll(async () => {
  test = await openTestPayload()
  newsroom = await createNewsroom(test.payload, test.config)
})

afterAll(() => test.close())

const stored = async (id: string): Promise<ApiKey> => {
  const found = await test.payload.db.findOne<ApiKey>({
    collection: 'api-keys',
    where: { id: { equals: id } },
  })
  if (!found) throw new Error(`There is no key ${id}`)
  return found
}

const asAdmin = (path: string, method: 'GET' | 'POST' = 'GET', body?: Json) =>
  callRest(test.config, { path, method, body, ...newsroom.admin.credentials })

describe('a new key', () => {
  it('is shown once and stored as a digest', async () => {
    const { id, apiKey } = await makeKey(test.config, newsroom.admin.credentials, {
      name: 'Site',
      scopes: ['read-published'],
    })
    const secret = apiKey.slice(-43)
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
    const row = await stored(id)
    expect(row.digest).toBe(createHash('sha256').update(apiKey).digest('hex'))
    expect(apiKey.startsWith(row.prefix)).toBe(true)
    expect(JSON.stringify(row)).not.toContain(secret)
    for (const path of ['/api-keys', `/api-keys/${id}`, '/activity?limit=100']) {
      const text = JSON.stringify((await asAdmin(path)).body)
      expect(text).toContain('Site')
      expect(text).not.toContain(secret)
      expect(text).not.toContain(row.digest)
    }
  })

  it('is in the activity log with what it may do and who made it, and so is its end', async () => {
    const { id } = await makeKey(test.config, newsroom.admin.credentials, {
      name: 'Logged',
      scopes: ['read-drafts', 'write'],
    })
    await asAdmin(`/api-keys/${id}/revoke`, 'POST', {})
    await asAdmin(`/api-keys/${id}/revoke`, 'POST', {})
    const { docs } = await test.payload.find({
      collection: 'activity',
      where: { documentId: { equals: id } },
      sort: 'createdAt',
    })
    expect(docs.map(({ action, userName, detail }) => [action, userName, detail ?? ''])).toEqual([
      ['create', 'admin', 'read-drafts, write'],
      ['revoke', 'admin', ''],
    ])
  })

  it.each<[string, Json]>([
    ['without a name', { name: ' ', scopes: ['write'] }],
    ['that may do nothing', { name: 'x', scopes: [] }],
    ['of an unknown scope', { name: 'x', scopes: ['admin'] }],
    ['that has expired', { name: 'x', scopes: ['write'], expiresAt: '2020-01-01T00:00:00Z' }],
    ['until no date', { name: 'x', scopes: ['write'], expiresAt: 'tomorrow' }],
  ])('is not made %s', async (_, body) => {
    const { status, body: answer } = await asAdmin('/api-keys', 'POST', body)
    expect(status).toBe(400)
    expect(JSON.stringify(answer)).toContain('api-key-invalid')
  })
})

describe('the use of a key', () => {
  it('is noted once an hour', async () => {
    const { id, credentials } = newsroom.frontend
    const read = () => callRest(test.config, { path: '/articles', ...credentials })
    await read()
    const first = (await stored(id)).lastUsedAt
    expect(first).toBeTruthy()
    await read()
    expect((await stored(id)).lastUsedAt).toEqual(first)
    const earlier = new Date(Date.now() - 3_700_000).toISOString()
    await test.payload.db.updateOne({
      collection: 'api-keys',
      id,
      data: { lastUsedAt: earlier },
    })
    await read()
    expect(Date.parse(String((await stored(id)).lastUsedAt))).toBeGreaterThan(Date.parse(earlier))
  })

  it('for writing names the key in the activity log, and no user', async () => {
    const made = await callRest(test.config, {
      method: 'POST',
      path: '/articles',
      body: { title: 'By a script', locale: 'en', _status: 'published' },
      ...newsroom.writer.credentials,
    })
    expect(made.status).toBe(201)
    const { docs } = await test.payload.find({
      collection: 'activity',
      where: { title: { equals: 'By a script' } },
      depth: 0,
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({ action: 'create', userName: 'API key: writer' })
    expect(docs[0]?.user ?? null).toBeNull()
  })

  it('shows no users, nothing else of the newsroom, and no own account', async () => {
    for (const { credentials } of [newsroom.drafts, newsroom.writer, newsroom.frontend]) {
      const me = await callRest(test.config, { path: '/users/me', ...credentials })
      expect(me.body.user ?? null).toBeNull()
      const own = await callRest(test.config, { path: '/api-keys/me', ...credentials })
      expect(JSON.stringify(own.body)).not.toContain('digest')
      for (const path of ['/users', '/activity', '/webhooks', '/imports', '/api-keys', '/comments'])
        expect((await callRest(test.config, { path, ...credentials })).status).toBe(403)
    }
    for (const { credentials } of [newsroom.drafts, newsroom.frontend]) {
      const articles = await callRest(test.config, { path: '/articles?depth=2', ...credentials })
      expect(JSON.stringify(articles.body)).not.toMatch(
        /"(?:stage|stageNote|createdBy|sha256|frontMatter)":/,
      )
    }
  })
})

describe('a key', () => {
  it.each([
    ['users API-Key abc', 'abc'],
    ['Bearer abc', undefined],
    ['users API-Key ', undefined],
    ['users API-Key a b', undefined],
    [undefined, undefined],
  ])('is read from the header %s', (header, expected) => {
    expect(apiKeyIn(header)).toBe(expected)
  })

  it('is good until the moment that it expires', async () => {
    const expiresAt = new Date(Date.now() + 60_000)
    const { apiKey } = await makeKey(test.config, newsroom.admin.credentials, {
      name: 'Trial',
      scopes: ['read-published'],
      expiresAt: expiresAt.toISOString(),
    })
    const before = new Date(expiresAt.getTime() - 1)
    expect((await findApiKey(test.payload, apiKey, before))?.name).toBe('Trial')
    expect(await findApiKey(test.payload, apiKey, expiresAt)).toBeUndefined()
  })

  it('that was deleted, revoked or is another’s with a changed letter finds nothing', async () => {
    const make = (name: string) =>
      makeKey(test.config, newsroom.admin.credentials, { name, scopes: ['write'] })
    const [deleted, revoked, whole] = [await make('d'), await make('r'), await make('w')]
    await callRest(test.config, {
      method: 'DELETE',
      path: `/api-keys/${deleted.id}`,
      ...newsroom.admin.credentials,
    })
    await asAdmin(`/api-keys/${revoked.id}/revoke`, 'POST', {})
    const { apiKey } = whole
    const changed = `${apiKey.slice(0, -2)}${apiKey.at(-2) === 'A' ? 'B' : 'A'}${apiKey.at(-1)}`
    const { digest, prefix } = await stored(whole.id)
    for (const key of [deleted.apiKey, revoked.apiKey, changed, digest, prefix, `${prefix}_`]) {
      expect(await findApiKey(test.payload, key)).toBeUndefined()
      const draft = { method: 'POST', path: '/tags', body: { name: 'Not mine' } } as const
      expect((await callRest(test.config, { ...draft, apiKey: key })).status).toBe(403)
    }
    expect((await findApiKey(test.payload, apiKey))?.id).toBe(whole.id)
  })
})
