import { afterReadTraverseFields, type Field, type JsonObject } from 'payload'
import { withFileName } from '../../../collections/hooks/selectFileName'
import { isRecord } from '../../richtext/readNode'
import type { Parts, Wanted } from './documents'
import type { ReadRow } from './reader'
import type { LeanShape } from './shape'

/** Nodes of rich text that Payload changes as it reads: it populates what they point to, and fills in defaults. */
const READ_BY_PAYLOAD = /"type":"(?:upload|relationship|block|inlineBlock|link|autolink)"/

const MAX_ROUNDS = 100

/** Rich texts that Payload changes as it reads, as it reads them, by the ids of their documents. */
export const textsAsRead = async (
  parts: Parts,
  shape: LeanShape,
  rows: readonly ReadRow[],
  wanted: Wanted,
): Promise<ReadonlyMap<string, string> | undefined> => {
  const { richTextField } = shape
  const texts = rows.flatMap(({ id, richText }) =>
    richText && READ_BY_PAYLOAD.test(richText) ? [{ id, richText }] : [],
  )
  if (!richTextField || texts.length === 0) return undefined
  const { name } = richTextField
  const read = texts.map(({ id, richText }): JsonObject => ({ id, [name]: JSON.parse(richText) }))
  await traverse(parts, shape, read, [richTextField], wanted)
  return new Map(read.map((document) => [String(document.id), JSON.stringify(document[name])]))
}

/** Has Payload's hooks after a read go over documents, given and returned as JSON. */
export const readByPayload = async (
  parts: Parts,
  shape: LeanShape,
  written: readonly string[],
  wanted: Wanted,
): Promise<string[]> => {
  const { config } = shape
  const read = written.map(recordOf)
  await traverse(parts, shape, read, config.fields, wanted)
  const { req } = parts
  const finished: unknown[] = []
  for (let doc of read) {
    for (const hook of config.hooks.afterRead) {
      const { context } = req
      const args = { collection: config, context, doc, findMany: true, overrideAccess: false, req }
      const hooked: unknown = await hook(args)
      if (isRecord(hooked)) doc = hooked
    }
    finished.push(doc)
  }
  return finished.map((doc) => JSON.stringify(doc))
}

const traverse = async (
  { req }: Parts,
  { config }: LeanShape,
  read: readonly JsonObject[],
  fields: Field[],
  { depth, level, select: given, populate }: Wanted,
): Promise<void> => {
  const select = config.upload && given ? withFileName(given) : given
  const fieldPromises: Promise<void>[] = []
  const populationPromises: Promise<void>[] = []
  for (const doc of read) {
    afterReadTraverseFields({
      collection: config,
      context: req.context,
      currentDepth: level ?? 1,
      depth,
      doc,
      draft: false,
      fallbackLocale: req.fallbackLocale ?? null,
      fieldDepth: 0,
      fieldPromises,
      fields,
      findMany: true,
      flattenLocales: true,
      global: null,
      locale: req.locale ?? null,
      overrideAccess: false,
      parentIndexPath: '',
      parentIsLocalized: false,
      parentPath: '',
      parentSchemaPath: '',
      populate,
      populationPromises,
      req,
      select,
      selectMode: select && (Object.values(select)[0] ? 'include' : 'exclude'),
      showHiddenFields: false,
      siblingDoc: doc,
    })
  }
  // What is populated may have fields of its own to read.
  for (let round = 0; fieldPromises.length + populationPromises.length > 0; round += 1) {
    if (round > MAX_ROUNDS) throw new Error('A document is never read to its end.')
    await Promise.all(fieldPromises.splice(0))
    await Promise.all(populationPromises.splice(0))
  }
}

const recordOf = (json: string): JsonObject => {
  const parsed: unknown = JSON.parse(json)
  if (!isRecord(parsed)) throw new Error('A document is no object.')
  return parsed
}
