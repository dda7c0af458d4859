import { Marked } from 'marked'
import markedFootnote from 'marked-footnote'

const renderer = new Marked({ gfm: true }).use(markedFootnote())

/**
 * Tags, values, attribute lists of generators and the kinds of admonitions (`:::info`, `[!NOTE]`), which have no words for
 * the reader; those in code are words.
 */
const TAG =
  /(`{3,}|~{3,})[^]*?\n[ \t>]*\1|`[^`\n]*`|\{\{[<%][^]*?[>%]\}\}|\{\{[^{}\n]*\}\}|\{%[^]*?%\}|\{[:#][^{}\n]*\}|^[ \t>]*:{3,}[ \t]*\w*|\[!\w+\]/gm

/** Not a blank, so that the line around a tag is not blank either; no word. */
const NOTHING = '\u2060'

/**
 * Takes a Markdown body and returns HTML by a renderer that shares nothing with Galley's stages: marked with GFM and
 * footnotes. Generator tags are taken out first, as their meaning is not its to know.
 */
export const referenceHtml = (text: string): string => {
  const plain = text.replace(TAG, (found) => (/^[`~]/.test(found) ? found : NOTHING))
  return renderer.parse(plain, { async: false })
}
