import type { Payload, Where } from 'payload'
import { notFound } from './siteRoute'

/** A part of the publication: of a language, a category with what is below it, a tag, an author. */
export type Scope = {
  where: Where[]
  label: string
  locale?: string
}

export type ScopeNames = Partial<Record<'locale' | 'category' | 'tag' | 'author', string>>

/** The names in a query. */
export const scopeNames = (query: URLSearchParams): ScopeNames =>
  Object.fromEntries(
    NAMES.flatMap((name) => {
      const value = query.get(name)
      return value ? [[name, value]] : []
    }),
  )

const NAMES = ['locale', 'category', 'tag', 'author'] as const

/**
 * Finds what a scope's names mean.
 * @throws RequestError `document-not-found` for a category, tag or author that does not exist
 */
export const findScope = async (payload: Payload, names: ScopeNames): Promise<Scope> => {
  const { locale, category, tag, author } = names
  const found = await Promise.all([
    category ? findCategories(payload, category) : undefined,
    tag ? findTerm(payload, 'tags', tag) : undefined,
    author ? findTerm(payload, 'authors', author) : undefined,
  ])
  const [categories, tags, authors] = found
  return {
    where: [
      ...(locale ? [{ locale: { equals: locale } }] : []),
      ...(categories ? [{ categories: { in: categories.ids } }] : []),
      ...(tags ? [{ tags: { in: tags.ids } }] : []),
      ...(authors ? [{ authors: { in: authors.ids } }] : []),
    ],
    label: [...found.flatMap((term) => term?.name ?? []), ...(locale ? [locale] : [])].join(', '),
    ...(locale && { locale }),
  }
}

/**
 * The ids that the names of terms mean; a category brings those below it.
 * @throws RequestError `document-not-found`
 */
export const findTermIds = async (
  payload: Payload,
  { category, tag, author }: Omit<ScopeNames, 'locale'>,
): Promise<Partial<Record<'category' | 'tag' | 'author', string[]>>> => ({
  ...(category && { category: (await findCategories(payload, category)).ids }),
  ...(tag && { tag: (await findTerm(payload, 'tags', tag)).ids }),
  ...(author && { author: (await findTerm(payload, 'authors', author)).ids }),
})

type Found = { ids: string[]; name: string }

/** A category by its path, or by its slug where one alone has it, with all below. */
const findCategories = async (payload: Payload, wanted: string): Promise<Found> => {
  const { docs } = await payload.find({
    collection: 'categories',
    select: { name: true, slug: true, path: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const found =
    docs.find(({ path }) => path === wanted) ?? only(docs.filter(({ slug }) => slug === wanted))
  if (!found) return notFound(`There is no category "${wanted}".`)
  const below = `${found.path}/`
  const ids = docs.filter(({ path }) => path?.startsWith(below)).map(({ id }) => id)
  return { ids: [found.id, ...ids], name: found.name }
}

const only = <Value>(values: Value[]): Value | undefined =>
  values.length === 1 ? values[0] : undefined

const findTerm = async (
  payload: Payload,
  collection: 'tags' | 'authors',
  slug: string,
): Promise<Found> => {
  const { docs } = await payload.find({
    collection,
    where: { slug: { equals: slug } },
    select: { name: true },
    limit: 1,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  const [term] = docs
  return term
    ? { ids: [term.id], name: term.name }
    : notFound(`There is no ${collection === 'tags' ? 'tag' : 'author'} "${slug}".`)
}
