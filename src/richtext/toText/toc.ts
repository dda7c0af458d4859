import GithubSlugger from 'github-slugger'
import { appendAll } from '../appendAll'
import type { RichTextDocument, RichTextNode } from '../document'
import { blockTypeOf, childrenOf, fieldsOf, nestedDocuments, stringOf } from '../readNode'
import { plainText } from './plainText'

export type TocEntry = { level: number; text: string; id: string }

/** The headings of a document with the ids that `renderHtml` gives them. */
export function toc(document: RichTextDocument): TocEntry[] {
  const ids = headingIds(document)
  return [...ids].map(([heading, id]) => ({
    level: Number(stringOf(heading.tag).slice(1)) || 1,
    text: plainText(heading).trim(),
    id,
  }))
}

/**
 * The id of each heading in document order: that of an Anchor it holds, else a slug as GitHub makes it. Every heading
 * takes its slug, used or not, so that the compiler, which compares ids with it, and the renderer agree.
 */
export function headingIds(document: RichTextDocument): Map<RichTextNode, string> {
  const slugger = new GithubSlugger()
  const ids = new Map<RichTextNode, string>()
  for (const heading of headingsOf(document)) {
    const slug = slugger.slug(plainText(heading))
    const anchor = childrenOf(heading).find((child) => blockTypeOf(child) === 'Anchor')
    ids.set(heading, anchor ? stringOf(fieldsOf(anchor).anchorId) : slug)
  }
  return ids
}

function* headingsOf(document: RichTextDocument): Generator<RichTextNode> {
  const pending: RichTextNode[] = [document.root]
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (node.type === 'heading') yield node
    const inner = nestedDocuments(node).map(({ root }) => root)
    appendAll(pending, [...inner, ...childrenOf(node)].reverse())
  }
}
