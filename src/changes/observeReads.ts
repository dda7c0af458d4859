import type {
  FindArgs,
  FindGlobalArgs,
  FindOneArgs,
  Payload,
  QueryDraftsArgs,
  TypeWithID,
  Where,
} from 'payload'
import { isQuestion } from '../search/sqlite/foundCondition'
import { globalCollection } from './feed'
import { currentReads, declareReads } from './readTracker'
import { relatedCollections } from './relatedCollections'

type Db = Payload['db']
type Query = { collection: string; where?: Where; sort?: unknown; joins?: unknown }

/** Makes the database adapter note what is read within `trackReads`. Elsewhere it costs one look. */
export const observeReads = (payload: Payload): void => {
  const { db } = payload
  const note = (query: Query, docs?: readonly unknown[]): void => noteQuery(payload, query, docs)

  const find = db.find.bind(db)
  db.find = async <T>(args: FindArgs) => {
    const result = await find<T>(args)
    if (currentReads()) note(args, result.docs)
    return result
  }
  const findOne = db.findOne.bind(db)
  db.findOne = async <T extends TypeWithID>(args: FindOneArgs) => {
    const doc = await findOne<T>(args)
    if (currentReads()) note(args, [doc])
    return doc
  }
  const queryDrafts = db.queryDrafts.bind(db)
  db.queryDrafts = async <T>(args: QueryDraftsArgs) => {
    if (currentReads()) note(args)
    return queryDrafts<T>(args)
  }
  observeCounts(db, note)
  const findGlobal = db.findGlobal.bind(db)
  db.findGlobal = async <T extends Record<string, unknown>>(args: FindGlobalArgs) => {
    declareReads(globalCollection(args.slug))
    return findGlobal<T>(args)
  }
}

const observeCounts = (db: Db, note: (query: Query) => void): void => {
  const count = db.count.bind(db)
  db.count = async (args) => {
    if (currentReads()) note(args)
    return count(args)
  }
  const findDistinct = db.findDistinct.bind(db)
  db.findDistinct = async (args) => {
    if (currentReads()) note({ ...args, sort: [args.sort, args.field].flat() })
    return findDistinct(args)
  }
}

/** Notes what a query has read, also one that does not go through the adapter. */
export const noteQuery = (
  payload: Payload,
  { collection, where, sort, joins }: Query,
  docs?: readonly unknown[],
): void => {
  const asked = docs ? idsAskedFor(where) : undefined
  declareReads(collection, asked)
  declareReads(collection, docs?.flatMap(idOf) ?? [])
  for (const related of relatedCollections({ payload, collection, where, sort, joins })) {
    declareReads(related)
  }
}

const idOf = (doc: unknown): string[] =>
  typeof doc === 'object' && doc !== null && 'id' in doc ? [String(doc.id)] : []

/**
 * The ids that a condition is limited to: the answer depends on these documents alone, found or not.
 * @returns undefined where any document of the collection could match
 */
export const idsAskedFor = (where: Where | undefined): string[] | undefined => {
  if (!where) return undefined
  for (const [key, condition] of Object.entries(where)) {
    const name = key.toLowerCase()
    if (name === 'id' || name === '_id') {
      const ids = idsOfOperator(condition)
      if (ids) return ids
    }
    if (name === 'and' && Array.isArray(condition)) {
      for (const part of condition) {
        const ids = idsAskedFor(part)
        if (ids) return ids
      }
    }
    if (name === 'or' && Array.isArray(condition) && condition.length > 0) {
      const parts = condition.map((part) => idsAskedFor(part))
      if (parts.every((part) => part !== undefined)) return parts.flat()
    }
  }
  return undefined
}

const idsOfOperator = (condition: Where[string] | undefined): string[] | undefined => {
  if (!condition || Array.isArray(condition)) return undefined
  if (condition.equals !== undefined) return [String(condition.equals)]
  if (Array.isArray(condition.in) && !isQuestion(condition.in)) return condition.in.map(String)
  return undefined
}
