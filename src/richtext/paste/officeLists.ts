import { defaultTreeAdapter as tree } from 'parse5'
import { isElement, textContent } from '../fromHtml/element'
import type { HtmlElement, HtmlParent } from '../fromHtml/parseHtml'
import { elementNamed, styleOf } from './pastedTree'

/**
 * Word writes a list as paragraphs that say their level in a style, with the bullet as text. Puts them into lists.
 */
export const gatherOfficeLists = (parent: HtmlParent): void => {
  let open: { list: HtmlElement; level: number; name: string }[] = []
  for (const child of [...parent.childNodes]) {
    if (!isElement(child)) {
      if (child.nodeName === '#text' && textOf(child).trim() !== '') open = []
      continue
    }
    const place = placeOf(child)
    if (place === undefined) {
      open = []
      gatherOfficeLists(child)
      continue
    }
    const { level, name } = place
    open = open.filter((one) => one.level < level || (one.level === level && one.name === name))
    let last = open.at(-1)
    if (last?.level !== level) {
      const list = elementNamed(isOrdered(child) ? 'ol' : 'ul')
      const item = last?.list.childNodes.at(-1)
      if (item && isElement(item)) tree.appendChild(item, list)
      else tree.insertBefore(parent, list, child)
      last = { list, level, name }
      open.push(last)
    }
    tree.detachNode(child)
    const item = elementNamed('li')
    for (const inner of [...child.childNodes]) {
      tree.detachNode(inner)
      tree.appendChild(item, inner)
    }
    tree.appendChild(last.list, item)
  }
}

/** Whether an element is the bullet or number that Word writes as text. */
export const isListMark = (element: HtmlElement): boolean =>
  /^ignore/.test(styleOf(element).get('mso-list') ?? '')

/** `mso-list: l0 level1 lfo1` names the list and the level. */
const placeOf = (element: HtmlElement): { name: string; level: number } | undefined => {
  if (element.tagName !== 'p') return undefined
  const [, name = '', level] =
    /^(\S+)\s+level(\d+)/.exec(styleOf(element).get('mso-list') ?? '') ?? []
  return level === undefined ? undefined : { name, level: Number(level) }
}

const isOrdered = (element: HtmlElement): boolean => {
  const mark = findMark(element)
  return mark !== undefined && /^\s*\(?(?:\d+|[a-z]|[ivxlc]+)[.)]/i.test(textContent(mark))
}

const findMark = (parent: HtmlParent): HtmlElement | undefined => {
  for (const child of parent.childNodes) {
    if (!isElement(child)) continue
    const found = isListMark(child) ? child : findMark(child)
    if (found) return found
  }
  return undefined
}

const textOf = (node: HtmlParent['childNodes'][number]): string =>
  'value' in node ? node.value : ''
