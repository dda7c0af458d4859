import {
  APIError,
  QueryError,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type Where,
} from 'payload'
import { sayIn } from '../../src/strings'
import { isStaff } from '../access/roles'

/** What is asked of a filter: one of the values, or none of them. */
export type Meaning = { values: string[]; isNegated: boolean }

/** What each filter means in conditions on stored fields. */
export type Conditions = Record<string, (meaning: Meaning, req: PayloadRequest) => Promise<Where>>

/**
 * Makes the hook that turns filters without data into conditions on stored fields, for lists, counts and changes in bulk. The
 * public is refused, as it is for each field of the newsroom. The hook throws QueryError, and APIError
 * `filter-unsupported` for an operator that has no meaning there.
 */
export const translating =
  (conditions: Conditions): CollectionBeforeOperationHook =>
  async ({ args, overrideAccess, req }) => {
    if (!hasWhere(args)) return args
    const names = Object.keys(conditions).filter((name) => uses(args.where, name))
    if (names.length === 0) return args
    if (!overrideAccess && !isStaff({ req })) throw new QueryError(names.map((path) => ({ path })))
    return { ...args, where: await translated(args.where, conditions, req) }
  }

const translated = async (
  where: Where,
  conditions: Conditions,
  req: PayloadRequest,
): Promise<Where> => {
  const found: Where[] = []
  for (const [key, value] of Object.entries(where)) {
    const condition = conditions[key]
    if (isBranch(key) && Array.isArray(value)) {
      const parts = await Promise.all(value.map((part) => translated(part, conditions, req)))
      found.push({ [key.toLowerCase()]: parts })
    } else if (condition && !Array.isArray(value)) {
      for (const [operator, wanted] of Object.entries(value ?? {})) {
        found.push(await condition(meaningOf(key, operator, wanted, req), req))
      }
    } else {
      found.push({ [key]: value })
    }
  }
  return found.length === 1 && found[0] ? found[0] : { and: found }
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
  name: string,
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

const uses = (where: Where, name: string): boolean =>
  Object.entries(where).some(
    ([key, value]) =>
      key === name ||
      (isBranch(key) && Array.isArray(value) && value.some((part) => uses(part, name))),
  )

const isBranch = (key: string): boolean => ['and', 'or'].includes(key.toLowerCase())

const hasWhere = (args: object): args is { where: Where } =>
  'where' in args && typeof args.where === 'object' && args.where !== null
