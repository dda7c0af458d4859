import type { ExpansionContext } from './tag'

const FILTER_NAME = /^([a-z_]+)\s*(?::\s*([\s\S]*))?$/

/** A value that is appended to itself doubles with each line. */
const LONGEST_VALUE = 100_000

/**
 * Takes the inside of `{{ … }}` (`"/x" | relative_url`, `site.baseurl`, `page.title | escape`) and returns its value as
 * far as it can be known without running the site, otherwise undefined.
 */
export const evaluateLiquid = (
  expression: string,
  context: ExpansionContext,
): string | undefined => {
  if (expression.length > 2000) return undefined
  const [head = '', ...filters] = splitPipes(expression)
  return filters.reduce<string | undefined>(
    (value, filter) => {
      if (value === undefined) return undefined
      const [, name = '', argument = ''] = FILTER_NAME.exec(filter.trim()) ?? []
      if (!Object.hasOwn(FILTERS, name)) return undefined
      const filtered = FILTERS[name]?.(value, argument.trim(), context)
      return filtered !== undefined && filtered.length > LONGEST_VALUE ? undefined : filtered
    },
    evaluateTerm(head.trim(), context),
  )
}

const splitPipes = (expression: string): string[] =>
  expression.match(/(?:"[^"]*"|'[^']*'|[^|"'])+/g) ?? []

const evaluateTerm = (
  term: string,
  { site, page, variables }: ExpansionContext,
): string | undefined => {
  const quoted = /^"([^"]*)"$|^'([^']*)'$/.exec(term)
  if (quoted) return quoted[1] ?? quoted[2]
  if (/^-?\d+(?:\.\d+)?$/.test(term)) return term
  const known: Record<string, string | undefined> = {
    'site.url': site.url,
    'site.baseurl': site.baseurl ?? '',
    'site.title': site.title,
  }
  if (known[term] !== undefined) return known[term]
  if (variables.has(term)) return variables.get(term)
  const [scope, ...path] = term.split('.')
  if (scope === 'site') return textOf(valueAt(site.config, path))
  if (scope === 'page') return textOf(valueAt(page, path))
  return undefined
}

const valueAt = (values: unknown, path: string[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Object.entries(value).find(([name]) => name === key)?.[1]
        : undefined,
    values,
  )

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined

type Filter = (value: string, argument: string, context: ExpansionContext) => string | undefined

const same: Filter = (value) => value

/** The filters that only make addresses or change letters. Site-relative addresses stay so: the link stage knows the site. */
const FILTERS: Record<string, Filter> = {
  relative_url: same,
  absolute_url: same,
  url: same,
  url_for: same,
  asAbsoluteUrl: same,
  escape: same,
  escape_once: same,
  xml_escape: same,
  uri_escape: same,
  safe: same,
  strip: (value) => value.trim(),
  downcase: (value) => value.toLowerCase(),
  upcase: (value) => value.toUpperCase(),
  prepend: (value, argument, context) => {
    const added = evaluateTerm(argument, context)
    return added === undefined ? undefined : added + value
  },
  default: (value, argument, context) => value || evaluateTerm(argument, context),
  markdownify: same,
  strip_newlines: (value) => value.replace(/\n/g, ''),
  append: (value, argument, context) => {
    const added = evaluateTerm(argument, context)
    return added === undefined ? undefined : value + added
  },
}
