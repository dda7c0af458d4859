import type { Field, FieldAffectingData, RelationshipFieldValidation } from 'payload'
import { relationship } from 'payload/shared'

/** Fields of a link beside Payload's own. */
export const linkFields: Field[] = [
  { name: 'anchor', type: 'text', label: { en: 'Anchor in the article', zh: '文内锚点' } },
  { name: 'title', type: 'text', label: { en: 'Title', zh: '标题' } },
  { name: 'rel', type: 'text', label: { en: 'Relation (rel)', zh: '关系（rel）' } },
]

/**
 * Payload's link fields, but for two things. An address is kept as written: Payload would percent-encode a relative
 * one whole. And an import may link to an article that it writes a moment later.
 */
export const adaptLinkField = (field: FieldAffectingData): FieldAffectingData => {
  if (field.name === 'url' && field.type === 'text') {
    return { ...field, hooks: {}, validate: isAddress }
  }
  if (field.name === 'doc' && field.type === 'relationship') {
    return { ...field, hasMany: false, validate: isKnownOrImported } as FieldAffectingData
  }
  return field
}

const isAddress = (
  value: string | string[] | null | undefined,
  { siblingData }: { siblingData: { linkType?: string } },
): string | true =>
  siblingData.linkType === 'internal' || typeof value === 'string'
    ? true
    : 'An address is missing. / 缺少网址。'

const isKnownOrImported: RelationshipFieldValidation = (value, options) =>
  options.req.context.isImport ? true : relationship(value, options)
