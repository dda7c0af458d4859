/** Names of the root that are read alone, or left out. */
export type FlatSelect = Inclusive | Record<string, false>
type Inclusive = Record<string, true>

/** @returns undefined for a selection that names nothing, parts of a field, or both what is read and what is left out */
export const flatSelect = (select: unknown): FlatSelect | undefined => {
  const entries = entriesOf(select)
  if (entries.length === 0) return undefined
  if (entries.every(([, value]) => value === true)) return withEach(entries, true)
  return entries.every(([, value]) => value === false) ? withEach(entries, false) : undefined
}

/** @returns undefined for what does not name each field that is read */
export const inclusiveSelect = (select: unknown): Inclusive | undefined => {
  const entries = entriesOf(select)
  const isInclusive = entries.length > 0 && entries.every(([, value]) => value === true)
  return isInclusive ? withEach(entries, true) : undefined
}

const entriesOf = (select: unknown): [string, unknown][] =>
  typeof select === 'object' && select !== null ? Object.entries(select) : []

const withEach = <T>(entries: [string, unknown][], value: T): Record<string, T> =>
  Object.fromEntries(entries.map(([name]) => [name, value]))
