import { stringify } from 'yaml'
import type { JsonObject } from '../frontmatter/json'
import type { RichTextDocument } from '../richtext/document'
import { renderMarkdown, type RenderMarkdownOptions } from '../richtext/toMarkdown'

/** The text of one file: front matter in YAML that readers of 1.1 and 1.2 understand alike, then Markdown. Pure. */
export const toFile = ({
  frontMatter,
  content,
  ...options
}: {
  frontMatter: JsonObject
  content: RichTextDocument | undefined
} & RenderMarkdownOptions): string => {
  const yaml = stringify(frontMatter, {
    lineWidth: 0,
    compat: 'yaml-1.1',
    aliasDuplicateObjects: false,
  })
  const body = content ? renderMarkdown(content, options) : ''
  return `---\n${yaml}---\n${body && `\n${body}`}`
}
