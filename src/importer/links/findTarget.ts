import path from 'node:path'
import { pathInSite } from '../archive'
import { decodeAddress } from '../decodeAddress'
import type { SurveyedFile } from '../survey'
import { addressKey, nameKey, TEXT_EXTENSION } from './addressKey'
import { datedKeysOf } from './datedKeys'
import type { LinkIndex, LinkTarget } from './linkIndex'

type Finder = (address: string, from: SurveyedFile, index: LinkIndex) => LinkTarget | undefined

/** Folders in which generators keep texts, as seen from the site's root. */
const CONTENT_ROOTS = [
  '',
  'content/',
  'source/',
  '_posts/',
  'source/_posts/',
  'src/content/',
  'src/pages/',
  'docs/',
  'blog/',
]

/** The article that an address in a text means; `address` has no fragment. */
export const findAddressed: Finder = (address, from, index) => {
  if (address === '') return undefined
  const own = index.hosts.pathOf(address)
  if (own === undefined && /^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/i.test(address)) return undefined
  const plain = decodeAddress((own ?? address).replace(/\?.*$/s, '')).replaceAll('\\', '/')
  if (/^@\//.test(plain)) return findReferred(plain, from, index)
  const route = plain.replace(/^(?:@site|~)\//, '/')
  return firstOf(route.startsWith('/') ? ROOTED : RELATIVE, route, from, index)
}

/** The article that a generator's own reference means (`post_link`, `relref`, `post_url`, `link`, `@/…`). */
export const findReferred: Finder = (target, from, index) => {
  const plain = target.replace(/^@?\//, '')
  return (
    besideFile(target, from, index) ??
    belowRoots(plain, from, index) ??
    nearest(index.byName.get(nameKey(plain)), from) ??
    nearest(index.byName.get(nameKey(path.posix.basename(plain))), from) ??
    firstOf(ROOTED, `/${plain}`, from, index)
  )
}

/** Of the texts of one name the one nearest to the text that names it: each language has its own, say. */
const nearest = (
  targets: readonly LinkTarget[] = [],
  { file }: SurveyedFile,
): LinkTarget | undefined => {
  const own = file.path.split('/')
  const shared = (target: LinkTarget): number => {
    const at = target.path.split('/').findIndex((segment, index) => segment !== own[index])
    return at === -1 ? own.length : at
  }
  const [first, ...others] = targets
  return first && others.reduce((best, it) => (shared(it) > shared(best) ? it : best), first)
}

/** The only text of a name: an address that merely looks like it must not lead to one of several. */
const only = (targets: readonly LinkTarget[] | undefined): LinkTarget | undefined =>
  targets?.length === 1 ? targets[0] : undefined

const firstOf = (
  finders: readonly Finder[],
  address: string,
  from: SurveyedFile,
  index: LinkIndex,
): LinkTarget | undefined => {
  for (const find of finders) {
    const found = find(address, from, index)
    if (found) return found
  }
  return undefined
}

const atAddress: Finder = (address, { archive: { site } }, { byAddress }) => {
  const found = byAddress.get(addressKey(address))
  if (found || !site.basePath) return found
  return address.startsWith(`${site.basePath}/`)
    ? byAddress.get(addressKey(address.slice(site.basePath.length)))
    : byAddress.get(addressKey(site.basePath + address))
}

/** The site's own language is left out of addresses, or put into them; the page's own is meant where none is named. */
const inLanguage: Finder = (address, { archive: { site }, draft }, { byAddress }) => {
  const key = addressKey(address)
  for (const language of new Set([draft.locale, site.language])) {
    if (!language) continue
    const prefix = language.toLowerCase()
    const found = key.startsWith(`${prefix}/`)
      ? byAddress.get(key.slice(prefix.length + 1))
      : byAddress.get(`${prefix}/${key}`)
    if (found) return found
    const inside = key.replace(`/${prefix}/`, '/')
    if (inside !== key && byAddress.has(inside)) return byAddress.get(inside)
  }
  return undefined
}

/** `/docs/next/x` and `/docs/en/next/x` once led to what is at `/docs/x` in the archive. */
const inVersion: Finder = (address, _from, { byAddress }) => {
  const key = addressKey(address)
  const bare = key.replace(/(^|\/)(?:next|latest|stable|current)\//, '$1')
  return byAddress.get(bare) ?? byAddress.get(bare.replace(/(^|\/)en\//, '$1'))
}

const atDate: Finder = (address, _from, { byDate, byName }) => {
  const keys = datedKeysOf(address)
  for (const key of keys) {
    const found = byDate.get(key)
    if (found) return found
  }
  const name = keys[0]?.split('/').at(-1)
  // Of the post's file nothing tells the date: its name alone must do, when no other has it.
  const named = name === undefined ? undefined : only(byName.get(name))
  return named && datedKeysOf(named.address ?? '').length === 0 ? named : undefined
}

/** A rooted path to a source file: from the site's root, or from any folder above the text (`/helm/helm.md`). */
const belowRoots: Finder = (address, from, index) => {
  const plain = address.replace(/^\/+/, '')
  const { archive } = from
  const folders = path.posix.dirname(from.file.path).split('/')
  const tops = folders.map((_folder, at) => `${folders.slice(0, folders.length - at).join('/')}/`)
  for (const root of [...CONTENT_ROOTS.map((root) => archive.folder + root), ...tops]) {
    const found = atPath(root + plain, from, index)
    if (found) return found
  }
  return archive.prefix !== '' && plain.startsWith(archive.prefix)
    ? atPath(plain.slice(archive.prefix.length), from, index)
    : undefined
}

const toSource: Finder = (address, from, index) =>
  TEXT_EXTENSION.test(address) ? belowRoots(address, from, index) : undefined

const besideFile: Finder = (address, from, index) => {
  const { archive, file } = from
  const below = path.posix.join(path.posix.dirname(pathInSite(archive, file)), address)
  const inArchive = below.startsWith(archive.prefix) ? below.slice(archive.prefix.length) : below
  return atPath(archive.folder + inArchive, from, index)
}

/** As a browser resolves it on the old page. */
const besidePage: Finder = (address, from, index) => {
  const own = from.draft.address
  if (own === undefined) return undefined
  const asFolder = own.endsWith('/') ? own : `${own}/`
  const asFile = `${path.posix.dirname(own)}/`
  const bases = own.endsWith('/') ? [asFolder] : [asFile, asFolder]
  for (const base of bases) {
    const joined = path.posix.join(base, address)
    const found = atAddress(joined, from, index) ?? atDate(joined, from, index)
    if (found) return found
  }
  return undefined
}

/** `other.html` or `other.md` without any folder: a name, wherever the file has gone. */
const named: Finder = (address, _from, { byName }) => {
  const plain = address.replace(/^\.\//, '')
  return TEXT_EXTENSION.test(plain) && !plain.includes('/') && !/^(_?index|readme)\./i.test(plain)
    ? only(byName.get(nameKey(plain)))
    : undefined
}

const ROOTED: readonly Finder[] = [atAddress, toSource, inLanguage, inVersion, atDate]
const RELATIVE: readonly Finder[] = [besideFile, besidePage, named, toSource]

const ENDS = [
  '.md',
  '.markdown',
  '.mdx',
  '.html',
  '/index.md',
  '/_index.md',
  '/index.mdx',
  '/index.html',
  '/README.md',
]

const atPath: Finder = (wanted, from, { byPath }) => {
  const clean = path.posix.normalize(wanted).replace(/\/$/, '')
  const bare = clean.replace(TEXT_EXTENSION, '')
  const language = /\.[a-z]{2}(?:-[a-z]{2,4})?(?=\.\w+$)/i.exec(from.file.path)?.[0]
  const stems = language === undefined ? [bare] : [bare + language, bare]
  if (byPath.has(clean)) return byPath.get(clean)
  for (const stem of [...stems, clean]) {
    for (const end of ENDS) {
      const found = byPath.get(stem + end)
      if (found) return found
    }
    const bundle = language === undefined ? undefined : byPath.get(`${bare}/index${language}.md`)
    if (bundle) return bundle
  }
  return undefined
}
