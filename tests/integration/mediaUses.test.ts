import fs from 'node:fs/promises'
import type { Where } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mediaUsesOf } from '../../src/media/mediaUses'
import { contentOf, contentWith } from '../harness/articleContent'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openSite, type Site } from '../harness/openSite'
import { pngOf } from '../harness/pictures'
import { callRest, isObject, type Json } from '../harness/rest'

let site: Site
let newsroom: Newsroom
let shade = 0

beforeAll(async () => {
  site = await openSite()
  newsroom = await createNewsroom(site.payload, site.config)
})

afterAll(() => site.close())

/** A picture of its own bytes. */
const upload = async (name: string, alt?: string): Promise<string> => {
  shade += 1
  const data = await pngOf({ width: 700, height: 400, shade })
  const { id } = await site.payload.create({
    collection: 'media',
    data: { alt },
    file: { data, name, mimetype: 'image/png', size: data.length },
  })
  return id
}

const usesOf = async (id: string): Promise<string[]> =>
  (await mediaUsesOf(site.payload).usesOf(id)).map(({ as, id: user }) => `${as} ${user}`).sort()

const write = (data: Json, draft = false) =>
  site.payload.create({
    collection: 'articles',
    data: { title: 'T', locale: 'en', stage: 'draft', ...data },
    draft,
    depth: 0,
  })

const namesWith = async (where: Where): Promise<(string | null | undefined)[]> => {
  const { docs, totalDocs } = await site.payload.find({
    collection: 'media',
    where,
    sort: 'filename',
    limit: 3,
    user: { ...(await userOf('editor')), collection: 'users' },
    overrideAccess: false,
  })
  expect(totalDocs).toBe(docs.length)
  return docs.map(({ filename }) => filename)
}

const userOf = (role: 'editor') =>
  site.payload.findByID({ collection: 'users', id: newsroom[role].id })

describe('where a file is used', () => {
  test('is known of covers, texts, links, pictures for sharing, avatars, and drafts', async () => {
    const id = await upload('everywhere.png')
    const cover = await write({ cover: id })
    const text = await write({ content: contentWith({ html: '<p>x</p>', media: id }) })
    const link = await write({ content: contentOf('<p><a href="/media/everywhere.png">x</a></p>') })
    const sharing = await write({ meta: { image: id }, _status: 'published' })
    const author = await site.payload.create({
      collection: 'authors',
      data: { name: 'A', kind: 'person', avatar: id },
    })
    const draft = await write({ _status: 'published' })
    await site.payload.update({
      collection: 'articles',
      id: draft.id,
      data: { cover: id },
      draft: true,
    })
    expect(await usesOf(id)).toEqual(
      [
        `cover ${cover.id}`,
        `text ${text.id}`,
        `text ${link.id}`,
        `sharing ${sharing.id}`,
        `avatar ${author.id}`,
        `cover ${draft.id}`,
      ].sort(),
    )
  })

  test('follows a text that no longer shows it, and a version that is restored', async () => {
    const id = await upload('followed.png')
    const content = contentWith({ html: '<p>x</p>', media: id })
    const article = await write({ content, _status: 'published' })
    const { docs } = await site.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: article.id } },
    })
    await site.payload.update({
      collection: 'articles',
      id: article.id,
      data: { content: contentOf('<p>y</p>') },
    })
    expect(await usesOf(id)).toEqual([])
    await site.payload.restoreVersion({ collection: 'articles', id: docs[0]?.id ?? '' })
    expect(await usesOf(id)).toEqual([`text ${article.id}`])
  })

  test('is told to the newsroom with titles that the user may read, and not to the public', async () => {
    const id = await upload('told.png')
    await write({ title: 'Of an editor', cover: id, createdBy: newsroom.editor.id }, true)
    const ask = (credentials: object) =>
      callRest(site.config, { path: `/media/${id}/uses`, ...credentials })
    expect((await ask(newsroom.editor.credentials)).body).toMatchObject({
      total: 1,
      uses: [{ title: 'Of an editor', as: ['cover'] }],
    })
    expect((await ask(newsroom.contributor.credentials)).body).toEqual({ total: 1, uses: [] })
    expect((await ask({})).status).toBe(403)
  })

  test('is not shown to the public by the article', async () => {
    const id = await upload('hidden.png')
    const { slug } = await write({
      title: 'Shown',
      content: contentWith({ html: '<p>x</p>', media: id }),
      _status: 'published',
    })
    const read = await site.get(`/api/articles?where[slug][equals]=${slug}&depth=0`)
    expect(read.text).toContain(id)
    expect(read.text).not.toContain('"pictures"')
    const filtered = await site.get(`/api/articles?where[pictures][in]=${id}`)
    expect(filtered.status).not.toBe(200)
  })
})

test('files are found that are not used, or that lack a text, by a filter that the public may not use', async () => {
  await site.payload.delete({ collection: 'media', where: {} })
  const used = await upload('a-used.png', 'Alt')
  await upload('b-unused.png')
  await upload('c-unused.png', '')
  await write({ content: contentWith({ html: '<p>x</p>', media: used }) })
  const unused = ['b-unused.png', 'c-unused.png']
  expect(await namesWith({ usage: { equals: 'unused' } })).toEqual(unused)
  expect(await namesWith({ usage: { not_equals: 'unused' } })).toEqual(['a-used.png'])
  expect(await namesWith({ usage: { in: ['used', 'unused'] } })).toHaveLength(3)
  expect(await namesWith({ altState: { equals: 'missing' } })).toEqual(unused)
  expect(await namesWith({ or: [{ and: [{ altState: { equals: 'present' } }] }] })).toEqual([
    'a-used.png',
  ])
  for (const filter of ['usage', 'altState']) {
    expect((await site.get(`/api/media?where[${filter}][equals]=missing`)).status).not.toBe(200)
  }
})

describe('deleting a file that is used', () => {
  const remove = (id: string, query = '') =>
    callRest(site.config, {
      method: 'DELETE',
      path: `/media/${id}${query}`,
      ...newsroom.editor.credentials,
    })

  test('is refused with where it is used, until the request insists', async () => {
    const id = await upload('wanted.png')
    await write({ cover: id })
    const refused = await remove(id)
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain('wanted.png is used by 1 article and 0 authors')
    expect((await remove(id, '?anyway=true')).status).toBe(200)
    expect((await site.get(`/api/media/${id}`)).status).toBe(404)
  })

  test('in bulk deletes the others', async () => {
    const ids = [await upload('kept.png'), await upload('gone.png')]
    await write({ cover: ids[0] })
    const { body } = await callRest(site.config, {
      method: 'DELETE',
      path: `/media?where[id][in]=${ids.join(',')}`,
      ...newsroom.editor.credentials,
    })
    expect(body).toMatchObject({ docs: [{ id: ids[1] }], errors: [{ id: ids[0] }] })
  })
})

describe('replacing a file', () => {
  const replace = async (id: string, bytes: Buffer, name: string): Promise<Json> => {
    const form = new FormData()
    form.set('file', new File([new Uint8Array(bytes)], name))
    form.set('_payload', '{}')
    const { body } = await callRest(site.config, {
      method: 'PATCH',
      path: `/media/${id}?depth=0`,
      body: form,
      ...newsroom.editor.credentials,
    })
    if (!isObject(body.doc)) throw new Error(JSON.stringify(body))
    return body.doc
  }
  const jpegOf = async (width: number, height: number): Promise<Buffer> => {
    const { default: sharp } = await import('sharp')
    return sharp(await pngOf({ width, height, shade: 200 }))
      .jpeg()
      .toBuffer()
  }

  test('of the same kind keeps id and address, makes new sizes and removes the old ones', async () => {
    const id = await upload('same.png')
    await write({ title: 'With same', slug: 'with-same', cover: id, _status: 'published' })
    const article = '/api/articles?where[slug][equals]=with-same'
    expect((await site.get(article)).text).toContain('same-640x366.webp')
    const doc = await replace(id, await pngOf({ width: 900, height: 900, shade: 201 }), 'other.png')
    expect(doc).toMatchObject({ id, url: '/media/same.png', width: 900 })
    expect((await site.get(article)).text).toContain('same-640x640.webp')
    expect(
      (await fs.readdir(process.env.MEDIA_DIR ?? '')).filter((one) => one.startsWith('same')),
    ).toEqual(expect.arrayContaining(['same.png', 'same-640x640.webp']))
    expect(await fs.readdir(process.env.MEDIA_DIR ?? '')).not.toContain('same-640x366.webp')
    const old = await fetch(`${site.address}/media/same-640x366.webp`, { redirect: 'manual' })
    expect([old.status, old.headers.get('location')]).toEqual([301, '/media/same-640x640.webp'])
  })

  test('of another kind leads from the old address to the new one', async () => {
    const id = await upload('kind.png')
    const doc = await replace(id, await jpegOf(300, 300), 'new.jpg')
    expect(doc).toMatchObject({ id, url: '/media/new.jpg' })
    expect(await fs.readdir(process.env.MEDIA_DIR ?? '')).not.toContain('kind.png')
    const old = await fetch(`${site.address}/media/kind.png`)
    expect([old.status, old.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await fetch(`${site.address}/media/never.png`)).status).toBe(404)
    const text = await write({ content: contentOf('<p><a href="/media/kind.png">x</a></p>') })
    expect(await usesOf(id)).toEqual([`text ${text.id}`])
  })

  test('two pictures whose names differ in the extension alone have sizes of their own', async () => {
    await upload('twin.png')
    const data = await jpegOf(700, 400)
    const twin = await site.payload.create({
      collection: 'media',
      data: {},
      file: { data, name: 'twin.jpg', mimetype: 'image/jpeg', size: data.length },
    })
    expect(twin.filename).toBe('twin-1.jpg')
    expect(twin.sizes?.thumbnail?.filename).toMatch(/^twin-1-/)
  })
})
