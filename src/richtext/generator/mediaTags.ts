import { embedHtml } from './blockHtml'
import { addressOrId } from './embeds'
import type { Expansion } from './tag'

/** Takes a provider's id (or whole address), how the address is made, and a title; returns the embed. */
export const embedExpansion = (
  id: string | undefined,
  fromId: (id: string) => string,
  title?: string,
): Expansion | undefined => (id ? { block: embedHtml(addressOrId(id, fromId), title) } : undefined)

/** Takes the kind of link between posts, its target (with a fragment, when it has one) and returns the address. */
export const referenceAddress = (kind: string, target: string): string => {
  const [path, fragment] = splitFragment(target)
  if (!path && fragment !== undefined) return `#${encodeTarget(fragment)}`
  const hash = fragment === undefined ? '' : `#${encodeTarget(fragment)}`
  return `galley-ref:${kind}:${encodeTarget(path)}${hash}`
}

const splitFragment = (target: string): [string, string | undefined] => {
  const at = target.indexOf('#')
  return at < 0 ? [target, undefined] : [target.slice(0, at), target.slice(at + 1)]
}

/** Percent-encodes so that the address stands in Markdown and HTML without quotes; lone surrogates are replaced. */
const encodeTarget = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replace(
    /[!'()*_~]/g,
    encodeCharacter,
  )

const encodeCharacter = (character: string): string =>
  `%${character.charCodeAt(0).toString(16).toUpperCase()}`
