import type MarkdownIt from 'markdown-it'
import { parseAttributeList } from './attributeList'

const AT_END = /[ \t]*\{:?[ \t]*([#.][^{}]*?)\}[ \t]*#*[ \t]*$/

/** `## Title {#id .class}`, also `{: #id}`: the braces become the heading's id and class. */
export const headingAttributes = (md: MarkdownIt): void => {
  md.core.ruler.after('block', 'galley_heading_attributes', (state) => {
    state.tokens.forEach((token, index) => {
      const inline = state.tokens[index + 1]
      if (token.type !== 'heading_open' || inline?.type !== 'inline') return
      const match = AT_END.exec(inline.content.slice(-300))
      const attributes = match ? parseAttributeList(match[1] ?? '') : undefined
      if (!match || !attributes) return
      inline.content = inline.content.slice(0, inline.content.length - match[0].length)
      for (const [name, value] of Object.entries(attributes)) token.attrSet(name, value)
    })
  })
}
