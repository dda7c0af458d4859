import type { Field } from 'payload'

/** The parts of Payload's work on a new document for which it goes through all fields. */
type Stage = 'beforeValidate' | 'beforeChange'

/** What Payload leaves as it is before validation; ids of relations, for one, it tidies. */
const LEFT_AS_GIVEN = new Set(['text', 'textarea', 'date', 'json', 'code', 'email', 'select', 'ui'])

const known: Record<Stage, WeakMap<Field[], Field[]>> = {
  beforeValidate: new WeakMap(),
  beforeChange: new WeakMap(),
}

/**
 * Of a collection's fields those to which a stage does something: they have a hook or a default, or hold such fields.
 * Payload makes a handful of promises for each of the others, for each document.
 * @param fields as the sanitized configuration has them; the answer is remembered
 */
export const fieldsAtWork = (fields: Field[], stage: Stage): Field[] => {
  const answer = known[stage].get(fields) ?? fields.flatMap((field) => atWork(field, stage))
  known[stage].set(fields, answer)
  return answer
}

const atWork = (field: Field, stage: Stage): Field[] => {
  if (hasHook(field, stage)) return [field]
  if (field.type === 'tabs') {
    const tabs = field.tabs.map((tab) => ({ ...tab, fields: fieldsAtWork(tab.fields, stage) }))
    return [{ ...field, tabs }]
  }
  if (field.type === 'row' || field.type === 'collapsible' || field.type === 'group') {
    return [{ ...field, fields: fieldsAtWork(field.fields, stage) }]
  }
  if (field.type === 'array' || field.type === 'blocks' || field.type === 'richText') return [field]
  if (stage === 'beforeChange') return field.type === 'point' ? [field] : []
  const hasDefault = 'defaultValue' in field && field.defaultValue !== undefined
  return LEFT_AS_GIVEN.has(field.type) && !hasDefault ? [] : [field]
}

const hasHook = (field: Field, stage: Stage): boolean =>
  'hooks' in field && (field.hooks?.[stage]?.length ?? 0) > 0
