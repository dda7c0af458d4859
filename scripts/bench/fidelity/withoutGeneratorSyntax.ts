import type { Dialect } from '../../../src/frontmatter'
import { NOTHING } from './content'

const ESCAPED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escapeHtml = (text: string): string => text.replace(/[&<>]/g, (found) => ESCAPED[found] ?? '')

const FENCE =
  /^([ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?)(`{3,}(?![^\n]*`)|~{3,})[^\n]*$[^]*?(?:^[ \t>]*\2[`~]*[ \t]*$|$(?![^]))/
const SPAN = /(?<![`\\])(`+)(?!`)(?:(?!\n[ \t]*\n)[^])*?(?<!`)\1(?!`)/

const RAW_MARK = /\{%-?\s*(?:end)?raw\s*-?%\}/g

/** A piece of generator syntax: how it looks, and what stands in its place (undefined: nothing that could be judged). */
type Syntax = {
  pattern: RegExp
  replace?: (found: RegExpMatchArray, page: Page) => string | undefined
}

/** The page's own front matter. */
type Page = Record<string, unknown>

const valueOf = (page: Page, key: string): string | undefined => {
  const value = Object.hasOwn(page, key) ? page[key] : undefined
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}

const code = (found: RegExpMatchArray): string =>
  `\n\n<pre>${escapeHtml((found.groups?.body ?? '').replace(RAW_MARK, '')).replace(/\n[ \t]*(?=\n)/g, '\n&#32;')}</pre>\n\n`

const CODE_TAGS: Syntax = {
  pattern:
    /\{%-?\s*(?<tag>highlight|codeblock|code|mermaid)\b[^%]*?-?%\}(?<body>[^]*?)\{%-?\s*end\k<tag>\s*-?%\}/,
  replace: code,
}
const RAW: Syntax = {
  pattern: /\{%-?\s*(?<tag>raw|verbatim)\s*-?%\}(?<body>[^]*?)\{%-?\s*end\k<tag>\s*-?%\}/,
  replace: (found) => found.groups?.body ?? '',
}
const LIQUID_COMMENT: Syntax = {
  pattern: /\{%-?\s*comment\s*-?%\}[^]*?\{%-?\s*endcomment\s*-?%\}/,
  replace: () => NOTHING,
}
const STATEMENT: Syntax = { pattern: /\{%[^]*?%\}/ }
const EXPRESSION: Syntax = {
  pattern: /\{\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*?\}\}/,
  replace: ([found], page) => {
    const key = /^\{\{-?\s*page\.(\w+)\s*-?\}\}$/.exec(found)?.[1]
    return key === undefined ? undefined : valueOf(page, key)
  },
}
const TEMPLATE_COMMENT: Syntax = { pattern: /\{#\s(?:[^#]|#(?!\}))*#\}/ }

const TABLE_OF_CONTENTS: Syntax = {
  pattern: /^[ \t]*(?:[-*+]|\d+\.)[ \t].*\n[ \t]*\{:[ \t]*toc\b.*\}/,
}
const KRAMDOWN_COMMENT: Syntax = {
  pattern: /\{::comment\}[^]*?\{:\/(?:comment)?\}/,
  replace: () => NOTHING,
}
const ATTRIBUTES: Syntax = { pattern: /\{:[^{}\n]*\}/ }
const BRACE_ATTRIBUTES: Syntax = {
  pattern: /(?<!\{)\{[ \t]*[#.](?:[\w-]|[^\x00-\x7f])[^{}\n]*\}/,
}
const ABBREVIATION: Syntax = { pattern: /^\*\[[^\]\n]+\]:.*$/ }
const MARKDOWN_IN_HTML: Syntax = {
  pattern: /(?<start><\w+[^<>]*\smarkdown=["']?(?:1|block|span)\b[^<>]*>)/,
  replace: (found) => `\n${found.groups?.start ?? ''}\n\n`,
}
const ADMONITION: Syntax = { pattern: /(?<=^[ \t>]*):{3,}.*$/ }
const ALERT: Syntax = { pattern: /(?<=^[ \t>]*)\[!\w+\]/ }
const HUGO_CODE: Syntax = {
  pattern:
    /\{\{<\s*(?<tag>highlight(?=\s+[\w"'])|code-toggle|mermaid|tab(?=[^>]*\blang=))\b(?:(?!>\}\})[^])*(?<!\/)>\}\}(?<body>[^]*?)\{\{<\s*\/\s*\k<tag>\s*>\}\}/,
  replace: code,
}
const HUGO_COMMENT: Syntax = {
  pattern: /\{\{[<%]\s*comment\s*[%>]\}\}[^]*?\{\{[<%]\s*\/\s*comment\s*[%>]\}\}/,
  replace: () => NOTHING,
}
const HUGO_PARAM: Syntax = {
  pattern: /\{\{[<%]\s*param\s+"?(?<key>[\w-]+)"?\s*[%>]\}\}/,
  replace: (found, page) => valueOf(page, found.groups?.key ?? ''),
}
const ZOLA_CODE: Syntax = {
  pattern: /\{%\s*mermaid\([^]*?%\}(?<body>[^]*?)\{%\s*end\s*%\}/,
  replace: code,
}
/** Formulas are no Markdown: what stands in them is shown as it is. */
const ZOLA_MATH: Syntax = {
  pattern: /\{%\s*(?:katex|math)\([^]*?%\}(?<body>[^]*?)\{%\s*end\s*%\}/,
  replace: (found) =>
    `\n\n<div>${escapeHtml(found.groups?.body ?? '').replace(/\n\s*\n/g, '\n')}</div>\n\n`,
}
const HUGO: Syntax = { pattern: /\{\{[<%][^]*?[>%]\}\}/ }
const ESM: Syntax = { pattern: /^(?:import|export)\s(?:[^\n]|\n(?!\s*\n))*/ }
const MDX_COMMENT: Syntax = { pattern: /\{\/\*[^]*?\*\/\}/, replace: () => NOTHING }
const HTML_COMMENT: Syntax = { pattern: /<!--[^]*?-->/, replace: () => '{/* */}' }
const COMPONENT: Syntax = {
  pattern: /<\/?[A-Z][\w.]*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^"'>{}])*>/,
}
const MDX_EXPRESSION: Syntax = { pattern: /\{(?:[^{}\n]|\{[^{}\n]*\})*\}/ }

const LIQUID = [CODE_TAGS, RAW, LIQUID_COMMENT, STATEMENT, EXPRESSION]
const KRAMDOWN = [TABLE_OF_CONTENTS, KRAMDOWN_COMMENT, ATTRIBUTES, BRACE_ATTRIBUTES, ABBREVIATION]

const SYNTAX: Record<Dialect, Syntax[]> = {
  hexo: [...LIQUID, TEMPLATE_COMMENT],
  jekyll: [...LIQUID, ...KRAMDOWN, MARKDOWN_IN_HTML],
  eleventy: [...LIQUID, ATTRIBUTES, BRACE_ATTRIBUTES],
  hugo: [HUGO_CODE, HUGO_COMMENT, HUGO_PARAM, HUGO, BRACE_ATTRIBUTES, ALERT, ADMONITION],
  zola: [ZOLA_CODE, ZOLA_MATH, STATEMENT, EXPRESSION, BRACE_ATTRIBUTES],
  astro: [],
  docusaurus: [BRACE_ATTRIBUTES, ADMONITION],
  gatsby: [BRACE_ATTRIBUTES],
  plain: [ADMONITION],
}
const MDX = [ESM, MDX_COMMENT, COMPONENT, BRACE_ATTRIBUTES, MDX_EXPRESSION, ADMONITION]

/** Takes an MDX body and returns it as Docusaurus changes it before it is read as MDX. */
export const beforeMdx = (body: string): { text: string; unjudged: string } => {
  const unjudged: string[] = []
  const syntax = [HTML_COMMENT, BRACE_ATTRIBUTES, ADMONITION]
  const source = body.replace(/\r\n?/g, '\n')
  const text = replaceFirst(
    source,
    { syntax, isHtml: false, page: {}, dialect: 'docusaurus' },
    unjudged,
  )
  return { text, unjudged: unjudged.join('\n') }
}

/**
 * Takes a body and returns it as plain Markdown (or HTML): code of code tags as `<pre>`, raw text as it is, other tags
 * taken out. `unjudged` is the source that was taken out: what a reader sees of it only the generator knows.
 */
export const withoutGeneratorSyntax = ({
  body,
  path,
  dialect,
  page,
}: {
  body: string
  path: string
  dialect: Dialect
  page: Page
}): { text: string; unjudged: string } => {
  const isHtml = /\.x?html?$/i.test(path)
  const all =
    /\.mdx$/i.test(path) || dialect === 'docusaurus'
      ? [...MDX, ...SYNTAX[dialect]]
      : SYNTAX[dialect]
  const syntax = isHtml ? all.filter((one) => one === HUGO || LIQUID.includes(one)) : all
  const unjudged: string[] = []
  const source = body.replace(/\r\n?/g, '\n')
  const text = replaceFirst(source, { syntax, isHtml, page, dialect }, unjudged)
  return { text, unjudged: unjudged.join('\n') }
}

/** Replaces each piece of syntax outside code, whichever begins first. */
const replaceFirst = (
  text: string,
  {
    syntax,
    isHtml,
    page,
    dialect,
  }: { syntax: Syntax[]; isHtml: boolean; page: Page; dialect: Dialect },
  unjudged: string[],
): string => {
  if (syntax.length === 0) return text
  const codePatterns = isHtml ? [] : [FENCE, SPAN]
  const next = [...codePatterns, ...syntax.map(({ pattern }) => pattern)].map(({ source }) => {
    const pattern = new RegExp(source, 'gm')
    return { pattern, found: pattern.exec(text) }
  })
  const parts: string[] = []
  let done = 0
  for (;;) {
    let first: { index: number; found: RegExpExecArray } | undefined
    next.forEach((entry, index) => {
      if (entry.found && entry.found.index < done) {
        entry.pattern.lastIndex = done
        entry.found = entry.pattern.exec(text)
      }
      if (entry.found && (!first || entry.found.index < first.found.index))
        first = { index, found: entry.found }
    })
    if (!first) break
    const { found, index } = first
    const replacement = syntax[index - codePatterns.length]
    parts.push(text.slice(done, found.index))
    if (!replacement) parts.push(codeAsShown(found[0], dialect))
    else {
      const shown = replacement.replace?.(found, page)
      if (shown === undefined) unjudged.push(found[0])
      // A code tag's parameters may name the file that the code stands in.
      else if (replacement.replace === code) unjudged.push(/^.*/.exec(found[0])?.[0] ?? '')
      parts.push(shown ?? NOTHING)
    }
    done = found.index + Math.max(1, found[0].length)
    if (found[0].length === 0) parts.push(text.slice(found.index, done))
  }
  return parts.join('') + text.slice(done)
}

/** Protection of tags in code, which no page shows; Hexo leaves fences alone. */
const codeAsShown = (text: string, dialect: Dialect): string => {
  if (dialect === 'hugo') return text.replace(HUGO_ESCAPE, '{{$1$2$3}}')
  if (dialect === 'zola') return text.replace(ZOLA_ESCAPE, '{$1$2$3}')
  if (dialect !== 'hexo' && dialect !== 'jekyll' && dialect !== 'eleventy') return text
  return dialect === 'hexo' && /^[\s>*+-]*(?:```|~~~)/.test(text)
    ? text
    : text.replace(RAW_IN_CODE, '$1')
}

/** Liquid ends raw text at the first end of it: what else it holds is shown, a second beginning too. */
const RAW_IN_CODE = /\{%-?\s*raw\s*-?%\}([^]*?)\{%-?\s*endraw\s*-?%\}/g

// Hugo and Zola read tags in code too, unless they are marked as a comment; they show them without the marks.
const HUGO_ESCAPE = /\{\{([<%])\/\*([^\n]*?)\*\/([>%])\}\}/g
const ZOLA_ESCAPE = /\{([{%])\/\*([^\n]*?)\*\/([}%])\}/g
