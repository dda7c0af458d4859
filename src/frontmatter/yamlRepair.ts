import type { Problem } from '../problem'
import { isObject, setKey } from './json'
import type { JsonObject, JsonValue } from './json'
import { keepRepeated, readYaml } from './yaml'

/** Key under which lines of front matter are kept that are no key, value or list item. */
export const UNPARSED = 'unparsedFrontMatter'

/** A line that opens an entry: a key as people write them, a colon, and a blank or the end of the line. */
export const KEY_LINE = /^(["']?)([\p{L}_$@][\p{L}\p{N}_.$@/ -]{0,79}?)\1[ \t]*:(?=[ \t]|$)/u

/**
 * Reads a YAML block that does not parse. It is cut into its top-level entries, so that a fault costs no more than
 * its own entry; a faulty entry is repaired where only one reading makes sense (tabs, a colon or a reserved character
 * in unquoted text, quotes that do not pair, a missing blank after the colon), and else kept as its own text. Lines
 * that belong to no entry are kept under {@link UNPARSED}. Lines in the problems are those of the block.
 */
export function repairYaml(block: string): { value: JsonObject; problems: Problem[] } {
  const value: JsonObject = {}
  const problems: Problem[] = []
  const stray: string[] = []
  let repairs = 0
  for (const entry of entriesOf(block)) {
    if (entry.key === undefined) {
      const text = entry.lines.filter((line) => !isSilent(line))
      if (text.length === 0) continue
      stray.push(...text)
      problems.push(strayProblem(entry.line))
      continue
    }
    const read = repairs > MAX_REPAIRS ? asText(entry) : readEntry(entry)
    if (read.problems.length > 0) repairs++
    for (const [key, item] of Object.entries(read.value))
      add(value, key, item, entry.line, problems)
    problems.push(...read.problems.map((problem) => ({ ...problem, line: entry.line })))
  }
  if (stray.length > 0) value[UNPARSED] = stray.join('\n')
  return { value, problems }
}

/**
 * Indents the further lines of quoted values. YAML 1.2 asks for it; the parsers of Jekyll, Hexo and Hugo do not, so files
 * without it are common and no fault to report.
 */
export function indentQuoted(block: string): string {
  const lines = block.split('\n')
  const budget = { lines: LOOK_AHEAD }
  let until = -1
  return lines
    .map((line, index) => {
      if (index <= until) return line.trim() === '' ? line : `    ${line}`
      until = Math.max(until, endOfQuote(lines, index, budget))
      return line
    })
    .join('\n')
}

type Entry = {
  key: string | undefined
  lines: string[]
  line: number
  /** The bracket or quote that still has to come. */
  awaits?: string | undefined
}

function add(target: JsonObject, key: string, item: JsonValue, line: number, problems: Problem[]) {
  if (Object.hasOwn(target, key)) {
    const message = `The key “${key}” stands more than once; the last one was taken, the others are kept under “repeatedKeys”.`
    problems.push({ code: 'front-matter-duplicate-key', message, line })
    keepRepeated(target, key, target[key] ?? null, item)
  }
  setKey(target, key, item)
}

function entriesOf(block: string): Entry[] {
  const lines = dedented(block.split('\n'))
  const entries: Entry[] = []
  let current: Entry = { key: undefined, lines: [], line: 1 }
  entries.push(current)
  const budget = { lines: LOOK_AHEAD }
  let quotedUntil = -1
  lines.forEach((raw, index) => {
    if (index <= quotedUntil) {
      goOn(current, raw)
      return
    }
    const line = withSpacedColon(raw)
    const key = topLevelKey(line, current)
    if (key !== undefined) {
      const head = line.trimStart()
      current = { key, lines: [head], line: index + 1, awaits: closerOf(head) }
      entries.push(current)
      quotedUntil = endOfQuote(lines, index, budget)
    } else if (isStray(line, current)) {
      entries.push({ key: undefined, lines: [line], line: index + 1 })
    } else goOn(current, line)
  })
  return entries
}

function dedented(lines: string[]): string[] {
  const indents = lines
    .filter((line) => !isSilent(line))
    .map((line) => /^[ \t]*/.exec(line)?.[0] ?? '')
  const [first = ''] = indents
  const isShared = first !== '' && indents.every((indent) => indent.startsWith(first))
  return isShared
    ? lines.map((line) => (line.startsWith(first) ? line.slice(first.length) : line))
    : lines
}

/** `title:Hello` at the start of a line, where no address (`http://…`) is meant. */
function withSpacedColon(line: string): string {
  const glued = /^([A-Za-z_][\w-]{0,39})[:：](?![ \t/:]|$)/.exec(line)
  return glued
    ? `${glued[1]}: ${line.slice(glued[0].length)}`
    : line.replace(/^([A-Za-z_][\w-]{0,39})：[ \t]*/, '$1: ')
}

const WELL_KNOWN =
  /^(title|subtitle|date|updated|lastmod|author|authors|tags?|categor(y|ies)|keywords|layout|permalink|slug|url|description|summary|excerpt|draft|published|comments|image|cover|thumbnail|lang)$/i

function topLevelKey(line: string, current: Entry): string | undefined {
  const match = KEY_LINE.exec(line.trimStart())
  if (!match?.[2]) return undefined
  if (!/^[ \t]/.test(line)) return match[2]
  // An indented key below a finished scalar belongs to the top level when it is a key that stands nowhere else.
  const [head = ''] = current.lines
  const inline = current.key === undefined ? '' : head.slice(head.indexOf(':') + 1).trim()
  const isFinished = current.lines.length === 1 && inline !== '' && !/^[|>[{&!]/.test(inline)
  return isFinished && WELL_KNOWN.test(match[2]) ? match[2] : undefined
}

const MAX_QUOTED_LINES = 200
/** Lines that may be looked at in all for the ends of quotes, in one block. */
const LOOK_AHEAD = 20_000

/** Index of the line on which a quoted value ends that starts on this one and goes on below, at any indent; else -1. */
function endOfQuote(lines: string[], start: number, budget: { lines: number }): number {
  const value = /:[ \t]+(["'])(.*)$/.exec(lines[start] ?? '')
  const [, quote = '', rest = ''] = value ?? []
  if (quote === '' || closesQuote(rest, quote)) return -1
  for (let at = start + 1; at < Math.min(lines.length, start + MAX_QUOTED_LINES); at++) {
    if (budget.lines-- <= 0) return -1
    const line = lines[at] ?? ''
    if (WELL_KNOWN.test(KEY_LINE.exec(line)?.[2] ?? '')) return -1
    if (closesQuote(line, quote)) return /^\s*(#.*)?$/.test(afterQuote(line, quote)) ? at : -1
  }
  return -1
}

function closesQuote(text: string, quote: string): boolean {
  return (quote === '"' ? text.replace(/\\./g, '') : text.replaceAll("''", '')).includes(quote)
}

function afterQuote(text: string, quote: string): string {
  return text.slice(text.lastIndexOf(quote) + 1)
}

function isStray(line: string, current: Entry): boolean {
  if (isSilent(line) || /^[ \t]/.test(line) || /^-([ \t]|$)/.test(line)) return false
  if (/^[\]}]/.test(line)) return false
  return current.key === undefined || current.awaits === undefined
}

const CLOSERS = new Map([
  ['[', ']'],
  ['{', '}'],
  ['"', '"'],
  ["'", "'"],
])

/** What closes the bracket or quote with which the value of a key begins, unless it stands on the same line. */
function closerOf(head: string): string | undefined {
  const value = head.replace(/^[^:]*:[ \t]*/, '')
  const closer = CLOSERS.get(value.charAt(0))
  return closer === undefined || value.includes(closer, 1) ? undefined : closer
}

function goOn(entry: Entry, line: string): void {
  entry.lines.push(line)
  if (entry.awaits !== undefined && line.includes(entry.awaits)) entry.awaits = undefined
}

function isSilent(line: string): boolean {
  const text = line.trim()
  return text === '' || text.startsWith('#')
}

type ReadEntry = { value: JsonObject; problems: Problem[] }

/** Entries of one block that are tried in several ways; a block with more faults is no front matter to save. */
const MAX_REPAIRS = 3_000

/** Words with a colon and a blank between them, which YAML never takes in one line. */
const COLON_TEXT = /^[\p{L}\p{N}][^#"'`{}[\]]*: [^#]*$/u

function readEntry({ key = '', lines }: Entry): ReadEntry {
  const [head = ''] = lines
  const inline = head.slice(head.indexOf(':') + 1).trim()
  if (lines.slice(1).every(isSilent) && COLON_TEXT.test(inline))
    return { value: { [key]: inline }, problems: [repairProblem(key)] }
  const asWritten = readYaml(lines.join('\n'))
  if (isSound(asWritten)) return asWritten
  const indented = readYaml(indentQuoted(lines.join('\n')))
  if (isSound(indented)) return indented
  const evened = evenList(lines)
  if (evened) {
    const read = readYaml(evened.join('\n'))
    if (isSound(read))
      return { value: read.value, problems: [repairProblem(key), ...read.problems] }
  }
  const mended = lines.map((line) => mendLine(line))
  const repaired = readYaml(mended.join('\n'))
  if (isSound(repaired))
    return { value: repaired.value, problems: [repairProblem(key), ...repaired.problems] }
  const joined = readYaml(mendLine(joinedText(lines)))
  if (isSound(joined) && !lines.slice(1).some((line) => /^[ \t]*-[ \t]/.test(line)))
    return { value: joined.value, problems: [repairProblem(key)] }
  return asText({ key, lines })
}

function asText({ key = '', lines }: Pick<Entry, 'key' | 'lines'>): ReadEntry {
  const text = lines.join('\n')
  const raw = text.slice(text.indexOf(':') + 1).trim()
  const message = `The value of “${key}” is no valid YAML and was kept as plain text; correct it in the source.`
  return { value: { [key]: raw }, problems: [{ code: 'front-matter-value-unparsed', message }] }
}

/** A list whose items stand at different indents, and no item holds more than one line. */
function evenList(lines: string[]): string[] | undefined {
  const [head = '', ...below] = lines
  if (!/:[ \t]*$/.test(head) || below.length === 0) return undefined
  const isList = below.every((line) => isSilent(line) || /^[ \t]*-[ \t]+[^\s-]/.test(line))
  return isList ? [head, ...below.map((line) => line.trim())] : undefined
}

function isSound(read: {
  value: JsonValue
  errors: unknown[]
  problems: Problem[]
}): read is { value: JsonObject; errors: unknown[]; problems: Problem[] } {
  return read.errors.length === 0 && isObject(read.value)
}

function joinedText(lines: string[]): string {
  return lines.map((line, at) => (at === 0 ? line.trimEnd() : line.trim())).join(' ')
}

/** Rewrites one line so that its value is what its author evidently meant. */
function mendLine(line: string): string {
  const untabbed = line.replace(/^[ \t]+/, (indent) => indent.replaceAll('\t', '  '))
  const item = /^( *(?:-[ \t]+)+)(.*)$/.exec(untabbed)
  if (item) {
    const [, lead = '', rest = ''] = item
    const inner = KEY_LINE.exec(rest)
    return inner ? lead + mendPair(rest, inner[0]) : lead + mendValue(rest)
  }
  const indent = /^ */.exec(untabbed)?.[0] ?? ''
  const rest = untabbed.slice(indent.length)
  const pair = KEY_LINE.exec(rest)
  return pair ? indent + mendPair(rest, pair[0]) : untabbed
}

function mendPair(text: string, lead: string): string {
  return `${lead} ${mendValue(text.slice(lead.length).trim())}`
}

function mendValue(raw: string): string {
  const value = raw.trim()
  if (value === '' || /^[|>][+-]?\d?$/.test(value)) return value
  if (readYaml(`k: ${value}`).errors.length === 0 && !/^[*&!]/.test(value)) return value
  if (/^\[.*\]$/.test(value)) return `[${flowItems(value.slice(1, -1)).map(quoted).join(', ')}]`
  return quoted(unquoted(value))
}

function flowItems(text: string): string[] {
  const items = text.match(/"[^"]*"|'[^']*'|[^,]+/g) ?? []
  return items.map((item) => unquoted(item.trim())).filter((item) => item !== '')
}

/** The text between a pair of quotes; a quote that never closes is taken off, quotes inside the text are kept. */
function unquoted(value: string): string {
  const [first = ''] = value
  if (first !== '"' && first !== "'") return value
  if (value.length > 1 && value.endsWith(first)) {
    const inner = value.slice(1, -1)
    return first === '"' ? inner.replaceAll('\\"', '"') : inner.replaceAll("''", "'")
  }
  return !value.includes(first, 1) ? value.slice(1) : value
}

function quoted(text: string): string {
  return JSON.stringify(text)
}

function repairProblem(key: string): Problem {
  const message = `The value of “${key}” is no valid YAML; it was read as its author evidently meant it. Quote it in the source.`
  return { code: 'front-matter-repaired', message }
}

function strayProblem(line: number): Problem {
  const message = `Text in the front matter that belongs to no key was kept under “${UNPARSED}”.`
  return { code: 'front-matter-stray-text', message, line }
}
