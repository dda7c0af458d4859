import type { Random } from './random'

/** What the newsroom is made of by now; grows and shrinks with the writes. */
export type Stock = {
  articles: string[]
  trashed: string[]
  categories: string[]
  tags: string[]
  authors: string[]
}

/** A call of the REST API as an administrator. @returns the document that it answers with */
export type Call = (
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: Record<string, unknown>,
) => Promise<{ id: string }>

type Write = (parts: {
  call: Call
  stock: Stock
  random: Random
  count: number
}) => Promise<unknown>

const articleOf = (stock: Stock, random: Random, count: number) => ({
  title: `Article ${count}`,
  locale: random.oneOf(['en', 'zh']),
  stage: 'approved',
  excerpt: `Excerpt ${count}`,
  authors: some(stock.authors, random),
  categories: some(stock.categories, random),
  tags: some(stock.tags, random),
})

const some = (ids: string[], random: Random): string[] => {
  const id = random.oneOf(ids)
  return id === undefined ? [] : [id]
}

/** Within this time a scheduled article comes due, and one that is to expire is gone. */
export const TIMED_WITHIN_MS = 700

const soon = (random: Random): string => inMs(100 + random.below(TIMED_WITHIN_MS - 100))

const inMs = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString()

const createArticle =
  (dates: (random: Random) => Record<string, unknown>): Write =>
  async ({ call, stock, random, count }) => {
    const data = { ...articleOf(stock, random, count), _status: 'published', ...dates(random) }
    stock.articles.push((await call('POST', '/articles', data)).id)
  }

const changeArticle =
  (
    data: (parts: { stock: Stock; random: Random; count: number }) => Record<string, unknown>,
  ): Write =>
  async ({ call, stock, random, count }) => {
    const id = random.oneOf(stock.articles)
    if (id) await call('PATCH', `/articles/${id}`, data({ stock, random, count }))
  }

const changeNamed =
  (
    collection: 'categories' | 'tags' | 'authors',
    data: Parameters<typeof changeArticle>[0],
  ): Write =>
  async ({ call, stock, random, count }) => {
    const id = random.oneOf(stock[collection])
    if (id) await call('PATCH', `/${collection}/${id}`, data({ stock, random, count }))
  }

const createNamed =
  (collection: 'categories' | 'tags' | 'authors'): Write =>
  async ({ call, stock, random, count }) => {
    const parent = collection === 'categories' ? { parent: random.oneOf(stock.categories) } : {}
    const kind = collection === 'authors' ? { kind: 'person' } : {}
    const data = { name: `${collection} ${count}`, ...parent, ...kind }
    stock[collection].push((await call('POST', `/${collection}`, data)).id)
  }

const remove = async (
  { call, stock, random }: Parameters<Write>[0],
  collection: 'articles' | 'tags' | 'authors',
): Promise<void> => {
  const id = random.oneOf(stock[collection])
  if (!id || stock[collection].length < 3) return
  stock[collection] = stock[collection].filter((one) => one !== id)
  await call('DELETE', `/${collection}/${id}`)
}

/** Everything that an editor may do to what the public sees, by its name. */
export const WRITES: Record<string, Write> = {
  create: createArticle(() => ({})),
  'create a draft': createArticle(() => ({ _status: 'draft' })),
  schedule: createArticle((random) => ({ publishedAt: soon(random) })),
  'let expire': createArticle((random) => ({ expiresAt: soon(random) })),
  edit: changeArticle(({ count }) => ({ title: `Edited ${count}`, _status: 'published' })),
  relate: changeArticle(({ stock, random }) => ({
    authors: some(stock.authors, random),
    categories: some(stock.categories, random),
    tags: some(stock.tags, random),
    _status: 'published',
  })),
  'save a draft': async ({ call, stock, random, count }) => {
    const id = random.oneOf(stock.articles)
    if (id) await call('PATCH', `/articles/${id}?draft=true`, { title: `Draft ${count}` })
  },
  publish: changeArticle(() => ({ _status: 'published' })),
  unpublish: changeArticle(() => ({ _status: 'draft' })),
  'change a slug': changeArticle(({ count }) => ({ slug: `slug-${count}`, _status: 'published' })),
  trash: async ({ call, stock, random }) => {
    const id = random.oneOf(stock.articles)
    if (!id || stock.articles.length < 3) return
    stock.articles = stock.articles.filter((one) => one !== id)
    stock.trashed.push(id)
    await call('PATCH', `/articles/${id}`, { deletedAt: new Date().toISOString() })
  },
  restore: async ({ call, stock, random }) => {
    const id = random.oneOf(stock.trashed)
    if (!id) return
    stock.trashed = stock.trashed.filter((one) => one !== id)
    stock.articles.push(id)
    await call('PATCH', `/articles/${id}?trash=true`, { deletedAt: null })
  },
  delete: (parts) => remove(parts, 'articles'),
  'create a category': createNamed('categories'),
  'rename a category': changeNamed('categories', ({ count }) => ({
    name: `Category ${count}`,
    slug: `category-${count}`,
  })),
  'create a tag': createNamed('tags'),
  'rename a tag': changeNamed('tags', ({ count }) => ({ name: `Tag ${count}` })),
  'merge tags': async ({ call, stock, random }) => {
    const [from, to] = [random.oneOf(stock.tags), random.oneOf(stock.tags)]
    if (!from || !to || from === to || stock.tags.length < 3) return
    stock.tags = stock.tags.filter((one) => one !== from)
    await call('PATCH', `/articles?where[tags][in]=${from}&limit=20`, { tags: [to] })
    await call('DELETE', `/tags/${from}`)
  },
  'delete a tag': (parts) => remove(parts, 'tags'),
  'create an author': createNamed('authors'),
  'rename an author': changeNamed('authors', ({ count }) => ({ name: `Author ${count}` })),
  'delete an author': (parts) => remove(parts, 'authors'),
}
