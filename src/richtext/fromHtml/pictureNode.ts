import type { RichTextNode } from '../document'
import { isRecord } from '../readNode'

/** The fields of a Picture block (the stored object itself, not a copy); undefined for any other node. */
export function pictureFieldsOf(node: RichTextNode): Record<string, unknown> | undefined {
  if (node.type !== 'block') return undefined
  const { fields } = node
  return isRecord(fields) && fields.blockType === 'Picture' ? fields : undefined
}
