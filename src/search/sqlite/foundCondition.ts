import { sql } from '@payloadcms/db-sqlite'
import { randomUUID } from 'node:crypto'
import type { DatabaseAdapterObj, Where } from 'payload'

type Value = string | number | null
type Found = { where: string; args: Value[]; isNegated: boolean }
type Operator = (column: object, value: unknown) => unknown
type Operators = { in: Operator }

// Payload's conditions are data, and come from requests too: what begins with this was made in this process.
const PREFIX = `found-${randomUUID()}:`

/** The condition of Payload that an article is, or is not, among what the search index finds, however many there are. */
export const foundCondition = (found: Found): Where => ({
  // Also where it is negated: Payload asks the adapter's `not_in` of ids alone, and versions have their article as a relation.
  id: { in: [`${PREFIX}${JSON.stringify(found)}`] },
})

/**
 * Lets an adapter of SQLite understand `foundCondition`: as a question within the question, since SQLite takes no more than
 * 32,766 values in a list.
 */
export const withFoundConditions = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const made = adapter.init(args)
    if (!hasOperators(made)) throw new Error('database-unknown: SQLite has no operators to extend.')
    const { operators } = made
    made.operators = {
      ...operators,
      in: extended(operators.in),
    }
    return made
  },
})

const extended =
  (operator: Operator): Operator =>
  (column, value) => {
    const found = foundOf(value)
    if (!found) return operator(column, value)
    return sql`${column} ${sql.raw(found.isNegated ? 'NOT IN' : 'IN')} (${questionOf(found)})`
  }

const foundOf = (value: unknown): Found | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  if (typeof first !== 'string' || !first.startsWith(PREFIX)) return undefined
  const found: Found = JSON.parse(first.slice(PREFIX.length))
  return found
}

const questionOf = ({ where, args }: Found) => {
  const parts = where.split('?')
  return sql.join([
    sql.raw(
      'SELECT e.article FROM search_terms JOIN search_entries e ON e.id = search_terms.rowid WHERE ',
    ),
    ...parts.flatMap((part, index) => [
      sql.raw(part),
      ...(index < args.length ? [sql`${args[index]}`] : []),
    ]),
  ])
}

const hasOperators = (adapter: object): adapter is object & { operators: Operators } =>
  'operators' in adapter && typeof adapter.operators === 'object' && adapter.operators !== null
