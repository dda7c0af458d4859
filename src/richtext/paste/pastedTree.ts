import { defaultTreeAdapter as tree, html } from 'parse5'
import { attribute } from '../fromHtml/element'
import type { HtmlElement } from '../fromHtml/parseHtml'

/** A new element without attributes. */
export const elementNamed = (name: string): HtmlElement =>
  tree.createElement(name, html.NS.HTML, [])

/** The declarations of an element's `style`, in lower case. */
export const styleOf = (element: HtmlElement): Map<string, string> => {
  const declarations = new Map<string, string>()
  for (const declaration of (attribute(element, 'style') ?? '').toLowerCase().split(';')) {
    const colon = declaration.indexOf(':')
    if (colon > 0) {
      declarations.set(declaration.slice(0, colon).trim(), declaration.slice(colon + 1).trim())
    }
  }
  return declarations
}

/** Puts the children of an element in its place. */
export const unwrap = (element: HtmlElement): void => {
  const { parentNode } = element
  if (!parentNode) return
  for (const child of [...element.childNodes]) {
    tree.detachNode(child)
    tree.insertBefore(parentNode, child, element)
  }
  tree.detachNode(element)
}
