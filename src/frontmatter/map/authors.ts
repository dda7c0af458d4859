import type { AuthorDraft } from '../draft'
import { filledText, isObject } from '../json'
import type { JsonObject, JsonValue } from '../json'
import { isOrganisationName } from '../organisation'
import { authorByHandle, authorFrom } from '../siteAuthors'
import type { Site } from '../site'

export type AuthorReading = {
  authors: AuthorDraft[]
  /** True when the drafts hold every word of the value, so that the value need not be kept. */
  isWhole: boolean
}

/**
 * Reads authors in any form: a name, a handle of the site's directory, several in one text, lists, objects. A name that is
 * also a part of a category is a source (an aggregator's feed), hence an organisation.
 */
export function readAuthorsOf(
  value: JsonValue,
  { site, categories }: { site: Site; categories: readonly (readonly string[])[] },
): AuthorReading {
  const sources = new Set(categories.flat())
  const items = (Array.isArray(value) ? value.flat(3) : [value]).flatMap(keyedAuthors)
  const authors: AuthorDraft[] = []
  let isWhole = true
  for (const item of items) {
    if (isObject(item)) {
      const author = fromObject(item, site)
      if (author) authors.push(author)
      isWhole = isWhole && author !== undefined && holdsAll(author, item)
    } else if (typeof item !== 'boolean') {
      const text = filledText(item) ?? ''
      const named = withoutBy(text)
      const linked = linkedNames(named)
      isWhole = isWhole && named === text && !(linked && saysMore(named, linked))
      for (const name of linked ?? namesIn(named, site))
        authors.push(fromName(name, { site, sources }))
    }
  }
  const unique = authors.filter(
    (author, at) =>
      authors.findIndex(({ name, handle }) => name === author.name && handle === author.handle) ===
      at,
  )
  return { authors: unique, isWhole }
}

/** `author: { ann: { name: Ann } }`: objects by handle, as a directory has them. */
function keyedAuthors(item: JsonValue): JsonValue[] {
  if (!isObject(item)) return [item]
  const entries = Object.entries(item)
  const isDirectory =
    entries.length > 0 && entries.every(([, value]) => isObject(value) && filledText(value['name']))
  return isDirectory
    ? entries.map(([key, value]) => (isObject(value) ? { key, ...value } : value))
    : [item]
}

/** What stands before the name in a line that is printed as it is. */
function withoutBy(text: string): string {
  return text.replace(
    /^(?:(?:written |posted )?by(?:\s*:\s*|\s+)(?=\p{Lu})|作者\s*[:：]\s*|文\s*[/／:：]\s*)/iu,
    '',
  )
}

function fromObject(item: JsonObject, site: Site): AuthorDraft | undefined {
  const handle = ['key', 'id', 'handle', 'slug', 'username', 'login']
    .map((key) => filledText(item[key]))
    .find(Boolean)
  const known = handle ? authorByHandle(site.authors, handle) : undefined
  const own = authorFrom(item, handle)
  return known && own
    ? { ...known, ...own, name: filledText(item['name']) ?? known.name }
    : (known ?? own)
}

function holdsAll(author: AuthorDraft, item: JsonObject): boolean {
  const kept = JSON.stringify(author)
  return Object.values(item).every(
    (value) =>
      value === null || kept.includes(JSON.stringify(filledText(value) ?? '\u0000').slice(1, -1)),
  )
}

function fromName(
  text: string,
  { site, sources }: { site: Site; sources: ReadonlySet<string> },
): AuthorDraft {
  const known =
    authorByHandle(site.authors, text) ?? authorByHandle(site.authors, text.replace(/^@/, ''))
  // Directories list people under their names too; a name is no handle.
  if (known) return known.name === text || known.handle ? known : { ...known, handle: text }
  const { name, email, url } = parted(text)
  const isOrganisation = sources.has(name) || isOrganisationName(name)
  return {
    name,
    kind: isOrganisation ? 'organisation' : 'person',
    ...(email ? { email } : {}),
    ...(url ? { links: [{ label: 'website', url }] } : {}),
  }
}

/** `Name <mail>`, `[Name](address)`, `<a href="address">Name</a>`, `Name (address)`. */
function parted(text: string): { name: string; email?: string; url?: string } {
  const markdown = /^\[([^\]]+)\]\(([^)\s]+)\)$/.exec(text)
  if (markdown?.[1] && markdown[2]) return { name: markdown[1], url: markdown[2] }
  const html = /^<a\s[^>]*?href=["']([^"']+)["'][^>]*>([^<]+)<\/a>$/i.exec(text)
  if (html?.[1] && html[2]) return { name: html[2].trim(), url: html[1] }
  const mail = /^([^<>]+?)\s*[<(]([^\s<>()]+@[^\s<>()]+)[>)]$/.exec(text)
  if (mail?.[1] && mail[2]) return { name: mail[1], email: mail[2] }
  const link = /^([^<>]+?)\s*[<(](https?:\/\/[^\s<>()]+)[>)]$/.exec(text)
  if (link?.[1] && link[2]) return { name: link[1], url: link[2] }
  const handled = /^([^()@]+?)\s*\(@([A-Za-z0-9_]{1,30})\)$/.exec(text)
  if (handled?.[1] && handled[2])
    return { name: handled[1], url: `https://twitter.com/${handled[2]}` }
  const address = /^(?:https?:)?\/\/[^\s/]+\/(?:[^\s?#]*\/)?@?([^\s/?#]+)\/?$/.exec(text)
  if (address?.[1]) return { name: address[1], url: text }
  const bare = /^([^\s<>()@]+)@[^\s<>()@]+\.[a-z]{2,}$/i.exec(text)
  return bare?.[1] ? { name: bare[1], email: text } : { name: text }
}

const LINKED_NAME = /(\[[^\][]+\]\([^()\s]+\))/

/**
 * Names of which some are links in Markdown, with what is said of them: `[Ann](address), cat keeper`, `Ann ([@ann](address))`.
 */
function linkedNames(text: string): string[] | undefined {
  const plain = text.replace(/\(\[@?[\w.-]+\]\((https?:[^()\s]+)\)\)/g, '($1)')
  const parts = plain.split(LINKED_NAME)
  if (plain === text && parts.length === 1) return undefined
  const names = parts.flatMap((part, at) =>
    at % 2 === 1 ? [part] : part.split(/[,;，；、]|(?<=\s)(?:and|&)(?=\s)/).map((it) => it.trim()),
  )
  const people = names.filter((name) => LINKED_NAME.test(name) || isPersonName(parted(name).name))
  return people.length > 0 ? people : plain === text ? undefined : [plain]
}

/** Whether a text says more than the names that were found in it. */
function saysMore(text: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, name) => left.replace(name, ''), text)
  return /\p{L}/u.test(rest.replace(/(?<![\p{L}])(?:and|&)(?![\p{L}])/giu, ''))
}

const SUFFIX = /^(jr|sr|ph\.?\s?d|m\.?d|mba|esq|inc|llc|ltd|co|gmbh|ii|iii|cpa|rn|pmp)\.?$/i

/** Splits a text into names where it evidently holds several. */
function namesIn(text: string, site: Site): string[] {
  if (text === '') return []
  if (authorByHandle(site.authors, text) || /^<a\s|^\[/.test(text)) return [text]
  const parts = joinSuffixes(text.split(/\s*[,;，；、]\s*|\s+\/\s+/).filter((part) => part !== ''))
  if (
    parts.length > 1 &&
    !parts.every((part) => isNameLike(part) || authorByHandle(site.authors, part))
  )
    return [text]
  return parts.flatMap((part) =>
    splitByAnd(part.replace(/^(?:and|&)\s+/i, ''), { site, isListed: parts.length > 1 }),
  )
}

function joinSuffixes(parts: string[]): string[] {
  const names: string[] = []
  for (const part of parts) {
    const last = names.at(-1)
    if (last !== undefined && SUFFIX.test(part)) names[names.length - 1] = `${last}, ${part}`
    else names.push(part)
  }
  return names
}

function isNameLike(text: string): boolean {
  return text.length <= 60 && text.split(/\s+/).length <= 6
}

function splitByAnd(text: string, { site, isListed }: { site: Site; isListed: boolean }): string[] {
  const parts = text.split(/\s+(?:and|&)\s+/i)
  if (parts.length < 2 || isOrganisationName(text)) return [text]
  const isClear = parts.every((part) => isPersonName(part) || authorByHandle(site.authors, part))
  return isClear || (isListed && parts.every(isNameLike)) ? parts : [text]
}

/** Two to four capitalised words. */
function isPersonName(text: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:(?:van|von|de|der|den|del|da|di|la|le)\s+)*\p{Lu}[\p{L}\p{M}.’'-]*){1,3}$/u.test(
    text,
  )
}
