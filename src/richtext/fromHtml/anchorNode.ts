import type { RichTextNode } from '../document'
import type { Context } from './context'
import { inlineBlockNode } from './lexicalNodes'

/** The inline block that marks a point that links lead to. */
export function anchorNode({ compilation }: Context, anchorId: string): RichTextNode {
  return inlineBlockNode('Anchor', compilation.nodeId('Anchor', anchorId), { anchorId })
}
