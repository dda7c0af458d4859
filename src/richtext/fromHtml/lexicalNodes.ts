import type {
  BlockFields,
  ElementNode,
  InlineBlockFields,
  LinkFields,
  RichTextDocument,
  RichTextNode,
  TextSemantic,
} from '../document'

export type Alignment = ElementNode['format']
export type Direction = ElementNode['direction']

/** How a block stands: inherited from `align`, `dir`, `text-align` and definition lists. */
export type BlockStyle = { align: Alignment; direction: Direction; indent: number }

export const PLAIN_BLOCK: BlockStyle = { align: '', direction: null, indent: 0 }

export function textNode(text: string, format: number, semantic?: TextSemantic): RichTextNode {
  const node: RichTextNode = {
    type: 'text',
    version: 1,
    text,
    format,
    detail: 0,
    mode: 'normal',
    style: '',
  }
  if (semantic) node.$ = { semantic }
  return node
}

export function lineBreakNode(): RichTextNode {
  return { type: 'linebreak', version: 1 }
}

export function horizontalRuleNode(): RichTextNode {
  return { type: 'horizontalrule', version: 1 }
}

export function elementNode(
  type: string,
  children: RichTextNode[],
  style: BlockStyle = PLAIN_BLOCK,
): ElementNode {
  return {
    type,
    version: 1,
    children,
    direction: style.direction,
    format: style.align,
    indent: style.indent,
  }
}

/** A paragraph; `textFormat` is what Lexical itself stores there: the format of the first text. */
export function paragraphNode(children: RichTextNode[], style?: BlockStyle): ElementNode {
  const firstText = children.find((child) => child.type === 'text')
  return {
    ...elementNode('paragraph', children, style),
    textFormat: firstText?.format ?? 0,
    textStyle: '',
  }
}

export function linkNode(id: string, fields: LinkFields, children: RichTextNode[]): ElementNode {
  return { ...elementNode('link', children), version: 3, id, fields }
}

export function blockNode<Type extends keyof BlockFields>(
  blockType: Type,
  id: string,
  fields: BlockFields[Type],
): RichTextNode {
  return {
    type: 'block',
    version: 2,
    format: '',
    fields: { id, blockType, blockName: '', ...fields },
  }
}

export function inlineBlockNode<Type extends keyof InlineBlockFields>(
  blockType: Type,
  id: string,
  fields: InlineBlockFields[Type],
): RichTextNode {
  return { type: 'inlineBlock', version: 1, fields: { id, blockType, ...fields } }
}

/** A document of blocks. Lexical refuses a root without children: an empty one holds an empty paragraph. */
export function documentOf(blocks: RichTextNode[]): RichTextDocument {
  const children = blocks.length > 0 ? blocks : [paragraphNode([])]
  return {
    root: {
      type: 'root',
      version: 1,
      children,
      direction: null,
      format: '',
      indent: 0,
    },
  }
}
