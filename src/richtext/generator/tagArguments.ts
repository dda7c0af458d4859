/** The arguments of a tag: in order, and by name. */
export type TagArguments = { positional: string[]; named: Record<string, string> }

const TOKEN =
  /\s*,?\s*(?:([\w.-]+)\s*(=|:(?!\/\/))\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,]+))/y

/**
 * Takes what follows a tag's name (`"x.jpg" alt="A b" width=300`, `src='y'`, commas or blanks between) and returns the
 * arguments without their quotes. With `separator` ':' also `key: value` is a named argument, otherwise only `key=value`.
 */
export const parseTagArguments = (text: string, separators: '=' | '=:' = '='): TagArguments => {
  const result: TagArguments = { positional: [], named: {} }
  let at = 0
  while (at < text.length) {
    TOKEN.lastIndex = at
    const match = TOKEN.exec(text)
    if (!match || match[0] === '') break
    at = TOKEN.lastIndex
    const [whole, key, separator, double, single, back, bare] = match
    const value = unescapeQuotes(double) ?? unescapeQuotes(single) ?? back ?? bare ?? ''
    if (key !== undefined && separator !== undefined && separators.includes(separator)) {
      result.named[key] = value
    } else if (key !== undefined) {
      result.positional.push(whole.trim().replace(/^,\s*/, ''))
    } else {
      result.positional.push(value)
    }
  }
  return result
}

const unescapeQuotes = (text: string | undefined): string | undefined =>
  text?.replace(/\\(["'\\])/g, '$1')

/** Takes arguments and names in order of preference; returns the first that is set and not empty. */
export const firstNamed = (args: TagArguments, ...names: string[]): string | undefined => {
  for (const name of names) {
    const value = args.named[name]
    if (value) return value
  }
  return undefined
}
