import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { graphqlApi, restApi, search } from '../harness/contentApi'
import { CALLERS, createNewsroom, isPerson, type Caller, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, type Credentials } from '../harness/rest'

const STAGES = ['draft', 'in-review', 'changes-requested', 'approved'] as const
type Stage = (typeof STAGES)[number]

/** Who may make which move with an own article, as ARCHITECTURE.md says. What is not here nobody may. */
const ALLOWED: Record<string, string> = {
  'draft > in-review': 'admin editor author contributor',
  'draft > approved': 'admin editor',
  'in-review > draft': 'admin editor author',
  'in-review > changes-requested': 'admin editor',
  'in-review > approved': 'admin editor',
  'changes-requested > in-review': 'admin editor author contributor',
  'changes-requested > approved': 'admin editor',
  'approved > draft': 'admin editor',
  'approved > changes-requested': 'admin editor',
}

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom
let count = 0

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
})

afterAll(() => installation.close())

const credentialsOf = (caller: Caller): Credentials =>
  caller === 'public' ? {} : newsroom[caller].credentials

const write = async (owner: string | undefined, stage: Stage = 'draft', more = {}) => {
  count += 1
  const data = { title: `Article ${count}`, locale: 'en', stage, createdBy: owner, ...more }
  const { id } = await payload.create({
    collection: 'articles',
    data: { ...data, _status: 'draft' },
    draft: true,
  })
  return id
}

const latest = (id: string) =>
  payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })

/** The stage, as the newest version and as the stored document have it: they must agree. */
const stageOf = async (id: string): Promise<string> => {
  const stages = [
    (await latest(id)).stage,
    (await payload.findByID({ collection: 'articles', id, depth: 0 })).stage,
  ]
  expect(stages[1]).toBe(stages[0])
  return stages[0] ?? ''
}

const NOTE = { stageNote: 'Please name the source.' }

type Way = (id: string, to: Stage, caller: Credentials) => Promise<unknown>

const WAYS: Record<string, Way> = {
  'REST, by id': (id, to, caller) =>
    restApi(config, caller).update('articles', id, { stage: to, ...NOTE }),
  'REST, in bulk': (id, to, caller) =>
    callRest(config, {
      method: 'PATCH',
      path: `/articles${search({ where: { id: { in: [id] } } })}`,
      body: { stage: to, ...NOTE },
      ...caller,
    }),
  'REST, the endpoint': (id, to, caller) =>
    callRest(config, {
      method: 'POST',
      path: `/articles/${id}/move`,
      body: { to, note: NOTE.stageNote },
      ...caller,
    }),
  GraphQL: (id, to, caller) =>
    graphqlApi(config, caller).update('articles', id, { stage: to, ...NOTE }),
}

describe.each(Object.entries(WAYS))('over %s', (_, move) => {
  test.each(CALLERS)('%s moves an own article along the allowed edges alone', async (caller) => {
    const me = isPerson(caller) ? newsroom[caller].id : undefined
    // A key that writes moves what an editor moves.
    const mover = caller === 'writer' ? 'editor' : caller
    const credentials = credentialsOf(caller)
    const done: string[] = []
    const expected: string[] = []
    for (const from of STAGES) {
      for (const to of STAGES) {
        if (from === to) continue
        const edge = `${from} > ${to}`
        if (ALLOWED[edge]?.split(' ').includes(mover)) expected.push(edge)
        const id = await write(me, from)
        await move(id, to, credentials)
        const now = await stageOf(id)
        expect([from, to]).toContain(now)
        if (now === to) done.push(edge)
      }
    }
    expect(done).toEqual(expected)
  })

  test("a writer doesn't move another's article", async () => {
    for (const caller of ['author', 'contributor'] as const) {
      const id = await write(newsroom.stranger.id)
      await move(id, 'in-review', credentialsOf(caller))
      expect(await stageOf(id)).toBe('draft')
    }
  })
})

describe('a move', () => {
  const asUser = async (role: 'editor' | 'contributor') => ({
    ...(await payload.findByID({ collection: 'users', id: newsroom[role].id, depth: 0 })),
    collection: 'users' as const,
  })

  test('is checked in the Local API with a user', async () => {
    const id = await write(newsroom.contributor.id)
    const move = (stage: Stage, user: Awaited<ReturnType<typeof asUser>>) =>
      payload.update({ collection: 'articles', id, data: { stage }, draft: true, user })
    await expect(move('approved', await asUser('contributor'))).rejects.toMatchObject({
      status: 403,
      data: { code: 'move-forbidden' },
    })
    await expect(move('changes-requested', await asUser('editor'))).rejects.toMatchObject({
      status: 400,
      data: { code: 'move-unknown' },
    })
  })

  test('that needs a note is refused without one', async () => {
    const id = await write(newsroom.contributor.id, 'in-review')
    const { body, status } = await callRest(config, {
      method: 'POST',
      path: `/articles/${id}/move`,
      body: { to: 'changes-requested', note: '  ' },
      ...newsroom.editor.credentials,
    })
    expect([status, JSON.stringify(body)]).toEqual([
      400,
      expect.stringContaining('move-note-missing'),
    ])
    expect(await stageOf(id)).toBe('in-review')
  })

  test('to no stage at all is refused', async () => {
    const id = await write(newsroom.contributor.id)
    const { status } = await callRest(config, {
      method: 'POST',
      path: `/articles/${id}/move`,
      body: { to: 'printed' },
      ...newsroom.editor.credentials,
    })
    expect(status).toBe(400)
  })

  test('keeps the newest text, in bulk too', async () => {
    const id = await write(newsroom.contributor.id)
    await payload.update({ collection: 'articles', id, data: { title: 'Newest' }, draft: true })
    await WAYS['REST, in bulk']?.(id, 'in-review', newsroom.editor.credentials)
    expect(await latest(id)).toMatchObject({ title: 'Newest', stage: 'in-review' })
  })

  test('ends the right of a contributor to change the article', async () => {
    const id = await write(newsroom.contributor.id)
    const api = restApi(config, newsroom.contributor.credentials)
    await api.update('articles', id, { stage: 'in-review' })
    const { ok } = await api.update('articles', id, { title: 'After' }, { draft: true })
    expect([ok, (await latest(id)).title]).not.toContain('After')
    expect(ok).toBe(false)
  })

  test('is not made by autosave nor by a form, which send the stage that they have read', async () => {
    const id = await write(newsroom.editor.id, 'in-review')
    const { credentials } = newsroom.editor
    const data = { title: 'By form', stage: 'draft' }
    await callRest(config, {
      method: 'PATCH',
      path: `/articles/${id}?autosave=true&draft=true`,
      body: { ...data, title: 'By autosave' },
      ...credentials,
    })
    expect(await latest(id)).toMatchObject({ title: 'By autosave', stage: 'in-review' })
    const body = new FormData()
    body.set('_payload', JSON.stringify(data))
    await callRest(config, {
      method: 'PATCH',
      path: `/articles/${id}?draft=true`,
      body,
      ...credentials,
    })
    expect(await latest(id)).toMatchObject({ title: 'By form', stage: 'in-review' })
  })

  test('is not made by restoring a version', async () => {
    const id = await write(newsroom.contributor.id)
    const { title } = await latest(id)
    await payload.update({ collection: 'articles', id, data: { title: 'Later' }, draft: true })
    await WAYS['REST, by id']?.(id, 'in-review', newsroom.contributor.credentials)
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version.title': { equals: title } }] },
    })
    await restApi(config, newsroom.editor.credentials).restore('articles', docs[0]?.id ?? '', {
      draft: true,
    })
    expect(await latest(id)).toMatchObject({ title, stage: 'in-review' })
  })

  test('is undone in a copy, which begins as a draft', async () => {
    const id = await write(newsroom.author.id, 'approved')
    const { doc } = await restApi(config, newsroom.author.credentials).duplicate('articles', id, {
      title: 'Copy',
    })
    expect((await latest(String(doc?.id))).stage).toBe('draft')
  })

  test('may stand in a new article where the way from draft is allowed', async () => {
    const create = async (stage: Stage, who: 'contributor' | 'editor') => {
      const data = { title: `New ${(count += 1)}`, locale: 'en', stage }
      const api = restApi(config, newsroom[who].credentials)
      return (await api.create('articles', data, { draft: true })).ok
    }
    expect(await create('in-review', 'contributor')).toBe(true)
    expect(await create('approved', 'contributor')).toBe(false)
    expect(await create('changes-requested', 'editor')).toBe(false)
    expect(await create('approved', 'editor')).toBe(true)
  })
})

describe('publishing', () => {
  test('approves', async () => {
    const id = await write(newsroom.contributor.id, 'in-review')
    await restApi(config, newsroom.editor.credentials).update('articles', id, {
      _status: 'published',
    })
    expect(await stageOf(id)).toBe('approved')
  })

  test('that asks for another stage approves all the same', async () => {
    const id = await write(newsroom.contributor.id)
    const data = { _status: 'published', stage: 'draft' }
    await restApi(config, newsroom.editor.credentials).update('articles', id, data)
    expect(await stageOf(id)).toBe('approved')
  })
})

describe('who is told', () => {
  const toldTo = async (user: string, article: string) => {
    const { docs } = await payload.find({
      collection: 'notifications',
      where: { and: [{ user: { equals: user } }, { article: { equals: article } }] },
      depth: 0,
    })
    return docs.map(({ kind, text }) => [kind, text ?? null])
  }

  test('editors and admins of a submission, its writer of the answer, with the note', async () => {
    const id = await write(newsroom.contributor.id)
    const { contributor, editor, admin, author } = newsroom
    await WAYS['REST, the endpoint']?.(id, 'in-review', contributor.credentials)
    await WAYS['REST, the endpoint']?.(id, 'changes-requested', editor.credentials)
    expect(await toldTo(editor.id, id)).toEqual([['review-asked', NOTE.stageNote]])
    expect(await toldTo(admin.id, id)).toHaveLength(1)
    expect(await toldTo(author.id, id)).toEqual([])
    expect(await toldTo(contributor.id, id)).toEqual([['changes-requested', NOTE.stageNote]])
    const { docs } = await payload.find({
      collection: 'comments',
      where: { article: { equals: id } },
    })
    expect(docs).toMatchObject([{ kind: 'note', text: NOTE.stageNote, author: { id: editor.id } }])
  })

  test('the writer of the publication, and not of an autosave on what is published', async () => {
    const id = await write(newsroom.contributor.id, 'approved')
    const { credentials } = newsroom.editor
    await restApi(config, credentials).update('articles', id, { _status: 'published' })
    await callRest(config, {
      method: 'PATCH',
      path: `/articles/${id}?autosave=true&draft=true`,
      body: { title: 'Typing' },
      ...credentials,
    })
    expect(await toldTo(newsroom.contributor.id, id)).toEqual([['published', null]])
  })

  test('colleagues who are mentioned, once, and the writer of a comment', async () => {
    const id = await write(newsroom.contributor.id)
    const text = 'What do you think, @Author? And @author-2?'
    await restApi(config, newsroom.editor.credentials).create('comments', { article: id, text })
    expect(await toldTo(newsroom.author.id, id)).toEqual([['mention', text]])
    expect(await toldTo(newsroom.contributor.id, id)).toEqual([['comment', text]])
    expect(await toldTo(newsroom.editor.id, id)).toEqual([])
  })
})

test('a comment answers comments on the same article alone', async () => {
  const { credentials } = newsroom.editor
  const api = restApi(config, credentials)
  const [one, other] = [await write(newsroom.editor.id), await write(newsroom.editor.id)]
  const { doc } = await api.create('comments', { article: one, text: 'First' })
  const answer = { text: 'Answer', parent: doc?.id }
  expect((await api.create('comments', { article: other, ...answer })).ok).toBe(false)
  expect((await api.create('comments', { article: one, ...answer })).ok).toBe(true)
})

test('comments and notifications go with the article that is deleted for good', async () => {
  const id = await write(newsroom.contributor.id)
  const api = restApi(config, newsroom.editor.credentials)
  await api.create('comments', { article: id, text: 'Soon gone' })
  await api.remove('articles', id)
  const where = { text: { equals: 'Soon gone' } }
  expect((await payload.count({ collection: 'comments', where })).totalDocs).toBe(0)
  expect((await payload.count({ collection: 'notifications', where })).totalDocs).toBe(0)
})
