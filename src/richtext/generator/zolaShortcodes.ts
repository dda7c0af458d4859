import { isCalloutKind } from './calloutKinds'
import { EMBED_ADDRESS } from './embeds'
import { literalText } from './expand'
import { HUGO_SYNTAX, calloutShortcode, pictureShortcode } from './hugoShortcodes'
import { embedExpansion } from './mediaTags'
import type { TagHandler, TagSyntax } from './tag'
import { firstNamed, parseTagArguments } from './tagArguments'
import { isWordlessTag } from './visibleParameters'

const embed =
  (fromId: (id: string) => string): TagHandler =>
  (tag) => {
    const args = parseTagArguments(tag.args)
    return embedExpansion(firstNamed(args, 'id', 'url', 'src'), fromId, args.named.title)
  }

const quote: TagHandler = (tag, { renderInline }) => {
  const { author, cite } = parseTagArguments(tag.args).named
  const source = author ?? cite
  return {
    open: '<blockquote>\n',
    close: `${source ? `<p><cite>${renderInline(source)}</cite></p>` : ''}</blockquote>\n`,
  }
}

/** Zola's built-in shortcodes and the usual ones of themes. */
export const ZOLA_SYNTAX: TagSyntax = {
  name: 'zola',
  handlers: {
    youtube: embed(EMBED_ADDRESS.youtube),
    vimeo: embed(EMBED_ADDRESS.vimeo),
    gist: embed(EMBED_ADDRESS.gist),
    bilibili: embed(EMBED_ADDRESS.bilibili),
    quote,
    mermaid: HUGO_SYNTAX.handlers.mermaid ?? calloutShortcode,
    math: HUGO_SYNTAX.handlers.math ?? calloutShortcode,
    katex: HUGO_SYNTAX.handlers.katex ?? calloutShortcode,
    details: HUGO_SYNTAX.handlers.details ?? calloutShortcode,
  },
  verbatim: new Set(['mermaid', 'math', 'katex']),
  isWordless: isWordlessTag,
  fallback: (tag, context) => {
    if (tag.kind === 'comment') return literalText(tag.args)
    if (/(?:^|_)(?:img|image|figure|picture|photo)(?:_|$)/.test(tag.name)) {
      return pictureShortcode(tag, context)
    }
    if (tag.kind !== 'open') return undefined
    return isCalloutKind(tag.name) ? calloutShortcode(tag, context) : undefined
  },
  unescapeCode: (code) =>
    code
      .replace(/\{\{\/\*([^\n]*?)\*\/\}\}/g, '{{$1}}')
      .replace(/\{%\/\*([^\n]*?)\*\/%\}/g, '{%$1%}'),
}
