import { DIALECTS } from '../dialects'
import type { AddressParts } from '../dialects/dialect'
import { readTerms } from './terms'
import type { JsonValue } from '../json'

/** The path at which the site served the text, below its base path; an address of another host is none. */
export function readAddress(parts: AddressParts): string | undefined {
  const { site } = parts
  const address = DIALECTS[site.dialect].address(parts)
  if (address === undefined) return undefined
  const foreign = /^\/?(?:https?:)?\/\/?[^/]+\.[a-z]+\/(.*)$/i.exec(address)
  if (foreign && /^\/?https?:/i.test(address)) return withBase(`/${foreign[1] ?? ''}`, '')
  return withBase(address, site.basePath)
}

/** Old addresses as paths with a leading slash; those on other hosts stay whole. */
export function readAliases(
  value: JsonValue,
  { basePath, folder }: { basePath: string; folder: string },
): string[] {
  const listed = Array.isArray(value) ? value.flat(3) : [value]
  const texts = listed.flatMap((item) =>
    typeof item === 'string' ? [item.trim()] : readTerms(item),
  )
  const paths = texts
    .flatMap((text) => (text.includes('://') ? [text] : text.split(/\s*,\s*|\s+/)))
    .filter((text) => text !== '')
    .map((text) => (/^[a-z]+:\/\//i.test(text) ? text : withBase(absolute(text, folder), basePath)))
  return [...new Set(paths)]
}

function absolute(text: string, folder: string): string {
  if (!text.startsWith('.')) return text.startsWith('/') ? text : `/${text}`
  const segments = folder.split('/').filter((segment) => segment !== '')
  for (const segment of text.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '.' && segment !== '') segments.push(segment)
  }
  return `/${segments.join('/')}${text.endsWith('/') ? '/' : ''}`
}

function withBase(path: string, basePath: string): string {
  return basePath === '' || path.startsWith(`${basePath}/`) ? path : `${basePath}${path}`
}
