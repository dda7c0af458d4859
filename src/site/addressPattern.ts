/**
 * Patterns of public addresses, such as `/{locale}/{year}/{month}/{slug}`. A pattern is a path, or a whole address.
 */

/** What the tokens of a pattern stand for; a token without a value takes its segment with it. */
export type AddressParts = Partial<Record<Token, string>>

export const TOKENS = ['slug', 'year', 'month', 'day', 'category', 'locale', 'id', 'path'] as const
export type Token = (typeof TOKENS)[number]

/** Tokens that hold several segments of a path. */
const PATH_TOKENS: ReadonlySet<string> = new Set(['category', 'path'])

/** What is wrong with a pattern, as "Use …" goes on; undefined when it is good. */
export const checkPattern = (pattern: string): string | undefined => {
  if (!/^(\/|https?:\/\/)/.test(pattern)) return 'a path that starts with /, or a whole address'
  const unknown = tokensOf(pattern).find((name) => !isToken(name))
  if (unknown !== undefined) {
    return `the tokens ${TOKENS.map((name) => `{${name}}`).join(', ')}; {${unknown}} is none of them`
  }
  if (new Set(tokensOf(pattern)).size < tokensOf(pattern).length) return 'each token once'
  return tokensOf(pattern).some((name) => IDENTIFYING.has(name))
    ? undefined
    : '{slug}, {path} or {id} in it, so that each page has an address of its own'
}

const IDENTIFYING: ReadonlySet<string> = new Set(['slug', 'id', 'path'])

/** Whether a pattern has the token. */
export const hasToken = (pattern: string, token: Token): boolean => pattern.includes(`{${token}}`)

/** The address that a pattern gives for one page, percent-encoded. */
export const fillPattern = (pattern: string, parts: AddressParts): string => {
  const [, origin = '', path = ''] = SPLIT.exec(pattern) ?? []
  const filled = path.replace(TOKEN, (_token, name: string) => {
    const value = isToken(name) ? (parts[name] ?? '') : ''
    return PATH_TOKENS.has(name)
      ? value.split('/').map(encodeURIComponent).join('/')
      : encodeURIComponent(value)
  })
  return origin + filled.replace(/\/{2,}/g, '/')
}

/** The path of an address that a pattern has given: it may be a whole address. */
export const pathOf = (address: string): string =>
  address.startsWith('/') ? address : new URL(address).pathname

/**
 * Reads a path by a pattern.
 * @param path decoded, without query and fragment
 * @returns the parts, or undefined when the path is not of the pattern
 */
export const matchPattern = (pattern: string, path: string): AddressParts | undefined => {
  const [, , wanted = ''] = SPLIT.exec(pattern) ?? []
  const source = withoutSlash(wanted)
    .split(TOKEN)
    .map((part, index) => {
      if (index % 2 === 0) return escapeRegExp(part)
      // A category may be missing, and its slash with it.
      return PATH_TOKENS.has(part) ? `(?<${part}>.*?)` : `(?<${part}>[^/]+)`
    })
    .join('')
    .replaceAll('(?<category>.*?)/', '(?:(?<category>.+?)/)?')
  const match = new RegExp(`^${source}$`, 'u').exec(withoutSlash(path))
  return match ? { ...match.groups } : undefined
}

const TOKEN = /\{(\w+)\}/g
const SPLIT = /^(https?:\/\/[^/]*)?(.*)$/s

const tokensOf = (pattern: string): string[] =>
  [...pattern.matchAll(TOKEN)].map(([, name = '']) => name)

const isToken = (name: string): name is Token => TOKENS.some((token) => token === name)

const withoutSlash = (path: string): string => path.replace(/(?<=.)\/+$/, '')

const escapeRegExp = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
