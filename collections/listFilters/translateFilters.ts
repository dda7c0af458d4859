import {
  APIError,
  QueryError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type Where,
} from 'payload'
import { articlesWithWords } from '../../src/search/articlesWithWords'
import { sayIn } from '../../src/strings'
import { hasRole, isStaff } from '../access/roles'
import { LIST_FILTERS } from './fields'
import { withDescendants } from '../categories/descendants'

type FilterName = (typeof LIST_FILTERS)[number]
type Meaning = { values: string[]; isNegated: boolean }

/**
 * Turns `fullText` and `section` of a condition into conditions on stored fields, for lists, counts and changes in bulk. The
 * public is refused, as it is for each field of the newsroom.
 * @throws QueryError
 * @throws APIError `filter-unsupported` for an operator that has no meaning there
 */
export const translateFilters: CollectionBeforeOperationHook = async ({
  args,
  overrideAccess,
  req,
}) => {
  if (!hasWhere(args)) return args
  const names = LIST_FILTERS.filter((name) => uses(args.where, name))
  if (names.length === 0) return args
  if (!overrideAccess && !isStaff({ req })) throw new QueryError(names.map((path) => ({ path })))
  return { ...args, where: await translated(args.where, req) }
}

const translated = async (where: Where, req: PayloadRequest): Promise<Where> => {
  const conditions: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    if (isBranch(key) && Array.isArray(value)) {
      const parts = await Promise.all(value.map((part) => translated(part, req)))
      conditions.push({ [key.toLowerCase()]: parts })
    } else if (isFilter(key) && !Array.isArray(value)) {
      for (const [operator, wanted] of Object.entries(value ?? {})) {
        conditions.push(await CONDITIONS[key](meaningOf(key, operator, wanted, req), req))
      }
    } else {
      conditions.push({ [key]: value })
    }
  }
  return conditions.length === 1 && conditions[0] ? conditions[0] : { and: conditions }
}

const CONDITIONS: Record<FilterName, (meaning: Meaning, req: PayloadRequest) => Promise<Where>> = {
  fullText: async ({ values, isNegated }, req) => {
    const { user } = req
    const ownedBy = user && hasRole(user, ['contributor']) ? user.id : undefined
    const found = await Promise.all(
      values.map((q) =>
        articlesWithWords(req.payload, { q, isNegated, ...(ownedBy && { ownedBy }) }),
      ),
    )
    return { [isNegated ? 'and' : 'or']: found }
  },
  section: async ({ values, isNegated }, req) => ({
    categories: { [isNegated ? 'not_in' : 'in']: await withDescendants(values, req) },
  }),
}

const OPERATORS: Record<string, { isNegated: boolean; isList: boolean }> = {
  equals: { isNegated: false, isList: false },
  like: { isNegated: false, isList: false },
  contains: { isNegated: false, isList: false },
  in: { isNegated: false, isList: true },
  not_equals: { isNegated: true, isList: false },
  not_like: { isNegated: true, isList: false },
  not_in: { isNegated: true, isList: true },
}

const meaningOf = (
  name: FilterName,
  operator: string,
  wanted: unknown,
  req: PayloadRequest,
): Meaning => {
  const known = OPERATORS[operator]
  if (!known) {
    const message = sayIn(req.i18n.language)('finding:badOperator', { name, operator })
    throw new APIError(message, 400, { code: 'filter-unsupported' }, true)
  }
  // A list in an address may be written with commas.
  const values = known.isList && typeof wanted === 'string' ? wanted.split(',') : [wanted].flat()
  return { isNegated: known.isNegated, values: values.map(String) }
}

const uses = (where: Where, name: FilterName): boolean =>
  Object.entries(where).some(
    ([key, value]) =>
      key === name ||
      (isBranch(key) && Array.isArray(value) && value.some((part) => uses(part, name))),
  )

const isBranch = (key: string): boolean => ['and', 'or'].includes(key.toLowerCase())

const isFilter = (key: string): key is FilterName => LIST_FILTERS.some((name) => name === key)

const hasWhere = (args: object): args is { where: Where } =>
  'where' in args && typeof args.where === 'object' && args.where !== null
