import { isObject } from './json'
import type { JsonObject, JsonValue } from './json'

export type Found = { name: string; value: JsonValue }

/** The keys of one file, found by any of their spellings, with a record of which of them have been used. */
export type Fields = {
  /** The value of a key (`a.b` for one inside another), if it says anything; does not mark it as used. */
  peek: (name: string) => JsonValue | undefined
  /** The first of these keys whose value is `accepted`; marked as used. Empty ones on the way are marked too. */
  take: (names: readonly string[], accepted?: (value: JsonValue) => boolean) => Found | undefined
  /** Says that what a key holds has found its field. */
  use: (name: string) => void
  /** Everything that was not used, as a new object. */
  rest: () => JsonObject
}

/**
 * Opens front matter for reading. `Title`, `publish_date`, `publishDate` and `publish-date` are the same key as
 * `title` and `publishdate`. `defaults` are seen behind the file's own keys and never end up in the rest.
 */
export function openFields(data: JsonObject, defaults: JsonObject = {}): Fields {
  const used = new Set<string>()
  const own = new Map<JsonObject, Map<string, string>>()
  const hasDefaults = Object.keys(defaults).length > 0
  const locate = (root: JsonObject, name: string): { id: string; value: JsonValue } | undefined => {
    let value: JsonValue = root
    let id = ''
    for (const part of partsOf(name)) {
      if (!isObject(value)) return undefined
      const key = spelling(own, value, part)
      if (key === undefined) return undefined
      id += SEPARATOR + key
      value = value[key] ?? null
    }
    return { id, value }
  }
  const find = (name: string) => {
    const found = locate(data, name)
    if (!hasDefaults || (found && !isEmpty(found.value))) return found
    return locate(defaults, name) ?? found
  }
  const use = (name: string) => {
    const found = locate(data, name)
    if (found) used.add(found.id)
  }
  return {
    use,
    peek: (name) => {
      const found = find(name)
      return found && !isEmpty(found.value) ? found.value : undefined
    },
    take: (names, accepted = () => true) => {
      let taken: Found | undefined
      for (const name of names) {
        const found = find(name)
        if (!found) continue
        if (isEmpty(found.value)) use(name)
        else if (!taken && accepted(found.value)) {
          taken = { name, value: found.value }
          use(name)
        }
      }
      return taken
    },
    rest: () => without(data, used, ''),
  }
}

/** Stands between the keys of a path; no key of front matter holds it. */
const SEPARATOR = '\u0000'

type NamePart = { written: string; plain: string }

/** Names come from the tables of keys, so there are few of them. */
const knownNames = new Map<string, readonly NamePart[]>()

function partsOf(name: string): readonly NamePart[] {
  const known = knownNames.get(name)
  if (known) return known
  const parts = name.split('.').map((written) => ({ written, plain: plainKey(written) }))
  knownNames.set(name, parts)
  return parts
}

function spelling(
  cache: Map<JsonObject, Map<string, string>>,
  object: JsonObject,
  { written, plain }: NamePart,
): string | undefined {
  if (Object.hasOwn(object, written)) return written
  let names = cache.get(object)
  if (!names) {
    names = new Map(Object.keys(object).map((key) => [plainKey(key), key]))
    cache.set(object, names)
  }
  return names.get(plain)
}

function plainKey(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '')
}

function isEmpty(value: JsonValue): boolean {
  if (typeof value === 'string') return value.trim() === ''
  return value === null || (Array.isArray(value) && value.length === 0)
}

/** No field lies deeper than two keys. */
function without(object: JsonObject, used: ReadonlySet<string>, above: string): JsonObject {
  const rest: JsonObject = {}
  for (const [key, value] of Object.entries(object)) {
    const id = above + SEPARATOR + key
    if (used.has(id)) continue
    if (!isObject(value) || above !== '') {
      rest[key] = value
      continue
    }
    const inner = without(value, used, id)
    if (Object.keys(inner).length > 0 || Object.keys(value).length === 0) rest[key] = inner
  }
  return rest
}
