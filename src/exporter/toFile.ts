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
  const yaml = toYaml(frontMatter)
  const body = content ? renderMarkdown(content, options) : ''
  return `---\n${yaml}---\n${body && `\n${body}`}`
}

const YAML_OPTIONS = { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false } as const

/** Some readers take `---` for the end wherever a line holds nothing else: such texts are written on one line. */
const toYaml = (frontMatter: JsonObject): string => {
  const yaml = stringify(frontMatter, YAML_OPTIONS)
  return /^[ \t]*---[ \t]*$/m.test(yaml)
    ? stringify(frontMatter, {
        ...YAML_OPTIONS,
        blockQuote: false,
        doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER,
      })
    : yaml
}
