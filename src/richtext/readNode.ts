import type { ElementNode, RichTextDocument, RichTextNode } from './document'

/** Readers of nodes whose keys are unknown until looked at: what is missing or of another type reads as empty. */

export function childrenOf(node: RichTextNode): RichTextNode[] {
  return Array.isArray(node.children) ? node.children.filter(isNode) : []
}

export function fieldsOf(node: RichTextNode): Record<string, unknown> {
  return isRecord(node.fields) ? node.fields : {}
}

export function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
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

function isNode(value: unknown): value is RichTextNode {
  return isRecord(value) && typeof value.type === 'string'
}

function isElement(value: unknown): value is ElementNode {
  return isNode(value) && Array.isArray(value.children)
}
