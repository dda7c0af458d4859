import { calloutHtml, codeHtml, embedHtml, figureHtml, imageHtml } from './blockHtml'
import { EMBED_ADDRESS, addressOrId } from './embeds'
import { literalText } from './expand'
import { plainText } from '../markdown/plugins/plainText'
import { filledInclude } from './includeText'
import { evaluateLiquid } from './liquidValues'
import { referenceAddress } from './mediaTags'
import { OCTOPRESS_TAGS } from './octopressTags'
import { unwrapRaw } from './rawText'
import { isSilent, takeAssignments } from './silentInclude'
import type { Expansion, ExpansionContext, Tag, TagHandler, TagSyntax } from './tag'
import { firstNamed, parseTagArguments, type TagArguments } from './tagArguments'

const highlight: TagHandler = (tag) => {
  if (tag.body === undefined) return undefined
  return { block: codeHtml({ code: unwrapRaw(tag.body), language: tag.args.split(/\s+/)[0] }) }
}

const comment: TagHandler = (tag) =>
  tag.body === undefined ? undefined : { inline: `<!--${tag.body.replaceAll('--', '- -')}-->` }

const raw: TagHandler = (tag) => (tag.body === undefined ? undefined : { text: tag.body })

const reference =
  (kind: string): TagHandler =>
  (tag) => ({ text: referenceAddress(kind, tag.args) })

/** `{% include figure.html src="…" caption="…" %}`: known by its name and parameters, or by its text. */
const include: TagHandler = (tag, context) => {
  const [name = '', ...rest] = tag.args.split(/\s+(?=[\s\S])/)
  const args = parseTagArguments(tag.args.slice(name.length) || rest.join(' '))
  const kind = name.replace(/^.*\//, '').replace(/\.\w+$/, '')
  const known = INCLUDE_KINDS.find(([pattern]) => pattern.test(kind))?.[1]
  return known?.(args, context) ?? includeText(name, { args, tag }, context)
}

/**
 * The text of an include that wraps what it is given, as a shortcode does. One that brings words of its own (a notice
 * under each post, a form) is a part of the site that its templates share, not a text of this article: its source stays.
 */
const includeText = (
  name: string,
  { args, tag }: { args: TagArguments; tag: Tag },
  context: ExpansionContext,
): Expansion | undefined => {
  const text = context.includes.get(name)
  if (text !== undefined && isSilent(text)) {
    takeAssignments(text, context)
    return { text: '' }
  }
  const isKnown = text !== undefined && !UNQUOTED_NAME.test(tag.args)
  const filled = isKnown ? filledInclude(text, args.named, context) : undefined
  return filled === undefined || hasOwnWords(filled, tag.args) ? undefined : { text: filled }
}

const hasOwnWords = (filled: string, given: string): boolean => {
  const visible = filled.replace(UNSEEN, ' ').match(WORD) ?? []
  const known = new Set(given.toLowerCase().match(WORD))
  return visible.some((word) => !known.has(word.toLowerCase()))
}

/** `content=name`: the value of a variable, which is no text of the tag's own. */
const UNQUOTED_NAME = /=(?!(?:true|false|nil)\b)[A-Za-z_]/

const UNSEEN = /<(script|style)\b[^]*?<\/\1\s*>|<!--[^]*?-->|<[^>]*>|&\w+;/gi
const WORD = /[\p{L}\p{N}]+/gu

/** `{% assign name = "value" %}`, in Nunjucks `set`: kept for the values below, when it can be known. */
const assign: TagHandler = (tag, context) => {
  const [, name, expression = ''] = /^([\w-]+)\s*=\s*([^]+)$/.exec(tag.args) ?? []
  if (name === undefined) return undefined
  const value = evaluateLiquid(expression.trim(), context)
  if (value === undefined) {
    context.variables.delete(name)
    return undefined
  }
  context.variables.set(name, value)
  return { text: '' }
}

/**
 * `{% capture name %}…{% endcapture %}`: the text stands where the name is asked for. One that only an include is given, or
 * that has tags, stays where it is.
 */
const capture: TagHandler = (tag, { variables, asked }) => {
  const name = /^["']?([\w-]+)["']?$/.exec(tag.args)?.[1]
  if (name === undefined || tag.body === undefined) return undefined
  if (asked?.has(name) && !/\{[{%]/.test(tag.body)) {
    variables.set(name, tag.body.trim())
    return { text: '' }
  }
  variables.delete(name)
  return { source: tag.body }
}

/** `{% callout "info", "Title" %}…`: the kind may be the tag's own name. */
const callout =
  (ownKind?: string): TagHandler =>
  (tag, { renderInline }) => {
    if (!tag.hasBody) return undefined
    const { positional, named } = parseTagArguments(tag.args, '=:')
    const [kind = 'note', title] = ownKind ? [ownKind, positional[0]] : positional
    const heading = title ?? named.title
    return calloutHtml(kind, heading && plainText(renderInline(heading)))
  }

type IncludeHandler = (args: TagArguments, context: ExpansionContext) => Expansion | undefined

const pictureInclude: IncludeHandler = (args, context) => {
  const address = firstNamed(args, 'src', 'url', 'image', 'image_path', 'file', 'path', 'img')
  if (!address) return undefined
  const src = resolveValue(address, context)
  const { width, height, link, href, credit } = args.named
  const picture = { src, alt: firstNamed(args, 'alt') ?? '', width, height, link: link ?? href }
  const words = [firstNamed(args, 'caption', 'description', 'title'), credit].filter(Boolean)
  if (words.length === 0) return { inline: imageHtml(picture) }
  return { block: figureHtml({ ...picture, caption: context.renderInline(words.join(' ')) }) }
}

const videoInclude =
  (fromId: (id: string) => string): IncludeHandler =>
  (args) => {
    const id = firstNamed(args, 'id', 'video_id', 'src', 'url', 'youtubeId') ?? args.positional[0]
    return id
      ? { block: embedHtml(addressOrId(id, fromId), firstNamed(args, 'title', 'caption')) }
      : undefined
  }

/** Includes whose name says what they are. */
const INCLUDE_KINDS: [RegExp, IncludeHandler][] = [
  [/youtube/i, videoInclude(EMBED_ADDRESS.youtube)],
  [/vimeo/i, videoInclude(EMBED_ADDRESS.vimeo)],
  [/^(?:.*[-_])?(?:figure|fig|image|img|picture|photo)(?:[-_].*)?$/i, pictureInclude],
]

/** A parameter may itself be a value (`src=page.image`). */
const resolveValue = (text: string, context: ExpansionContext): string =>
  evaluateLiquid(text, context) ?? text

/** Eleventy's picture shortcodes: address, alternative text; 18F's second one has a class between them. */
const image =
  (altIndex: number): TagHandler =>
  (tag) => {
    const [src, ...words] = quotedArguments(tag.args)
    if (!src) return undefined
    return { inline: imageHtml({ src, alt: words[altIndex] ?? '' }) }
  }

/** Arguments in double quotes; a quote inside one is seen by its neighbours, as nobody escapes it. */
const quotedArguments = (text: string): string[] =>
  /^"[^]*"$/.test(text)
    ? text.slice(1, -1).split(/"(?:\s*,\s*|\s+)"/)
    : parseTagArguments(text).positional

const embed =
  (fromId: (id: string) => string): TagHandler =>
  (tag) => {
    const args = parseTagArguments(tag.args, '=:')
    const id = firstNamed(args, 'id', 'src', 'url') ?? args.positional[0]
    return id ? { block: embedHtml(addressOrId(id, fromId), args.named.title) } : undefined
  }

/** 18F's filter: `{{ "https://…" | embed: "Title" }}`. */
const EMBED_FILTER = /^"([^"]+)"\s*\|\s*embed\s*(?::\s*"([^"]*)")?$/

const unknownTag = (tag: Tag, context: ExpansionContext): Expansion | undefined => {
  if (tag.kind !== 'expression') return undefined
  const [, address, title] = EMBED_FILTER.exec(tag.args) ?? []
  if (address) return { block: embedHtml(address, title) }
  const isVariable = context.variables.has(/^[\w-]*/.exec(tag.args)?.[0] ?? '')
  if (!isVariable && !/^(?:["']|site\.|page\.)/.test(tag.args)) return undefined
  const value = evaluateLiquid(tag.args, context)
  return value === undefined ? undefined : { text: value }
}

/** Liquid as Jekyll and Eleventy have it. Control flow is not evaluated: its source and its text stay. */
export const LIQUID_SYNTAX: TagSyntax = {
  name: 'liquid',
  handlers: {
    ...OCTOPRESS_TAGS,
    highlight,
    comment,
    raw,
    verbatim: raw,
    post_url: reference('post_url'),
    link: reference('link'),
    include,
    include_cached: include,
    image: image(0),
    image_with_class: image(1),
    youtube: embed(EMBED_ADDRESS.youtube),
    vimeo: embed(EMBED_ADDRESS.vimeo),
    gist: embed(EMBED_ADDRESS.gist),
    toc: () => literalText(''),
    tableofcontents: () => literalText(''),
    assign,
    set: assign,
    capture,
    callout: callout(),
    alert: callout(),
    note: callout('note'),
    info: callout('info'),
    tip: callout('tip'),
    warning: callout('warning'),
    danger: callout('danger'),
    youtubeEmbed: embed(EMBED_ADDRESS.youtube),
  },
  verbatim: new Set(['highlight', 'comment', 'raw', 'verbatim', 'capture', 'codeblock']),
  fallback: unknownTag,
  unescapeCode: (code) => unwrapRaw(code),
}
