import type MarkdownIt from 'markdown-it'
import { parseAttributeList } from './attributeList'

const AT_END = /[ \t]*\{(?:[ \t]*([#.][^{}]*?)|:[ \t]*([^{}]*?))\}[ \t]*#*[ \t]*$/
const WORD = String.raw`[#.]?[\p{L}\p{N}_-]+`
const BARE_WORDS = new RegExp(`^${WORD}(?:[ \\t]+${WORD})*[ \\t]*$`, 'u')

/**
 * `## Title {#id .class}`, also `{: #id}`: the braces become the heading's id and class. Behind a colon words alone (an id
 * that its writer forgot to mark) are read as a list too: neither kramdown nor markdown-it-attrs shows them.
 */
export const headingAttributes = (md: MarkdownIt): void => {
  md.core.ruler.after('block', 'galley_heading_attributes', (state) => {
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1]
      if (token.type !== 'heading_open' || inline?.type !== 'inline') return
      const match = AT_END.exec(inline.content.slice(-300))
      if (!match) return
      const [whole, list, behindColon = ''] = match
      const attributes =
        parseAttributeList(list ?? behindColon) ?? (BARE_WORDS.test(behindColon) ? {} : undefined)
      if (!attributes) return
      inline.content = inline.content.slice(0, inline.content.length - whole.length)
      for (const [name, value] of Object.entries(attributes)) token.attrSet(name, value)
    })
  })
}
