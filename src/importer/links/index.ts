import type { LinkFields } from '../../richtext/document'
import { decodeAddress } from '../decodeAddress'
import type { FileProblem } from '../report'
import type { SurveyedFile } from '../survey'
import { findAddressed, findReferred } from './findTarget'
import type { LinkIndex, LinkTarget } from './linkIndex'

export { buildLinkIndex } from './linkIndex'
export type { LinkIndex, LinkTarget } from './linkIndex'

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
  // A site's base path often stands before the tag: `{{ site.baseurl }}{% post_url … %}`.
  const [address, anchor] = splitAnchor(url.replace(/^.+(?=galley-ref:)/s, ''))
  const reference = /^galley-ref:([\w-]+):(.*)$/s.exec(address)
  if (!reference) {
    const found = findAddressed(address, from, index)
    if (!found && isTextFile(address)) problems.push(unresolved(decodeAddress(address), from))
    return found && internal(found, anchor)
  }
  const target = decodeAddress(reference[2] ?? '')
  const found = findReferred(target, from, index)
  if (found) return internal(found, anchor)
  if (reference[1] !== 'asset') problems.push(unresolved(target, from))
  return { linkType: 'custom', url: target + (anchor ? `#${anchor}` : ''), newTab: false }
}

const internal = ({ id }: LinkTarget, anchor: string): LinkFields => ({
  linkType: 'internal',
  doc: { relationTo: 'articles', value: id },
  ...(anchor && { anchor: decodeAddress(anchor) }),
  newTab: false,
})

const splitAnchor = (url: string): [string, string] => {
  const hash = url.indexOf('#')
  return hash === -1 ? [url, ''] : [url.slice(0, hash), url.slice(hash + 1)]
}

/** A relative path to a source file, which no browser could have opened either. */
const isTextFile = (address: string): boolean =>
  /^(?![a-z][a-z\d+.-]*:|[\\/]{2}).*\.(md|markdown|mdx)$/i.test(address)

const unresolved = (target: string, from: SurveyedFile): FileProblem => ({
  path: from.file.path,
  code: 'link-unresolved',
  message: `Links to "${target}", which is not in the archive: the link was kept as it is.`,
})
