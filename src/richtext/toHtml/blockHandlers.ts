import type { RichTextNode } from '../document'
import { fieldsOf, isDocument, isRecord, numberOf, referenceId, stringOf } from '../readNode'
import { attributes, escapeHtml } from './escape'
import type { HtmlHandler, RenderContext, ResolvedMedia } from './options'
import { renderDocument } from './render'
import { FRAME_SANDBOX, isKnownFrame, safeLinkUrl, safeMediaUrl } from './safeUrl'
import { sanitizeHtml } from './sanitizeHtml'

/** Handlers of block nodes by `blockType`. */
export const blockHandlers: ReadonlyMap<string, HtmlHandler> = new Map<string, HtmlHandler>([
  ['Code', renderCode],
  ['Picture', (node, context) => renderPicture(fieldsOf(node), context)],
  ['Embed', renderEmbed],
  ['Callout', renderCallout],
  ['Details', renderDetails],
  [
    'Math',
    (node) =>
      `<div class="math math-display">\\[${escapeHtml(stringOf(fieldsOf(node).tex))}\\]</div>\n`,
  ],
  [
    'Html',
    (node, { options }) => `${sanitizeHtml(stringOf(fieldsOf(node).html), options.frameHosts)}\n`,
  ],
  ['ReadMore', () => '<!-- more -->\n'],
])

/** A stored picture; its own words go before those of the file. */
export function renderUpload(node: RichTextNode, context: RenderContext): string {
  const fields = fieldsOf(node)
  const id = referenceId(node.value)
  const media = context.options.resolveMedia?.(id)
  return renderPicture({ ...fields, url: media?.url ?? '' }, context, media)
}

function renderCode(node: RichTextNode): string {
  const { language, code, title } = fieldsOf(node)
  const name = stringOf(language).trim().split(/\s/)[0]
  const pre = `<pre><code${attributes({ class: name && `language-${name}` })}>${escapeHtml(stringOf(code))}\n</code></pre>\n`
  if (!stringOf(title)) return pre
  return `<figure class="code">\n<figcaption>${escapeHtml(stringOf(title))}</figcaption>\n${pre}</figure>\n`
}

function renderPicture(
  fields: Record<string, unknown>,
  context: RenderContext,
  media?: ResolvedMedia,
): string {
  const image = imageTag(fields, media)
  const caption = captionOf(fields, context, media)
  if (!image && !caption) return ''
  return `<figure>${linkTo(stringOf(fields.href), image)}${caption}</figure>\n`
}

/** An `img` that loads when it comes into view and keeps its place until then. */
export function imageTag(fields: Record<string, unknown>, media?: ResolvedMedia): string {
  const src = safeMediaUrl(stringOf(fields.url))
  const alt = stringOf(fields.alt) || media?.alt || ''
  if (!src) return escapeHtml(alt)
  const attrs = attributes({
    title: stringOf(fields.title),
    srcset: media?.srcset,
    sizes: media?.sizes,
    width: numberOf(fields.width) ?? media?.width,
    height:
      numberOf(fields.width) === undefined
        ? (numberOf(fields.height) ?? media?.height)
        : numberOf(fields.height),
    loading: 'lazy',
    decoding: 'async',
  })
  return `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}"${attrs}>`
}

/** `content` in a link, if the address is one. */
export function linkTo(href: string, content: string): string {
  const url = href && content ? safeLinkUrl(href) : undefined
  return url ? `<a${attributes({ href: url })}>${content}</a>` : content
}

function captionOf(
  fields: Record<string, unknown>,
  context: RenderContext,
  media?: ResolvedMedia,
): string {
  const { caption } = fields
  const text = isDocument(caption)
    ? renderDocument(caption, context, { isInline: true })
    : escapeHtml(media?.caption ?? '')
  const credit = stringOf(fields.credit) || media?.credit || ''
  const small = credit && `<small class="credit">${escapeHtml(credit)}</small>`
  const content = [text, small].filter(Boolean).join(' ')
  return content && `<figcaption>${content}</figcaption>`
}

function renderEmbed(node: RichTextNode, context: RenderContext): string {
  const fields = fieldsOf(node)
  const url = stringOf(fields.url)
  const player = EMBEDS.get(stringOf(fields.kind))?.(fields, context)
  const title = stringOf(fields.title) || url
  const content = player ?? linkTo(url, escapeHtml(title))
  const caption = captionOf(fields, context)
  return content || caption ? `<figure class="embed">${content}${caption}</figure>\n` : ''
}

const EMBEDS: ReadonlyMap<
  string,
  (fields: Record<string, unknown>, context: RenderContext) => string | undefined
> = new Map([
  ['iframe', frame],
  ['video', (fields) => player('video', fields)],
  ['audio', (fields) => player('audio', fields)],
])

function frame(fields: Record<string, unknown>, { options }: RenderContext): string | undefined {
  const src = safeMediaUrl(stringOf(fields.url))
  if (!src || !isKnownFrame(src, options.frameHosts)) return undefined
  const attrs = attributes({
    src,
    title: stringOf(fields.title) || new URL(src, 'https://relative.invalid').hostname,
    width: numberOf(fields.width),
    height: numberOf(fields.height),
    loading: 'lazy',
    sandbox: FRAME_SANDBOX,
    referrerpolicy: 'strict-origin-when-cross-origin',
    allowfullscreen: true,
  })
  return `<iframe${attrs}></iframe>`
}

function player(tag: 'video' | 'audio', fields: Record<string, unknown>): string | undefined {
  const src = safeMediaUrl(stringOf(fields.url))
  if (!src) return undefined
  const attrs = attributes({
    controls: true,
    preload: 'metadata',
    title: stringOf(fields.title),
    poster: safeMediaUrl(stringOf(fields.poster)),
    width: tag === 'video' && numberOf(fields.width),
    height: tag === 'video' && numberOf(fields.height),
  })
  const first = `<source${attributes({ src })}>`
  const sources = recordsOf(fields.sources).map(
    ({ url, type }) =>
      `<source${attributes({ src: safeMediaUrl(stringOf(url)), type: stringOf(type) })}>`,
  )
  const tracks = recordsOf(fields.tracks).map(
    ({ url, kind, language, label }) =>
      `<track${attributes({
        src: safeMediaUrl(stringOf(url)),
        kind: stringOf(kind),
        srclang: stringOf(language),
        label: stringOf(label),
      })}>`,
  )
  const fallback = sanitizeHtml(stringOf(fields.fallback))
  return `<${tag}${attrs}>${[first, ...sources, ...tracks].join('')}${fallback}</${tag}>`
}

function recordsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function renderCallout(node: RichTextNode, context: RenderContext): string {
  const { kind, title, content } = fieldsOf(node)
  const name =
    stringOf(kind)
      .toLowerCase()
      .replace(/[^a-z0-9-]/g, '') || 'note'
  const heading = stringOf(title) && `<p class="callout-title">${escapeHtml(stringOf(title))}</p>\n`
  const body = isDocument(content) ? renderDocument(content, context) : ''
  return `<aside class="callout callout-${name}" role="note">\n${heading}${body}</aside>\n`
}

function renderDetails(node: RichTextNode, context: RenderContext): string {
  const { summary, open, content } = fieldsOf(node)
  const head = isDocument(summary) ? renderDocument(summary, context, { isInline: true }) : ''
  const body = isDocument(content) ? renderDocument(content, context) : ''
  const summaryTag = head && `<summary>${head}</summary>\n`
  return `<details${attributes({ open: open === true })}>\n${summaryTag}${body}</details>\n`
}
