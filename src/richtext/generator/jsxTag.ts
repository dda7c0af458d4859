import { parseFragment } from 'parse5'

/** An attribute's value: text, `true` when it has none, or the source of an expression. */
export type JsxValue = string | true | { expression: string }

export type JsxTag = {
  name: string
  kind: 'open' | 'close' | 'self'
  attributes: Record<string, JsxValue>
  end: number
}

const LONGEST = 8000
const NAME = /<(\/?)([A-Za-z][\w.:-]*)?(?=[\s/>])/y
const ATTRIBUTE = /\s+([A-Za-z_:@][\w:.-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|(?=\{)))?/y
const SPREAD = /\s*(?=\{)/y
const TAG_END = /\s*(\/?)>/y

/** Takes a text and the offset of a `<`; returns the JSX tag (or fragment) that begins there, or undefined when none does. */
export const readJsxTag = (
  text: string,
  at: number,
  endOfExpression: ExpressionFinder,
): JsxTag | undefined => {
  const [start, slash, name = ''] = matchAt(NAME, text, at) ?? []
  // A fragment is `<>`: what stands between `a < b` and `c > d` is text.
  if (start === undefined || (name === '' && text[at + start.length] !== '>')) return undefined
  const attributes: Record<string, JsxValue> = {}
  for (let offset = at + start.length; offset - at < LONGEST;) {
    const end = matchAt(TAG_END, text, offset)
    if (end) {
      const kind = slash ? 'close' : end[1] ? 'self' : 'open'
      return { name, kind, attributes, end: offset + end[0].length }
    }
    const attribute = matchAt(ATTRIBUTE, text, offset)
    const spread = attribute ? undefined : matchAt(SPREAD, text, offset)
    const found = attribute ?? spread
    if (!found) return undefined
    offset += found[0].length
    const quoted = attribute?.[2] ?? attribute?.[3]
    let value: JsxValue = quoted === undefined ? true : decodeEntities(quoted)
    if (text[offset] === '{' && (spread || attribute?.[0].trimEnd().endsWith('='))) {
      const close = endOfExpression(offset)
      if (close === undefined) return undefined
      value = { expression: text.slice(offset + 1, close - 1).trim() }
      offset = close
    }
    if (attribute?.[1]) attributes[attribute[1]] = value
  }
  return undefined
}

/** In JSX too, an attribute's text may be written with character references. */
const decodeEntities = (text: string): string => {
  if (!text.includes('&')) return text
  const [decoded] = parseFragment(text.replaceAll('<', '&lt;')).childNodes
  return decoded && 'value' in decoded ? decoded.value : text
}

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const EXPRESSION_PART = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[^])*`|\/\*|[{}]/g
/** After so many braces without an end the text is no MDX, and looking on would make it quadratic. */
const MOST_FAILURES = 100

/** Takes the offset of a `{`; returns the offset behind its matching `}`, with strings and comments skipped. */
export type ExpressionFinder = (at: number) => number | undefined

/** Takes a text and returns the finder of its expressions' ends; all its answers together take linear time. */
export const createExpressionFinder = (text: string): ExpressionFinder => {
  let failures = 0
  return (at) => {
    if (failures > MOST_FAILURES) return undefined
    const end = expressionEnd(text.slice(at, at + LONGEST))
    if (end === undefined) failures++
    return end === undefined ? undefined : at + end
  }
}

const expressionEnd = (window: string): number | undefined => {
  let depth = 0
  EXPRESSION_PART.lastIndex = 0
  for (let match = EXPRESSION_PART.exec(window); match; match = EXPRESSION_PART.exec(window)) {
    if (match[0] === '{') depth++
    else if (match[0] === '}') depth--
    else if (match[0] === '/*') {
      const end = window.indexOf('*/', match.index + 2)
      if (end < 0) return undefined
      EXPRESSION_PART.lastIndex = end + 2
    }
    if (depth === 0) return match.index + 1
  }
  return undefined
}

const CALL =
  /^(?:require|useBaseUrl|withBaseUrl|resolve)\(\s*(["'`])([^"'`]*)\1\s*\)(?:\.default)?$/
const QUOTED = /^(["'`])((?:(?!\1)[^\\]|\\[^])*)\1$/

/**
 * Takes an expression's source and the modules that the page imports by name; returns the text it stands for (a string,
 * a number, an imported or required file's path), or undefined when only running it would tell.
 */
export const evaluateJsx = (
  expression: string,
  imports: ReadonlyMap<string, string>,
): string | undefined => {
  const quoted = QUOTED.exec(expression)?.[2]
  if (quoted !== undefined) return quoted.includes('${') ? undefined : unescaped(quoted)
  if (/^-?\d+(?:\.\d+)?$/.test(expression)) return expression
  return CALL.exec(expression)?.[2] ?? imports.get(expression.replace(/\.src$/, ''))
}

const LITERAL_IN_BRACES = /\{\s*((["'`])(?:(?!\2)[^\\]|\\[^])*\2)\s*\}/g

/** Takes JSX and a way to write a text, and returns it with each string in braces (`{`a`}`) written out. */
export const writeLiterals = (source: string, write: (text: string) => string): string =>
  source.replace(LITERAL_IN_BRACES, (found, literal: string) => {
    const value = evaluateJsx(literal, NO_IMPORTS)
    return value === undefined ? found : write(value)
  })

const NO_IMPORTS: ReadonlyMap<string, string> = new Map()

const ESCAPE = /\\(?:u\{([\da-f]{1,6})\}|u([\da-f]{4})|x([\da-f]{2})|([^]))/gi
const CONTROLS: Record<string, string> = { n: '\n', r: '\r', t: '\t', '\n': '' }

/** What a JavaScript string with escapes says. */
const unescaped = (text: string): string =>
  text.replace(ESCAPE, (found, long?: string, four?: string, two?: string, one = '') => {
    const hex = long ?? four ?? two
    if (hex === undefined) return CONTROLS[one] ?? one
    const code = parseInt(hex, 16)
    return code > 0x10ffff ? found : String.fromCodePoint(code)
  })
