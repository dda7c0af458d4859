import { QueryError, type CollectionBeforeOperationHook } from 'payload'
import { validOperators } from 'payload/shared'
import { readsAllArticles } from '../access/policy'

/**
 * Refuses to sort by, and in drafts to ask for, what lies beyond a relation to other articles, to all but who reads every
 * article. Payload holds conditions against the right to read the related article, but neither an order nor the conditions of
 * a read of drafts: by these one could learn the title of a draft word by word.
 * @param relation path of the relation to articles
 * @throws QueryError
 */
const guardHiddenArticles =
  (relation: string): CollectionBeforeOperationHook =>
  ({ args, overrideAccess, req }) => {
    if (overrideAccess || readsAllArticles(req.user)) return args
    const isDraft = 'draft' in args && args.draft === true
    const sort: unknown = 'sort' in args ? args.sort : undefined
    const asked = isDraft && 'where' in args ? pathsIn(args.where) : []
    const sorted = [sort].flat().map((field) =>
      String(field ?? '')
        .trim()
        .replace(/^-/, ''),
    )
    const beyond = [...sorted, ...asked].filter((path) => path.startsWith(`${relation}.`))
    if (beyond.length > 0) throw new QueryError(beyond.map((path) => ({ path })))
    return args
  }

export const guardRelated = guardHiddenArticles('related')
export const guardRedirected = guardHiddenArticles('to.article')

const BRANCHES = ['and', 'or', 'contains']
const OPERATORS = new Set<string>(validOperators)

/** Every path of a condition, those within a condition on a relation (`{ related: { contains: { title: … } } }`) as well. */
const pathsIn = (where: unknown, prefix = ''): string[] => {
  if (Array.isArray(where)) return where.flatMap((part) => pathsIn(part, prefix))
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([key, value]) => {
    if (BRANCHES.includes(key.toLowerCase())) return pathsIn(value, prefix)
    if (OPERATORS.has(key)) return []
    const path = prefix ? `${prefix}.${key}` : key
    return [path, ...pathsIn(value, path)]
  })
}
