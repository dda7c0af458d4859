import { appendAll } from '../appendAll'
import { isElement, isText } from '../fromHtml/element'
import { parseHtml } from '../fromHtml/parseHtml'
import type { HtmlElement, HtmlNode } from '../fromHtml/parseHtml'

/** The text that a piece of raw HTML shows, white space collapsed; blocks are parted by `separator`. */
export function visibleHtmlText(html: string, separator: string): string {
  // Most raw HTML is a comment or a script: nothing to parse for.
  if (html.startsWith('<!--') && html.indexOf('-->') === html.length - 3) return ''
  const parts: string[] = []
  const pending: (HtmlNode | string)[] = [...parseHtml(html).childNodes].reverse()
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (typeof node === 'string') parts.push(node)
    else if (isText(node)) parts.push(node.value.replace(/[ \t\n\r\f]+/g, ' '))
    else if (isElement(node) && !isInvisible(node)) {
      const isBlock = BLOCKS.has(node.tagName)
      if (isBlock) parts.push(separator)
      if (isBlock) pending.push(separator)
      appendAll(pending, [...node.childNodes].reverse())
    }
  }
  return parts.join('')
}

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote br button canvas center dd div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section select table td textarea th tr ul'
  ).split(' '),
)

const NOT_SHOWN: ReadonlySet<string> = new Set(
  'script style template title noscript iframe datalist dialog map video audio object'.split(' '),
)

function isInvisible(element: HtmlElement): boolean {
  return (
    NOT_SHOWN.has(element.tagName) ||
    element.attrs.some(
      ({ name, value }) =>
        name === 'hidden' || (name === 'style' && /display\s*:\s*none/i.test(value)),
    )
  )
}
