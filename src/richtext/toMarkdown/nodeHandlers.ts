import type { RichTextNode } from '../document'
import {
  blockTypeOf,
  childrenOf,
  fieldsOf,
  isDocument,
  isRecord,
  numberOf,
  referenceId,
  stringOf,
} from '../readNode'
import { renderHtml } from '../toHtml'
import { attributes, escapeHtml } from '../toHtml/escape'
import { itemGroups } from '../toHtml/list'
import { runsOf, splitParagraphs } from '../toHtml/render'
import { prefixLines, renderBlocks, renderDocumentBlocks, renderParagraph } from './blocks'
import { pictureMarkdown, renderInline } from './inline'
import type { MarkdownContext, MarkdownHandler } from './options'
import { renderTable } from './table'

/** The table of handlers: what becomes of each block, by node type. */
export const nodeHandlers: ReadonlyMap<string, MarkdownHandler> = new Map<string, MarkdownHandler>([
  ['paragraph', renderTextBlock],
  ['heading', renderHeading],
  ['quote', (node, context) => prefixLines(renderBlocks(childrenOf(node), context), '> ', '> ')],
  ['horizontalrule', () => '---'],
  ['list', renderList],
  ['table', renderTable],
  ['upload', renderUpload],
  ['block', (node, context) => blockHandlers.get(blockTypeOf(node))?.(node, context) ?? ''],
])

/** Handlers of block nodes by `blockType`. */
const blockHandlers: ReadonlyMap<string, MarkdownHandler> = new Map<string, MarkdownHandler>([
  ['Code', renderCode],
  [
    'Picture',
    (node, context) => renderPicture(fieldsOf(node), stringOf(fieldsOf(node).url), context),
  ],
  ['Embed', renderEmbed],
  ['Callout', renderCallout],
  ['Details', renderDetails],
  ['Math', (node) => `$$\n${stringOf(fieldsOf(node).tex)}\n$$`],
  ['Html', (node) => htmlBlock(stringOf(fieldsOf(node).html))],
  ['ReadMore', () => '<!-- more -->'],
])

/** Markdown has no alignment: an aligned paragraph is written as HTML. */
function renderTextBlock(node: RichTextNode, context: MarkdownContext): string {
  const align = stringOf(node.format)
  const text = renderParagraph(childrenOf(node), context)
  if (!align || !text) return text
  return `<p align="${escapeHtml(align)}">${inlineHtml(childrenOf(node), context)}</p>`
}

function renderHeading(node: RichTextNode, context: MarkdownContext): string {
  const level = Math.min(Math.max(Number(stringOf(node.tag).slice(1)) || 2, 1), 6)
  const text = renderInline(childrenOf(node), { ...context, isSingleLine: true }).trim()
  return `${'#'.repeat(level)} ${text.replace(/(\s|^)(#+)$/, '$1\\$2')}`
}

function renderList(node: RichTextNode, context: MarkdownContext): string {
  const start = numberOf(node.start) ?? 1
  const items = itemGroups(node)
  const isTight = items.every(({ children }) => isTightItem(children))
  const texts = items.map(({ checked, children }, index) => {
    const marker = node.listType === 'number' ? `${start + index}. ` : '- '
    const box = node.listType === 'check' ? `[${checked ? 'x' : ' '}] ` : ''
    const text = isTight ? tightItem(children, context) : renderBlocks(children, context)
    return prefixLines(box + text, marker, ' '.repeat(marker.length))
  })
  return texts.join(isTight ? '\n' : '\n\n')
}

/** One line of text and lists below it need no blank lines. */
function isTightItem(children: RichTextNode[]): boolean {
  const [first, ...rest] = runsOf(children)
  if (!first) return true
  const isLine = !first.isInline || splitParagraphs(first.nodes).length <= 1
  const below = first.isInline ? rest : [first, ...rest]
  return (
    isLine && below.every((run) => !run.isInline && run.nodes.every(({ type }) => type === 'list'))
  )
}

function tightItem(children: RichTextNode[], context: MarkdownContext): string {
  return runsOf(children)
    .map((run) =>
      run.isInline ? renderParagraph(run.nodes, context) : renderBlocks(run.nodes, context),
    )
    .join('\n')
}

function renderCode(node: RichTextNode): string {
  const { language, code, title } = fieldsOf(node)
  const text = stringOf(code)
  const longest = (text.match(/`{3,}/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2)
  const fence = '`'.repeat(longest + 1)
  const name = stringOf(title) && ` title="${stringOf(title).replace(/["\n]/g, "'")}"`
  return `${fence}${stringOf(language)}${name}\n${text}\n${fence}`
}

function renderUpload(node: RichTextNode, context: MarkdownContext): string {
  const id = referenceId(node.value)
  const media = context.options.resolveMedia?.(id)
  if (!media) return ''
  const fields = fieldsOf(node)
  return renderPicture({ ...fields, alt: stringOf(fields.alt) || media.alt }, media.url, context)
}

function renderPicture(
  fields: Record<string, unknown>,
  url: string,
  context: MarkdownContext,
): string {
  const caption = captionHtml(fields, context)
  if (!caption) return pictureMarkdown(fields, url)
  const image = `<img${attributes({
    src: url,
    alt: stringOf(fields.alt),
    title: stringOf(fields.title),
    width: numberOf(fields.width),
    height: numberOf(fields.height),
  })}>`
  const href = stringOf(fields.href)
  const linked = href ? `<a${attributes({ href })}>${image}</a>` : image
  return `<figure>${linked}${caption}</figure>`
}

function renderEmbed(node: RichTextNode, context: MarkdownContext): string {
  const fields = fieldsOf(node)
  const kind = ['video', 'audio'].find((name) => name === fields.kind) ?? 'iframe'
  const attrs = attributes({
    src: stringOf(fields.url),
    title: stringOf(fields.title),
    poster: stringOf(fields.poster),
    width: numberOf(fields.width),
    height: numberOf(fields.height),
    controls: kind !== 'iframe',
    allowfullscreen: kind === 'iframe',
  })
  // A blank line would end the HTML.
  const fallback = stringOf(fields.fallback).replace(/\n\s*\n/g, '\n')
  const player = `<${kind}${attrs}>${sourceTags(fields)}${fallback}</${kind}>`
  const caption = captionHtml(fields, context)
  // Outside of a block a paragraph in the player would end the one around it.
  return caption || fallback ? `<figure>${player}${caption}</figure>` : player
}

function sourceTags(fields: Record<string, unknown>): string {
  const list = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : [])
  const sources = list(fields.sources).map(
    ({ url, type }) => `<source${attributes({ src: stringOf(url), type: stringOf(type) })}>`,
  )
  const tracks = list(fields.tracks).map(
    ({ url, kind, language, label }) =>
      `<track${attributes({ src: stringOf(url), kind: stringOf(kind), srclang: stringOf(language), label: stringOf(label) })}>`,
  )
  return [...sources, ...tracks].join('')
}

/** Fences of containers around others are longer than theirs. */
function renderCallout(node: RichTextNode, context: MarkdownContext): string {
  const { kind, title, content } = fieldsOf(node)
  const body = isDocument(content) ? renderDocumentBlocks(content, context) : ''
  const longest = (body.match(/^:{3,}/gm) ?? []).reduce(
    (most, run) => Math.max(most, run.length),
    2,
  )
  const fence = ':'.repeat(longest + 1)
  const head = [stringOf(kind) || 'note', stringOf(title).replace(/\s+/g, ' ')].filter(Boolean)
  return `${fence}${head.join(' ')}\n\n${body}\n\n${fence}`
}

function renderDetails(node: RichTextNode, context: MarkdownContext): string {
  const { summary, open, content } = fieldsOf(node)
  const head = isDocument(summary) ? documentHtml(summary.root.children, context) : ''
  const body = isDocument(content) ? renderDocumentBlocks(content, context) : ''
  const summaryTag = head && `<summary>${head}</summary>`
  return `<details${open === true ? ' open' : ''}>${summaryTag}\n\n${body}\n\n</details>`
}

function captionHtml(fields: Record<string, unknown>, context: MarkdownContext): string {
  const { caption, credit } = fields
  const text = isDocument(caption) ? documentHtml(caption.root.children, context) : ''
  const small = stringOf(credit) && `<small class="credit">${escapeHtml(stringOf(credit))}</small>`
  const content = [text, small].filter(Boolean).join(' ')
  return content && `<figcaption>${content}</figcaption>`
}

/** Blocks as HTML within a line; a lone paragraph without its tags. */
function documentHtml(blocks: RichTextNode[], context: MarkdownContext): string {
  const [only] = blocks
  if (blocks.length === 1 && only?.type === 'paragraph')
    return inlineHtml(childrenOf(only), context)
  return oneLine(htmlOf(blocks, context))
}

function inlineHtml(nodes: RichTextNode[], context: MarkdownContext): string {
  const html = htmlOf([{ type: 'paragraph', version: 1, children: nodes }], context)
  return oneLine(html).replace(/^<p>|<\/p>$/g, '')
}

function htmlOf(children: RichTextNode[], { options }: MarkdownContext): string {
  const root = {
    type: 'root' as const,
    version: 1,
    children,
    direction: null,
    format: '' as const,
    indent: 0,
  }
  return renderHtml({ root }, options)
}

function oneLine(html: string): string {
  return html.replace(/\s*\n\s*/g, ' ').trim()
}

/** A blank line would end the HTML, unless it begins with an element that has its own end (CommonMark 4.6). */
function htmlBlock(html: string): string {
  const text = html.trim()
  return /^<(?:pre|script|style|textarea|!--)/i.test(text)
    ? text
    : text.replace(/\n[ \t]*(?=\n)/g, '')
}
