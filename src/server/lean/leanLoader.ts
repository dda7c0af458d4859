import DataLoader from 'dataloader'
import type { PayloadRequest, TypeWithID } from 'payload'
import { isRecord } from '../../richtext/readNode'
import { pointedTo, withTrashMark, type Parts } from './documents'
import { inclusiveSelect, type FlatSelect } from './flatSelect'

type Loader = PayloadRequest['payloadDataLoader']

/**
 * Payload's loader of what documents point to, on the lean path: rich text and GraphQL populate through it. What the lean
 * path does not know is loaded by Payload's own.
 */
export const leanLoader = (parts: Parts): Loader => {
  const { payloadDataLoader: own } = parts.req
  const loader = new DataLoader<string, TypeWithID, string>(async (keys) => {
    const groups = new Map<string, { wish: Wish; ids: string[] }>()
    const wishes = keys.map((key) => {
      const wish = wishOf(key, parts.req.payloadAPI === 'GraphQL')
      if (!wish) return undefined
      const group = groups.get(wish.group) ?? { wish, ids: [] }
      groups.set(wish.group, group)
      group.ids.push(wish.id)
      return wish
    })
    const found = new Map<string, ReadonlyMap<string, string> | undefined>()
    for (const [name, { wish, ids }] of groups) found.set(name, await load(parts, wish, ids))
    return Promise.all(
      keys.map(async (key, index) => {
        const wish = wishes[index]
        const documents = wish && found.get(wish.group)
        if (!wish || !documents) return own.load(key)
        return documentOf(documents.get(wish.id))
      }),
    )
  })
  return Object.assign(loader, { find: own.find.bind(own) })
}

type Wish = {
  group: string
  collection: string
  id: string
  depth: number
  level: number
  select?: FlatSelect
}

/** What a key of Payload's loader asks for; undefined for what is nothing that the public reads. */
const wishOf = (key: string, isGraphql: boolean): Wish | undefined => {
  const parsed: unknown = JSON.parse(key)
  if (!Array.isArray(parsed)) return undefined
  const fields: unknown[] = parsed
  const [
    ,
    collection,
    id,
    depth,
    currentDepth,
    ,
    ,
    overrideAccess,
    hidden,
    draft,
    select,
    populate,
  ] = fields
  if (overrideAccess || hidden || draft || populate) return undefined
  if (typeof collection !== 'string' || typeof id !== 'string' || typeof depth !== 'number')
    return undefined
  // GraphQL takes of a field what the query names; REST sends all that is read.
  const flat = inclusiveSelect(isGraphql && isRecord(select) ? namesOf(select) : select)
  if (select && !flat) return undefined
  const level = typeof currentDepth === 'number' && currentDepth > 0 ? currentDepth : 1
  return {
    group: JSON.stringify([collection, depth, level, flat]),
    collection,
    id,
    depth,
    level,
    ...(flat && { select: flat }),
  }
}

const namesOf = (select: Record<string, unknown>): Record<string, true> =>
  Object.fromEntries(Object.keys(select).map((name) => [name, true]))

const load = async (
  parts: Parts,
  { collection, depth, level, select }: Wish,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string> | undefined> => {
  const shape = parts.shape(collection)
  if (!shape) return undefined
  return pointedTo(parts, shape, ids, { depth, level, select: withTrashMark(shape, select) })
}

/** Where nothing is there, Payload's loader gives null. */
const documentOf = (json: string | undefined): TypeWithID => JSON.parse(json ?? 'null')
