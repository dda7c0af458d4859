import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isMadeFrom, titleSlug } from '../../collections/titleSlug'
import type { Article } from '../../src/payload-types'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

let site: TestPayload

beforeAll(async () => {
  site = await openTestPayload()
}, 120_000)

afterAll(() => site?.close())

const draftOf = (data: Partial<Article>): Promise<Article> =>
  site.payload.create({
    collection: 'articles',
    draft: true,
    data: { title: '', locale: 'en', stage: 'draft', _status: 'draft', ...data },
  })

const save = (id: string, data: Partial<Article>): Promise<Article> =>
  site.payload.update({
    collection: 'articles',
    id,
    draft: data._status !== 'published',
    data,
  })

const redirects = async () => {
  const { docs } = await site.payload.find({ collection: 'redirects', depth: 0, sort: 'from' })
  return docs.map(({ from, to }) => `${from} -> ${String(to?.article)}`)
}

describe('the slug of a draft', () => {
  test('follows the title that autosave stores while it is written', async () => {
    const { id, slug } = await draftOf({ title: 'I' })
    expect(slug).toBe('i')
    expect((await save(id, { title: 'Ink and', slug: 'i' })).slug).toBe('ink-and')
    expect((await save(id, { title: 'Ink and water', slug: 'ink-and' })).slug).toBe('ink-and-water')
  })

  test('stays when somebody has chosen it', async () => {
    const { id } = await draftOf({ title: 'Paper', slug: 'all-about-paper' })
    expect((await save(id, { title: 'Paper and card', slug: 'all-about-paper' })).slug).toBe(
      'all-about-paper',
    )
  })

  test('stays when the article has been published', async () => {
    const { id } = await draftOf({ title: 'Lead' })
    await save(id, { title: 'Lead', _status: 'published' })
    const renamed = await save(id, { title: 'Lead type', slug: 'lead', _status: 'draft' })
    expect(renamed.slug).toBe('lead')
  })
})

describe('an article whose public address changes', () => {
  test('is found at its old address, and no redirect stands in the way when it moves back', async () => {
    const { id } = await draftOf({ title: 'River', slug: 'river' })
    await save(id, { title: 'River', _status: 'published' })
    expect(await redirects()).toEqual([])
    await save(id, { slug: 'the-river', _status: 'draft' })
    expect(await redirects()).toEqual([])
    await save(id, { slug: 'the-river', _status: 'published' })
    expect(await redirects()).toEqual([`/en/river -> ${id}`])
    await save(id, { slug: 'river', _status: 'published' })
    expect(await redirects()).toEqual([`/en/the-river -> ${id}`])
  })
})

describe('the slug of a Chinese title', () => {
  test('keeps the characters, or is pinyin by setting', () => {
    expect(titleSlug('墨与水：第2版 Ink')).toBe('墨与水-第2版-ink')
    expect(titleSlug('墨与水：第2版 Ink', 'pinyin')).toBe('mo-yu-shui-di-2-ban-ink')
    expect(titleSlug('绿色旅行', 'pinyin')).toBe('lv-se-lv-xing')
  })

  test('is known as made from its title, also with a number after it', () => {
    expect(
      ['墨与水', '墨与水-2', '墨与水-2b', '墨'].map((slug) => isMadeFrom(slug, '墨与水')),
    ).toEqual([true, true, false, false])
  })
})
