import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, portOf, type TestServer } from './openTestServer'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
  const { payload } = server
  const ann = await payload.create({
    collection: 'authors',
    data: { name: 'Ann', bio: 'Writes.', kind: 'person' },
  })
  const tag = await payload.create({ collection: 'tags', data: { name: 'Ink' } })
  for (const title of ['One', 'Two']) {
    await payload.create({
      collection: 'articles',
      data: {
        title,
        excerpt: `About ${title}`,
        locale: 'en',
        stage: 'approved',
        _status: 'published',
        authors: [ann.id],
        tags: [tag.id],
      },
    })
  }
})

afterAll(() => server.close())

type Asked = {
  status: number
  word: string | null
  body: {
    data?: Record<string, never>
    errors?: { message: string; extensions: { code: string } }[]
  }
}

const ask = async (body: unknown, headers: Record<string, string> = {}): Promise<Asked> => {
  const response = await fetch(`${server.address}/api/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  })
  return {
    status: response.status,
    word: response.headers.get('x-cache'),
    body: (await response.json()) as Asked['body'],
  }
}
const dataOf = async (query: string, variables?: unknown) => {
  const { body } = await ask({ query, variables })
  expect(body.errors).toBeUndefined()
  return body.data
}

describe('the projection', () => {
  test('reads a relation under an alias', async () => {
    expect(
      await dataOf('{ Articles(sort: "title") { docs { title writers: authors { name bio } } } }'),
    ).toEqual({
      Articles: {
        docs: [
          { title: 'One', writers: [{ name: 'Ann', bio: 'Writes.' }] },
          { title: 'Two', writers: [{ name: 'Ann', bio: 'Writes.' }] },
        ],
      },
    })
  })

  test('merges a field that is named twice, in fragments and in different roots', async () => {
    const query = `query($yes: Boolean!) {
      first: Articles(sort: "title", limit: 1) { docs { title } docs { ...Lead authors { name } } }
      second: Articles(sort: "-title", limit: 1) { docs { slug authors { bio } ... on Article { tags { slug } } } }
      Tags { docs { name @include(if: $yes) slug @skip(if: $yes) } totalDocs }
    }
    fragment Lead on Article { excerpt authors { slug } }`
    expect(await dataOf(query, { yes: true })).toEqual({
      first: {
        docs: [{ title: 'One', excerpt: 'About One', authors: [{ slug: 'ann', name: 'Ann' }] }],
      },
      second: { docs: [{ slug: 'two', authors: [{ bio: 'Writes.' }], tags: [{ slug: 'ink' }] }] },
      Tags: { docs: [{ name: 'Ink' }], totalDocs: 1 },
    })
  })

  test('pages alike with and without a count', async () => {
    const titles = async (rest: string) =>
      JSON.stringify(
        await dataOf(`{ Articles(sort: "title", limit: 1, page: 2) { docs { title } ${rest} } }`),
      )
    expect(await titles('')).toContain('Two')
    expect(await titles('totalDocs hasNextPage')).toMatch(/Two.*"totalDocs":2,"hasNextPage":false/)
  })
})

describe('the cache of queries', () => {
  const query = 'query($limit: Int) { Tags(limit: $limit) { docs { name } } }'

  test('answers a repeated query from memory, however its variables are spelled', async () => {
    const first = await ask({ query, variables: { limit: 3 } })
    const second = await ask({ query, variables: { limit: 3 } })
    const third = await ask({ variables: { limit: 3 }, operationName: null, query })
    expect([first.word, second.word, third.word]).toEqual(['miss', 'hit', 'hit'])
    expect(second.body).toEqual(first.body)
  })

  test('answers the same by GET', async () => {
    const search = new URLSearchParams({ query, variables: '{"limit":3}' }).toString()
    const response = await fetch(`${server.address}/api/graphql?${search}`)
    expect(response.headers.get('etag')).toMatch(/^"/)
    expect(await response.json()).toEqual((await ask({ query, variables: { limit: 3 } })).body)
  })

  test('keeps no draft, no mutation and no answer with errors', async () => {
    const draft = '{ Articles(draft: true) { docs { title } } }'
    const mutation = 'mutation { createTag(data: { name: "X" }) { id } }'
    for (const one of [draft, mutation]) {
      expect([(await ask({ query: one })).word, (await ask({ query: one })).word]).toEqual([
        'bypass',
        'bypass',
      ])
    }
    expect((await ask({ query: '{ Users { docs { email } } }' })).word).toBeNull()
  })
})

describe('persisted queries', () => {
  const query = '{ Tags { docs { slug } } }'
  const extensions = {
    persistedQuery: { version: 1, sha256Hash: createHash('sha256').update(query).digest('hex') },
  }

  test('are asked for by hash once they were sent', async () => {
    const unknown = await ask({ extensions })
    expect(unknown.body.errors?.[0]).toMatchObject({
      message: 'PersistedQueryNotFound',
      extensions: { code: 'PERSISTED_QUERY_NOT_FOUND' },
    })
    const sent = await ask({ query, extensions })
    const search = new URLSearchParams({ extensions: JSON.stringify(extensions) }).toString()
    const response = await fetch(`${server.address}/api/graphql?${search}`)
    expect(await response.json()).toEqual(sent.body)
  })

  test('are all that the public may send where there is a list, by hash or whole', async () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'galley-list-'))
    const file = path.join(folder, 'queries.json')
    const listed = '{ Tags(limit: 3) { docs { name } } }'
    const id = createHash('sha256').update(listed).digest('hex')
    writeFileSync(file, JSON.stringify({ format: 'x', operations: [{ id, body: listed }] }))
    const { createApp } = await import('../../../src/server/createApp')
    const { readSettings } = await import('../../../src/server/settings')
    const host = createServer(
      createApp({
        payload: server.payload,
        logger: pino({ level: 'silent' }),
        readiness: server.readiness,
        settings: readSettings({ GRAPHQL_ALLOW_LIST: file }),
      }),
    )
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve))
    const send = async (body: object, headers = {}) => {
      const response = await fetch(`http://127.0.0.1:${portOf(host)}/api/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      })
      return { status: response.status, text: await response.text() }
    }
    try {
      const wanted = { status: 200, text: '{"data":{"Tags":{"docs":[{"name":"Ink"}]}}}' }
      const persistedQuery = { version: 1, sha256Hash: id }
      expect(await send({ extensions: { persistedQuery } })).toEqual(wanted)
      expect(await send({ query: listed })).toEqual(wanted)
      const other = createHash('sha256').update(query).digest('hex')
      for (const refused of [
        { query },
        { query: ` ${listed}` },
        { query, extensions: { persistedQuery: { version: 1, sha256Hash: other } } },
        { query: 'mutation { deleteTag(id: "1") { id } }' },
        { query: '{ __schema { types { name } } }' },
      ]) {
        const { status, text } = await send(refused)
        expect([status, text.includes('graphql-query-not-allowed')]).toEqual([403, true])
      }
      expect((await send([{ query: listed }, { query }])).status).toBe(403)
    } finally {
      host.closeAllConnections()
      host.close()
      rmSync(folder, { recursive: true })
    }
  })

  test('refuse a hash that is not that of the query', async () => {
    expect((await ask({ query: '{ __typename }', extensions })).status).toBe(400)
  })
})

describe('the limits', () => {
  const nested = (levels: number): string =>
    `{ Categories { docs ${'{ parent '.repeat(levels)}{ name }${' }'.repeat(levels)} } }`

  test.each([
    ['depth', nested(12)],
    ['aliases', `{ ${Array.from({ length: 31 }, (_, n) => `a${n}: Tags { limit }`).join(' ')} }`],
    [
      'aliases in fragments',
      `{ Tags { docs { ...A ...A ...A ...A } } } fragment A on Tag { ${Array.from({ length: 8 }, (_, n) => `a${n}: name`).join(' ')} }`,
    ],
    [
      'complexity',
      `{ ${Array.from({ length: 29 }, (_, n) => `a${n}: Articles { docs { authors { name } tags { name } categories { name parent { name parent { name } } } related { title tags { name } } } }`).join(' ')} }`,
    ],
    ['introspection', '{ __schema { types { name } } }'],
  ])('refuse too much %s', async (_, query) => {
    const { status, body } = await ask({ query })
    expect([status, body.errors?.[0]?.extensions.code]).toEqual([400, 'graphql-malformed'])
  })

  test('take a batch up to its greatest size', async () => {
    const one = { query: '{ Tags { docs { slug } } }' }
    const answer = await ask([one, one])
    expect(answer.body).toEqual([(await ask(one)).body, (await ask(one)).body])
    expect((await ask(Array.from({ length: 11 }, () => one))).status).toBe(400)
  })
})
