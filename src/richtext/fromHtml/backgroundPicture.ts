import type { Context } from './context'
import { attribute, inlineStyle, isBlank } from './element'
import { writeInline } from './flow'
import { inlineBlockNode } from './lexicalNodes'
import type { HtmlElement } from './parseHtml'
import { cleanUrl, isUnsafeUrl } from './url'

const BACKGROUND = /(?:^|;)\s*background(?:-image)?\s*:[^;]*?url\(\s*(["']?)([^"')]+)\1\s*\)/i

/**
 * Writes the picture of an element that holds nothing and has one as its background: a way of showing pictures. Behind text
 * it is decoration. Returns whether there was one.
 */
export function writeBackgroundPicture(element: HtmlElement, context: Context): boolean {
  const style = attribute(element, 'style')
  if (!style?.includes('url(')) return false
  if (!element.childNodes.every(isBlank)) return false
  const url = cleanUrl(BACKGROUND.exec(style)?.[2])
  if (url === undefined || isUnsafeUrl(url) || inlineStyle(element).display === 'none') return false
  const alt = attribute(element, 'aria-label') ?? attribute(element, 'title')
  const id = context.compilation.nodeId('InlinePicture', url)
  const fields = { url, ...(alt && { alt }) }
  writeInline(context, inlineBlockNode('InlinePicture', id, fields), 'picture')
  return true
}
