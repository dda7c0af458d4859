import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { search } from '../harness/contentApi'
import { callGraphql } from '../harness/graphql'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, isObject, type Credentials, type Json } from '../harness/rest'

const SECRET_TEXT = 'secret-of-the-newsroom'

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom
let articleId: string

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
  const author = await payload.create({
    collection: 'authors',
    data: { name: 'Ann', kind: 'person', user: newsroom.author.id },
  })
  const article = await payload.create({
    collection: 'articles',
    data: {
      title: 'Public article',
      locale: 'en',
      stage: 'approved',
      _status: 'published',
      createdBy: newsroom.author.id,
      authors: [author.id],
      source: {
        path: 'posts/a.md',
        sha256: SECRET_TEXT,
        archive: SECRET_TEXT,
        editedAt: '2020-01-01T00:00:00.000Z',
        importedAt: '2020-01-01T00:00:00.000Z',
        frontMatter: { note: SECRET_TEXT },
      },
    },
  })
  articleId = article.id
})

afterAll(() => installation.close())

const outsiders: ['public' | 'frontend'][] = [['public'], ['frontend']]
const credentialsOf = (who: 'public' | 'frontend'): Credentials =>
  who === 'public' ? {} : newsroom.frontend.credentials

/** Paths of the internal fields, with a query value that matches what is stored. */
const INTERNAL: [string, string, string][] = [
  ['articles', 'stage', 'approved'],
  ['articles', 'createdBy', 'AUTHOR'],
  ['articles', 'source.sha256', SECRET_TEXT],
  ['articles', 'source.archive', SECRET_TEXT],
  ['articles', 'source.editedAt', '2020-01-01T00:00:00.000Z'],
  ['articles', 'source.importedAt', '2020-01-01T00:00:00.000Z'],
  ['articles', 'createdBy.email', 'author@newsroom.test'],
  ['articles', 'authors.user', 'AUTHOR'],
  ['authors', 'user', 'AUTHOR'],
  ['authors', 'user.email', 'author@newsroom.test'],
]

/** Keys that no answer to an outsider may have, anywhere in it. */
const INTERNAL_KEYS = [
  'stage',
  'createdBy',
  'sha256',
  'archive',
  'editedAt',
  'frontMatter',
  'importedAt',
  'user',
  'email',
  'apiKey',
  'hash',
  'salt',
]

const keysOf = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(keysOf)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}

describe.each(outsiders)('%s', (who) => {
  const read = (path: string) => callRest(config, { path, ...credentialsOf(who) })

  test.each([
    '/articles?depth=4',
    '/articles?select[stage]=true&select[createdBy]=true&select[source]=true',
    '/articles?populate[authors][user]=true&populate[users][email]=true&depth=4',
    '/articles?draft=true&depth=3',
    '/articles?joins[createdBy]=true&depth=3',
    '/authors?depth=4',
    '/authors?select[user]=true&populate[users][email]=true&depth=4',
    '/categories?depth=4',
    '/media?depth=4',
    '/redirects?depth=4',
  ])('gets no internal field from %s', async (path) => {
    const { status, body } = await read(path)
    expect(status).toBe(200)
    expect(keysOf(body).filter((key) => INTERNAL_KEYS.includes(key))).toEqual([])
    expect(JSON.stringify(body)).not.toContain(SECRET_TEXT)
  })

  test.each(INTERNAL)(
    'learns nothing from a condition on %s.%s',
    async (collection, field, value) => {
      const wanted = value === 'AUTHOR' ? newsroom.author.id : value
      const answerTo = async (operand: string) => {
        const { status, body } = await read(
          `/${collection}${search({ where: { [field]: { equals: operand } } })}`,
        )
        return { status, found: body.totalDocs ?? 'refused' }
      }
      expect(await answerTo(wanted)).toMatchObject({ found: 'refused' })
      const { status } = await read(
        `/${collection}/count${search({ where: { [field]: { equals: wanted } } })}`,
      )
      expect(status).toBeGreaterThanOrEqual(400)
    },
  )

  test.each([
    ['articles', 'Article', 'Articles', '{ stage: { equals: approved } }'],
    ['articles', 'Article', 'Articles', `{ source__sha256: { equals: "${SECRET_TEXT}" } }`],
  ])('learns nothing from a GraphQL condition on %s', async (_, one, many, where) => {
    const { data, errors } = await callGraphql(config, {
      query: `{ ${many}(where: ${where}) { totalDocs } count${one}s(where: ${where}) { totalDocs } }`,
      ...credentialsOf(who),
    })
    expect(errors.length).toBeGreaterThan(0)
    expect(JSON.stringify(data)).not.toMatch(/[1-9]/)
  })

  test.each(INTERNAL)('learns nothing from sorting by %s.%s', async (collection, field) => {
    const order = async (sort: string): Promise<string> => {
      const { status, body } = await read(`/${collection}?sort=${sort}`)
      return status === 200 ? JSON.stringify(idsOf(body)) : 'refused'
    }
    expect(await order(field)).toBe(await order(`-${field}`))
  })

  test('gets no internal field over GraphQL', async () => {
    const { data } = await callGraphql(config, {
      query: `{ Article(id: "${articleId}") {
        title stage createdBy { id email } source { path sha256 archive frontMatter }
        authors { name user { id email } } } }`,
      ...credentialsOf(who),
    })
    const text = JSON.stringify(data)
    expect(text).not.toContain(SECRET_TEXT)
    expect(text).not.toContain('author@newsroom.test')
    expect(text).not.toContain('approved')
    expect(text).not.toContain(newsroom.author.id)
  })
})

const idsOf = (body: Json): unknown[] =>
  Array.isArray(body.docs) ? body.docs.filter(isObject).map(({ id }) => id) : []

test('an API key of a frontend reads exactly what the public reads', async () => {
  for (const path of [
    '/articles',
    '/articles?draft=true',
    '/authors',
    '/tags',
    '/media',
    '/redirects',
  ]) {
    const [asPublic, asFrontend] = await Promise.all([
      callRest(config, { path }),
      callRest(config, { path, ...newsroom.frontend.credentials }),
    ])
    expect(asFrontend.body).toEqual(asPublic.body)
  }
})

describe('accounts', () => {
  test('nobody sees hashes, salts, sessions or the keys of others', async () => {
    const { body } = await callRest(config, {
      path: '/users?depth=2&limit=50',
      ...newsroom.editor.credentials,
    })
    const text = JSON.stringify(body)
    expect(text).not.toContain(newsroom.frontend.apiKey)
    const internal = ['hash', 'salt', 'apiKey', 'apiKeyIndex', 'sid', 'resetPasswordToken']
    expect(keysOf(body).filter((key) => internal.includes(key))).toEqual([])
  })

  test('nobody registers once there is a user', async () => {
    const answer = await callRest(config, {
      method: 'POST',
      path: '/users/first-register',
      body: { name: 'X', email: 'x@newsroom.test', password: 'a-long-password-1', role: 'admin' },
    })
    expect(answer.status).toBe(403)
  })

  test('a forgotten password is answered alike, whether the address is known or not', async () => {
    const ask = (email: string) =>
      callRest(config, { method: 'POST', path: '/users/forgot-password', body: { email } })
    const [known, unknown] = [await ask(newsroom.author.email), await ask('nobody@newsroom.test')]
    expect({ ...known, headers: null }).toEqual({ ...unknown, headers: null })
  })

  test('a failed login is answered alike, whether the address is known or not', async () => {
    const ask = (email: string) =>
      callRest(config, { method: 'POST', path: '/users/login', body: { email, password: 'wrong' } })
    const [known, unknown] = [await ask(newsroom.stranger.email), await ask('nobody@newsroom.test')]
    expect({ ...known, headers: null }).toEqual({ ...unknown, headers: null })
  })

  test('a contributor sets neither hash, lock, sessions nor reset token on the own account', async () => {
    const where = { id: { equals: newsroom.contributor.id } }
    const read = async () => {
      const { docs } = await payload.db.find<Json & { id: string }>({ collection: 'users', where })
      const user: Json = docs[0] ?? {}
      const { hash, salt, resetPasswordToken, sessions } = user
      return { hash, salt, resetPasswordToken, sessions: JSON.stringify(sessions) }
    }
    const before = await read()
    await callRest(config, {
      method: 'PATCH',
      path: `/users/${newsroom.contributor.id}`,
      body: { hash: 'x', salt: 'y', resetPasswordToken: 'z', sessions: [], loginAttempts: -99 },
      ...newsroom.contributor.credentials,
    })
    expect(await read()).toEqual(before)
  })
})
