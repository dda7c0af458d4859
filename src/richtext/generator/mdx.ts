import { codeHtml } from './blockHtml'
import { createCloserFinder } from './closerFinder'
import { createCodeFinder, runLength } from './codeRanges'
import { dedentJsx } from './dedentJsx'
import { attributesHtml, escapeHtml } from './escapeHtml'
import type { ExpandedText } from './expand'
import { createExpandedOutput } from './expandedOutput'
import {
  createExpressionFinder,
  evaluateJsx,
  readJsxTag,
  writeLiterals,
  type JsxTag,
  type JsxValue,
} from './jsxTag'
import { expandComponent, isWordlessElement } from './mdxComponents'
import { importsOf, modulesEnd } from './mdxModules'
import { createMdxReporter } from './mdxReporter'
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
const COMMENTS = /^(?:\/\*(?:[^*]|\*(?!\/))*\*\/\s*|\/\/[^\n]*(?:\n\s*|$))+$/
const HEADING_ID = /\{#[\w:.-]+\}/y

/**
 * Takes MDX and returns it as Markdown with the JSX expanded: HTML elements become HTML, known components their form,
 * strings in braces text; modules and comments are kept out of sight, other components and expressions stay visible as
 * source, each with a problem. What is no JSX stays text. Linear; never throws.
 */
export const expandMdx = (source: string, context: ExpansionContext): ExpandedText => {
  const text = dedentJsx(source)
  const placeholders = createPlaceholders(text)
  if (!placeholders) return { text, placeholders: { opener: '', closer: '', inserts: [] } }
  const output = createExpandedOutput(placeholders, true)
  const code = createCodeFinder(text)
  const findCloser = createCloserFinder(text)
  const endOfExpression = createExpressionFinder(text)
  const imports = importsOf(text)
  const tabLabels = new Map<string, string>()
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
    const end = modulesEnd(text, at)
    if (end === undefined) return
    const source = text.slice(at, end)
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
      const comment = COMMENTS.test(inside) ? inside.replace(/^\/\*|\*\/$|^\/\//g, '') : undefined
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
    if (tag.kind === 'open' && tag.name === 'CodeBlock') {
      const end = findCloser('</CodeBlock>', tag.end)
      if (end >= 0) return writeCodeBlock(tag, at, end)
    }
    if (tag.kind === 'open' && OPAQUE_ELEMENTS.has(tag.name)) {
      const end = findCloser(`</${tag.name}>`, tag.end)
      if (end >= 0)
        return tag.name === 'pre' ? writePre(tag, at, end) : takeAsIs(at, end + tag.name.length + 3)
    }
    take(at, tag.end, (source, endsLine) => {
      if (/^[a-z]/.test(tag.name)) {
        output.insert(elementHtml(tag, imports), source, isBlock(tag, at, endsLine))
      } else writeComponent({ tag, source, endsLine, at })
    })
  }
  const writePre = (tag: JsxTag, at: number, end: number): void => {
    const body = text.slice(tag.end, end)
    const written = writeLiterals(body, escapeHtml)
    const isJsx = written !== body || Object.values(tag.attributes).some(isExpression)
    if (!isJsx) return takeAsIs(at, end + '</pre>'.length)
    take(at, end + '</pre>'.length, (source) => {
      output.insert(`${elementHtml(tag, imports)}${written}</pre>`, source, true)
    })
  }
  const writeCodeBlock = (tag: JsxTag, at: number, end: number): void => {
    const body = text.slice(tag.end, end).trim()
    const code = /^\{\s*(["'`])([^]*)\1\s*\}$/.exec(body)?.[2] ?? body
    const language = knownValue(tag.attributes.language ?? '', imports)
    const title = knownValue(tag.attributes.title ?? '', imports)
    take(at, end + '</CodeBlock>'.length, (source) => {
      output.insert(codeHtml({ code, language, title }), source, true)
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
      const opening = open.at(-1)?.name === tag.name ? open.pop() : undefined
      const expansion = opening?.expansion
      if (!expansion)
        return opening ? output.hidden(source, endsLine) : output.source(source, endsLine)
      if ('open' in expansion) {
        output.wrap(expansion.close, source, expansion.isInline ?? false, endsLine)
      }
      return
    }
    const attributes = Object.fromEntries(
      Object.entries(tag.attributes).map(([name, value]) => [name, knownValue(value, imports)]),
    )
    for (const [value, label] of tabLabelsOf(tag)) tabLabels.set(value, label)
    const label = attributes.label ?? tabLabels.get(attributes.value ?? '')
    const expansion = expandComponent({ name: tag.name, attributes: { ...attributes, label } })
    if (tag.kind === 'open') open.push({ name: tag.name, expansion })
    if (!expansion) {
      if (isWordlessElement(attributes)) {
        report('mdx-component-hidden', tag.name, at)
        output.hidden(source, endsLine)
      } else {
        report('mdx-component-kept', tag.name, at)
        output.source(source, endsLine)
      }
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

/** Docusaurus also takes the labels of tabs from a list: `values={[{ label: 'A', value: 'a' }]}`. */
const tabLabelsOf = ({ name, attributes }: JsxTag): [string, string][] => {
  const { values } = attributes
  if (name !== 'Tabs' || typeof values !== 'object') return []
  return [...values.expression.matchAll(/\{([^{}]*)\}/g)].flatMap(([, item = '']) => {
    const label = /label:\s*(["'`])(.*?)\1/.exec(item)?.[2]
    const value = /value:\s*(["'`])(.*?)\1/.exec(item)?.[2]
    return label !== undefined && value !== undefined ? [[value, label] as [string, string]] : []
  })
}

const isExpression = (value: JsxValue): boolean => typeof value === 'object'

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
