import MarkdownIt from 'markdown-it'
import abbreviations from 'markdown-it-abbr'
import definitionLists from 'markdown-it-deflist'
import { full as emoji } from 'markdown-it-emoji'
import footnotes from 'markdown-it-footnote'
import subscript from 'markdown-it-sub'
import superscript from 'markdown-it-sup'
import type { MarkdownFeatures } from './dialects'
import { alerts } from './plugins/alerts'
import { anyIndentation } from './plugins/anyIndentation'
import { autolinks } from './plugins/autolinks'
import { codeSpans } from './plugins/codeSpans'
import { colonDefinitions } from './plugins/colonDefinitions'
import { deepNesting } from './plugins/deepNesting'
import { directives } from './plugins/directives'
import { fenceInfo } from './plugins/fenceInfo'
import { footnoteReference } from './plugins/footnoteReference'
import { footnoteTail } from './plugins/footnoteTail'
import { headingAttributes } from './plugins/headingAttributes'
import { kramdownAttributes, spanAttributes } from './plugins/kramdownAttributes'
import { kramdownEmphasis } from './plugins/kramdownEmphasis'
import { kramdownHtml } from './plugins/kramdownHtml'
import { math } from './plugins/math'
import { mathInCode } from './plugins/mathInCode'
import { placeholderBlocks } from './plugins/placeholderBlocks'
import { singleTilde } from './plugins/singleTilde'
import { taskLists } from './plugins/taskLists'

/** A feature's plugins, in the order in which they must be added. */
type FeaturePlugins = (md: MarkdownIt, features: MarkdownFeatures) => void

const PLUGINS: readonly FeaturePlugins[] = [
  deepNesting,
  placeholderBlocks,
  fenceInfo,
  codeSpans,
  (md, { strikethrough }) => {
    if (strikethrough === 'none') md.disable('strikethrough')
    if (strikethrough === 'single') singleTilde(md)
  },
  (md, { tables }) => {
    if (!tables) md.disable('table')
  },
  (md, { indentedCode }) => {
    if (indentedCode) return
    md.disable('code')
    anyIndentation(md)
  },
  (md, features) => {
    md.use(footnotes)
    footnoteReference(md)
    if (!features.inlineFootnotes) md.disable('footnote_inline')
    footnoteTail(md)
  },
  (md, features) => {
    if (features.definitionLists !== 'none') md.use(definitionLists)
    if (features.definitionLists === 'colon') colonDefinitions(md)
    if (features.abbreviations) md.use(abbreviations)
    if (features.emoji) md.use(emoji)
  },
  (md, { subAndSuperscript }) => {
    if (subAndSuperscript) md.use(subscript).use(superscript)
  },
  (md, { math: mode, kramdown, mathInCode: hasMathInCode }) => {
    if (mode === 'never') return
    math(md, { mode, doubleDollarInline: kramdown })
    if (hasMathInCode) mathInCode(md)
  },
  (md, features) => {
    if (features.headingAttributes) headingAttributes(md)
    if (features.directives !== 'none') directives(md, features.directives)
    if (features.alerts) alerts(md)
    if (features.taskLists) taskLists(md)
    autolinks(md)
  },
  (md, { kramdown, spanAttributes: hasSpanAttributes }) => {
    if (kramdown) {
      kramdownAttributes(md)
      kramdownHtml(md)
      kramdownEmphasis(md)
    }
    if (hasSpanAttributes) spanAttributes(md, { needsColon: kramdown })
  },
]

const parsers = new Map<string, MarkdownIt>()

/** Takes features and returns the Markdown parser for them; parsers are kept, there are few combinations. */
export const parserFor = (features: MarkdownFeatures): MarkdownIt => {
  const key = JSON.stringify(features)
  const known = parsers.get(key)
  if (known) return known
  const md = new MarkdownIt({ html: true, breaks: features.breaks, linkify: false })
  md.validateLink = () => true
  // CommonMark leaves host names as they are, and shows the address in angle brackets as it is written.
  md.normalizeLink = md.utils.lib.mdurl.encode
  md.normalizeLinkText = (address) => address
  for (const add of PLUGINS) add(md, features)
  parsers.set(key, md)
  return md
}
