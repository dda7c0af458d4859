import type { ElementNode, RichTextDocument, RichTextNode } from './document'

/** Readers of nodes whose keys are unknown until looked at: what is missing or of another type reads as empty. */

export function childrenOf(node: RichTextNode): RichTextNode[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : []
}

/** Looks at the last child alone: lists are joined one by one, and {@link childrenOf} goes through all. */
export function lastChildOf(node: RichTextNode): RichTextNode | undefined {
  const children: unknown[] = Array.isArray(node.children) ? node.children : []
  const last = children.at(-1)
  return isNode(last) ? last : undefined
}

export function fieldsOf(node: RichTextNode): Record<string, unknown> {
  return isRecord(node.fields) ? node.fields : {}
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** The id that a reference holds, whether or not its document was loaded in its place. */
export function referenceId(value: unknown): string {
  if (isRecord(value)) return stringOf(value.id)
  return typeof value === 'number' ? String(value) : stringOf(value)
}

export function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

export function blockTypeOf(node: RichTextNode): string {
  return node.type === 'block' || node.type === 'inlineBlock'
    ? stringOf(fieldsOf(node).blockType)
    : ''
}

/** The meaning that a text node's state carries (`{ $: { semantic: 'kbd' } }`). */
export function semanticOf(node: RichTextNode): string | undefined {
  return isRecord(node.$) ? stringOf(node.$.semantic) || undefined : undefined
}

export function isDocument(value: unknown): value is RichTextDocument {
  return isRecord(value) && isElement(value.root) && value.root.type === 'root'
}

/** The documents within the fields of a block, inline block or upload, in the order they are shown. */
export function nestedDocuments(node: RichTextNode): RichTextDocument[] {
  const { summary, content, caption } = fieldsOf(node)
  return [summary, content, caption].filter(isDocument)
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isNodeList(value: unknown): value is RichTextNode[] {
  return Array.isArray(value) && value.every(isNode)
}

function isNode(value: unknown): value is RichTextNode {
  return isRecord(value) && typeof value.type === 'string'
}

function isElement(value: unknown): value is ElementNode {
  return isNode(value) && Array.isArray(value.children)
}
