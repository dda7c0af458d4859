import type { Payload } from 'payload'
import type { User } from '../../../src/payload-types'

export const PASSWORD = 'a-long-password-1'

/** An editor whose browser asks, and a template of an article with its authors and categories. */
export const makePeople = (payload: Payload): Promise<User> =>
  payload.create({
    collection: 'users',
    data: { name: 'Editor', email: 'editor@bench.test', password: PASSWORD, role: 'admin' },
  })

/** One article as Payload stores it, of about 4 KB; the others are copies of its rows. */
export const makeTemplate = async (payload: Payload): Promise<string> => {
  const author = await payload.create({
    collection: 'authors',
    data: { name: 'Writer', kind: 'person' },
  })
  const category = await payload.create({ collection: 'categories', data: { name: 'News' } })
  const { id } = await payload.create({
    collection: 'articles',
    data: {
      title: 'Template',
      locale: 'en',
      stage: 'approved',
      _status: 'published',
      publishedAt: '2001-01-01T00:00:00.000Z',
      excerpt: 'Some words about it. '.repeat(8),
      content: body(),
      authors: [author.id],
      categories: [category.id],
    },
  })
  return id
}

const body = () => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: null,
    children: Array.from({ length: 10 }, () => ({
      type: 'paragraph',
      version: 1,
      children: [{ type: 'text', version: 1, text: 'A sentence of the article. '.repeat(12) }],
    })),
  },
})
