import { calloutHtml, codeHtml, detailsHtml, figureHtml, imageHtml } from './blockHtml'
import { isCalloutKind } from './calloutKinds'
import { EMBED_ADDRESS } from './embeds'
import { escapeHtml } from './escapeHtml'
import { literalText } from './expand'
import { embedExpansion, referenceAddress } from './mediaTags'
import { HUGO_SITE_SHORTCODES, isCodeTab } from './hugoSiteShortcodes'
import type { Expansion, ExpansionContext, Tag, TagHandler, TagSyntax } from './tag'
import { firstNamed, parseTagArguments } from './tagArguments'
import { isWordlessTag } from './visibleParameters'

/** Takes a figure-like tag's parameters and returns the picture with caption and attribution, or undefined without address. */
export const pictureShortcode: TagHandler = (tag, context) => {
  const args = parseTagArguments(tag.args)
  const src = firstNamed(args, 'src', 'url', 'file', 'path', 'href') ?? args.positional[0]
  if (!src) return undefined
  const alt = firstNamed(args, 'alt')
  const picture = {
    src,
    alt: alt ?? '',
    width: args.named.width,
    height: args.named.height,
    link: firstNamed(args, 'link'),
  }
  const caption = figureCaption(args.named, context)
  if (caption) return { block: figureHtml({ ...picture, caption }) }
  return { inline: imageHtml(picture) }
}

/** Title and caption of a figure on lines of their own, then the attribution, as Hugo's own template shows them. */
const figureCaption = (
  named: Record<string, string>,
  { renderInline }: ExpansionContext,
): string => {
  const { title, caption, attr, attrlink, credit } = named
  const attribution = attr ?? credit
  const name = attribution ? renderInline(attribution) : ''
  const linked = name && attrlink ? `<a href="${escapeHtml(attrlink)}">${name}</a>` : name
  return [
    title ? `<strong>${escapeHtml(title)}</strong>` : '',
    [caption ? renderInline(caption) : '', linked].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join('<br>')
}

const reference =
  (kind: string): TagHandler =>
  (tag) => {
    const args = parseTagArguments(tag.args)
    const target = firstNamed(args, 'path') ?? args.positional[0]
    return target ? { text: referenceAddress(kind, target) } : undefined
  }

const embed =
  (fromId: (id: string) => string): TagHandler =>
  (tag) => {
    const args = parseTagArguments(tag.args)
    const id = firstNamed(args, 'id', 'src', 'url') ?? args.positional[0]
    return embedExpansion(id, fromId, firstNamed(args, 'title'))
  }

const tweet: TagHandler = (tag) => {
  const { named, positional } = parseTagArguments(tag.args)
  const id = named.id ?? positional[1] ?? positional[0]
  return embedExpansion(id, (status) => EMBED_ADDRESS.tweet(named.user ?? 'i', status))
}

const gist: TagHandler = (tag) => {
  const { positional, named } = parseTagArguments(tag.args)
  const [user = named.user, id = named.id, file = named.file] = positional
  if (!user || !id) return undefined
  return embedExpansion(`${user}/${id}`, EMBED_ADDRESS.gist, file)
}

const code: TagHandler = (tag, context) => {
  if (tag.body === undefined) return undefined
  const args = parseTagArguments(tag.args)
  if (tag.args === '') return highlightedText(tag.body, context)
  const language = firstNamed(args, 'lang', 'language', 'type') ?? args.positional[0]
  return {
    block: codeHtml({
      code: tag.body,
      language: /^[\w+#.-]+$/.test(language ?? '') ? language : undefined,
      title: firstNamed(args, 'title', 'file', 'filename'),
    }),
  }
}

/** A site's own `highlight` without a language sets off text, not code. */
const highlightedText = (body: string, { renderBlocks }: ExpansionContext): Expansion => {
  const { open, close } = calloutHtml('highlight')
  return { block: open + renderBlocks(body) + close }
}

/** A value of the page or of the site's parameters; unknown ones stay visible. */
const param: TagHandler = (tag, { page, site }) => {
  const [key] = parseTagArguments(tag.args).positional
  const value =
    key && (lookUp(page, key) ?? lookUp(site.config?.params, key) ?? lookUp(site.config, key))
  return typeof value === 'string' || typeof value === 'number'
    ? { text: String(value) }
    : undefined
}

/** Follows a dotted key through plain objects, without regard to case, as Hugo does. */
const lookUp = (values: unknown, key: string): unknown =>
  key.split('.').reduce<unknown>((value, name) => {
    if (typeof value !== 'object' || value === null) return undefined
    const entry = Object.entries(value).find(
      ([candidate]) => candidate.toLowerCase() === name.toLowerCase(),
    )
    return entry?.[1]
  }, values)

const details: TagHandler = (tag, { renderInline }) => {
  const args = parseTagArguments(tag.args)
  const summary = firstNamed(args, 'summary', 'title') ?? args.positional.join(' ')
  return detailsHtml(renderInline(summary), args.named.open === 'true')
}

/** Takes the kind of a callout tag; its title is a parameter. */
export const calloutShortcode: TagHandler = (tag) => {
  const args = parseTagArguments(tag.args)
  const { style } = args.named
  const named =
    firstNamed(args, 'type', 'kind', 'level', 'context') ??
    (style !== undefined && isCalloutKind(style) ? style : undefined)
  const [first, ...rest] = args.positional
  const kind = named ?? (first && isCalloutKind(first) ? first : undefined)
  const words = named || kind !== first ? args.positional : rest
  const kicker = firstNamed(args, 'kicker')
  const title = firstNamed(args, 'title', 'heading', 'header') ?? words.join(' ')
  return calloutHtml(kind ?? tag.name, [kicker, title].filter(Boolean).join(': '))
}

/** Tags of unknown name: pictures and callouts are known by their names, the rest is kept. */
const unknownShortcode = (tag: Tag, context: ExpansionContext): Expansion | undefined => {
  if (tag.kind === 'comment') return literalText(tag.args)
  if (/(?:^|[-_])(?:img|image|figure|fig|picture|photo|pic)(?:[-_]|$)/.test(tag.name)) {
    return pictureShortcode(tag, context)
  }
  return tag.hasBody && isCalloutKind(tag.name) ? calloutShortcode(tag, context) : undefined
}

/** Hugo's own shortcodes, with those that many themes have. */
export const HUGO_SYNTAX: TagSyntax = {
  name: 'hugo',
  handlers: {
    figure: pictureShortcode,
    ref: reference('ref'),
    relref: reference('relref'),
    youtube: embed(EMBED_ADDRESS.youtube),
    vimeo: embed(EMBED_ADDRESS.vimeo),
    bilibili: embed(EMBED_ADDRESS.bilibili),
    instagram: embed(EMBED_ADDRESS.instagram),
    instagram_simple: embed(EMBED_ADDRESS.instagram),
    tweet,
    x: tweet,
    twitter: tweet,
    gist,
    highlight: code,
    code,
    codeblock: code,
    sourcecode: code,
    prism: code,
    details,
    param,
    ...HUGO_SITE_SHORTCODES,
  },
  verbatim: new Set([
    'highlight',
    'code',
    'codeblock',
    'sourcecode',
    'prism',
    'comment',
    'code-toggle',
    'example',
    'mermaid',
    'raw',
    'rawhtml',
    'math',
    'katex',
  ]),
  isVerbatim: isCodeTab,
  fallback: unknownShortcode,
  isWordless: isWordlessTag,
  unescapeCode: (text) =>
    text.includes('{{<') || text.includes('{{%')
      ? text.replace(/\{\{([<%])\/\*([^\n]*?)\*\/([>%])\}\}/g, '{{$1$2$3}}')
      : text,
}
