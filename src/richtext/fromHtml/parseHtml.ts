import { Parser, defaultTreeAdapter, html } from 'parse5'
import type { DefaultTreeAdapterMap, DefaultTreeAdapterTypes, Token } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode
export type HtmlText = DefaultTreeAdapterTypes.TextNode
export type HtmlComment = DefaultTreeAdapterTypes.CommentNode
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode

/** Elements deeper than this are not opened, so that their text stays and nothing that walks the tree overflows. */
export const MAX_TREE_DEPTH = 512

/** Formatting elements left open are opened again in every later paragraph: without a bound that is quadratic. */
const MAX_OPEN_FORMATTING = 16

/**
 * Parses a fragment of HTML as a browser does that runs no scripts (`noscript` has content).
 * Beyond `MAX_TREE_DEPTH` tags are ignored and their text is kept, as in browsers.
 */
export function parseHtml(source: string): DefaultTreeAdapterTypes.DocumentFragment {
  // Within a `div`, as on a page: alone, a stray `<td>` at the start would turn all that follows into parts of a table.
  const place = defaultTreeAdapter.createElement('div', html.NS.HTML, [])
  const parser = BoundedParser.getFragmentParser<DefaultTreeAdapterMap>(place, {
    scriptingEnabled: false,
  })
  parser.tokenizer.write(source, true)
  return parser.getFragment()
}

// A subclass, since parse5 has no option for a depth limit (https://github.com/inikulin/parse5/issues/391):
// its scope checks walk the stack of open elements, which takes minutes for a megabyte of `<div>`.
class BoundedParser extends Parser<DefaultTreeAdapterMap> {
  override onStartTag(token: Token.TagToken): void {
    const isTooDeep =
      this.openElements.stackTop >= MAX_TREE_DEPTH && !KEPT_AT_ANY_DEPTH.has(token.tagID)
    const hasTooManyOpen = FORMATTING.has(token.tagID) && this.hasTooManyOpenFormatting()
    if (isTooDeep || hasTooManyOpen) return
    super.onStartTag(token)
  }

  private hasTooManyOpenFormatting(): boolean {
    let entry = this.activeFormattingElements.newest
    for (let count = 0; entry; entry = entry.older) if (++count >= MAX_OPEN_FORMATTING) return true
    return false
  }
}

const { TAG_ID } = html

/** They take no children, or their content is no markup: they can't make the tree deeper. */
const KEPT_AT_ANY_DEPTH: ReadonlySet<html.TAG_ID> = new Set([
  TAG_ID.IMG,
  TAG_ID.IMAGE,
  TAG_ID.BR,
  TAG_ID.HR,
  TAG_ID.IFRAME,
  TAG_ID.SCRIPT,
  TAG_ID.STYLE,
  TAG_ID.TEXTAREA,
  TAG_ID.XMP,
])

const FORMATTING: ReadonlySet<html.TAG_ID> = new Set([
  TAG_ID.B,
  TAG_ID.BIG,
  TAG_ID.CODE,
  TAG_ID.EM,
  TAG_ID.FONT,
  TAG_ID.I,
  TAG_ID.S,
  TAG_ID.SMALL,
  TAG_ID.STRIKE,
  TAG_ID.STRONG,
  TAG_ID.TT,
  TAG_ID.U,
])
