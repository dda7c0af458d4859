import type { CollectionSlug, Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { graphqlApi, restApi, search, type ContentApi } from '../harness/contentApi'
import { createNewsroom, isPerson, type Caller, type Newsroom } from '../harness/newsroom'
import { newApiKey } from '../../collections/security/apiKeys'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, type Credentials, type Json } from '../harness/rest'
import { ACCESS_TABLE } from './accessTable'

/** Tries an operation and tells whether it had its effect. `me` is the caller's id. */
type Attempt = (world: {
  api: ContentApi
  me: string | undefined
  credentials: Credentials
}) => Promise<boolean>

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

/** Operations that GraphQL doesn't have. */
const REST_ONLY: ReadonlySet<string> = new Set([
  'articles: publish own in bulk',
  'media: upload',
  'payload-jobs: run',
  "users: read another's e-mail",
  'second-factors: read',
  'api-keys: read',
  'api-keys: make',
  'api-keys: revoke',
  'api-keys: change',
  'api-keys: delete',
])

const APIS = { REST: restApi, GraphQL: graphqlApi } as const

describe.each(Object.entries(APIS))('over %s', (apiName, apiFor) => {
  for (const row of ACCESS_TABLE) {
    if (apiName === 'GraphQL' && REST_ONLY.has(row.operation)) continue
    for (const [caller, isAllowed] of row.cells) {
      test(`${row.operation}: ${caller} ${isAllowed ? 'may' : 'may not'}`, async () => {
        const credentials = credentialsOf(caller)
        const api = apiFor(config, credentials)
        const me = isPerson(caller) ? newsroom[caller].id : undefined
        expect(await attempts[row.operation]?.({ api, me, credentials })).toBe(isAllowed)
      })
    }
  }
})

const credentialsOf = (caller: Caller): Credentials =>
  caller === 'public' ? {} : newsroom[caller].credentials

const HOUR = 3_600_000
const hoursFromNow = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()
const unique = (name: string): string => `${name} ${(count += 1)}`

type ArticleData = {
  cover?: string
  owner?: string
  status?: 'draft' | 'published'
  stage?: 'draft' | 'in-review' | 'changes-requested' | 'approved'
  publishedAt?: string
  expiresAt?: string
  deletedAt?: string
}

const createArticle = async ({
  owner,
  status = 'draft',
  ...data
}: ArticleData): Promise<string> => {
  const article = await payload.create({
    collection: 'articles',
    data: {
      title: unique('Article'),
      locale: 'en',
      stage: 'draft',
      publishedAt: hoursFromNow(-1),
      ...data,
      createdBy: owner ?? newsroom.stranger.id,
      _status: status,
    },
    draft: status === 'draft',
  })
  return article.id
}

/** An article whose newer text is a draft on top of the published one. */
const createChangedArticle = async (): Promise<string> => {
  const id = await createArticle({ status: 'published' })
  await payload.update({
    collection: 'articles',
    id,
    data: { title: 'Unpublished change', _status: 'draft' },
    draft: true,
  })
  return id
}

/** Reads a document in every way there is; all must agree. */
const reads =
  (
    collection: CollectionSlug,
    make: (me: string | undefined) => Promise<string>,
    trash = false,
  ): Attempt =>
  async ({ api, me }) => {
    const id = await make(me)
    const where = { id: { equals: id } }
    const flags = trash ? { trash } : {}
    const seen = [
      (await api.get(collection, id, flags)).doc?.id === id,
      (await api.list(collection, { where, ...flags })).docs.length === 1,
      ...(collection === 'articles'
        ? [
            (await api.get(collection, id, { draft: true, ...flags })).doc?.id === id,
            (await api.list(collection, { where, draft: true, ...flags })).docs.length === 1,
          ]
        : []),
    ]
    if (new Set(seen).size > 1)
      throw new Error(`by id, list, draft by id, draft list: ${seen.join()}`)
    return seen[0] ?? false
  }

const agreed = (ok: boolean, isDone: boolean, message: string): boolean => {
  if (ok !== isDone) throw new Error(`answered ${ok ? 'yes' : 'no'}, done: ${isDone}. ${message}`)
  return isDone
}

const stored = async (collection: CollectionSlug, where: Json): Promise<Json | undefined> => {
  const { docs } = await payload.db.find<Json & { id: string }>({
    collection,
    where: JSON.parse(JSON.stringify(where)),
    limit: 1,
  })
  return docs[0]
}

const byId = (id: string): Json => ({ id: { equals: id } })

const creates =
  (collection: CollectionSlug, make: () => { data: Json; find: Json }): Attempt =>
  async ({ api }) => {
    const { data, find } = make()
    const { ok, message } = await api.create(collection, data)
    return agreed(ok, Boolean(await stored(collection, find)), message)
  }

const updates =
  (
    collection: CollectionSlug,
    make: (me: string | undefined) => Promise<string>,
    data: () => Json,
  ): Attempt =>
  async ({ api, me }) => {
    const id = await make(me)
    const change = data()
    const { ok, message } = await api.update(collection, id, change)
    const now = await stored(collection, byId(id))
    const isDone = Object.entries(change).every(([name, value]) => now?.[name] === value)
    return agreed(ok, isDone, message)
  }

/** Like `updates`, for fields that are dropped in silence where the caller may not write them. */
const changes =
  (
    collection: CollectionSlug,
    make: (me: string | undefined) => Promise<string>,
    data: () => Json,
  ): Attempt =>
  async ({ api, me }) => {
    const id = await make(me)
    const change = data()
    await api.update(collection, id, change)
    const now = await stored(collection, byId(id))
    return Object.entries(change).every(([name, value]) => now?.[name] === value)
  }

/** A comment of the stranger on an article of `owner`. */
const createComment = async (owner?: string): Promise<string> => {
  const article = await createArticle({ owner })
  const user = await payload.findByID({ collection: 'users', id: newsroom.stranger.id })
  const data = {
    article,
    text: unique('Comment'),
    kind: 'comment' as const,
    owner: owner ?? user.id,
  }
  return (await payload.create({ collection: 'comments', data, user })).id
}

const createNotification = async (user = newsroom.stranger.id): Promise<string> => {
  const data = { user, kind: 'comment' as const, title: unique('Told') }
  return (await payload.create({ collection: 'notifications', data })).id
}

const commentsOn =
  (make: (me: string | undefined) => Promise<string>): Attempt =>
  async ({ api, me }) => {
    const text = unique('Comment')
    const { ok, message } = await api.create('comments', { article: await make(me), text })
    return agreed(ok, Boolean(await stored('comments', { text: { equals: text } })), message)
  }

const removes =
  (collection: CollectionSlug, make: (me: string | undefined) => Promise<string>): Attempt =>
  async ({ api, me }) => {
    const id = await make(me)
    const { ok, message } = await api.remove(collection, id)
    return agreed(ok, !(await stored(collection, byId(id))), message)
  }

const updatesArticle =
  (data: (me: string | undefined) => ArticleData): Attempt =>
  async ({ api, me }) => {
    const id = await createArticle(data(me))
    const title = unique('Changed')
    const { ok, message } = await api.update('articles', id, { title }, { draft: true })
    const latest = await payload.findByID({ collection: 'articles', id, draft: true })
    return agreed(ok, latest.title === title, message)
  }

/** Whether the public sees the article, whatever was answered. */
const isPublished = async (id: string): Promise<boolean> =>
  (await restApi(config, {}).get('articles', id)).ok

/** Tries each way to publish an own draft; all must come to the same. */
const publishes =
  (change: Json, options?: { draft?: boolean }): Attempt =>
  async ({ api, me }) => {
    const id = await createArticle({ owner: me })
    await api.update('articles', id, change, options)
    return isPublished(id)
  }

const publishesInBulk: Attempt = async ({ me, credentials }) => {
  const id = await createArticle({ owner: me })
  await callRest(config, {
    method: 'PATCH',
    path: `/articles${search({ where: byId(id) })}`,
    body: { _status: 'published' },
    ...credentials,
  })
  return isPublished(id)
}

const createsPublished: Attempt = async ({ api }) => {
  const title = unique('Published at once')
  await api.create('articles', { title, locale: 'en', _status: 'published' })
  const { docs } = await restApi(config, {}).list('articles', {
    where: { title: { equals: title } },
  })
  return docs.length === 1
}

/** An own draft that was published once: restoring that version would publish it again. */
const restoresPublished: Attempt = async ({ api, me }) => {
  const id = await createArticle({ owner: me, status: 'published' })
  await payload.update({ collection: 'articles', id, data: { _status: 'draft' } })
  const { docs } = await payload.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version._status': { equals: 'published' } }] },
  })
  await api.restore('articles', docs[0]?.id ?? '')
  return isPublished(id)
}

const restoresDraft: Attempt = async ({ api, me }) => {
  const id = await createArticle({ owner: me })
  const { title } = await payload.findByID({ collection: 'articles', id, draft: true })
  await payload.update({
    collection: 'articles',
    id,
    data: { title: unique('Later') },
    draft: true,
  })
  const { docs } = await payload.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { equals: id } }, { 'version.title': { equals: title } }] },
  })
  const { ok, message } = await api.restore('articles', docs[0]?.id ?? '', { draft: true })
  const now = await payload.findByID({ collection: 'articles', id, draft: true })
  return agreed(ok, now.title === title, message)
}

const schedules: Attempt = async ({ me, credentials, api }) => {
  const id = await createArticle({ owner: me })
  const input = { type: 'publish', doc: { relationTo: 'articles', value: id } }
  const data = { taskSlug: 'schedulePublish', queue: 'default', input }
  await callRest(config, { method: 'POST', path: '/payload-jobs', body: data, ...credentials })
  await api.create('payload-jobs', { ...data, taskSlug: 'schedulePublish' })
  // What the panel queues runs in the name of the user who asked for it.
  if (me) {
    const user = { relationTo: 'users' as const, value: me }
    const doc = { relationTo: 'articles' as const, value: id }
    await payload.jobs.queue({ task: 'schedulePublish', input: { type: 'publish', doc, user } })
  }
  await payload.jobs.run({ silent: true })
  return isPublished(id)
}

const unpublishes: Attempt = async ({ api, me }) => {
  const id = await createArticle({ owner: me, status: 'published' })
  await api.update('articles', id, { _status: 'draft' })
  await api.update('articles', id, { _status: 'draft' }, { draft: true })
  return !(await isPublished(id))
}

const trashes: Attempt = async ({ api, me }) => {
  const id = await createArticle({ owner: me })
  const { ok, message } = await api.update('articles', id, { deletedAt: hoursFromNow(0) })
  return agreed(ok, Boolean((await stored('articles', byId(id)))?.deletedAt), message)
}

const restoresFromTrash: Attempt = async ({ api, me }) => {
  const id = await createArticle({ owner: me, deletedAt: hoursFromNow(-1) })
  const { ok, message } = await api.update('articles', id, { deletedAt: null }, { trash: true })
  return agreed(ok, !(await stored('articles', byId(id)))?.deletedAt, message)
}

const duplicates: Attempt = async ({ api, me }) => {
  const id = await createArticle({ owner: me, status: 'published' })
  const title = unique('Copy')
  const { ok, message } = await api.duplicate('articles', id, { title, locale: 'en' })
  const copy = await stored('articles', { title: { equals: title } })
  if (copy?._status === 'published' && (copy.createdBy ?? undefined) !== me)
    throw new Error('copied with its owner')
  return agreed(ok, Boolean(copy), message)
}

const readsVersions =
  (make: (me: string | undefined) => ArticleData): Attempt =>
  async ({ api, me }) => {
    const id = await createArticle(make(me))
    return (await api.versions('articles', id)).docs.length > 0
  }

const readsUnpublishedChange: Attempt = async ({ api }) => {
  const id = await createChangedArticle()
  const answers = [
    await api.get('articles', id, { draft: true }),
    await api.list('articles', { where: byId(id), draft: true }),
    await api.get('articles', id),
  ]
  return JSON.stringify(answers).includes('Unpublished change')
}

const webhookData = {
  url: 'https://hooks.example.org/x',
  secret: 'a-long-secret-of-a-hook',
  events: ['publish' as const],
  active: false,
}

const make = {
  categories: async () =>
    (await payload.create({ collection: 'categories', data: { name: unique('Category') } })).id,
  tags: async () =>
    (await payload.create({ collection: 'tags', data: { name: unique('Tag') } })).id,
  authors: async () =>
    (
      await payload.create({
        collection: 'authors',
        data: { name: unique('Author'), kind: 'person' },
      })
    ).id,
  redirects: async () =>
    (
      await payload.create({
        collection: 'redirects',
        data: { from: `/${unique('from')}`, type: '301', to: { url: '/' } },
      })
    ).id,
  imports: async () =>
    (
      await payload.create({
        collection: 'imports',
        data: { title: unique('Run'), status: 'finished' },
      })
    ).id,
  webhooks: async () =>
    (
      await payload.create({
        collection: 'webhooks',
        data: { name: unique('Hook'), ...webhookData },
      })
    ).id,
  deliveries: async () =>
    (
      await payload.create({
        collection: 'webhook-deliveries',
        data: { title: unique('Delivery'), event: 'publish', state: 'delivered' },
      })
    ).id,
  activity: async () =>
    (
      await payload.create({
        collection: 'activity',
        data: { title: unique('Act'), action: 'update' },
      })
    ).id,
  users: async () => {
    const name = unique('User').replace(' ', '-')
    const data = {
      name,
      email: `${name}@newsroom.test`,
      password: 'a-long-password-1',
      role: 'author' as const,
    }
    return (await payload.create({ collection: 'users', data })).id
  },
  jobs: async () =>
    (
      await payload.db.create({
        collection: 'payload-jobs',
        data: { queue: 'kept', input: {}, waitUntil: hoursFromNow(99) },
      })
    ).id.toString(),
  locks: async () => {
    const article = await createArticle({})
    const lock = await payload.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'articles', value: article },
        user: { relationTo: 'users', value: newsroom.stranger.id },
      },
    })
    return lock.id
  },
  preferences: async () =>
    (
      await payload.db.create({
        collection: 'payload-preferences',
        data: {
          key: unique('preference'),
          value: {},
          user: { relationTo: 'users', value: newsroom.stranger.id },
        },
      })
    ).id.toString(),
  kv: async () =>
    (
      await payload.db.create({ collection: 'payload-kv', data: { key: unique('kv'), data: {} } })
    ).id.toString(),
  changes: async () =>
    (
      await payload.db.create({
        collection: 'change-log',
        data: { at: Date.now(), process: 'another', changes: [] },
      })
    ).id.toString(),
  secondFactors: async () =>
    (
      await payload.db.create({
        collection: 'second-factors',
        data: { user: unique('user'), secret: 'x', lastStep: 0, failures: 0, revision: 0 },
      })
    ).id.toString(),
}

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A picture with bytes of its own: a comment after the last chunk makes each file another one. */
const pictureBytes = (): Buffer => Buffer.concat([PIXEL, Buffer.from(unique('tail'))])

const createMedia = async (owner?: string): Promise<string> => {
  const data = pictureBytes()
  const media = await payload.create({
    collection: 'media',
    data: { createdBy: owner ?? newsroom.stranger.id },
    file: { data, name: 'dot.png', mimetype: 'image/png', size: data.length },
  })
  return media.id
}

const createShown = async (status: 'draft' | 'published'): Promise<string> => {
  const cover = await createMedia()
  await createArticle({ status, cover })
  return cover
}

const uploads: Attempt = async ({ credentials }) => {
  const alt = unique('Uploaded')
  const form = new FormData()
  form.set('file', new File([new Uint8Array(pictureBytes())], 'dot.png', { type: 'image/png' }))
  form.set('_payload', JSON.stringify({ alt }))
  const answer = await callRest(config, {
    method: 'POST',
    path: '/media',
    body: form,
    ...credentials,
  })
  return agreed(
    answer.ok,
    Boolean(await stored('media', { alt: { equals: alt } })),
    JSON.stringify(answer.body),
  )
}

const named = (name: string) => () => ({ name: unique(name) })

const createsNamed = (collection: CollectionSlug, more: Json = {}): Attempt =>
  creates(collection, () => {
    const name = unique('New')
    return { data: { name, ...more }, find: { name: { equals: name } } }
  })

const createsTitled = (collection: CollectionSlug, more: Json): Attempt =>
  creates(collection, () => {
    const title = unique('New')
    return { data: { title, ...more }, find: { title: { equals: title } } }
  })

const setsOwnRole: Attempt = async ({ api, me }) => {
  if (!me) return false
  const before = await stored('users', byId(me))
  await api.update('users', me, { role: before?.role === 'editor' ? 'author' : 'editor' })
  const after = await stored('users', byId(me))
  const isChanged = after?.role !== before?.role
  await payload.db.updateOne({ collection: 'users', id: me, data: { role: before?.role } })
  return isChanged
}

const setsOwnName: Attempt = async ({ api, me }) => {
  if (!me) return false
  const name = unique('Renamed')
  const { ok, message } = await api.update('users', me, { name })
  return agreed(ok, (await stored('users', byId(me)))?.name === name, message)
}

/** Whether an answer shows the e-mail address of another user, in whatever way it is asked for. */
const readsEmail: Attempt = async ({ credentials }) => {
  const answer = await callRest(config, { path: '/users?depth=2&limit=100', ...credentials })
  return JSON.stringify(answer.body).includes(newsroom.stranger.email)
}

const createKey = async (): Promise<string> => {
  const { prefix, digest } = newApiKey()
  const data = { name: unique('Key'), scopes: ['write' as const], prefix, digest }
  return (await payload.create({ collection: 'api-keys', data })).id
}

const makesKey: Attempt = async ({ credentials }) => {
  const name = unique('Made')
  const body = { name, scopes: ['read-published'] }
  const answer = await callRest(config, { method: 'POST', path: '/api-keys', body, ...credentials })
  const isDone = Boolean(await stored('api-keys', { name: { equals: name } }))
  return agreed(answer.ok, isDone, JSON.stringify(answer.body))
}

const revokesKey: Attempt = async ({ credentials }) => {
  const id = await createKey()
  const path = `/api-keys/${id}/revoke`
  const answer = await callRest(config, { method: 'POST', path, body: {}, ...credentials })
  const isDone = Boolean((await stored('api-keys', byId(id)))?.revokedAt)
  return agreed(answer.ok, isDone, JSON.stringify(answer.body))
}

const runsJobs: Attempt = async ({ credentials }) =>
  (await callRest(config, { path: '/payload-jobs/run', ...credentials })).ok

const ownDraft = (me?: string): ArticleData => ({ owner: me })

const attempts: Record<string, Attempt> = {
  'articles: read published': reads('articles', () => createArticle({ status: 'published' })),
  'articles: read before its date': reads('articles', () =>
    createArticle({ status: 'published', publishedAt: hoursFromNow(1) }),
  ),
  'articles: read expired': reads('articles', () =>
    createArticle({ status: 'published', expiresAt: hoursFromNow(-0.5) }),
  ),
  'articles: read own draft': reads('articles', (me) => createArticle({ owner: me })),
  "articles: read another's draft": reads('articles', () => createArticle({})),
  "articles: read another's in the trash": reads(
    'articles',
    () => createArticle({ status: 'published', deletedAt: hoursFromNow(-1) }),
    true,
  ),
  'articles: read the unpublished change of a published one': readsUnpublishedChange,
  'articles: read versions of own': readsVersions(ownDraft),
  "articles: read versions of another's": readsVersions(() => ({})),
  'articles: create a draft': async ({ api }) => {
    const title = unique('Draft')
    const { ok, message } = await api.create('articles', { title, locale: 'en' }, { draft: true })
    return agreed(ok, Boolean(await stored('articles', { title: { equals: title } })), message)
  },
  'articles: create published': createsPublished,
  'articles: change own draft': updatesArticle(ownDraft),
  'articles: change own draft in review': updatesArticle((me) => ({
    owner: me,
    stage: 'in-review',
  })),
  'articles: change own with changes requested': updatesArticle((me) => ({
    owner: me,
    stage: 'changes-requested',
  })),
  'articles: change own approved': updatesArticle((me) => ({ owner: me, stage: 'approved' })),
  'articles: change own published': updatesArticle((me) => ({ owner: me, status: 'published' })),
  "articles: change another's draft": updatesArticle(() => ({})),
  'articles: publish own by _status': publishes({ _status: 'published' }),
  'articles: publish own by _status on a draft save': publishes(
    { _status: 'published' },
    { draft: true },
  ),
  'articles: publish own by draft=false': publishes({ _status: 'published' }, { draft: false }),
  'articles: publish own in bulk': publishesInBulk,
  'articles: publish own by restoring a version': restoresPublished,
  'articles: publish own by schedule': schedules,
  'articles: restore a version of own draft': restoresDraft,
  'articles: unpublish own': unpublishes,
  'articles: duplicate own published': duplicates,
  'articles: move own draft to the trash': trashes,
  'articles: take own draft out of the trash': restoresFromTrash,
  'articles: delete own draft for good': removes('articles', (me) => createArticle({ owner: me })),
  'categories: read': reads('categories', make.categories),
  'categories: create': createsNamed('categories'),
  'categories: change': updates('categories', make.categories, named('Renamed')),
  'categories: delete': removes('categories', make.categories),
  'tags: read': reads('tags', make.tags),
  'tags: create': createsNamed('tags'),
  'tags: change': updates('tags', make.tags, named('Renamed')),
  'tags: delete': removes('tags', make.tags),
  'authors: read': reads('authors', make.authors),
  'authors: create': createsNamed('authors', { kind: 'person' }),
  'authors: change': updates('authors', make.authors, named('Renamed')),
  'authors: delete': removes('authors', make.authors),
  'media: read what a public article shows': reads('media', () => createShown('published')),
  'media: read what drafts alone show': reads('media', () => createShown('draft')),
  'media: upload': uploads,
  'media: change own': updates(
    'media',
    (me) => createMedia(me),
    () => ({ alt: unique('Alt') }),
  ),
  "media: change another's": updates(
    'media',
    () => createMedia(),
    () => ({ alt: unique('Alt') }),
  ),
  'media: delete own': removes('media', (me) => createMedia(me)),
  'redirects: read': reads('redirects', make.redirects),
  'redirects: create': creates('redirects', () => {
    const from = `/${unique('new')}`
    return { data: { from, type: '301', to: { url: '/' } }, find: { from: { equals: from } } }
  }),
  'redirects: change': updates('redirects', make.redirects, () => ({
    from: `/${unique('moved')}`,
  })),
  'redirects: delete': removes('redirects', make.redirects),
  'users: read own': async ({ api, me }) => Boolean(me) && (await api.get('users', me ?? '')).ok,
  "users: read another's": reads('users', make.users),
  "users: read another's e-mail": readsEmail,
  'users: create': creates('users', () => {
    const name = unique('user').replace(' ', '-')
    const email = `${name}@newsroom.test`
    return {
      data: { name, email, password: 'a-long-password-1', role: 'admin' },
      find: { email: { equals: email } },
    }
  }),
  'users: change own name': setsOwnName,
  'users: change own role': setsOwnRole,
  "users: change another's": updates('users', make.users, named('Renamed')),
  'users: delete': removes('users', make.users),
  'api-keys: read': reads('api-keys', createKey),
  'api-keys: make': makesKey,
  'api-keys: revoke': revokesKey,
  'api-keys: change': updates('api-keys', createKey, named('Renamed')),
  'api-keys: delete': removes('api-keys', createKey),
  'comments: read on own article': reads('comments', (me) => createComment(me)),
  "comments: read on another's article": reads('comments', () => createComment()),
  'comments: create on own article': commentsOn((me) => createArticle({ owner: me })),
  "comments: create on another's article": commentsOn(() => createArticle({})),
  "comments: change another's text": changes(
    'comments',
    (me) => createComment(me),
    () => ({
      text: unique('Changed'),
    }),
  ),
  'comments: resolve on own article': changes(
    'comments',
    (me) => createComment(me),
    () => ({
      resolved: true,
    }),
  ),
  "comments: delete another's": removes('comments', (me) => createComment(me)),
  'notifications: read own': reads('notifications', (me) => createNotification(me)),
  "notifications: read another's": reads('notifications', () => createNotification()),
  'notifications: create': createsTitled('notifications', {
    kind: 'comment',
    user: 'nobody',
  }),
  'notifications: mark own as read': changes(
    'notifications',
    (me) => createNotification(me),
    () => ({
      readAt: '2026-01-02T03:04:05.000Z',
    }),
  ),
  'notifications: change what own says': changes(
    'notifications',
    (me) => createNotification(me),
    () => ({ title: unique('Changed') }),
  ),
  'imports: read': reads('imports', make.imports),
  'imports: create': createsTitled('imports', { status: 'finished' }),
  'imports: change': updates('imports', make.imports, () => ({ title: unique('Renamed') })),
  'imports: delete': removes('imports', make.imports),
  'webhooks: read': reads('webhooks', make.webhooks),
  'webhooks: create': createsNamed('webhooks', webhookData),
  'webhooks: change': updates('webhooks', make.webhooks, named('Renamed')),
  'webhooks: delete': removes('webhooks', make.webhooks),
  'webhook-deliveries: read': reads('webhook-deliveries', make.deliveries),
  'webhook-deliveries: create': createsTitled('webhook-deliveries', {
    event: 'publish',
    state: 'queued',
  }),
  'webhook-deliveries: change': updates('webhook-deliveries', make.deliveries, () => ({
    title: unique('Renamed'),
  })),
  'webhook-deliveries: delete': removes('webhook-deliveries', make.deliveries),
  'activity: read': reads('activity', make.activity),
  'activity: create': createsTitled('activity', { action: 'update' }),
  'activity: change': updates('activity', make.activity, () => ({ title: unique('Renamed') })),
  'activity: delete': removes('activity', make.activity),
  'payload-jobs: read': reads('payload-jobs', make.jobs),
  'payload-jobs: delete': removes('payload-jobs', make.jobs),
  'payload-jobs: run': runsJobs,
  'payload-locked-documents: read': reads('payload-locked-documents', make.locks),
  'payload-locked-documents: delete': removes('payload-locked-documents', make.locks),
  "payload-preferences: read another's": reads('payload-preferences', make.preferences),
  'payload-kv: read': reads('payload-kv', make.kv),
  'change-log: read': reads('change-log', make.changes),
  'second-factors: read': reads('second-factors', make.secondFactors),
}
