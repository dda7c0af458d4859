import type { Element } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

type Attributes = Record<string, string | number | undefined>
type Child = Element | string | undefined | false

/** An element; text and attributes lose the characters that XML 1.0 has no place for. */
export const element = (name: string, attributes: Attributes = {}, ...children: Child[]): Element =>
  x(
    name,
    Object.fromEntries(
      Object.entries(attributes).map(([key, value]) => [
        key,
        typeof value === 'string' ? legal(value) : value,
      ]),
    ),
    ...children.flatMap((child) => {
      if (child === undefined || child === false) return []
      return [typeof child === 'string' ? legal(child) : child]
    }),
  )

/** A document with its declaration. */
export const xmlDocument = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root)}\n`

/** Without control characters, halves of surrogate pairs and non-characters (XML 1.0, production 2). */
export const legal = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
