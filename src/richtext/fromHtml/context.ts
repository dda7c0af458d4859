import type GithubSlugger from 'github-slugger'
import type { Problem } from '../../problem'
import type { LinkFields, RichTextNode, TextSemantic } from '../document'
import type { FootnoteIndex } from './fragmentIndex'
import type { BlockStyle } from './lexicalNodes'
import type { Flow } from './flow'
import type { HtmlElement } from './parseHtml'

/** What a handler does with an element: it writes to `context.flow`, nothing else. */
export type Handler = (element: HtmlElement, context: Context) => void

/** Everything a handler may know. Narrowed by copying: `{ ...context, marks }`. */
export type Context = {
  compilation: Compilation
  /** Where blocks and lines go. */
  flow: Flow
  /** What inline elements around here say about text. */
  marks: Marks
  /** What blocks around here say about blocks. */
  style: BlockStyle
  /** Levels of objects and arrays used so far in the stored document; see `nesting.ts`. */
  levels: number
  /** How many lists directly enclose this place: the `indent` of Lexical's list items. */
  listDepth: number
  /** How many captions, summaries and notes enclose this place: their editor takes no blocks with rich text of their own. */
  lineDepth: number
  /** How many callouts and disclosures enclose this place; see `MAX_NESTED_BODIES`. */
  bodyDepth: number
}

/** Shared by everything that belongs to one compilation. */
export type Compilation = {
  handlers: ReadonlyMap<string, Handler>
  nodeId: (kind: string, content: string) => string
  slugger: GithubSlugger
  footnotes: FootnoteIndex
  /** Ids that links of this document lead to and that are not placed yet. */
  wantedIds: Set<string>
  placedIds: Set<string>
  /** Anchors met where no text could take them: the next line does. */
  pendingAnchors: string[]
  /** Picture blocks that stood centred: a centred line after one is its caption. */
  centredPictures: WeakSet<RichTextNode>
  /** Pictures that stand outside of `noscript`, which repeats those that are loaded late. */
  pictureUrls: ReadonlySet<string>
  hasMathScripts: boolean
  problems: ProblemCounter
  firstHeading: string | undefined
}

export type Marks = {
  /** Bits of `TEXT_FORMAT`. */
  format: number
  semantic: TextSemantic | undefined
  link: LinkMark | undefined
  /** White space is kept as it is (`white-space: pre`). */
  isPreformatted: boolean
  /** Set in the smaller or greyer type that captions are set in. */
  isMuted: boolean
}

/** One `<a>`; what stands in it in one line goes into one link node. One around several blocks links the first of them. */
export type LinkMark = {
  fields: LinkFields
  /** Something was written that can carry the link. */
  isWritten: boolean
  /** A line carries the link. */
  isPlaced: boolean
}

/** Collects problems, one for each code and subject, with how often it was met. */
export type ProblemCounter = {
  add: (code: string, subject: string, sentence: string) => void
  list: () => Problem[]
}

export const NO_MARKS: Marks = {
  format: 0,
  semantic: undefined,
  link: undefined,
  isPreformatted: false,
  isMuted: false,
}
