import { createCloserFinder } from './closerFinder'
import { createCodeFinder, runLength } from './codeRanges'
import { attributesHtml, escapeHtml } from './escapeHtml'
import type { ExpandedText } from './expand'
import { createExpandedOutput } from './expandedOutput'
import { createExpressionFinder, evaluateJsx, readJsxTag, type JsxTag } from './jsxTag'
import { expandComponent } from './mdxComponents'
import { createPlaceholders } from './placeholders'
import type { Expansion, ExpansionContext } from './tag'

const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote body center col colgroup dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html iframe li link main menu nav ol optgroup option p section summary table tbody td tfoot th thead tr ul video audio source track'.split(
    ' ',
  ),
)
/** Elements whose content is not read: it stays HTML from tag to tag. */
const OPAQUE_ELEMENTS = new Set(['pre', 'script', 'style', 'textarea', 'svg', 'math'])
const LONGEST_LINE = 1000
const MODULE =
  /(?:import\s+(?:["'][^\n]+|[\w*{][^;]*?\sfrom\s*["'][^"'\n]+["'];?)|export\s+(?:default\b|const\b|let\b|var\b|function\b|async\b|class\b|\{|\*)[^])/y
const HEADING_ID = /\{#[\w:.-]+\}/y

/**
 * Takes MDX and returns it as Markdown with the JSX expanded: HTML elements become HTML, known components their form,
 * strings in braces text; modules and comments are kept out of sight, other components and expressions stay visible as
 * source, each with a problem. What is no JSX stays text. Linear; never throws.
 */
export const expandMdx = (text: string, context: ExpansionContext): ExpandedText => {
  const placeholders = createPlaceholders(text)
  if (!placeholders) return { text, placeholders: { opener: '', closer: '', inserts: [] } }
  const output = createExpandedOutput(placeholders, true)
  const code = createCodeFinder(text)
  const findCloser = createCloserFinder(text)
  const endOfExpression = createExpressionFinder(text)
  const imports = new Map<string, string>()
  const open: { name: string; expansion: Expansion | undefined }[] = []
  const report = createMdxReporter(text, context)
  let done = 0

  const isLineEnd = (at: number) => /^[ \t]*(?:\n|$)/.test(text.slice(at, at + 200))
  const take = (from: number, to: number, write: (source: string, isLineEnd: boolean) => void) => {
    if (from > done) output.text(text.slice(done, from))
    write(text.slice(from, to), isLineEnd(to))
    done = to
  }
  const takeAsIs = (from: number, to: number) => take(from, to, (source) => output.text(source))

  /** A tag alone in its line holds blocks (MDX calls it flow), whatever the element. */
  const isBlock = ({ name, end }: JsxTag, at: number, endsLine: boolean): boolean => {
    if (BLOCK_ELEMENTS.has(name)) return true
    if (VOID_ELEMENTS.has(name) || !endsLine || end - at > LONGEST_LINE) return false
    return /(?:^|\n)[ \t>]*$/.test(text.slice(Math.max(0, at - LONGEST_LINE), at))
  }

  const readModule = (at: number): void => {
    MODULE.lastIndex = at
    if (!/^(?:im|ex)port\s/.test(text.slice(at, at + 8)) || !MODULE.test(text)) return
    const end = moduleEnd(text, at)
    const source = text.slice(at, end)
    for (const [, name = '', path = ''] of source.matchAll(DEFAULT_IMPORT)) imports.set(name, path)
    report('mdx-module-kept', 'module', at)
    take(at, end, () => {
      const html = `<!-- ${source.replaceAll('--', '- -')} -->`
      output.insert(`<galley-raw html="${escapeHtml(html)}"></galley-raw>`, source, true)
    })
  }
  const readLineStart = (at: number): void => {
    const fence = code.fenceAt(at)
    if (fence !== undefined) takeAsIs(at, fence)
    else if (at === 0 || text[at - 2] === '\n' || text[at - 2] === undefined || done === at - 1)
      readModule(at)
  }
  const readExpression = (at: number): void => {
    HEADING_ID.lastIndex = at
    const end = HEADING_ID.test(text) ? undefined : endOfExpression(at)
    if (end === undefined) return
    const inside = text.slice(at + 1, end - 1).trim()
    take(at, end, (source, endsLine) => {
      const comment = /^\/\*([^]*)\*\/$/.exec(inside)?.[1]
      const value = evaluateJsx(inside, imports)
      if (comment !== undefined) {
        output.insert(`<!--${comment.replaceAll('--', '- -')}-->`, source, endsLine)
      } else if (value !== undefined && !imports.has(inside)) {
        output.insert(escapeHtml(value), source, false)
      } else {
        report('mdx-expression-kept', source.slice(0, 60), at)
        output.source(source, endsLine)
      }
    })
  }
  const readTag = (at: number): void => {
    if (text.startsWith('<!--', at)) {
      const end = findCloser('-->', at)
      if (end >= 0) takeAsIs(at, end + 3)
      return
    }
    const tag = readJsxTag(text, at, endOfExpression)
    if (!tag) return
    if (tag.kind === 'open' && OPAQUE_ELEMENTS.has(tag.name)) {
      const end = findCloser(`</${tag.name}>`, tag.end)
      if (end >= 0) return takeAsIs(at, end + tag.name.length + 3)
    }
    take(at, tag.end, (source, endsLine) => {
      if (/^[a-z]/.test(tag.name)) {
        output.insert(elementHtml(tag, imports), source, isBlock(tag, at, endsLine))
      } else writeComponent({ tag, source, endsLine, at })
    })
  }
  const writeComponent = ({
    tag,
    source,
    endsLine,
    at,
  }: {
    tag: JsxTag
    source: string
    endsLine: boolean
    at: number
  }): void => {
    if (tag.kind === 'close') {
      const opening = open.at(-1)
      const expansion = opening?.name === tag.name ? open.pop()?.expansion : undefined
      if (!expansion) return output.source(source, endsLine)
      if ('open' in expansion) {
        output.wrap(expansion.close, source, expansion.isInline ?? false, endsLine)
      }
      return
    }
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [name, knownValue(value, imports)]),
    )
    const expansion = expandComponent({ name: tag.name, attributes })
    if (tag.kind === 'open') open.push({ name: tag.name, expansion })
    if (!expansion) {
      report('mdx-component-kept', tag.name, at)
      output.source(source, endsLine)
    } else if ('block' in expansion) output.insert(expansion.block, source, true)
    else if ('inline' in expansion) output.insert(expansion.inline, source, false)
    else if ('open' in expansion && tag.kind === 'self') {
      output.insert(expansion.open + expansion.close, source, !expansion.isInline)
    } else if ('open' in expansion) {
      output.wrap(expansion.open, source, expansion.isInline ?? false, endsLine)
    }
  }

  readLineStart(0)
  const point = /[\n`<{\\]/g
  point.lastIndex = done
  for (let match = point.exec(text); match; match = point.exec(text)) {
    const at = match.index
    const character = match[0]
    if (character === '\\') point.lastIndex = at + 2
    else {
      if (character === '\n') readLineStart(at + 1)
      else if (character === '{') readExpression(at)
      else if (character === '<') readTag(at)
      else {
        const end = code.spanAt(at)
        if (end === undefined) point.lastIndex = at + runLength(text, at)
        else takeAsIs(at, end)
      }
      if (done > at) point.lastIndex = done
    }
  }
  output.text(text.slice(done))
  return { text: output.result(), placeholders }
}

const DEFAULT_IMPORT = /import\s+([\w$]+)\s+from\s*["']([^"'\n]+)["']/g

/** A module statement ends at the first blank line outside braces. */
const moduleEnd = (text: string, at: number): number => {
  let end = at
  for (let depth = 0; end < text.length && end - at < 20_000;) {
    const newline = text.indexOf('\n', end)
    const lineEnd = newline < 0 ? text.length : newline
    const line = text.slice(end, lineEnd)
    if (line.trim() === '' && depth <= 0) break
    depth += line.split(/[{([]/).length - line.split(/[})\]]/).length
    end = lineEnd + 1
  }
  return Math.min(text.length, text[end - 1] === '\n' ? end - 1 : end)
}

const knownValue = (value: JsxTag['attributes'][string], imports: ReadonlyMap<string, string>) => {
  if (typeof value === 'string') return value
  return value === true ? 'true' : evaluateJsx(value.expression, imports)
}

const ATTRIBUTE_NAMES: Record<string, string> = {
  className: 'class',
  htmlFor: 'for',
  srcSet: 'srcset',
  frameBorder: 'frameborder',
  allowFullScreen: 'allowfullscreen',
  tabIndex: 'tabindex',
  colSpan: 'colspan',
  rowSpan: 'rowspan',
  autoPlay: 'autoplay',
}

const elementHtml = (tag: JsxTag, imports: ReadonlyMap<string, string>): string => {
  if (tag.kind === 'close') return `</${tag.name}>`
  const attributes = Object.entries(tag.attributes).map(
    ([name, value]): [string, string | true | undefined] => [
      ATTRIBUTE_NAMES[name] ?? name,
      value === true ? true : knownValue(value, imports),
    ],
  )
  const isEmptyPair = tag.kind === 'self' && !VOID_ELEMENTS.has(tag.name)
  return `<${tag.name}${attributesHtml(Object.fromEntries(attributes))}>${isEmptyPair ? `</${tag.name}>` : ''}`
}

const VOID_ELEMENTS = new Set(
  'area base br col embed hr img input link meta source track wbr'.split(' '),
)

const MESSAGES = {
  'mdx-module-kept': () =>
    'Import and export statements were kept as a hidden HTML comment; nothing runs them.',
  'mdx-expression-kept': (what: string) =>
    `The expression ${what} is only known when the page runs; its source was kept visible.`,
  'mdx-component-kept': (what: string) =>
    `The component <${what}> has no counterpart; its source was kept visible and its content kept.`,
}

/** Says once for each thing that its source was kept. */
const createMdxReporter = (text: string, { problems }: ExpansionContext) => {
  const reported = new Set<string>()
  let line = 1
  let countedTo = 0
  return (code: keyof typeof MESSAGES, what: string, at: number) => {
    if (reported.has(code + what)) return
    reported.add(code + what)
    for (let next = text.indexOf('\n', countedTo); next >= 0 && next < at;) {
      line++
      countedTo = next + 1
      next = text.indexOf('\n', countedTo)
    }
    problems.push({ code, message: MESSAGES[code](what), line })
  }
}
