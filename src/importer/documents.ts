import { randomBytes, randomUUID } from 'node:crypto'
import {
  beforeChangeTraverseFields,
  beforeValidateTraverseFields,
  createLocalReq,
  deepCopyObjectSimple,
  updateByIDOperation,
  ValidationError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type CollectionSlug,
  type JsonObject,
  type Payload,
  type PayloadRequest,
  type TypedUser,
  type ValidationFieldError,
  type Where,
} from 'payload'
import { hasDraftValidationEnabled } from 'payload/shared'
import { batchFormOf, type Change } from '../../collections/hooks/batchForm'
import type { BulkDatabase, RecordedWrites } from './database'
import { derivedId } from './database/derivedId'
import { fieldsAtWork } from './fieldsAtWork'
import { openText, type SealedText } from './sealedText'
import { canValidate, validateNew } from './validateNew'

/** One recorded document with what its `afterChange` hooks are told. */
export type RecordedChange = {
  document: RecordedWrites
  change: Change
  req: PayloadRequest
  afterChange: readonly CollectionAfterChangeHook[]
  /** The text of a new article. */
  text?: SealedText
}

/** Hooks of a collection that run on a new document. */
export type HooksOfNew = {
  beforeChange?: readonly CollectionBeforeChangeHook[]
  afterChange?: readonly CollectionAfterChangeHook[]
}

type Target = {
  payload: Payload
  collection: CollectionSlug
  document: RecordedWrites
  user?: TypedUser
}

/**
 * Takes a new document through Payload's own hooks, defaults and validation, and records the writes that
 * `payload.create` would make.
 * @param hooks run in place of those that the collection has with its plugins
 * @param text the rich text of the field `content`; Payload's code sees its outline
 * @param linked relations to documents of the same batch, which validation would look for in the database
 * @throws ValidationError as `payload.create` does
 */
export const recordNew = async ({
  payload,
  collection,
  document,
  user,
  data: given,
  text,
  isDraft = false,
  hooks = payload.collections[collection].config.hooks,
  linked,
}: Target & {
  data: JsonObject
  text?: SealedText
  isDraft?: boolean
  hooks?: HooksOfNew
  linked?: Record<string, string>
}): Promise<RecordedChange> => {
  const { config } = payload.collections[collection]
  const req = await requestForNew(payload, user)
  const { context } = req
  const now = new Date().toISOString()
  let data: JsonObject = { id: newId(payload), ...given, createdAt: now, updatedAt: now }
  if (isDraft) data._status = 'draft'
  if (text) data.content = text.outline
  const shared = { collection: config, context, operation: 'create', req } as const

  await beforeValidateTraverseFields({
    ...shared,
    ...atRoot(data),
    fields: fieldsAtWork(config.fields, 'beforeValidate'),
    overrideAccess: true,
  })
  for (const hook of config.hooks.beforeValidate) {
    data = (await hook({ ...shared, data, originalDoc: {} })) ?? data
  }
  for (const hook of hooks.beforeChange ?? []) {
    data = (await hook({ ...shared, data, originalDoc: {} })) ?? data
  }
  const isValidated = !isDraft || hasDraftValidationEnabled(config)
  const isOurs = canValidate(config.fields)
  const errors: ValidationFieldError[] = []
  await beforeChangeTraverseFields({
    ...shared,
    ...atRoot(data),
    fields: isOurs ? fieldsAtWork(config.fields, 'beforeChange') : config.fields,
    docWithLocales: {},
    errors,
    fieldLabelPath: '',
    mergeLocaleActions: [],
    overrideAccess: true,
    siblingDocWithLocales: {},
    skipValidation: isOurs || !isValidated,
  })
  if (isOurs && isValidated) errors.push(...(await validateNew({ config, data, req })))
  if (errors.length > 0) throw new ValidationError({ collection, errors, req }, req.t)
  Object.assign(data, linked)

  const { recorder } = document
  const id = String(data.id)
  await recorder.create({ collection, data: deepCopyObjectSimple(data), req, returning: false })
  if (config.versions) {
    await recorder.createVersion({
      autosave: false,
      collectionSlug: collection,
      createdAt: now,
      parent: id,
      req,
      returning: false,
      updatedAt: now,
      versionData: data,
    })
  }
  return recordCompanions({
    document,
    req,
    payload,
    user,
    change: {
      collection,
      operation: 'create',
      doc: withText({ ...data, id }, text),
      previousDoc: {},
    },
    afterChange: hooks.afterChange ?? [],
    ...(text && { text }),
  })
}

/**
 * Takes a change of a document through Payload's own update operation, which writes into the record.
 * @throws ValidationError as `payload.update` does
 */
export const recordUpdate = async ({
  payload,
  collection,
  document,
  user,
  id,
  data,
}: Target & { id: string; data: JsonObject }): Promise<RecordedChange> => {
  const recordingPayload: Payload = Object.create(payload, { db: { value: document.recorder } })
  const req = await requestFor(recordingPayload, user)
  const { config, ...rest } = payload.collections[collection]
  let change: Change | undefined
  const note: CollectionAfterChangeHook = ({ doc, previousDoc }) => {
    change = { collection, operation: 'update', doc, previousDoc }
  }
  await updateByIDOperation({
    collection: { ...rest, config: { ...config, hooks: { ...config.hooks, afterChange: [note] } } },
    data: deepCopyObjectSimple(data),
    depth: 0,
    disableTransaction: true,
    id,
    overrideAccess: true,
    overrideLock: true,
    req,
    showHiddenFields: false,
    trash: true,
  })
  if (!change) throw new Error(`the update of ${id} did not come to its end`)
  const { afterChange } = config.hooks
  return recordCompanions({ document, req, payload, user, change, afterChange })
}

/** Hooks that look at the text get all of it; most don't. */
const withText = <Document extends JsonObject>(
  document: Document,
  text: SealedText | undefined,
): Document =>
  text
    ? Object.defineProperty(document, 'content', { enumerable: true, get: () => openText(text) })
    : document

/** An id for a new document, in the form of the database. */
const newId = ({ db }: Pick<Payload, 'db'>): string =>
  db.name === 'mongoose' ? randomBytes(12).toString('hex') : randomUUID()

/**
 * Ids for new documents that are known by a key. Where a batch may be stored in part they are derived from it, so that what
 * refers to them is right when the batch is written again.
 */
export const idsByKey = (
  payload: Payload,
  { name, isAtomic }: BulkDatabase,
  collection: string,
) => {
  const taken = new Set<string>()
  const derived = (key: string): string => derivedId(name, collection, key)
  return {
    /** Finds what has one of the keys, or their ids: an editor may have given one of these another key. */
    whereKnown: (field: string, keys: readonly string[], spellings = keys): Where => {
      const hasKey = { [field]: { in: [...spellings] } }
      return isAtomic ? hasKey : { or: [hasKey, { id: { in: keys.map(derived) } }] }
    },
    found: (id: string): void => void taken.add(id),
    idOf: (key: string): string =>
      isAtomic || taken.has(derived(key)) ? newId(payload) : derived(key),
  }
}

const recordCompanions = async ({
  payload,
  document,
  user,
  ...recorded
}: RecordedChange & { payload: Payload; user?: TypedUser }): Promise<RecordedChange> => {
  const { change, req, afterChange } = recorded
  let number = 0
  for (const hook of afterChange) {
    for (const { collection, data } of batchFormOf(hook)?.companions?.(change, req) ?? []) {
      const id = document.companionId(change, number)
      await recordNew({ payload, document, user, collection, data: { ...data, id } })
      number += 1
    }
  }
  return { document, ...recorded }
}

const requestFor = (payload: Payload, user: TypedUser | undefined): Promise<PayloadRequest> =>
  createLocalReq({ context: { isImport: true }, ...(user && { user }) }, payload)

const requests = new WeakMap<Payload, { user?: TypedUser; request: PayloadRequest }>()

/** A request for a new document: like the one before but for its context. */
const requestForNew = async (
  payload: Payload,
  user: TypedUser | undefined,
): Promise<PayloadRequest> => {
  const known = requests.get(payload)
  const isSame = known && known.user === user
  const request = isSame ? known.request : await requestFor(payload, user)
  if (!isSame) requests.set(payload, { user, request })
  return { ...request, context: { isImport: true } }
}

const atRoot = (data: JsonObject) => ({
  data,
  doc: {},
  global: null,
  parentIndexPath: '',
  parentIsLocalized: false,
  parentPath: '',
  parentSchemaPath: '',
  siblingData: data,
  siblingDoc: {},
})
