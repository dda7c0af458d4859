import { appendAll } from '../appendAll'
import { attributesHtml } from '../generator/escapeHtml'
import { plainText } from '../toText/plainText'
import type { LinkFields, RichTextNode } from '../document'
import { anchorNode } from './anchorNode'
import type { Context, LinkMark } from './context'
import type { Leaf, Line } from './line'
import { fieldsOf, semanticOf } from '../readNode'
import { blockNode, documentOf, elementNode, linkNode, paragraphNode } from './lexicalNodes'
import { pictureFieldsOf } from './pictureNode'

/**
 * Turns a finished line into blocks and adds them to the flow: one paragraph or heading as a rule; a picture that
 * stands alone between breaks becomes a Picture block, raw HTML that stands alone an Html block.
 */
export function finishLine(context: Context, line: Line): void {
  if (line.heading !== undefined) return finishHeading(context, line)
  if (!line.leaves.some(isVisible)) return keepInvisible(context, line.leaves)
  for (const part of partsOf(line)) {
    if (part.kind === 'text' || (context.lineDepth > 0 && part.kind === 'pictures'))
      addParagraph(context, line, part.leaves)
    else addBlocks(context, line, part)
  }
}

export function hasVisibleLeaf(line: Line): boolean {
  return line.leaves.some(isVisible)
}

type Part = { kind: 'text' | 'pictures' | 'raw'; leaves: Leaf[] }

function isVisible(leaf: Leaf): boolean {
  return leaf.kind !== 'invisible' && leaf.kind !== 'break'
}

/** Rows (between breaks) of pictures or raw HTML alone are parts of their own, the other rows stay together. */
function partsOf(line: Line): Part[] {
  if (line.leaves.every((leaf) => leaf.kind === 'text')) {
    return [{ kind: 'text', leaves: line.leaves }]
  }
  const parts: Part[] = []
  let isAfterEmptyRow = false
  for (const { leaves, breakBefore } of rowsOf(line.leaves)) {
    const last = parts.at(-1)
    const kind = kindOfRow(leaves)
    if (kind === 'empty') {
      isAfterEmptyRow = last?.kind === 'text'
      if (last) appendRow(last.leaves, breakBefore, leaves)
      else if (leaves.length > 0) parts.push({ kind: 'text', leaves })
      continue
    }
    const joins = kind === 'text' && last?.kind === 'text' && !(isAfterEmptyRow && line.isImplicit)
    if (joins) appendRow(last.leaves, breakBefore, leaves)
    else parts.push({ kind, leaves })
    isAfterEmptyRow = false
  }
  return parts.map((part) => ({ ...part, leaves: trimBreaks(part.leaves) }))
}

function appendRow(part: Leaf[], breakBefore: Leaf | undefined, row: Leaf[]): void {
  if (breakBefore) part.push(breakBefore)
  appendAll(part, row)
}

function rowsOf(leaves: Leaf[]): { leaves: Leaf[]; breakBefore: Leaf | undefined }[] {
  const rows: { leaves: Leaf[]; breakBefore: Leaf | undefined }[] = []
  let row: Leaf[] = []
  let breakBefore: Leaf | undefined
  for (const leaf of leaves) {
    if (leaf.kind !== 'break') {
      row.push(leaf)
      continue
    }
    rows.push({ leaves: row, breakBefore })
    row = []
    breakBefore = leaf
  }
  rows.push({ leaves: row, breakBefore })
  return rows
}

function kindOfRow(row: Leaf[]): Part['kind'] | 'empty' {
  const visible = row.filter(isVisible)
  if (visible.length === 0) return 'empty'
  if (visible.every((leaf) => leaf.kind === 'raw')) return 'raw'
  const solid = visible.filter((leaf) => !isSpace(leaf))
  const isPictures = solid.length > 0 && solid.every((leaf) => leaf.kind === 'picture')
  return isPictures && !isRowOfButtons(solid) ? 'pictures' : 'text'
}

/** Several pictures in a row that all are links are badges or buttons, and stay in their row. */
function isRowOfButtons(pictures: Leaf[]): boolean {
  return pictures.length > 1 && pictures.every((leaf) => leaf.link)
}

function isSpace(leaf: Leaf): boolean {
  return leaf.kind === 'text' && /^[ \u00a0]*$/.test(String(leaf.node.text))
}

function trimBreaks(leaves: Leaf[]): Leaf[] {
  const first = leaves.findIndex(isVisible)
  if (first < 0) return leaves.filter((leaf) => leaf.kind !== 'break')
  const last = leaves.findLastIndex(isVisible)
  return leaves.filter((leaf, index) => leaf.kind !== 'break' || (index > first && index < last))
}

function addParagraph(context: Context, line: Line, leaves: Leaf[]): void {
  const children = inlineNodes(context, leaves)
  if (children.length === 0) return
  const picture = captionedPicture(context, line, leaves)
  if (picture) picture.caption = documentOf([paragraphNode(children)])
  else context.flow.blocks.push(paragraphNode(children, line.style))
}

/** The fields of the picture that this line is the caption of, if any. */
function captionedPicture(
  { compilation, flow }: Context,
  line: Line,
  leaves: Leaf[],
): Record<string, unknown> | undefined {
  const previous = flow.blocks.at(-1)
  const fields = previous && pictureFieldsOf(previous)
  if (!previous || !fields || fields.caption) return undefined
  const looksCentred =
    line.style.align === 'center' &&
    compilation.centredPictures.has(previous) &&
    (leaves.every((leaf) => leaf.isMuted || isSpace(leaf)) || CAPTION_START.test(textOf(leaves)))
  return line.isCaption || looksCentred ? fields : undefined
}

const CAPTION_START =
  /^\s*(?:[▲△▼↑↓]|[(（【[]?(?:图|圖|Photo\b|Image\b|Figure\b|Fig\.|Source\b|Credit\b|Foto\b))/i

function textOf(leaves: Leaf[]): string {
  return leaves.map((leaf) => (leaf.kind === 'text' ? String(leaf.node.text) : '')).join('')
}

function addBlocks(context: Context, line: Line, part: Part): void {
  const { blocks } = context.flow
  const stray: Leaf[] = []
  for (const leaf of part.leaves) {
    if (leaf.kind === 'invisible') stray.push(leaf)
    else if (leaf.kind === 'picture' || leaf.kind === 'raw') {
      keepInvisible(context, stray.splice(0), { isFinal: true })
      blocks.push(asBlock(context, line, leaf))
    }
  }
  keepInvisible(context, stray)
}

function asBlock(context: Context, line: Line, leaf: Leaf): RichTextNode {
  const { nodeId, centredPictures } = context.compilation
  const fields = Object.fromEntries(
    Object.entries(fieldsOf(leaf.node)).filter(([name]) => name !== 'id' && name !== 'blockType'),
  )
  const href = leaf.link && placeLink(leaf.link)?.url
  if (leaf.kind === 'raw') return htmlBlock(context, linkedHtml(String(fields.html), href))
  const url = String(fields.url)
  const node = blockNode('Picture', nodeId('Picture', url), {
    ...fields,
    url,
    ...(href !== undefined && { href }),
  })
  if (line.style.align === 'center') centredPictures.add(node)
  return node
}

function linkedHtml(html: string, url: string | undefined): string {
  return url === undefined ? html : `<a${attributesHtml({ href: url })}>${html}</a>`
}

/** A link of the source is one link here too: the first line in it carries it, as a card's title does. */
function placeLink(link: LinkMark): LinkFields | undefined {
  if (link.isPlaced) return undefined
  link.isPlaced = true
  return link.fields
}

function htmlBlock({ compilation }: Context, html: string): RichTextNode {
  return blockNode('Html', compilation.nodeId('Html', html), { html })
}

/** Anchors wait for the next line; comments and scripts become Html blocks. */
function keepInvisible(
  context: Context,
  leaves: Leaf[],
  { isFinal = false }: { isFinal?: boolean } = {},
): void {
  const { compilation, flow } = context
  for (const { node, kind } of leaves) {
    if (kind !== 'invisible') continue
    const { blockType, anchorId, html } = fieldsOf(node)
    if (blockType === 'InlineHtml') flow.blocks.push(htmlBlock(context, String(html)))
    else if (isFinal) flow.blocks.push(paragraphNode([node]))
    else compilation.pendingAnchors.push(String(anchorId))
  }
}

function finishHeading(context: Context, line: Line): void {
  const { compilation, flow } = context
  if (!line.leaves.some(isVisible)) return keepInvisible(context, line.leaves)
  const children = inlineNodes(context, trimBreaks(line.leaves))
  const heading = { ...elementNode('heading', children, line.style), tag: line.heading }
  const text = plainText(heading)
  compilation.firstHeading ??= text.trim() || undefined
  const generatedId = compilation.slugger.slug(text)
  const id = flow.headingId
  flow.headingId = undefined
  if (id !== undefined && id !== generatedId && !compilation.placedIds.has(id)) {
    children.unshift(anchorNode(context, id))
  }
  if (id !== undefined) compilation.placedIds.add(id)
  flow.blocks.push(heading)
}

/** The nodes of a line; neighbours in the same link share one link node. */
function inlineNodes(context: Context, leaves: Leaf[]): RichTextNode[] {
  const nodes: RichTextNode[] = []
  for (let i = 0; i < leaves.length;) {
    const link = leaves[i]?.link
    const end = endOfRun(leaves, i)
    const run = leaves.slice(i, end)
    const plain = mergeTexts(run.map((leaf) => leaf.node))
    appendAll(nodes, (link && linked(context, link, run)) ?? plain)
    i = end
  }
  return nodes
}

/** Leaves of one link belong together, also when something invisible (a comment, an anchor) stands among them. */
function endOfRun(leaves: Leaf[], start: number): number {
  const link = leaves[start]?.link
  let end = start + 1
  for (let at = end; at < leaves.length; at++) {
    const leaf = leaves[at]
    if (leaf?.link === link) end = at + 1
    else if (!link || leaf?.kind !== 'invisible') break
  }
  return end
}

function linked(context: Context, link: LinkMark, run: Leaf[]): RichTextNode[] | undefined {
  const [only] = run
  if (run.every((leaf) => leaf.kind === 'break' || leaf.kind === 'invisible')) return undefined
  const fields = placeLink(link)
  if (!fields) return undefined
  const url = fields.url ?? ''
  if (run.length === 1 && only?.kind === 'picture') {
    return [{ ...only.node, fields: { ...fieldsOf(only.node), href: url } }]
  }
  const children = mergeTexts(run.map((leaf) => leaf.node))
  return [linkNode(context.compilation.nodeId('link', url), fields, children)]
}

/** Leaves differ in more than Lexical stores (muted type): texts that are alike to it become one. */
function mergeTexts(nodes: RichTextNode[]): RichTextNode[] {
  const merged: RichTextNode[] = []
  for (const node of nodes) {
    const last = merged.at(-1)
    if (last && isSameText(last, node)) last.text = `${String(last.text)}${String(node.text)}`
    else merged.push(node)
  }
  return merged
}

function isSameText(a: RichTextNode, b: RichTextNode): boolean {
  return (
    a.type === 'text' &&
    b.type === 'text' &&
    a.format === b.format &&
    semanticOf(a) === semanticOf(b)
  )
}
