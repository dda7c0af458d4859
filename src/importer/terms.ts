import type { Payload } from 'payload'
import { slugOf, type AuthorDraft } from '../frontmatter'

/** Finds or makes the categories, tags and authors that articles name; each is looked up once a run. */
export type Terms = {
  category: (names: readonly string[]) => Promise<string | undefined>
  tag: (name: string) => Promise<string>
  author: (
    author: AuthorDraft,
    storeAvatar: (url: string) => Promise<string | undefined>,
  ) => Promise<string>
}

/** Opens the terms of one run. */
export const openTerms = (payload: Payload): Terms => {
  const categories = new Map<string, Promise<string>>()
  const tags = new Map<string, Promise<string>>()
  const authors = new Map<string, Promise<string>>()
  const context = { isImport: true }

  return {
    category: async (names) => {
      let parent: string | undefined
      let path = ''
      for (const name of names) {
        path = path ? `${path}/${slugOf(name)}` : slugOf(name)
        parent = await once(categories, path, makeCategory(name, path, parent))
      }
      return parent
    },
    tag: (name) => once(tags, slugOf(name), makeTag(name)),
    author: (author, storeAvatar) => {
      const slug = slugOf(author.handle ?? author.name)
      return once(authors, slug, makeAuthor(author, slug, storeAvatar))
    },
  }

  function makeCategory(name: string, path: string, parent: string | undefined) {
    return async () => {
      const found = await payload.find({
        collection: 'categories',
        where: { path: { equals: path } },
        ...first,
      })
      if (found.docs[0]) return found.docs[0].id
      const { id } = await payload.create({
        collection: 'categories',
        data: { name, slug: path.split('/').at(-1), parent },
        depth: 0,
        context,
      })
      return id
    }
  }

  function makeTag(name: string) {
    return async () => {
      const slug = slugOf(name)
      const found = await payload.find({
        collection: 'tags',
        where: { slug: { equals: slug } },
        ...first,
      })
      if (found.docs[0]) return found.docs[0].id
      return (await payload.create({ collection: 'tags', data: { name, slug }, depth: 0, context }))
        .id
    }
  }

  function makeAuthor(
    author: AuthorDraft,
    slug: string,
    storeAvatar: (url: string) => Promise<string | undefined>,
  ) {
    return async () => {
      const found = await payload.find({
        collection: 'authors',
        where: { slug: { equals: slug } },
        ...first,
      })
      if (found.docs[0]) return found.docs[0].id
      const { name, kind, bio, avatar, links } = author
      const { id } = await payload.create({
        collection: 'authors',
        data: { name, slug, kind, bio, links, avatar: avatar && (await storeAvatar(avatar)) },
        depth: 0,
        context,
      })
      return id
    }
  }
}

const first = { select: {}, depth: 0, limit: 1, pagination: false } as const

const once = (
  known: Map<string, Promise<string>>,
  key: string,
  make: () => Promise<string>,
): Promise<string> => {
  let id = known.get(key)
  if (!id) {
    id = make()
    known.set(key, id)
    // A failure concerns the article that met it; the next one tries again.
    id.catch(() => known.delete(key))
  }
  return id
}
