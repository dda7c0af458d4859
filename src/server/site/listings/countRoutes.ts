import type { Payload } from 'payload'
import { datePartsOf } from '../../../site/articleAddress'
import { monthRange } from '../monthRange'
import { contextOf, jsonAnswer, type SiteRoute } from '../siteRoute'
import { publicValues } from './publicValues'

/** `/api/archive?locale=`: how many public articles each month has, newest first. */
export const archiveRoute: SiteRoute = {
  path: '/api/archive',
  compute: async (request, { payload }) => {
    const { timezone } = contextOf(payload, request).settings
    const values = await publicValues(payload, { field: 'publishedAt', ...localeOf(request.query) })
    const instants = values.map(({ value }) => value).sort()
    return jsonAnswer({ total: values.length, months: byMonth(instants, timezone).reverse() })
  },
}

/** Asks for the month of an instant in its zone once a month: it takes longer than to read the instant. */
const byMonth = (sorted: readonly string[], timezone: string) => {
  const months: { month: string; count: number; end: string }[] = []
  for (const instant of sorted) {
    const last = months.at(-1)
    if (last && instant < last.end) {
      last.count += 1
      continue
    }
    const { year, month: number } = datePartsOf(instant, timezone)
    const month = `${year}-${number}`
    months.push({ month, count: 1, end: monthRange(month, timezone)?.end ?? instant })
  }
  return months.map(({ month, count }) => ({ month, count }))
}

export type CategoryNode = {
  id: string
  name: string
  slug?: string | null
  path?: string | null
  /** Public articles in the category itself, and in it or anything below (each counted once). */
  count: number
  total: number
  children: CategoryNode[]
}

/** `/api/categories/tree?locale=`: the tree of categories with their counts. */
export const categoryTreeRoute: SiteRoute = {
  path: '/api/categories/tree',
  compute: async ({ query }, { payload }) => {
    const [{ docs }, values] = await Promise.all([
      payload.find({
        collection: 'categories',
        select: { name: true, slug: true, path: true, parent: true },
        sort: 'path',
        depth: 0,
        pagination: false,
        overrideAccess: true,
      }),
      publicValues(payload, { field: 'categories', ...localeOf(query) }),
    ])
    const articles = new Map<string, Set<string>>()
    for (const { id, value } of values) {
      const known = articles.get(value)
      if (known) known.add(id)
      else articles.set(value, new Set([id]))
    }
    const ids = new Set(docs.map(({ id }) => id))
    const below = (parent: string | undefined): CategoryNode[] =>
      docs
        .filter(({ parent: own }) => {
          const parentId = typeof own === 'object' ? own?.id : own
          return parent === undefined ? !parentId || !ids.has(parentId) : parentId === parent
        })
        .map(({ id, name, slug, path }) => {
          const children = below(id)
          const own = articles.get(id) ?? new Set<string>()
          const all = new Set(own)
          for (const child of children) for (const one of articles.get(child.id) ?? []) all.add(one)
          // The parent sees what is below the child too.
          articles.set(id, all)
          return { id, name, slug, path, count: own.size, total: all.size, children }
        })
    return jsonAnswer({ docs: below(undefined) })
  },
}

/** `/api/tags/counts` and `/api/authors/counts`: those with public articles, most used first. */
export const termCountRoutes: SiteRoute[] = (['tags', 'authors'] as const).map((collection) => ({
  path: `/api/${collection}/counts`,
  compute: async ({ query }, { payload }) => {
    const values = await publicValues(payload, { field: collection, ...localeOf(query) })
    const counts = new Map<string, number>()
    for (const { value } of values) add(counts, value)
    const terms = await findTerms(payload, collection)
    const docs = terms
      .flatMap(({ id, name, slug }) => {
        const count = counts.get(id)
        return count === undefined ? [] : [{ id, name, slug, count }]
      })
      .sort((one, other) => other.count - one.count || one.name.localeCompare(other.name))
    return jsonAnswer({ docs })
  },
}))

const findTerms = async (payload: Payload, collection: 'tags' | 'authors') => {
  const { docs } = await payload.find({
    collection,
    select: { name: true, slug: true },
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

const localeOf = (query: URLSearchParams): { locale?: string } => {
  const locale = query.get('locale')
  return locale ? { locale } : {}
}

const add = (counts: Map<string, number>, key: string): void =>
  void counts.set(key, (counts.get(key) ?? 0) + 1)
