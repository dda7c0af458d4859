import path from 'node:path'
import type { LinkFields } from '../richtext/document'
import { decodeAddress } from './decodeAddress'
import type { FileProblem } from './report'
import type { SurveyedFile } from './survey'

/** An article that links can lead to. */
export type LinkTarget = { id: string; address?: string }

/** Every name under which the archive's texts refer to each other. */
export type LinkIndex = {
  byAddress: ReadonlyMap<string, LinkTarget>
  byPath: ReadonlyMap<string, LinkTarget>
  byName: ReadonlyMap<string, LinkTarget>
  hosts: ReadonlySet<string>
}

const TEXT_EXTENSION = /\.(md|markdown|mdown|mkdn?|mdx|mdwn|rmd|rmarkdown|qmd|html?|xhtml)$/i

/** Builds the index from the first pass; of two files with one name the first keeps it. */
export const buildLinkIndex = ({
  files,
  baseUrls,
}: {
  files: readonly { surveyed: SurveyedFile; id: string }[]
  baseUrls: readonly (string | undefined)[]
}): LinkIndex => {
  const byAddress = new Map<string, LinkTarget>()
  const byPath = new Map<string, LinkTarget>()
  const byName = new Map<string, LinkTarget>()
  for (const { surveyed, id } of files) {
    const { draft, file } = surveyed
    const target = { id, address: draft.address }
    const addresses = [draft.address, ...draft.aliases].filter((it) => it !== undefined)
    for (const address of addresses) addFirst(byAddress, addressKey(address), target)
    addFirst(byPath, file.path, target)
    for (const name of namesOf(file.path, draft.slug)) addFirst(byName, name, target)
  }
  return { byAddress, byPath, byName, hosts: hostsOf(baseUrls) }
}

/**
 * Resolves an address in one article's text.
 * @returns an internal link, a readable custom link for a generator's reference without target (with a problem), or
 * undefined to leave the address as it is
 */
export const resolveLink = ({
  url,
  from,
  index,
  problems,
}: {
  url: string
  from: SurveyedFile
  index: LinkIndex
  problems: FileProblem[]
}): LinkFields | undefined => {
  const [address, anchor] = splitAnchor(url)
  const reference = /^galley-ref:([\w-]+):(.*)$/s.exec(address)
  if (reference) {
    const target = decodeAddress(reference[2] ?? '')
    const found = findReferred(target, from, index)
    if (found) return internal(found, anchor)
    problems.push({
      path: from.file.path,
      code: 'link-unresolved',
      message: `Links to "${target}", which is not in the archive: the link was kept as text of its address.`,
    })
    return { linkType: 'custom', url: target + (anchor ? `#${anchor}` : ''), newTab: false }
  }
  const found = findAddressed(address, from, index)
  return found ? internal(found, anchor) : undefined
}

const internal = ({ id }: LinkTarget, anchor: string): LinkFields => ({
  linkType: 'internal',
  doc: { relationTo: 'articles', value: id },
  ...(anchor && { anchor }),
  newTab: false,
})

const findReferred = (
  target: string,
  from: SurveyedFile,
  index: LinkIndex,
): LinkTarget | undefined => {
  const plain = target.replace(/^@?\//, '')
  const { folder } = from.archive
  const roots = ['', 'content/', 'source/', '_posts/', 'source/_posts/', 'src/content/']
  for (const root of roots) {
    const found = findByPath(`${folder}${root}${plain}`, index)
    if (found) return found
  }
  return (
    findByPath(joined(from.file.path, target), index) ??
    index.byName.get(nameKey(plain)) ??
    index.byName.get(nameKey(path.posix.basename(plain))) ??
    index.byAddress.get(addressKey(`/${plain}`))
  )
}

const findAddressed = (
  address: string,
  from: SurveyedFile,
  index: LinkIndex,
): LinkTarget | undefined => {
  if (address === '') return undefined
  const absolute = /^(?:https?:)?\/\/([^/?#]+)(.*)$/i.exec(address)
  if (absolute) {
    const [, host = '', rest = ''] = absolute
    return index.hosts.has(host.toLowerCase()) ? index.byAddress.get(addressKey(rest)) : undefined
  }
  if (/^[a-z][a-z\d+.-]*:/i.test(address)) return undefined
  const plain = decodeAddress(address.replace(/\?.*$/s, ''))
  if (plain.startsWith('/')) {
    const { basePath } = from.archive.site
    const below =
      basePath && plain.startsWith(`${basePath}/`) ? plain.slice(basePath.length) : plain
    return index.byAddress.get(addressKey(plain)) ?? index.byAddress.get(addressKey(below))
  }
  return findByPath(joined(from.file.path, plain), index) ?? findBesideAddress(plain, from, index)
}

const findBesideAddress = (
  plain: string,
  { draft }: SurveyedFile,
  index: LinkIndex,
): LinkTarget | undefined => {
  if (!draft.address) return undefined
  const base = draft.address.endsWith('/') ? draft.address : path.posix.dirname(draft.address) + '/'
  return index.byAddress.get(addressKey(path.posix.join(base, plain)))
}

const findByPath = (wanted: string, index: LinkIndex): LinkTarget | undefined => {
  const clean = wanted.replace(/\/$/, '')
  const candidates = [
    clean,
    ...[
      '.md',
      '.markdown',
      '.mdx',
      '.html',
      '/index.md',
      '/_index.md',
      '/index.mdx',
      '/index.html',
    ].map((ending) => clean + ending),
  ]
  for (const candidate of candidates) {
    const found = index.byPath.get(candidate)
    if (found) return found
  }
  return undefined
}

const joined = (fromPath: string, relative: string): string =>
  path.posix.join(path.posix.dirname(fromPath), relative)

const splitAnchor = (url: string): [string, string] => {
  const hash = url.indexOf('#')
  return hash === -1 ? [url, ''] : [url.slice(0, hash), url.slice(hash + 1)]
}

/** One spelling for an address: decoded, without query, host, `index.html`, extension and slashes at its ends. */
const addressKey = (address: string): string =>
  decodeAddress(address.replace(/^https?:\/\/[^/]*/i, '').replace(/[?#].*$/s, ''))
    .replace(/(^|\/)index\.html?$/i, '$1')
    .replace(/\.html?$/i, '')
    .replace(/^\/+|\/+$/g, '')

const namesOf = (filePath: string, slug: string): string[] => {
  const segments = filePath.replace(TEXT_EXTENSION, '').split('/')
  const last = segments.at(-1) ?? ''
  const name = /^_?index$/i.test(last) ? (segments.at(-2) ?? last) : last
  const withoutDate = name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')
  return [...new Set([nameKey(name), nameKey(withoutDate), nameKey(slug)])]
}

const nameKey = (name: string): string => name.replace(TEXT_EXTENSION, '').toLowerCase()

const addFirst = (map: Map<string, LinkTarget>, key: string, target: LinkTarget): void => {
  if (key !== '' && !map.has(key)) map.set(key, target)
}

const hostsOf = (baseUrls: readonly (string | undefined)[]): Set<string> => {
  const hosts = new Set<string>()
  for (const url of baseUrls) {
    if (url && URL.canParse(url)) hosts.add(new URL(url).host.toLowerCase())
  }
  return hosts
}
