import type { Problem } from '../problem'
import { isObject, setKey, spellingOf, toJson } from './json'
import type { JsonObject } from './json'
import { readToml } from './toml'
import { readYaml } from './yaml'
import { indentQuoted, KEY_LINE, repairYaml } from './yamlRepair'

export type FrontMatterFormat = 'yaml' | 'toml' | 'json' | 'none'

export type ParsedFile = {
  /** The front matter as plain JSON; empty when there is none. Dates are text in their own spelling. */
  data: JsonObject
  format: FrontMatterFormat
  /** Everything after the front matter, as it stands. */
  body: string
  /** Line of the file, counted from 1, on which the body starts. */
  bodyLine: number
  problems: Problem[]
}

/**
 * Splits the text of a file (as `decodeText` gives it) into front matter and body. Knows YAML between `---`, TOML
 * between `+++`, JSON behind `---json`, between `;;;` or in bare braces, and Hexo's front matter without an opening
 * fence. What does not parse is repaired and reported; a horizontal rule is no front matter. Every word of the text is
 * found again in `data` or in `body`. Never throws.
 */
export function parseFrontMatter({ text }: { text: string; path?: string }): ParsedFile {
  const lines = linesOf(text)
  const start = firstFilled(lines, 0)
  const opening = lines.at(start) ?? ''
  for (const reader of READERS) {
    const found =
      start < lines.length && reader.opens.test(opening) ? reader.read({ lines, start }) : null
    if (found) return { ...found, problems: fewer(found.problems) }
  }
  return withoutFrontMatter(text)
}

const MAX_PROBLEMS = 100

/** A report of thousands of lines about one file helps nobody. */
function fewer(problems: Problem[]): Problem[] {
  if (problems.length <= MAX_PROBLEMS) return problems
  const left = problems.length - MAX_PROBLEMS
  const message = `The front matter has ${left} more problems of this kind; correct the first ones and import again to see the rest.`
  return [...problems.slice(0, MAX_PROBLEMS), { code: 'front-matter-more-problems', message }]
}

type Source = { lines: string[]; start: number }
type Reader = { opens: RegExp; read: (source: Source) => ParsedFile | null }

/** One row for each way in which front matter can begin; the first that accepts the file wins. */
const READERS: readonly Reader[] = [
  { opens: /^[ ]{0,3}-{3,}[ \t]*(?:ya?ml)?[ \t]*$/i, read: readYamlFenced },
  { opens: /^---[ \t]*(?:json|js|javascript)[ \t]*$/i, read: readJsonFenced },
  { opens: /^(?:\+\+\+|---[ \t]*toml)[ \t]*$/i, read: readTomlFenced },
  { opens: /^;{3,}[ \t]*$/, read: readJsonFenced },
  { opens: /^\{[ \t]*(?:$|["'\w}])/, read: readBareJson },
  { opens: /^"[^"]+"[ \t]*:/, read: readUnopenedJson },
  { opens: KEY_LINE, read: readUnopenedYaml },
  { opens: /^title:[ \t]*\S/i, read: readHeader },
]

/** Front matter longer than this is none: it bounds what a repair may cost. */
const MAX_LINES = 400_000

/** Keys of which one must be there before text without an opening fence is taken for front matter. */
const TELLING_KEY =
  /^(title|date|layout|tags?|categor(y|ies)|author|permalink|slug|updated|comments|description|abbrlink)$/i

/** `title:Hello`, which YAML takes for plain text. */
const GLUED_KEY = /^(?:title|date|layout|tags?|categories|author|permalink|slug)(?::[^\s/]|：)/i

function linesOf(text: string): string[] {
  return text.replace(/^[\ufeff\u200b]+/, '').split('\n')
}

function firstFilled(lines: string[], from: number): number {
  let at = from
  while (at < lines.length && isBlank(lines[at])) at++
  return at
}

function isBlank(line: string | undefined): boolean {
  return /^[\s\ufeff\u200b]*$/.test(line ?? '')
}

function readYamlFenced(source: Source): ParsedFile | null {
  const { lines, start } = source
  const hyphens = /-{3,}/.exec(lines[start] ?? '')?.[0] ?? '---'
  const indent = /^ */.exec(lines[start] ?? '')?.[0] ?? ''
  const end = closing(lines, start + 1, (line) => isYamlEnd(line, { hyphens, indent }))
  const inner = closing(lines, start + 1, (line) => /^ {1,3}-{3}\s*$/.test(line))
  // Within a text below a key, `---` is a rule; where nothing else closes the block, it was meant to.
  if (inner !== -1 && (end === -1 || inner < end)) {
    const isWhole = end !== -1 && readBlock(lines, start, end).errors.length === 0
    const isInnerWhole = readBlock(lines, start, inner).errors.length === 0
    if (!isWhole && isInnerWhole) return fencedAt(source, inner, hyphens)
  }
  return fencedAt(source, end, hyphens)
}

function readBlock(lines: string[], start: number, end: number) {
  const written = lines.slice(start + 1, end).join('\n')
  const block = withPlainBlanks(written)
  const asWritten = readYaml(block)
  const indented = asWritten.errors.length === 0 ? block : indentQuoted(block)
  const read = indented === block ? asWritten : readYaml(indented)
  const problems = block === written ? read.problems : [...read.problems, BLANKS_PROBLEM]
  return { ...read, block, problems }
}

const BLANKS_PROBLEM: Problem = {
  code: 'front-matter-repaired',
  message:
    'The front matter holds blanks that YAML takes for letters (U+00A0, U+3000), as copied from a web page or typed in Chinese; they were read as blanks.',
  line: 1,
}

/** Blanks that cannot break a line, copied from a web page: YAML takes them for letters. */
function withPlainBlanks(block: string): string {
  if (!/[\u00a0\u3000]/.test(block)) return block
  return block
    .replace(/^[ \u00a0]*\u00a0[ \u00a0]*(?=- |[\w-]+:[ \n])/gm, (blanks) =>
      ' '.repeat(blanks.length),
    )
    .replace(/^( *(?:- *)?[\w-]+:)(?=[\u00a0\u3000])[ \u00a0\u3000]+/gm, '$1 ')
    .replace(/^( *-)(?=[\u00a0\u3000])[ \u00a0\u3000]+/gm, '$1 ')
}

function fencedAt({ lines, start }: Source, end: number, hyphens: string): ParsedFile | null {
  if (end !== -1) {
    const read = readBlock(lines, start, end)
    if (read.errors.length === 0) {
      if (isObject(read.value))
        return yamlFile(lines, { start, end, value: read.value, problems: read.problems })
      if (read.value === null)
        return hasContent(read.block)
          ? null
          : yamlFile(lines, { start, end, value: {}, problems: [] })
      const isGlued = GLUED_KEY.test(lines[start + 1] ?? '')
      if (isGlued) return repaired({ lines, start }, end)
      return isAdjacent(lines, start) && hyphens === '---' ? notMapping(lines, start) : null
    }
  }
  const first = withPlainBlanks(lines[firstKeyLine(lines, firstFilled(lines, start + 1))] ?? '')
  if (!KEY_LINE.test(first.trimStart())) return null
  return repaired({ lines, start }, end)
}

/** A fence at the margin, or as far in as the opening one. */
function isYamlEnd(
  line: string,
  { hyphens, indent }: { hyphens: string; indent: string },
): boolean {
  const text = (line.startsWith(indent) ? line.slice(indent.length) : line).trimEnd()
  return text === hyphens || text === '...' || text === '---'
}

function closing(lines: string[], from: number, isEnd: (line: string) => boolean): number {
  const limit = Math.min(lines.length, from + MAX_LINES)
  for (let at = from; at < limit; at++) if (isEnd(lines[at] ?? '')) return at
  return -1
}

function hasContent(block: string): boolean {
  return block.split('\n').some((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
}

function isAdjacent(lines: string[], start: number): boolean {
  return !isBlank(lines[start + 1])
}

function firstKeyLine(lines: string[], from: number): number {
  let at = from
  while (at < lines.length && (isBlank(lines[at]) || /^\s*#/.test(lines[at] ?? ''))) at++
  return at
}

type Found = { start: number; end: number; value: JsonObject; problems: Problem[] }

function yamlFile(lines: string[], { start, end, value, problems }: Found): ParsedFile {
  return {
    data: value,
    format: 'yaml',
    ...bodyAfter(lines, end),
    problems: problems.map((problem) => shifted(problem, start + 1)),
  }
}

function bodyAfter(lines: string[], end: number) {
  return { body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}

function shifted(problem: Problem, by: number): Problem {
  return problem.line === undefined ? problem : { ...problem, line: problem.line + by }
}

/** The block does not parse, or never ends: find where it ends, and read it entry by entry. */
function repaired({ lines, start }: Source, fence: number): ParsedFile {
  const prose = startOfProse(lines, start + 1, fence === -1 ? lines.length : fence)
  const isOddFence = fence === -1 && /^-{4,}\s*$/.test(lines[prose] ?? '')
  const isUnclosed = !isOddFence && (fence === -1 || prose < fence)
  const end = isUnclosed || isOddFence ? prose : fence
  const { value, problems } = repairYaml(withPlainBlanks(lines.slice(start + 1, end).join('\n')))
  const file = yamlFile(lines, { start, end: isUnclosed ? end - 1 : end, value, problems })
  if (!isUnclosed) return file
  const message =
    'The front matter is never closed; it was taken to end where the keys end. Add a line “---” there.'
  file.problems.unshift({ code: 'front-matter-unclosed', message, line: start + 1 })
  return file
}

/**
 * The line at which the text begins when a block has no closing fence of its own: behind the last key, at the first
 * line after a blank one that can be no part of a mapping. With a fence, only when no key follows before it.
 */
function startOfProse(lines: string[], from: number, to: number): number {
  const limit = Math.min(to, from + MAX_LINES)
  let afterBlank = false
  let isOpen = true
  let candidate = limit
  for (let at = from; at < limit; at++) {
    const line = lines[at] ?? ''
    if (isBlank(line)) {
      afterBlank = true
      continue
    }
    const isKey = GLUED_KEY.test(line) || KEY_LINE.test(line)
    // Behind an empty line, only a key that still waits for its value can own a list or an indented line.
    const isBelow = /^(?:[ \t]+\S|-[ \t])/.test(line) && (isOpen || !afterBlank)
    const isPart = isKey || isBelow || /^(?:#[^#]*$|[\]}])/.test(line)
    const isHeading = afterBlank && /^#{1,6}[ \t]/.test(line)
    if (isKey) isOpen = /:[ \t]*(?:$|[|>[{"'&!])/.test(line)
    if (candidate === limit && (to === lines.length || afterBlank) && (!isPart || isHeading))
      candidate = at
    else if (candidate !== limit && to !== lines.length && KEY_LINE.test(line)) candidate = limit
    if (candidate !== limit && to === lines.length) return candidate
    afterBlank = false
  }
  return candidate
}

function notMapping(lines: string[], start: number): ParsedFile {
  const message =
    'What stands between the fences is no list of keys and values; it was kept as part of the text. Write “key: value” lines.'
  const file = withoutFrontMatter(lines.join('\n'))
  return { ...file, problems: [{ code: 'front-matter-not-mapping', message, line: start + 1 }] }
}

function withoutFrontMatter(text: string): ParsedFile {
  return { data: {}, format: 'none', body: text, bodyLine: 1, problems: [] }
}

function readTomlFenced({ lines, start }: Source): ParsedFile | null {
  const fence = (lines[start] ?? '').startsWith('+') ? '+++' : '---'
  const end = closing(lines, start + 1, (line) => line.trimEnd() === fence)
  const last = end === -1 ? startOfTomlProse(lines, start + 1) : end
  if (end === -1 && last === start + 1) return null
  const { value, problems } = readToml(lines.slice(start + 1, last).join('\n'))
  const file: ParsedFile = {
    data: value,
    format: 'toml',
    ...bodyAfter(lines, end === -1 ? last - 1 : end),
    problems: problems.map((problem) => shifted(problem, start + 1)),
  }
  const message = `The front matter is never closed; it was taken to end where the keys end. Add a line “${fence}” there.`
  if (end === -1) file.problems.unshift({ code: 'front-matter-unclosed', message, line: start + 1 })
  return file
}

function startOfTomlProse(lines: string[], from: number): number {
  let at = from
  while (
    at < lines.length &&
    /^\s*(?:$|#[^#]|\[|["']?[\w.-]+["']?\s*=|[\]"'{},])/.test(lines[at] ?? '')
  )
    at++
  return at
}

function readJsonFenced({ lines, start }: Source): ParsedFile | null {
  const fence = (lines[start] ?? '').startsWith(';') ? (lines[start] ?? '').trim() : '---'
  const end = closing(lines, start + 1, (line) => line.trimEnd() === fence)
  if (end === -1) return null
  return jsonFile(lines, start, end)
}

function readUnopenedJson({ lines, start }: Source): ParsedFile | null {
  const end = closing(lines, start + 1, (line) => /^(?:;{3,}|-{3,})[ \t]*$/.test(line))
  return end === -1 ? null : jsonFile(lines, start - 1, end)
}

function jsonFile(lines: string[], start: number, end: number): ParsedFile | null {
  const block = lines.slice(start + 1, end).join('\n')
  const trimmed = block.trim()
  const { data, problems } = readJson(
    /^[{[]/.test(trimmed) ? block : `{${block.replace(/,\s*$/, '')}}`,
  )
  if (!data) {
    const isYaml = KEY_LINE.test((lines[firstKeyLine(lines, start + 1)] ?? '').trimStart())
    return isYaml ? repaired({ lines, start }, end) : notMapping(lines, start)
  }
  return {
    data,
    format: 'json',
    ...bodyAfter(lines, end),
    problems: problems.map((it) => shifted(it, start + 1)),
  }
}

/** Reads JSON, and what people write for it (comments, single quotes, a comma too many), which YAML knows mostly. */
function readJson(block: string): { data?: JsonObject; problems: Problem[] } {
  try {
    const value = toJson(JSON.parse(block))
    return isObject(value) ? { data: value, problems: [] } : { problems: [] }
  } catch {
    const read = readYaml(withoutJsonComments(block))
    const message =
      'The front matter is no valid JSON; it was read as its author evidently meant it. Correct it in the source.'
    return read.errors.length === 0 && isObject(read.value)
      ? { data: read.value, problems: [{ code: 'front-matter-repaired', message, line: 1 }] }
      : { problems: [] }
  }
}

/** Leaves comments and commas behind a last item out, as JSON for people has them; texts stay as they are. */
function withoutJsonComments(block: string): string {
  return block
    .replace(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|\/\*[^]*?\*\//g, (match) =>
      match.startsWith('"') ? match : '',
    )
    .replace(/"(?:[^"\\\n]|\\.)*"|,(?=\s*[}\]])/g, (match) => (match === ',' ? '' : match))
}

function readBareJson({ lines, start }: Source): ParsedFile | null {
  const rest = lines.slice(start, start + MAX_LINES).join('\n')
  const length = endOfBraces(rest)
  if (length === -1 || !/^[ \t]*(?:\n|$)/.test(rest.slice(length))) return null
  if (!/^\{\s*(?:\}|["']?[\w$ -]+["']?\s*:)/.test(rest)) return null
  const { data, problems } = readJson(rest.slice(0, length))
  if (!data) return null
  const end = start + rest.slice(0, length).split('\n').length - 1
  const fenced = /^;{3,}[ \t]*$/.test(lines[end + 1] ?? '') ? end + 1 : end
  return {
    data,
    format: 'json',
    ...bodyAfter(lines, fenced),
    problems: problems.map((it) => shifted(it, start)),
  }
}

/** Length of the text up to the brace that closes the first one, strings left aside; -1 when none does. */
function endOfBraces(text: string): number {
  let depth = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (isInString) {
      if (sign === '\\') at++
      else if (sign === '"') isInString = false
    } else if (sign === '"') isInString = true
    else if (sign === '{') depth++
    else if (sign === '}' && --depth === 0) return at + 1
  }
  return -1
}

/** Hexo reads keys up to a `---` as front matter even when no fence opens it. */
function readUnopenedYaml({ lines, start }: Source): ParsedFile | null {
  const end = closing(lines, start + 1, (line) => /^(?:-{3,}|;{3,})[ \t]*$/.test(line))
  if (end === -1) return null
  const block = lines.slice(start, end)
  const isKeyed = block.every(
    (line) => isBlank(line) || KEY_LINE.test(line) || /^(?:[ \t]+\S|-[ \t]|#|[\]}])/.test(line),
  )
  const isTold = block.some((line) => TELLING_KEY.test(KEY_LINE.exec(line)?.[2] ?? ''))
  if (!isKeyed || !isTold) return null
  const read = readYaml(block.join('\n'))
  const { value, problems } =
    read.errors.length === 0 && isObject(read.value)
      ? { value: read.value, problems: read.problems }
      : repairYaml(block.join('\n'))
  const message =
    'The front matter has no opening fence; it was read up to the closing one. Add a line “---” before it.'
  const file = yamlFile(lines, { start: start - 1, end, value, problems })
  file.problems.unshift({ code: 'front-matter-unopened', message, line: start + 1 })
  return file
}

const HEADER_LINE = /^[A-Za-z][\w -]{0,30}:(?:[ \t]|$)|^[ \t]{2,}\S/
const HEADER_KEY =
  /^(?:date|modified|category|tags|keywords|slug|authors?|summary|lang|status|template|number):/im

/** Metadata as Pelican and MultiMarkdown have it: `Title: …` and more such lines, ended by the first empty one. */
function readHeader({ lines, start }: Source): ParsedFile | null {
  const end = closing(lines, start, isBlank)
  const block = lines.slice(start, end === -1 ? lines.length : end)
  if (block.length < 2 || block.length > 60) return null
  if (!block.every((line) => HEADER_LINE.test(line))) return null
  if (!HEADER_KEY.test(block.slice(1).join('\n'))) return null
  const data: JsonObject = {}
  let last = ''
  for (const line of block) {
    const [, key = '', value = ''] = /^([A-Za-z][\w -]*):(.*)$/.exec(line) ?? []
    if (key === '') data[last] = `${spellingOf(data[last])}\n${line.trim()}`.trim()
    else if (Object.hasOwn(data, key)) return null
    else setKey(data, (last = key), value.trim())
  }
  return yamlFile(lines, {
    start: start - 1,
    end: start + block.length - 1,
    value: data,
    problems: [],
  })
}
