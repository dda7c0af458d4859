import { calloutHtml, codeHtml, detailsHtml } from './blockHtml'
import { attributesHtml, escapeHtml } from './escapeHtml'
import { referenceAddress } from './mediaTags'
import { sourceComment } from './sourceHtml'
import type { Tag, TagHandler } from './tag'
import { firstNamed, parseTagArguments } from './tagArguments'

/** A heading above, content below, folded away until asked for. */
const accordion: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const words = [args.named.kicker, firstNamed(args, 'title', 'heading', 'label', 'summary')]
  const summary = words.filter((word) => word !== undefined && word !== '').join(': ')
  return detailsHtml(renderInline(summary || args.positional.join(' ')))
}

/** A titled box, perhaps with a source that it links to. */
const card: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const title = [args.named.kicker, args.named.title].filter(Boolean).join(': ')
  const address = firstNamed(args, 'src', 'link', 'href', 'url')
  const more = firstNamed(args, 'subtitle', 'description')
  const text = more ? `<p>${renderInline(more)}</p>` : ''
  const { open, close } = calloutHtml(tag.name, address ? undefined : title)
  if (!address) return { open: open + text, close }
  const label = renderInline(title || address)
  return { open: `${open}<p><a href="${escapeHtml(address)}">${label}</a></p>${text}`, close }
}

/** A link that looks like a button; its words are a parameter or what it encloses. */
const linkCard: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const page = firstNamed(args, 'relref', 'ref', 'page')
  const address =
    firstNamed(args, 'href', 'link', 'url', 'src') ??
    (page === undefined ? args.positional[0] : referenceAddress('ref', page))
  if (!address) return undefined
  const label = [args.named.kicker, firstNamed(args, 'text', 'title', 'label', 'content')]
  const words = label.filter(Boolean).join(': ')
  const open = `<a href="${escapeHtml(address)}">`
  if (tag.hasBody) return { open: open + renderInline(words), close: '</a>', isInline: true }
  return { inline: `${open}${renderInline(words || address)}</a>` }
}

/** One of several texts of which a page shows one at a time. */
const tab: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const written =
    firstNamed(args, 'name', 'header', 'title', 'label', 'text', 'tabName') ?? args.positional[0]
  const title = written && textOf(renderInline(written))
  if (tag.body === undefined) return calloutHtml('tab', title)
  const language = args.named.lang ?? (tag.outer && parseTagArguments(tag.outer.args).named.lang)
  return { block: codeHtml({ code: tag.body, language: language || undefined, title }) }
}

/** Docsy: a tab with a language holds code, and so does any in its `tabpane` that is not said to be text. */
export const isCodeTab = (tag: Tag, outer: Tag | undefined): boolean => {
  if (tag.name !== 'tab' || tag.kind !== 'open') return false
  const { lang, text } = parseTagArguments(tag.args).named
  if (lang || text === 'true' || outer?.name !== 'tabpane') return Boolean(lang)
  return parseTagArguments(outer.args).named.text !== 'true'
}

const textOf = (html: string): string =>
  html
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')

const player =
  (kind: 'audio' | 'video'): TagHandler =>
  (tag, { renderInline }) => {
    const args = parseTagArguments(tag.args)
    const src = firstNamed(args, 'src', 'url', 'file', 'mp4', 'link') ?? args.positional[0]
    if (!src || !/[./]/.test(src)) return undefined
    const { poster, caption } = args.named
    const html = `<galley-embed${attributesHtml({ kind, src, poster })}></galley-embed>`
    if (!caption) return { block: `${html}\n` }
    return {
      block: `<figure>${html}<figcaption>${renderInline(caption)}</figcaption></figure>\n`,
    }
  }

/** A code for cameras; what it says is mostly an address. */
const qrCode: TagHandler = (tag) => {
  const { text } = parseTagArguments(tag.args).named
  if (tag.hasBody || !text) return undefined
  if (!/^https?:\/\/\S+$/.test(text)) return { inline: escapeHtml(text) }
  return { inline: `<a href="${escapeHtml(text)}">${escapeHtml(text)}</a>` }
}

/** Drawn, or made by the theme: nothing to read. */
const wordless: TagHandler = (tag) => ({ inline: sourceComment(tag.source) })

/** A frame of the theme around content. */
const transparent: TagHandler = () => ({ open: '', close: '' })

const named = (handler: TagHandler, names: string): Record<string, TagHandler> =>
  Object.fromEntries(names.split(' ').map((name) => [name, handler]))

/** A file of the site offered for reading. */
const fileLink: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const file = firstNamed(args, 'file', 'src', 'href') ?? args.positional[0]
  const label = firstNamed(args, 'label', 'text', 'title')
  if (!file || !label) return file ? { text: encodeURI(file) } : undefined
  return { inline: `<a href="${escapeHtml(file)}">${renderInline(label)}</a>` }
}

const quote: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const { cite, author } = args.named
  const source = cite || author
  const close = `${source ? `<p><cite>${renderInline(source)}</cite></p>` : ''}</blockquote>\n`
  const text = firstNamed(args, 'text', 'quote')
  const open = `<blockquote>${text ? `<p>${renderInline(text)}</p>` : ''}`
  return { open, close }
}

/** Configuration shown in several formats; the source has one. */
const codeToggle: TagHandler = (tag) => {
  const { named } = parseTagArguments(tag.args)
  if (tag.body === undefined) return undefined
  return { block: codeHtml({ code: tag.body, language: named.lang ?? 'yaml', title: named.file }) }
}

/** HTML that is shown both at work and as code: the code is what a reader can keep. */
const example: TagHandler = (tag) => {
  const { named } = parseTagArguments(tag.args)
  if (tag.body === undefined) return undefined
  return { block: codeHtml({ code: tag.body, language: named.lang ?? 'html' }) }
}

/** Since (or until) which version something holds, in the words of the tag's name. */
const versionNote: TagHandler = (tag) => {
  const [version] = parseTagArguments(tag.args).positional
  if (!version) return undefined
  const words = `${tag.name.replaceAll('-', ' ')} ${version}`
  if (tag.hasBody) return calloutHtml(tag.name, words)
  return { inline: `<small>${escapeHtml(words)}</small>` }
}

/** A formula, in the line or of its own. */
const tex =
  (isDisplay: (tag: Tag) => boolean): TagHandler =>
  (tag) => {
    if (tag.body === undefined) return undefined
    const body = escapeHtml(tag.body.trim())
    if (!isDisplay(tag)) return { inline: `<galley-math>${body}</galley-math>` }
    return { block: `<galley-math${attributesHtml({ display: true })}>${body}</galley-math>\n` }
  }

const rawHtml: TagHandler = (tag) => (tag.body === undefined ? undefined : { block: tag.body })

/** Shortcodes of themes and of single sites, as far as their names say what they are. */
export const HUGO_SITE_SHORTCODES: Record<string, TagHandler> = {
  accordion,
  expand: accordion,
  collapse: accordion,
  spoiler: accordion,
  ring: card,
  card,
  'card-policy': card,
  'card-prompt': card,
  'card-quote': quote,
  'quote-block': quote,
  blockquote: quote,
  button: linkCard,
  btn: linkCard,
  'featured-resource': linkCard,
  'asset-static': fileLink,
  'legacy-file': fileLink,
  link: (tag, context) => {
    const { positional, named: attributes } = parseTagArguments(tag.args)
    if (attributes.href) return linkCard(tag, context)
    const [target] = positional
    return target ? { text: referenceAddress('ref', target) } : undefined
  },
  audio: player('audio'),
  video: player('video'),
  qr: qrCode,
  tab,
  tabItem: tab,
  ...named(transparent, 'tabs tabpane tabset codetabs cards columns column steps row col grid'),
  ...named(transparent, 'gallery timeline center lead swiper carousel'),
  ...named(wordless, 'icon fa fas fab far fontawesome toc comment'),
  br: () => ({ inline: '<br>' }),
  'code-toggle': codeToggle,
  example,
  'new-in': versionNote,
  'deprecated-in': versionNote,
  'blogdown/postref': () => ({ text: '' }),
  mermaid: (tag) =>
    tag.body === undefined
      ? undefined
      : { block: codeHtml({ code: tag.body, language: 'mermaid' }) },
  math: tex(() => true),
  katex: tex(({ args, body }) => /\bdisplay\b/.test(args) || /\n/.test(body ?? '')),
  raw: rawHtml,
  rawhtml: rawHtml,
}
