import { toHtml } from 'hast-util-to-html'
import { Marked } from 'marked'
import markedFootnote from 'marked-footnote'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import type { Dialect } from '../../../src/frontmatter'
import { mdxReference } from './mdxReference'
import { beforeMdx, withoutGeneratorSyntax } from './withoutGeneratorSyntax'

/** The renderers to measure against. Neither shares a line with Galley's. */
export const RENDERERS = ['remark', 'marked'] as const
export type Renderer = (typeof RENDERERS)[number]

/** What a reader should get: HTML, and the source that only the generator could render. */
export type Reference = { html: string; unjudged: string }

const marked = new Marked({ gfm: true }).use(markedFootnote())

const RENDER: Record<Renderer, (text: string) => string> = {
  remark: (text) => {
    const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
    return toHtml(toHast(tree, { allowDangerousHtml: true }), { allowDangerousHtml: true })
  },
  marked: (text) => marked.parse(text, { async: false }),
}

/** remark links an address also where it is the text of an HTML link. */
const LINK_IN_LINK = /(<a\s(?=[^<>]*\bhref=)[^<>]*>[^<]*)<a href="[^"]*">([^<]*)<\/a>/g

/** Shown by some readers' browsers and not by others': text for those without scripts, without players. */
const FOR_SOME = /<(noscript|video|audio)\b[^]*?<\/\1\s*>/gi

/** Labels of tabs stand in comments (NexT's and Volantis's tag `tabs`), where only the theme reads them. */
const TAB_LABEL = /<!--\s*tab\b[^]*?-->/g

/** What stands behind the language of a fence may be a title that the generator shows. */
const FENCE_INFO = /^[ \t>*+-]*(?:`{3,}|~{3,})[^`\n]*$/gm

const HTML_FILE = /\.x?html?$/i

/**
 * Takes an article's body and returns it rendered by a renderer of CommonMark with GFM and footnotes. The generator's own
 * syntax is taken out first, as the renderer does not know it; MDX is read as MDX; an HTML file is its own reference.
 */
export const referenceOf = ({
  body,
  path,
  dialect,
  page,
  renderer,
}: {
  body: string
  path: string
  dialect: Dialect
  page: Record<string, unknown>
  renderer: Renderer
}): Reference => {
  const isMdx = /\.mdx$/i.test(path)
  const infos = body.match(FENCE_INFO) ?? []
  if (isMdx || (dialect === 'docusaurus' && /\.md$/i.test(path))) {
    const mdx = beforeMdx(body)
    const read = mdxReference(mdx.text, { isMdx })
    if (read) {
      const html = read.html.replace(LINK_IN_LINK, '$1$2')
      return { html, unjudged: [mdx.unjudged, read.unjudged, ...infos].join('\n') }
    }
  }
  const { text, unjudged } = withoutGeneratorSyntax({ body, path, dialect, page })
  const html = HTML_FILE.test(path) ? text : RENDER[renderer](text).replace(LINK_IN_LINK, '$1$2')
  const forSome = html.match(FOR_SOME) ?? []
  const labels = dialect === 'hexo' ? (body.match(TAB_LABEL) ?? []) : []
  return { html, unjudged: [unjudged, ...forSome, ...labels, ...infos].filter(Boolean).join('\n') }
}
