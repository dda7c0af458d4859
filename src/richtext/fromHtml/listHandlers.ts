import { appendAll } from '../appendAll'
import type { RichTextNode } from '../document'
import type { Context, Handler } from './context'
import { attribute, elementChildren, hasAttribute, hasClass, isBlank, isElement } from './element'
import { blocksOf, boundary, closeLine, writeBlock } from './flow'
import { elementNode, lineBreakNode } from './lexicalNodes'
import { isNestedList, nextNumber, renumberItems } from './listNode'
import { canNest, LEVELS } from './nesting'
import type { HtmlElement, HtmlNode } from './parseHtml'
import { placeId, styled, visitNode } from './visit'

/** Handlers of lists. */
export const listHandlers: Record<string, Handler> = {
  ul: visitList,
  ol: visitList,
  menu: visitList,
  dir: visitList,
  li: visitStrayItem,
}

type ListKind = { isOrdered: boolean; start: number }

/** The content of one item: an `<li>`, or what stood in a list outside of any. */
type Item = { element: HtmlElement | undefined; nodes: HtmlNode[]; checked: boolean | undefined }

/**
 * Compiles items to lists: as a rule one; several when tasks and plain items mix, since Lexical's check list has a
 * box at each of its items.
 *
 * The shape of an item: Lexical joins paragraphs in a list item on loading (`ListItemNode.append`), so that they are
 * stored as the item's own text with two line breaks between them. Other blocks (code, pictures, tables, quotes,
 * headings) are children of the item: Lexical keeps them there, the editor shows them there, and they can be edited
 * and removed in place. A nested list stands in an item of its own after the text, which is Lexical's own form; what
 * follows a nested list follows it in that item, which has no bullet and takes no number.
 */
export function compileListItems(
  elements: HtmlElement[],
  kind: ListKind,
  context: Context,
): RichTextNode[] {
  return listsOf(elements.map(itemOf), kind, context)
}

/** Line numbers of code that stands beside them (WeChat, CSDN). */
const NUMBER_LISTS = ['code-snippet__line-index', 'pre-numbering']

function visitList(element: HtmlElement, context: Context): void {
  if (hasClass(element, ...NUMBER_LISTS)) return
  const items = itemsOf(element, context)
  if (!canNest('list', context)) return visitFlattened(items, context)
  if (items.length === 0) return
  closeLine(context)
  const isOrdered = element.tagName === 'ol'
  if (isOrdered && hasAttribute(element, 'reversed')) noteReversed(context)
  const start = isOrdered ? startOf(element) : 1
  for (const list of listsOf(items, { isOrdered, start }, context)) {
    const previous = context.flow.blocks.at(-1)
    const isRestart =
      isOrdered && previous?.listType === 'number' && list.start !== nextNumber(previous)
    if (isRestart) noteRestart(context)
    writeBlock(context, list)
  }
}

function visitStrayItem(element: HtmlElement, context: Context): void {
  if (!canNest('list', context)) return visitFlattened([itemOf(element)], context)
  closeLine(context)
  for (const list of compileListItems([element], { isOrdered: false, start: 1 }, context)) {
    writeBlock(context, list)
  }
}

function visitFlattened(items: Item[], context: Context): void {
  for (const item of items) {
    boundary(context)
    for (const node of item.nodes) visitNode(node, context)
    boundary(context)
  }
}

function itemsOf(list: HtmlElement, context: Context): Item[] {
  const items: Item[] = []
  for (const child of list.childNodes) {
    const last = items.at(-1)
    if (isElement(child) && child.tagName === 'li') items.push(itemOf(child))
    // Between items, comments show nothing and have no place: they go before the list.
    else if (isBlank(child))
      visitNode(child, { ...context, marks: { ...context.marks, isPreformatted: false } })
    else if (last && (last.element === undefined || isList(child))) last.nodes.push(child)
    else items.push({ element: undefined, nodes: [child], checked: undefined })
  }
  return items
}

function isList(node: HtmlNode): boolean {
  return isElement(node) && (node.tagName === 'ul' || node.tagName === 'ol')
}

function itemOf(element: HtmlElement): Item {
  const checkbox = checkboxOf(element)
  if (checkbox) remove(checkbox)
  return {
    element,
    nodes: [...element.childNodes],
    checked: checkbox && hasAttribute(checkbox, 'checked'),
  }
}

/** The checkbox that an item begins with, be it in a paragraph or a label. */
function checkboxOf(element: HtmlElement): HtmlElement | undefined {
  let candidate: HtmlElement | undefined = element
  for (let depth = 0; candidate && depth < 4; depth++) {
    const first: HtmlNode | undefined = candidate.childNodes.find((child) => !isBlank(child))
    if (!first || !isElement(first)) return undefined
    const isCheckbox = first.tagName === 'input' && attribute(first, 'type') === 'checkbox'
    if (isCheckbox) return first
    candidate = first.tagName === 'p' || first.tagName === 'label' ? first : undefined
  }
  return undefined
}

function remove(element: HtmlElement): void {
  const siblings = element.parentNode?.childNodes
  const index = siblings?.indexOf(element) ?? -1
  if (siblings && index >= 0) siblings.splice(index, 1)
}

function listsOf(items: Item[], kind: ListKind, context: Context): RichTextNode[] {
  const inner = {
    ...context,
    levels: context.levels + LEVELS.list,
    listDepth: context.listDepth + 1,
    style: { ...context.style, indent: 0 },
  }
  const lists: RichTextNode[] = []
  let nextValue = kind.start
  for (const item of items) {
    const listType = item.checked !== undefined ? 'check' : kind.isOrdered ? 'number' : 'bullet'
    let list = lists.at(-1)
    if (list?.listType !== listType) {
      list = listNode(listType, kind.isOrdered ? nextValue : 1, context)
      lists.push(list)
    }
    const nodes = itemNodes(item, inner)
    if (Array.isArray(list.children)) list.children.push(...nodes)
    if (!isNestedList(nodes[0])) nextValue++
  }
  for (const list of lists) renumberItems(list)
  return lists
}

function listNode(listType: string, start: number, { style }: Context): RichTextNode {
  return {
    ...elementNode('list', [], { align: '', direction: style.direction, indent: 0 }),
    listType,
    start,
    tag: listType === 'number' ? 'ol' : 'ul',
  }
}

function itemNodes(item: Item, context: Context): RichTextNode[] {
  const blocks = blocksOf(context, (inner) => {
    if (!item.element) item.nodes.forEach((node) => visitNode(node, inner))
    else {
      placeId(item.element, inner)
      const within = styled(item.element, inner)
      item.nodes.forEach((node) => visitNode(node, within))
    }
  })
  const own: RichTextNode[] = []
  const nested: RichTextNode[] = []
  let target = own
  let isAfterText = false
  for (const block of blocks) {
    if (block.type === 'list') target = nested
    if (block.type === 'paragraph' && Array.isArray(block.children)) {
      if (isAfterText) target.push(lineBreakNode(), lineBreakNode())
      appendAll(target, block.children)
      isAfterText = true
    } else {
      target.push(block)
      isAfterText = false
    }
  }
  const nodes = [own, nested].filter((children) => children.length > 0)
  if (nodes.length === 0) nodes.push([])
  const [only] = blocks
  const align = blocks.length === 1 && only?.type === 'paragraph' ? only.format : ''
  return nodes.map((children) => listItemNode(children, item, { align, context }))
}

function listItemNode(
  children: RichTextNode[],
  { checked }: Item,
  { align, context }: { align: unknown; context: Context },
): RichTextNode {
  const node: RichTextNode = {
    ...elementNode('listitem', children),
    indent: context.listDepth - 1,
    value: 1,
  }
  if (typeof align === 'string' && align) node.format = align
  if (checked !== undefined) node.checked = checked
  return node
}

function startOf(element: HtmlElement): number {
  const first = elementChildren(element).find(({ tagName }) => tagName === 'li')
  const value = attribute(element, 'start') ?? (first && attribute(first, 'value'))
  const start = Number.parseInt(value ?? '', 10)
  return Number.isSafeInteger(start) ? start : 1
}

function noteReversed({ compilation }: Context): void {
  compilation.problems.add(
    'list-numbering-changed',
    'reversed',
    'A list that counts down now counts up: the editor has no reversed lists. Its items are unchanged.',
  )
}

function noteRestart({ compilation }: Context): void {
  compilation.problems.add(
    'list-numbering-changed',
    'restart',
    'Two numbered lists that follow each other became one: the editor joins them. Put text between them if the second must start anew.',
  )
}
