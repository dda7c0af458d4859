import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
  type SelectType,
} from 'payload'
import { isDocument, isRecord } from '../../src/richtext/readNode'
import { renderDocuments, type RenderedForm } from '../../src/site/rendered'
import { isStaff } from '../access/roles'
import { RENDERED_FIELDS } from '../fields/rendered'

const FORMATS = { html: 'contentHtml', markdown: 'contentMarkdown', text: 'contentText' } as const
export type Format = keyof typeof FORMATS

/** The select that a caller sent, kept beside the one that reads what the rendered fields are made from. */
const ASKED = 'selectAsAsked'

/**
 * Reads the content, and what the fallback of the excerpt needs, where a rendered field is selected.
 * @throws APIError `format-unknown` for `?format=` with another word
 */
export const readForRendering: CollectionBeforeOperationHook = ({ args, req }) => {
  formatOf(req)
  const select = 'select' in args ? args.select : undefined
  if (!select || !isInclusive(select)) return args
  return { ...args, select: withNeeds(select), [ASKED]: select }
}

/** A selection of fields with what its rendered fields and the excerpt are made from. */
export const withNeeds = <Select extends SelectType>(select: Select) => ({
  ...select,
  ...(RENDERED_FIELDS.some((name) => select[name] === true) && { content: true as const }),
  ...(select.excerpt === true && { updatedAt: true as const }),
})

/** Fills the rendered fields that were selected, and replaces the content as `?format=` says. */
export const renderOnRequest: CollectionAfterOperationHook<'articles'> = async (hook) => {
  const { args, req } = hook
  const documents = documentsOf(hook.result)
  if (documents.length === 0) return hook.result
  await renderAsAsked(req, documents, {
    asked: selectAsAsked(args),
    format: formatOf(req),
    fillsExcerpt: wantsExcerpt(req, args),
    isDraft: 'draft' in args && args.draft === true,
  })
  return hook.result
}

/** Fills, replaces and leaves out in some documents, in place, what a request has asked for. */
export const renderAsAsked = async (
  req: PayloadRequest,
  documents: Record<string, unknown>[],
  {
    asked,
    format,
    fillsExcerpt,
    isDraft,
  }: { asked?: SelectType; format?: Format; fillsExcerpt: boolean; isDraft: boolean },
): Promise<void> => {
  const forms = asked ? RENDERED_FIELDS.filter((name) => asked[name] === true) : []
  await renderDocuments({
    payload: req.payload,
    req,
    documents,
    forms: [...forms, ...(fillsExcerpt ? EXCERPT : [])],
    isDraft,
  })
  if (format) await replaceContent(req, documents, format)
  if (asked && asked.content !== true) for (const document of documents) delete document.content
}

const EXCERPT: RenderedForm[] = ['excerpt']

/** Forms of the newsroom must show an empty excerpt as empty: what they show is saved. Neither is it exported. */
const wantsExcerpt = (req: PayloadRequest, args: object): boolean => {
  if (req.payloadAPI === 'local') return false
  const asked = selectAsAsked(args)
  if (asked) return asked.excerpt === true
  const isLeftOut = 'select' in args && isRecord(args.select) && args.select.excerpt === false
  return !isLeftOut && !isStaff({ req })
}

const replaceContent = async (
  req: PayloadRequest,
  documents: Record<string, unknown>[],
  format: Format,
): Promise<void> => {
  const withContent = documents.filter(({ content }) => isDocument(content))
  const form = FORMATS[format]
  const copies = withContent.map((document): Record<string, unknown> => ({ ...document }))
  await renderDocuments({ payload: req.payload, req, documents: copies, forms: [form] })
  for (const [index, document] of withContent.entries()) document.content = copies[index]?.[form]
}

const formatOf = (req: PayloadRequest): Format | undefined => {
  const format = req.payloadAPI === 'REST' ? req.query?.format : undefined
  if (format === undefined || (req.method && req.method !== 'GET')) return undefined
  if (isFormat(format)) return format
  throw new APIError(
    `There is no format "${String(format)}". Use format=html, markdown or text.`,
    400,
    { code: 'format-unknown' },
    true,
  )
}

export const isFormat = (format: unknown): format is Format =>
  typeof format === 'string' && Object.hasOwn(FORMATS, format)

const isInclusive = (select: SelectType): boolean =>
  Object.values(select).some((value) => value === true || isRecord(value))

const selectAsAsked = (args: object): SelectType | undefined =>
  ASKED in args && isRecord(args[ASKED]) ? (args[ASKED] as SelectType) : undefined

const documentsOf = (result: unknown): Record<string, unknown>[] => {
  if (!isRecord(result)) return []
  if (Array.isArray(result.docs)) return result.docs.filter(isRecord)
  return 'id' in result ? [result] : []
}
