import GithubSlugger from 'github-slugger'
import type { Problem } from '../../problem'
import type { RichTextDocument } from '../document'
import { textBeforeReadMore } from '../toText/excerpt'
import type { Compilation, Context } from './context'
import { NO_MARKS } from './context'
import { closeLine, createFlow, placePendingAnchors } from './flow'
import { indexFragment } from './fragmentIndex'
import { writeLeftFootnotes } from './footnoteHandlers'
import { handlers } from './handlers'
import { documentOf, PLAIN_BLOCK } from './lexicalNodes'
import { LEVELS } from './nesting'
import { createNodeIds } from './nodeIds'
import { parseHtml } from './parseHtml'
import { createProblemCounter } from './problemCounter'
import { visitChildren } from './visit'

export type CompileHtmlOptions = Record<string, never>

/** Few articles have the marker, and looking for it in the document means reading all of it. */
const READ_MORE_SOURCE = /<!--\s*(?:more|truncate|excerpt)\s*-->/i

export type CompiledHtml = {
  document: RichTextDocument
  problems: Problem[]
  /** Text of the first heading, whatever its level. */
  firstHeading?: string
  /** Visible text before the excerpt marker, blocks separated by line feeds; absent without a marker. */
  excerpt?: string
}

/**
 * Compiles HTML (a page's body, or what the Markdown stage wrote) to the rich-text document that Payload stores.
 * No visible text is lost and none is invented: what has no form in the editor is kept as raw HTML and named in
 * `problems`. Pure, and the same source gives the same document, ids included. Never throws on any input.
 */
export function compileHtml(html: string, _options: CompileHtmlOptions = {}): CompiledHtml {
  const fragment = parseHtml(html)
  const { footnotes, ...index } = indexFragment(fragment)
  const compilation: Compilation = {
    handlers,
    nodeId: createNodeIds(),
    slugger: new GithubSlugger(),
    footnotes,
    placedIds: new Set(),
    pendingAnchors: [],
    centredPictures: new WeakSet(),
    ...index,
    problems: createProblemCounter(),
    firstHeading: undefined,
  }
  const context: Context = {
    compilation,
    flow: createFlow(),
    marks: NO_MARKS,
    style: PLAIN_BLOCK,
    levels: LEVELS.document,
    listDepth: 0,
    lineDepth: 0,
    bodyDepth: 0,
  }
  visitChildren(fragment, context)
  closeLine(context)
  writeLeftFootnotes(context)
  closeLine(context)
  placePendingAnchors(context)
  const document = documentOf(context.flow.blocks)
  const excerpt = READ_MORE_SOURCE.test(html) ? textBeforeReadMore(document) : undefined
  return {
    document,
    problems: compilation.problems.list(),
    ...(compilation.firstHeading !== undefined && { firstHeading: compilation.firstHeading }),
    ...(excerpt !== undefined && { excerpt }),
  }
}
