import { sql } from '@payloadcms/db-sqlite'
import { randomUUID } from 'node:crypto'
import type { DatabaseAdapterObj, Where } from 'payload'

type Value = string | number | null
type Found = { where: string; args: Value[]; isNegated: boolean }
/** A question about a column: `{column}` stands for it, `?` for each value. */
type Question = { sql: string; args: Value[] }
type Operator = (column: object, value: unknown) => unknown
type Operators = { in: Operator }

// Payload's conditions are data, and come from requests too: what begins with this was made in this process.
const PREFIX = `found-${randomUUID()}:`

/** The condition of Payload that an article is, or is not, among what the search index finds, however many there are. */
export const foundCondition = ({ where, args, isNegated }: Found): Where =>
  idCondition({
    sql: `{column} ${isNegated ? 'NOT IN' : 'IN'} (SELECT e.article FROM search_terms JOIN search_entries e
      ON e.id = search_terms.rowid WHERE ${where})`,
    args,
  })

/** A condition of Payload on ids, in SQLite's own words. */
export const idCondition = (question: Question): Where => ({
  // Also where it is negated: Payload asks the adapter's `not_in` of ids alone, and versions have their article as a relation.
  id: { in: [`${PREFIX}${JSON.stringify(question)}`] },
})

/**
 * Lets an adapter of SQLite understand `idCondition`: as a question within the question, since SQLite takes no more than
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
    const question = questionOf(value)
    return question ? written(question, column) : operator(column, value)
  }

/** Whether a value of `in` is such a question, and no list of ids. */
export const isQuestion = (value: unknown): boolean => questionOf(value) !== undefined

const questionOf = (value: unknown): Question | undefined => {
  const first: unknown = Array.isArray(value) ? value[0] : undefined
  if (typeof first !== 'string' || !first.startsWith(PREFIX)) return undefined
  const question: Question = JSON.parse(first.slice(PREFIX.length))
  return question
}

const written = ({ sql: text, args }: Question, column: object) => {
  let index = 0
  return sql.join(
    text
      .split(/(\?|\{column\})/)
      .map((part) =>
        part === '?' ? sql`${args[index++]}` : part === '{column}' ? sql`${column}` : sql.raw(part),
      ),
  )
}

const hasOperators = (adapter: object): adapter is object & { operators: Operators } =>
  'operators' in adapter && typeof adapter.operators === 'object' && adapter.operators !== null
