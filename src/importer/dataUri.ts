import path from 'node:path'
import type { FileBytes } from './mediaLibrary'

/** Longest address that is taken for a picture. */
const MAX_LENGTH = 70 * 1024 * 1024

/**
 * Reads a picture that stands in the text (`data:`).
 * @param owner path of the text, which gives the picture its name
 * @returns undefined when it holds no picture that could be read
 */
export const readDataUri = (url: string, owner: string): FileBytes | undefined => {
  if (url.length > MAX_LENGTH) return undefined
  const comma = url.indexOf(',')
  const head = url.slice(0, comma)
  const [, kind = ''] = /^data:image\/([\w.+-]+)/i.exec(head) ?? []
  if (comma === -1 || kind === '') return undefined
  const bytes = bytesOf(url.slice(comma + 1), /;\s*base64/i.test(head))
  if (bytes.length === 0) return undefined
  const stem = path.posix.basename(owner).replace(/\.[^.]+$/, '') || 'picture'
  return {
    bytes,
    name: `${stem}.${kind.toLowerCase().replace(/\+xml$/, '')}`,
    source: `data: in ${owner}`,
  }
}

/** As browsers do: percent signs count in both forms, white space doesn't in base64, and a wrong `%` is itself. */
const bytesOf = (content: string, isBase64: boolean): Buffer => {
  const plain = percentDecoded(content)
  return isBase64 ? Buffer.from(plain.toString('latin1').replace(/\s/g, ''), 'base64') : plain
}

const percentDecoded = (text: string): Buffer => {
  if (!text.includes('%')) return Buffer.from(text)
  const parts = text.split(/((?:%[\da-f]{2})+)/i)
  return Buffer.concat(
    parts.map((part, index) =>
      index % 2 === 1 ? Buffer.from(part.replaceAll('%', ''), 'hex') : Buffer.from(part),
    ),
  )
}
