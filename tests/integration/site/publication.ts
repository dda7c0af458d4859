import path from 'node:path'
import { writeFile } from 'node:fs/promises'
import type { Article } from '../../../src/payload-types'
import { contentOf } from '../../harness/articleContent'
import { openSite, type Site } from '../../harness/openSite'
import { pngOf } from '../../harness/pictures'

export type Publication = Site & { ids: Record<string, string> }

type Data = Partial<Omit<Article, 'id'>> & { title: string }

/** Stores an article; published and due unless `data` says otherwise. */
export const storeArticle = ({ payload }: Pick<Site, 'payload'>, data: Data): Promise<Article> =>
  payload.create({
    collection: 'articles',
    data: {
      locale: 'en',
      stage: 'draft',
      publishedAt: '2024-05-06T07:08:09.000Z',
      _status: 'published',
      ...data,
    },
    draft: data._status === 'draft',
  })

/** What nobody outside may ever read. */
export const SECRET = 'unpublishedsecret'

/**
 * A small publication: two categories (one below the other), two tags, an author, a cover, articles in two languages, and
 * one of each kind that the public must not see.
 */
export const openPublication = async (
  environment: Record<string, string> = {},
): Promise<Publication> => {
  const site = await openSite({
    PUBLIC_URL: 'https://cms.example.org',
    SITE_URL: 'https://www.example.org',
    SITE_NAME: 'The River & Town',
    ARTICLE_URL: '/{locale}/{slug}/',
    CATEGORY_URL: '/section/{path}/',
    ...environment,
  })
  const { payload } = site
  const file = path.join(process.env.MEDIA_DIR ?? '', '..', 'cover.png')
  await writeFile(file, await pngOf({ width: 1200, height: 630 }))
  const cover = await payload.create({
    collection: 'media',
    data: { alt: 'Cover' },
    filePath: file,
  })
  const news = await payload.create({ collection: 'categories', data: { name: 'News' } })
  const local = await payload.create({
    collection: 'categories',
    data: { name: 'Local', parent: news.id },
  })
  const empty = await payload.create({ collection: 'categories', data: { name: 'Empty' } })
  const river = await payload.create({ collection: 'tags', data: { name: 'River' } })
  const flood = await payload.create({ collection: 'tags', data: { name: 'Flood' } })
  const author = await payload.create({
    collection: 'authors',
    data: { name: 'Ada Reed', kind: 'person' },
  })
  const first = await storeArticle(site, {
    title: 'The flood <of> 2024 & after\u0008',
    slug: 'flood',
    publishedAt: '2024-05-06T07:08:09.000Z',
    content: contentOf('<p>Water <b>rose</b>. <a href="/old/page">See</a></p>'),
    cover: cover.id,
    authors: [author.id],
    categories: [local.id],
    tags: [river.id, flood.id],
    aliases: ['/2019/flood.html'],
  })
  const second = await storeArticle(site, {
    title: 'Bridges',
    slug: 'bridges',
    publishedAt: '2024-04-01T00:00:00.000Z',
    excerpt: 'On bridges.',
    categories: [news.id],
    tags: [river.id],
  })
  const third = await storeArticle(site, {
    title: 'Mills',
    slug: 'mills',
    publishedAt: '2024-04-01T00:00:00.000Z',
    authors: [author.id],
  })
  const chinese = await storeArticle(site, {
    title: '洪水',
    slug: 'flood',
    locale: 'zh',
    publishedAt: '2024-05-07T00:00:00.000Z',
    tags: [flood.id],
    content: contentOf('<p>河水上涨了。</p>'),
  })
  const hidden = { tags: [river.id], categories: [local.id], authors: [author.id] }
  const secret = { ...hidden, content: contentOf(`<p>${SECRET}</p>`), excerpt: SECRET }
  const draft = await storeArticle(site, { ...secret, title: `${SECRET} draft`, _status: 'draft' })
  await storeArticle(site, {
    ...secret,
    title: `${SECRET} future`,
    publishedAt: new Date(Date.now() + 86_400_000).toISOString(),
  })
  await storeArticle(site, {
    ...secret,
    title: `${SECRET} expired`,
    expiresAt: '2024-06-01T00:00:00.000Z',
  })
  await storeArticle(site, {
    ...secret,
    title: `${SECRET} trashed`,
    deletedAt: '2024-06-01T00:00:00.000Z',
  })
  // A change of a published article that is not published yet.
  await payload.update({
    collection: 'articles',
    id: second.id,
    data: { title: `${SECRET} change`, _status: 'draft' },
    draft: true,
  })
  return {
    ...site,
    ids: {
      first: first.id,
      second: second.id,
      third: third.id,
      chinese: chinese.id,
      draft: draft.id,
      news: news.id,
      local: local.id,
      empty: empty.id,
      author: author.id,
      river: river.id,
    },
  }
}
