import type { Payload } from 'payload'

const WORDS =
  'ink water paper press light river stone garden winter letter morning harbour window forest copper silence'.split(
    ' ',
  )

const sentence = (seed: number, words: number): string =>
  Array.from({ length: words }, (_, index) => WORDS[(seed * 7 + index * 5) % WORDS.length]).join(
    ' ',
  )

const paragraph = (seed: number) => ({
  type: 'paragraph',
  version: 1,
  format: '',
  indent: 0,
  direction: null,
  textFormat: 0,
  textStyle: '',
  children: [
    {
      type: 'text',
      version: 1,
      text: sentence(seed, 60),
      format: 0,
      style: '',
      mode: 'normal',
      detail: 0,
    },
  ],
})

/** Fills an empty database with published articles of some 5 KB each, with authors, categories and tags. */
export const seedArticles = async (payload: Payload, articles: number): Promise<void> => {
  const named = async (collection: 'authors' | 'categories' | 'tags', count: number) => {
    const ids: string[] = []
    for (let index = 0; index < count; index += 1) {
      const doc = await payload.create({
        collection,
        data: { name: `${collection} ${index}`, kind: 'person' },
      })
      ids.push(doc.id)
    }
    return ids
  }
  const authors = await named('authors', 20)
  const categories = await named('categories', 20)
  const tags = await named('tags', 60)
  const pick = (ids: string[], index: number) => [ids[index % ids.length]]
  for (let index = 0; index < articles; index += 1) {
    const publishedAt = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toISOString()
    await payload.db.create({
      collection: 'articles',
      returning: false,
      data: {
        title: `Article ${index}: ${sentence(index, 6)}`,
        slug: `article-${index}`,
        locale: 'en',
        stage: 'approved',
        _status: 'published',
        excerpt: sentence(index, 25),
        publishedAt,
        createdAt: publishedAt,
        updatedAt: publishedAt,
        authors: pick(authors, index),
        categories: pick(categories, index),
        tags: [...pick(tags, index), ...pick(tags, index + 1)],
        content: {
          root: {
            type: 'root',
            version: 1,
            format: '',
            indent: 0,
            direction: null,
            children: Array.from({ length: 8 }, (_, part) => paragraph(index + part)),
          },
        },
      },
    })
  }
}
