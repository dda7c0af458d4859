/** A value that JSON can carry: what front matter becomes, whatever language it was written in. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject
export type JsonObject = { [key: string]: JsonValue }

/** True for a mapping; false for lists and null. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * Sets a key of front matter on a plain object. A key named `__proto__` would change what the object is,
 * so it is stored as `_proto_`.
 */
export function setKey(target: JsonObject, key: string, value: JsonValue): void {
  target[key === '__proto__' ? '_proto_' : key] = value
}

/** Levels of lists and mappings that are followed; deeper ones are kept as their JSON text. */
export const MAX_DEPTH = 200

/**
 * Copies any parsed value into plain JSON: dates become their own spelling, big integers strings, what JSON lacks its
 * text. Bounded in depth; cycles are cut by the same bound.
 */
export function toJson(value: unknown, depth = 0): JsonValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (value instanceof Date) return dateText(value)
  if (typeof value === 'bigint' || typeof value === 'symbol' || typeof value === 'function')
    return String(value)
  if (depth >= MAX_DEPTH) return '(nested too deeply)'
  if (Array.isArray(value)) return value.map((item) => toJson(item, depth + 1))
  const copy: JsonObject = {}
  for (const [key, item] of Object.entries(value)) setKey(copy, key, toJson(item, depth + 1))
  return copy
}

/** How a value is written: a scalar's words, those of a list with commas between, nothing for null and mappings. */
export function spellingOf(value: unknown, depth = 0): string {
  if (typeof value === 'string') return value
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value)
  if (value instanceof Date) return String(value)
  if (!Array.isArray(value) || depth >= MAX_DEPTH) return ''
  return value.map((item) => spellingOf(item, depth + 1)).join(',')
}

/** The words of a scalar as a reader sees them; `undefined` for null, lists and mappings. */
export function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined
}

/** Like {@link textOf}, but trimmed, and `undefined` when nothing is left. */
export function filledText(value: JsonValue | undefined): string | undefined {
  const text = textOf(value)?.trim()
  return text ? text : undefined
}

function dateText(value: Date): string {
  return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()
}
