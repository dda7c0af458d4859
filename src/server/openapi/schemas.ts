import type { SanitizedCollectionConfig } from 'payload'

/** A JSON Schema. */
export type Schema = Record<string, unknown>

/**
 * The schemas of the collections' documents and of all that they refer to, from those that Payload makes its types of.
 */
export const schemasFrom = ({
  definitions,
  collections,
}: {
  definitions: Record<string, unknown>
  collections: readonly SanitizedCollectionConfig[]
}): Record<string, Schema> => {
  const schemas: Record<string, Schema> = {}
  const pending: string[] = collections.map(({ slug }) => slug)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    const definition = definitions[name]
    if (name in schemas || !isRecord(definition)) continue
    const converted = convert(definition, (reference) => pending.push(reference))
    const collection = collections.find(({ slug }) => slug === name)
    schemas[name] = isRecord(converted) ? withoutHidden(converted, collection) : {}
  }
  return schemas
}

/** Hidden fields, such as the hash of a password, are in no answer. */
const withoutHidden = (schema: Schema, collection?: SanitizedCollectionConfig): Schema => {
  const hidden = new Set(
    collection?.flattenedFields.flatMap((field) =>
      'hidden' in field && field.hidden === true ? [field.name] : [],
    ),
  )
  const { properties, required } = schema
  if (hidden.size === 0 || !isRecord(properties)) return schema
  return {
    ...schema,
    properties: Object.fromEntries(Object.entries(properties).filter(([key]) => !hidden.has(key))),
    ...(Array.isArray(required) && { required: required.filter((key) => !hidden.has(key)) }),
  }
}

/** The name of a collection's document in the components. */
export const schemaRef = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` })

const POINTER = '#/definitions/'

/** Keys that JSON Schema does not know. */
const FOREIGN_KEYS: ReadonlySet<string> = new Set(['tsType', '$schema', 'definitions'])

const convert = (value: unknown, onReference: (name: string) => void): unknown => {
  if (Array.isArray(value)) return value.map((item) => convert(item, onReference))
  if (!isRecord(value)) return value
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (FOREIGN_KEYS.has(key)) return []
    if (key === '$ref' && typeof inner === 'string' && inner.startsWith(POINTER)) {
      const name = inner.slice(POINTER.length)
      onReference(name)
      return [[key, `#/components/schemas/${name}`]]
    }
    return [[key, convert(inner, onReference)]]
  })
  const schema = Object.fromEntries(entries)
  // The fields of JSON take a list of whatever there is; linters want that to be said.
  const isOpenList = [schema.type].flat().includes('array') && !('items' in schema)
  return isOpenList ? { ...schema, items: {} } : schema
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
