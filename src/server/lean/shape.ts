import {
  createLocalReq,
  type FlattenedField,
  type Payload,
  type PayloadRequest,
  type RichTextField,
  type SanitizedCollectionConfig,
} from 'payload'
import type { CustomOfCollection } from '../../../collections/custom'
import { collectionNamed } from '../../collectionNamed'
import { saveAsDraftOnly } from '../../../collections/hooks/guardPublishing'
import { guardRedirected, guardRelated } from '../../../collections/hooks/guardHiddenArticles'
import { hideUnpublishedMedia } from '../../../collections/hooks/hideUnpublishedMedia'
import { selectFileName } from '../../../collections/hooks/selectFileName'
import { translateMediaFilters } from '../../../collections/listFilters/mediaFilters'
import { translateFilters } from '../../../collections/listFilters/translateFilters'
import { readMoveRequest } from '../../../collections/hooks/guardStage'
import { rememberDraftSave } from '../../../collections/hooks/rememberDraftSave'
import { prepareUpload } from '../../../collections/hooks/prepareUpload'
import { readForRendering, renderOnRequest } from '../../../collections/hooks/renderOnRequest'
import { adminField, staffField, systemField } from '../../../collections/access/policy'
import { serveFromMediaPath } from '../../../collections/hooks/serveFromMediaPath'
import { RENDERED_FIELDS } from '../../../collections/fields/rendered'

/** A field that the public sees, and how its stored value becomes JSON. */
export type LeanField = { name: string } & (
  | { kind: 'plain' | 'boolean' | 'date' | 'json' | 'richText'; column: string }
  | { kind: 'texts'; path: string }
  | ({ kind: 'one'; column: string } & Relation)
  | ({ kind: 'many'; path: string } & Relation)
  | { kind: 'group'; fields: LeanField[] }
  | { kind: 'rows'; table: string; fields: LeanField[] }
)

/** What points to documents of a collection, and the deepest level at which these stand in its place. */
export type Relation = { to: string; maxDepth: number }

/** A collection as the public reads it. */
export type LeanShape = {
  slug: string
  table: string
  config: SanitizedCollectionConfig
  fields: LeanField[]
  /** Whether an article without an excerpt is given one. */
  fillsExcerpts: boolean
  /** Whether lists leave out what nothing public shows. */
  hidesUnpublished: boolean
  richTextField?: RichTextField
  /** Whether Payload's hooks go over what was read, as they do over files. */
  isReadByPayload: boolean
}

type Tables = Readonly<Record<string, unknown>>

/** Hooks of ours that do nothing to a read, or what the lean path does as well. */
const KNOWN_HOOKS: unknown[] = [
  translateFilters,
  guardRelated,
  guardRedirected,
  saveAsDraftOnly,
  readMoveRequest,
  rememberDraftSave,
  readForRendering,
  renderOnRequest,
]

/** Hooks of ours after a read, and in front of the writing of files. */
const UPLOAD_HOOKS: unknown[] = [
  serveFromMediaPath,
  prepareUpload,
  selectFileName,
  translateMediaFilters,
  hideUnpublishedMedia,
]

/**
 * What the public reads of a collection. Whatever this does not know (hooks, access functions, kinds of fields) makes
 * it give up, so that Payload answers.
 */
export const shapeOf = (
  payload: Payload,
  slug: string,
  { tables, tableNames }: { tables: Tables; tableNames: ReadonlyMap<string, string> },
): LeanShape | undefined => {
  const collection = collectionNamed(payload, slug)
  if (!collection || payload.config.localization) return undefined
  const { config } = collection
  const table = tableNames.get(slug)
  const { beforeRead, afterRead, beforeOperation, afterOperation } = config.hooks
  const hooks = [
    ...(beforeRead ?? []),
    ...(afterRead ?? []),
    ...(beforeOperation ?? []),
    ...(afterOperation ?? []),
  ]
  const isUpload = Boolean(config.upload)
  const { hooksOfWrites = [] }: CustomOfCollection = config.custom ?? {}
  const known = [...(isUpload ? UPLOAD_HOOKS : KNOWN_HOOKS), ...hooksOfWrites]
  if (!table || !tables[table] || !hooks.every((hook) => known.includes(hook))) return undefined
  if (config.auth || Object.keys(config.joins).length > 0) return undefined
  const fields = fieldsOf(config.flattenedFields, { tables, table, prefix: '', path: '', isUpload })
  // What is populated already would be populated once more.
  if (!fields || (isUpload && fields.some(isPopulated))) return undefined
  return {
    slug,
    table,
    config,
    fields,
    fillsExcerpts: hooks.includes(renderOnRequest),
    hidesUnpublished: hooks.includes(hideUnpublishedMedia),
    richTextField: config.flattenedFields.find((field) => field.type === 'richText'),
    isReadByPayload: isUpload,
  }
}

const isPopulated = (field: LeanField): boolean => {
  if (field.kind === 'group' || field.kind === 'rows') return field.fields.some(isPopulated)
  return 'maxDepth' in field && field.maxDepth > 0
}

type Place = {
  tables: Tables
  table: string
  prefix: string
  path: string
  /** Hooks of the fields of files are run. */
  isUpload: boolean
}

const fieldsOf = (fields: readonly FlattenedField[], place: Place): LeanField[] | undefined => {
  const known: LeanField[] = []
  for (const field of fields) {
    const lean = leanField(field, place)
    if (lean === 'unknown') return undefined
    if (lean) known.push(lean)
  }
  return known
}

const HIDING: unknown[] = [staffField, adminField, systemField]

/** @returns undefined for a field that the public does not see */
const leanField = (field: FlattenedField, place: Place): LeanField | undefined | 'unknown' => {
  const { name } = field
  const read = 'access' in field ? field.access?.read : undefined
  if (read) return HIDING.includes(read) ? undefined : 'unknown'
  const isVirtual = 'virtual' in field && field.virtual
  if (isVirtual === true && RENDERED_FIELDS.some((rendered) => rendered === name)) return undefined
  if (isVirtual || ('localized' in field && field.localized)) return 'unknown'
  if (!place.isUpload && 'hooks' in field && field.hooks?.afterRead?.length) return 'unknown'
  if ('hidden' in field && field.hidden) return undefined
  const column = `${place.prefix}${name}`
  const path = `${place.path}${name}`
  switch (field.type) {
    case 'text':
    case 'select':
      if (!field.hasMany) return { name, kind: 'plain', column }
      return field.type === 'text' && !place.prefix ? { name, kind: 'texts', path } : 'unknown'
    case 'number':
      return field.hasMany ? 'unknown' : { name, kind: 'plain', column }
    case 'textarea':
    case 'email':
    case 'code':
    case 'radio':
      return { name, kind: 'plain', column }
    case 'checkbox':
      return { name, kind: 'boolean', column }
    case 'date':
    case 'json':
      return { name, kind: field.type, column }
    case 'richText':
      return place.prefix || place.path ? 'unknown' : { name, kind: 'richText', column }
    case 'relationship':
    case 'upload': {
      if (typeof field.relationTo !== 'string') return 'unknown'
      const relation = { name, to: field.relationTo, maxDepth: field.maxDepth ?? Infinity }
      return field.hasMany
        ? { ...relation, kind: 'many', path }
        : { ...relation, kind: 'one', column }
    }
    case 'group': {
      const inner = fieldsOf(field.flattenedFields, {
        ...place,
        prefix: `${column}_`,
        path: `${path}.`,
      })
      return inner ? { name, kind: 'group', fields: inner } : 'unknown'
    }
    case 'array': {
      const table = `${place.table}_${name}`
      if (place.prefix || !place.tables[table]) return 'unknown'
      const inner = fieldsOf(field.flattenedFields, { ...place, table, prefix: '', path: '' })
      const isPlain = inner?.every(({ kind }) => kind === 'plain' || kind === 'one')
      return inner && isPlain ? { name, kind: 'rows', table, fields: inner } : 'unknown'
    }
    default:
      return 'unknown'
  }
}

/** A request of nobody in particular. */
export const publicRequest = async (
  payload: Payload,
  api: 'REST' | 'GraphQL',
): Promise<PayloadRequest> => {
  const req = await createLocalReq({}, payload)
  req.payloadAPI = api
  return req
}
