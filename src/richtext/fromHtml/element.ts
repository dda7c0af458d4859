import type { HtmlElement, HtmlNode, HtmlText } from './parseHtml'

/** The value of an attribute, or undefined. */
export function attribute(element: HtmlElement, name: string): string | undefined {
  for (const attr of element.attrs) if (attr.name === name) return attr.value
  return undefined
}

export function hasAttribute(element: HtmlElement, name: string): boolean {
  return attribute(element, name) !== undefined
}

/** The words of `class`. */
export function classes(element: HtmlElement): string[] {
  const value = attribute(element, 'class')
  return value ? value.split(/[ \t\n\r\f]+/).filter(Boolean) : []
}

export function hasClass(element: HtmlElement, ...names: string[]): boolean {
  const value = attribute(element, 'class')
  if (!value) return false
  return classes(element).some((name) => names.includes(name))
}

/** Declarations of `style`, lower case, the last one of a property wins. */
export function inlineStyle(element: HtmlElement): Record<string, string> {
  const value = attribute(element, 'style')
  const style: Record<string, string> = {}
  if (!value) return style
  for (const declaration of value.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon < 0) continue
    const property = declaration.slice(0, colon).trim().toLowerCase()
    style[property] = declaration
      .slice(colon + 1)
      .replace(/!\s*important\s*$/i, '')
      .trim()
      .toLowerCase()
  }
  return style
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return 'tagName' in node
}

export function isText(node: HtmlNode): node is HtmlText {
  return node.nodeName === '#text'
}

/** Whether a node shows nothing by itself: white space between tags, comments. */
export function isBlank(node: HtmlNode): boolean {
  if (isText(node)) return !/[^ \t\n\r\f]/.test(node.value)
  return !isElement(node)
}

export function elementChildren(element: HtmlElement): HtmlElement[] {
  return element.childNodes.filter(isElement)
}

/** The first descendant (in document order, not the element itself) that fulfils `test`. */
export function findDescendant(
  element: HtmlElement,
  test: (candidate: HtmlElement) => boolean,
): HtmlElement | undefined {
  const pending: HtmlNode[] = [...element.childNodes].reverse()
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!isElement(node)) continue
    if (test(node)) return node
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      const child = node.childNodes[i]
      if (child) pending.push(child)
    }
  }
  return undefined
}

/** All text below an element as it stands in the source. */
export function textContent(element: HtmlElement): string {
  const parts: string[] = []
  const pending: HtmlNode[] = [element]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (isText(node)) parts.push(node.value)
    else if (isElement(node)) {
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        const child = node.childNodes[i]
        if (child) pending.push(child)
      }
    }
  }
  return parts.join('')
}

/** A length in pixels (`530`, `530px`); undefined for percentages and nonsense. */
export function pixels(value: string | undefined): number | undefined {
  const match = /^\s*(\d{1,5})(?:\.\d+)?\s*(?:px)?\s*$/i.exec(value ?? '')
  return match ? Number(match[1]) : undefined
}
