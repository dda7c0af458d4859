import path from 'node:path'
import { decodeAddress } from '../decodeAddress'

/**
 * The address to fetch for one that a text shows: with a scheme, without a fragment, and with characters encoded that a
 * URL can't hold. Undefined when no picture can be there, such as `https://host/p/undefined`.
 */
export const pictureAddress = (url: string): URL | undefined => {
  const absolute = url.trim().startsWith('//') ? `https:${url.trim()}` : url.trim()
  if (!URL.canParse(absolute)) return undefined
  const address = new URL(absolute)
  address.hash = ''
  return /\/(undefined|null|\[object%20Object\]|NaN)$/i.test(address.pathname) ? undefined : address
}

/** The picture's own address when the given one is a proxy's (`https://proxy/?https://host/x.jpg`). */
export const addressBehind = ({ search }: URL): URL | undefined => {
  const inner = /^\?(?:url=|src=)?(https?(?::|%3A).+)$/i.exec(search)?.[1]
  const behind = inner === undefined ? undefined : decodeAddress(inner)
  return behind !== undefined && URL.canParse(behind) ? new URL(behind) : undefined
}

/** A name for the file at an address: of a proxy's address, that of the picture behind it. */
export const pictureName = (address: URL): string => {
  const { pathname } = addressBehind(address) ?? address
  const name = decodeAddress(path.posix.basename(pathname)).replace(/[@!][\w,.:-]*$/, '')
  const clean = name.replace(/[\u0000-\u001F/\\]/g, '').slice(-120)
  return /[\p{L}\p{N}]/u.test(clean) ? clean : 'picture'
}
