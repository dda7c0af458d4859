import { appendAll } from '../appendAll'
import type { RichTextNode } from '../document'
import { childrenOf, lastChildOf } from '../readNode'

/** Numbers items as Lexical does: one that begins with a nested list takes no number. */
export function renumberItems(list: RichTextNode): void {
  let value = typeof list.start === 'number' ? list.start : 1
  for (const item of childrenOf(list)) {
    item.value = value
    if (!isNestedList(item)) value++
  }
}

/** Whether an item only holds what belongs under the item before it. */
export function isNestedList(item: RichTextNode | undefined): boolean {
  return item !== undefined && childrenOf(item)[0]?.type === 'list'
}

/**
 * Adds the items of `list` to the list before it when Lexical would (`ListNode`'s transform joins neighbours of one
 * type as soon as a document is opened). Returns whether it did.
 */
export function joinLists(previous: RichTextNode | undefined, list: RichTextNode): boolean {
  if (previous?.type !== 'list' || list.type !== 'list') return false
  if (previous.listType !== list.listType || !Array.isArray(previous.children)) return false
  // Numbered on from the last item: a list is often joined from thousands of lists of one.
  renumberItems({ ...list, start: nextNumber(previous) })
  appendAll(previous.children, childrenOf(list))
  return true
}

/** The number that the item after the last of a list would take. */
export function nextNumber(list: RichTextNode): number {
  const last = lastChildOf(list)
  const value = typeof last?.value === 'number' ? last.value : Number(list.start ?? 1)
  return last && !isNestedList(last) ? value + 1 : value
}
