import type { FlattenedField, Payload, Where } from 'payload'

/**
 * The collections beside its own that a query looks into: those that a dotted path of its conditions or of its order
 * leads through (`tags.slug`), and those of join fields.
 */
export const relatedCollections = ({
  payload,
  collection,
  where,
  sort,
  joins,
}: {
  payload: Payload
  collection: string
  where?: Where
  sort?: unknown
  joins?: unknown
}): Set<string> => {
  const found = new Set<string>()
  const fieldsOf = (slug: string): FlattenedField[] =>
    payload.config.collections.find((one) => one.slug === slug)?.flattenedFields ?? []
  for (const path of [...pathsOf(where), ...sortPaths(sort)]) {
    // Payload takes both spellings of a path.
    follow(path.replaceAll('__', '.').split('.'), fieldsOf(collection))
  }
  if (joins !== false) for (const joined of joinsOf(payload, collection)) found.add(joined)
  return found

  function follow(segments: string[], fields: readonly FlattenedField[]): void {
    const [name = '', ...rest] = segments
    if (rest.length === 0) return
    const field = fields.find((one) => one.name === name)
    if (!field) return
    if ('relationTo' in field) {
      for (const slug of [field.relationTo].flat()) {
        // The id of a related document is stored with the document that points to it.
        if (rest.length === 1 && (rest[0] === 'id' || rest[0] === 'value')) continue
        found.add(slug)
        follow(rest, fieldsOf(slug))
      }
      return
    }
    if ('flattenedFields' in field) follow(rest, field.flattenedFields)
    // Fields of blocks: a path names the block or not, so every relation in them counts.
    if (field.type === 'blocks') for (const slug of relationsIn(field)) found.add(slug)
  }
}

const pathsOf = (where: Where | undefined): string[] =>
  Object.entries(where ?? {}).flatMap(([key, condition]) =>
    Array.isArray(condition) ? condition.flatMap((part) => pathsOf(part)) : [key],
  )

const sortPaths = (sort: unknown): string[] =>
  [sort]
    .flat()
    .filter((one) => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.replace(/^-/, ''))

const joinsOf = (payload: Payload, slug: string): string[] => {
  const joins = payload.collections[slug as keyof Payload['collections']]?.config.joins ?? {}
  return Object.keys(joins)
}

/** The collections that fields point to, those of groups, arrays and blocks included. */
export const relationsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(relationsIn)
  if (typeof value !== 'object' || value === null) return []
  const own = 'relationTo' in value ? [value.relationTo].flat() : []
  const inner = ['blocks', 'fields', 'flattenedFields'].flatMap((key) =>
    relationsIn(Object.entries(value).find(([name]) => name === key)?.[1]),
  )
  return [...own.filter((slug) => typeof slug === 'string'), ...inner]
}
