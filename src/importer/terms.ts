import { ValidationError, type JsonObject, type Payload, type TypedUser } from 'payload'
import { Categories } from '../../collections/Categories'
import { slugOf, type ArticleDraft, type AuthorDraft } from '../frontmatter'
import type { BulkDatabase, RecordedWrites } from './database'
import { idsByKey, recordNew, type RecordedChange } from './documents'
import { invalidDocument, type FileProblem } from './report'
import { storeRecorded } from './storeRecorded'

type TermCollection = 'categories' | 'tags' | 'authors'

/** What of a file its terms are made of. */
export type NamedTerms = { path: string } & Pick<ArticleDraft, 'authors' | 'categories' | 'tags'>

/** Ids of the categories, tags and authors that articles name; each is looked up and made once a run. */
export type Terms = {
  /**
   * Finds the terms of a batch of files and makes those that are new, before any article names them.
   * @param storeAvatar stores the picture of a new author; gives its id, or undefined when it can't be had
   */
  prepare: (
    files: readonly NamedTerms[],
    storeAvatar: (author: AuthorDraft, path: string) => Promise<string | undefined>,
  ) => Promise<FileProblem[]>
  category: (names: readonly string[]) => string | undefined
  tag: (name: string) => string | undefined
  author: (author: AuthorDraft) => string | undefined
}

/** A term that a batch names for the first time, with the first file that does. */
type Wanted = { key: string; path: string; data: () => Promise<JsonObject> }

/** Opens the terms of one run. */
export const openTerms = ({
  payload,
  database,
  user,
}: {
  payload: Payload
  database: BulkDatabase
  user?: TypedUser
}): Terms => {
  const known = {
    categories: new Map<string, string>(),
    tags: new Map<string, string>(),
    authors: new Map<string, string>(),
  }
  const crumbs = new Map<string, JsonObject[]>()
  const ids = {
    categories: idsByKey(payload, database, 'categories'),
    tags: idsByKey(payload, database, 'tags'),
    authors: idsByKey(payload, database, 'authors'),
  }

  return {
    prepare: async (files, storeAvatar) => [
      ...(await ensure('tags', wantedTags(files))),
      ...(await ensure('authors', wantedAuthors(files, storeAvatar))),
      ...(await ensure('categories', wantedCategories(files))),
    ],
    category: (names) => known.categories.get(categoryPath(names)),
    tag: (name) => known.tags.get(slugOf(name)),
    author: (author) => known.authors.get(authorSlug(author)),
  }

  async function ensure(collection: TermCollection, wanted: Wanted[]): Promise<FileProblem[]> {
    const found = known[collection]
    const unknown = new Map<string, Wanted>()
    for (const term of wanted) {
      if (!found.has(term.key) && !unknown.has(term.key)) unknown.set(term.key, term)
    }
    if (unknown.size === 0) return []
    await lookUp(collection, [...unknown.keys()])
    const missing = [...unknown.values()].filter(({ key }) => !found.has(key))
    return missing.length === 0 ? [] : make(collection, missing)
  }

  async function lookUp(collection: TermCollection, keys: readonly string[]): Promise<void> {
    const common = { depth: 0, pagination: false, limit: 0 } as const
    if (collection === 'categories') {
      const { docs } = await payload.find({
        collection,
        where: ids.categories.whereKnown('path', keys),
        select: { path: true, breadcrumbs: true },
        ...common,
      })
      for (const { id, path, breadcrumbs } of docs) {
        ids.categories.found(id)
        if (!path) continue
        known.categories.set(path, id)
        crumbs.set(path, breadcrumbs ?? [])
      }
      return
    }
    const { docs } = await payload.find({
      collection,
      where: ids[collection].whereKnown('slug', keys),
      select: { slug: true },
      ...common,
    })
    for (const { id, slug } of docs) {
      ids[collection].found(id)
      if (slug) known[collection].set(slug, id)
    }
  }

  async function make(
    collection: TermCollection,
    missing: readonly Wanted[],
  ): Promise<FileProblem[]> {
    const problems: FileProblem[] = []
    const recorded: RecordedChange[] = []
    const made: { key: string; document: RecordedWrites }[] = []
    for (const { key, path, data } of missing) {
      const document = database.record({ path })
      try {
        const fields = await data()
        const id = ids[collection].idOf(key)
        known[collection].set(key, id)
        const target = { payload, collection, document, user }
        recorded.push(
          await recordNew(
            collection === 'categories'
              ? { ...target, ...placed(key, id, fields), hooks: Categories.hooks }
              : { ...target, data: { ...fields, id } },
          ),
        )
        made.push({ key, document })
      } catch (error) {
        known[collection].delete(key)
        if (!(error instanceof ValidationError)) throw error
        problems.push(
          invalidDocument({ path, code: 'term-invalid', what: `"${key}" (${collection})`, error }),
        )
      }
    }
    const refused = await storeRecorded(payload, database, recorded)
    // What was refused is there by now: an editor made it a moment ago.
    const others = made.filter(({ document }) => refused.has(document)).map(({ key }) => key)
    for (const key of others) known[collection].delete(key)
    if (others.length > 0) await lookUp(collection, others)
    return problems
  }

  /**
   * Parent and breadcrumbs as the nested-docs plugin gives them. Its own hooks would read every parent, and save each
   * category twice.
   */
  function placed(path: string, id: string, { name }: JsonObject) {
    const parentPath = path.slice(0, Math.max(0, path.lastIndexOf('/')))
    const above = (crumbs.get(parentPath) ?? []).map(({ doc, label, url }) => ({ doc, label, url }))
    const breadcrumbs = [...above, { doc: id, label: name, url: `/${path}` }]
    crumbs.set(path, breadcrumbs)
    const slug = path.slice(path.lastIndexOf('/') + 1)
    const parent = known.categories.get(parentPath)
    return { data: { id, name, slug, breadcrumbs }, ...(parent && { linked: { parent } }) }
  }
}

const wantedTags = (files: readonly NamedTerms[]): Wanted[] =>
  files.flatMap(({ path, tags }) =>
    tags.map((name) => {
      const slug = slugOf(name)
      return { key: slug, path, data: async () => ({ name, slug }) }
    }),
  )

const wantedAuthors = (
  files: readonly NamedTerms[],
  storeAvatar: (author: AuthorDraft, path: string) => Promise<string | undefined>,
): Wanted[] =>
  files.flatMap(({ path, authors }) =>
    authors.map((author) => {
      const { name, kind, bio, avatar, links } = author
      const slug = authorSlug(author)
      const data = async () => ({
        name,
        slug,
        kind,
        bio,
        links,
        avatar: avatar && (await storeAvatar(author, path)),
      })
      return { key: slug, path, data }
    }),
  )

/** Each category with those above it, from the top. */
const wantedCategories = (files: readonly NamedTerms[]): Wanted[] =>
  files.flatMap(({ path, categories }) =>
    categories.flatMap((names) =>
      names.map((name, depth) => ({
        key: categoryPath(names.slice(0, depth + 1)),
        path,
        data: async () => ({ name }),
      })),
    ),
  )

const categoryPath = (names: readonly string[]): string => names.map(slugOf).join('/')

const authorSlug = ({ handle, name }: AuthorDraft): string => slugOf(handle ?? name)
