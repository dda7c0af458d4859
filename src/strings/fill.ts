export type Values = Record<string, string | number>

/** `{{name}}`, or `{{name|article|articles}}`: a number with its noun. */
const PLACE = /\{\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}\}/g

/** Puts values into a sentence. */
export const fill = (text: string, values: Values = {}): string =>
  text.replace(PLACE, (_, name: string, one?: string, many?: string) => {
    const value = values[name] ?? ''
    return one === undefined ? String(value) : `${value} ${Number(value) === 1 ? one : many}`
  })
