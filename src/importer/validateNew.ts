import type {
  Field,
  JsonObject,
  PayloadRequest,
  SanitizedCollectionConfig,
  ValidationFieldError,
} from 'payload'
import { isRecord } from '../richtext/readNode'

type Scope = {
  config: SanitizedCollectionConfig
  req: PayloadRequest
  /** The whole document. */
  data: JsonObject
  errors: ValidationFieldError[]
}

type Place = { siblings: JsonObject; path: readonly (string | number)[] }

/** Fields within which each row has fields of its own kind; none of what is imported has them. */
const NOT_KNOWN = new Set(['blocks'])

/**
 * Whether {@link validateNew} knows all fields of a collection. Payload validates the documents of any other itself.
 */
export const canValidate = (fields: readonly Field[]): boolean =>
  fields.every((field) => !NOT_KNOWN.has(field.type) && canValidate(innerFields(field)))

/**
 * Asks each field of a new document its own `validate`, as Payload does when it creates one. Payload merges two copies of
 * the whole document for each field, which is most of what its validation costs; a new document has nothing to merge with.
 * @returns what was refused, as Payload words it
 */
export const validateNew = async ({
  config,
  data,
  req,
}: Omit<Scope, 'errors'>): Promise<ValidationFieldError[]> => {
  const scope: Scope = { config, data, req, errors: [] }
  await validateFields(scope, config.fields, { siblings: data, path: [] })
  return scope.errors
}

const validateFields = async (
  scope: Scope,
  fields: readonly Field[],
  place: Place,
): Promise<void> => {
  for (const field of fields) {
    if (!isInUse(scope, field, place)) continue
    // Most answer at once, and waiting for each would take longer than asking it.
    const answer = validateValue(scope, field, place)
    if (answer) await answer
    if (!innerFields(field).length) continue
    for (const { fields: inner, ...innerPlace } of placesWithin(field, place)) {
      await validateFields(scope, inner, innerPlace)
    }
  }
}

const validateValue = (
  { config, req, data, errors }: Scope,
  field: Field,
  { siblings, path }: Place,
): Promise<void> | undefined => {
  if (!('name' in field) || !('validate' in field) || typeof field.validate !== 'function') return
  const fieldPath = [...path, field.name]
  const options = {
    ...field,
    blockData: undefined,
    collectionSlug: config.slug,
    data,
    event: 'submit',
    operation: 'create',
    overrideAccess: true,
    path: fieldPath,
    preferences: { fields: {} },
    req,
    siblingData: siblings,
  }
  const answer: unknown = Reflect.apply(field.validate, undefined, [siblings[field.name], options])
  if (answer instanceof Promise) {
    return answer.then((result) => noteRefusal(errors, result, fieldPath))
  }
  noteRefusal(errors, answer, fieldPath)
  return undefined
}

const noteRefusal = (
  errors: ValidationFieldError[],
  answer: unknown,
  path: readonly (string | number)[],
): void => {
  if (typeof answer === 'string') errors.push({ message: answer, path: path.join('.') })
}

/** A field whose condition is not met is not validated, and neither is what it holds. */
const isInUse = ({ data, req }: Scope, field: Field, { siblings, path }: Place): boolean => {
  const condition = field.admin && 'condition' in field.admin ? field.admin.condition : undefined
  if (!condition) return true
  const name = 'name' in field ? [field.name] : []
  return Boolean(
    condition(data, siblings, {
      blockData: {},
      operation: 'create',
      path: [...path, ...name].filter((part) => part !== undefined),
      user: req.user,
    }),
  )
}

const placesWithin = (
  field: Field,
  { siblings, path }: Place,
): (Place & { fields: readonly Field[] })[] => {
  if (field.type === 'tabs') {
    return field.tabs.flatMap((tab) => {
      const within = 'name' in tab && tab.name ? below({ siblings, path }, tab.name) : undefined
      return [{ ...(within ?? { siblings, path }), fields: tab.fields }]
    })
  }
  if (field.type === 'array') {
    const rows: unknown = siblings[field.name]
    return (Array.isArray(rows) ? rows.filter(isRecord) : []).map((row, index) => ({
      siblings: row,
      path: [...path, field.name, index],
      fields: field.fields,
    }))
  }
  if (field.type === 'group' && 'name' in field && field.name) {
    return [{ ...below({ siblings, path }, field.name), fields: field.fields }]
  }
  return [{ siblings, path, fields: innerFields(field) }]
}

const below = ({ siblings, path }: Place, name: string): Place => {
  const value: unknown = siblings[name]
  return { siblings: isRecord(value) ? value : {}, path: [...path, name] }
}

const innerFields = (field: Field): readonly Field[] => {
  if (field.type === 'tabs') return field.tabs.flatMap(({ fields }) => fields)
  return 'fields' in field ? field.fields : []
}
