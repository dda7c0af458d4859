import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Alias, Document, Pair, Scalar } from 'yaml'
import type { Problem } from '../problem'
import { isObject, MAX_DEPTH, setKey, spellingOf, toJson } from './json'
import type { JsonObject, JsonValue } from './json'
import { readPlainYaml } from './yamlPlain'

export type YamlResult = {
  value: JsonValue
  /** What the parser objects to, first error first; lines are those of the block, counted from 1. */
  errors: { message: string; line: number }[]
  problems: Problem[]
}

/**
 * Reads one YAML block by the core schema of YAML 1.2 and keeps every spelling: timestamps stay text, and so do
 * numbers whose usual spelling is another one (`007`, `1.10`, `0x1F`). `yes`, `no`, `on`, `off` stay text; the fields
 * that are booleans know them. Merge keys (`<<`) are followed. Aliases are expanded within a budget. Never throws.
 */
export function readYaml(block: string): YamlResult {
  const simple = readPlainYaml(block)
  if (simple && Object.keys(simple).length > 0) return { value: simple, errors: [], problems: [] }
  return readWholeYaml(block)
}

/** Like {@link readYaml}, always by the whole parser. */
export function readWholeYaml(block: string): YamlResult {
  if (isTooDeep(block))
    return { value: null, errors: [{ message: 'nested too deeply', line: 1 }], problems: [] }
  let document: Document.Parsed
  try {
    document = parseDocument(block, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  } catch (error) {
    // What the check of depth lets pass and still exhausts the parser's stack.
    return { value: null, errors: [{ message: messageOf(error), line: 1 }], problems: [] }
  }
  const errors = document.errors.slice(0, MAX_ERRORS).map(({ message, pos }) => ({
    message,
    line: lineOf(block, pos[0]),
  }))
  if (errors.length > 0) return { value: null, errors, problems: [] }
  const reader: Reader = {
    block,
    problems: [],
    budget: NODE_BUDGET,
    anchors: new Map(),
    open: new Set(),
  }
  const value = plain(reader, document.contents, 0)
  return { value, errors, problems: reader.problems }
}

/** Each line number costs a walk through the block. */
const MAX_ERRORS = 5
const MAX_DUPLICATES = 110

/** Key under which the values of repeated keys are kept, by key, those that did not win. */
export const REPEATED_KEYS = 'repeatedKeys'

/** Nodes that aliases may expand to, in one block. */
const NODE_BUDGET = 20_000

const MAX_BRACKETS = 200
const MAX_INDENT = 600

/**
 * The parser calls itself for each level. Where that comes near the end of the stack, V8 may end the whole process while it
 * compiles a regular expression, so deep nesting is found before: open brackets, and marks and blanks in front of a line.
 */
function isTooDeep(block: string): boolean {
  let depth = 0
  for (let at = 0; at < block.length; at++) {
    const code = block.charCodeAt(at)
    if (code === 0x5b || code === 0x7b) {
      if (++depth > MAX_BRACKETS) return true
    } else if ((code === 0x5d || code === 0x7d) && depth > 0) depth--
  }
  return DEEP_LINE.test(block)
}

const DEEP_LINE = new RegExp(`^[ \\t?-]{${MAX_INDENT}}`, 'm')

type Reader = {
  block: string
  problems: Problem[]
  budget: number
  /** Nodes by anchor, as far as the document has been read: the parser's own look-up reads all of it each time. */
  anchors: Map<string, unknown>
  open: Set<unknown>
}

function plain(reader: Reader, node: unknown, depth: number): JsonValue {
  if (depth > MAX_DEPTH) return sourceText(reader, node)
  if ((isScalar(node) || isSeq(node) || isMap(node)) && node.anchor !== undefined)
    reader.anchors.set(node.anchor, node)
  if (isScalar(node)) return scalar(node)
  if (isAlias(node)) return expanded(reader, node, depth)
  if (isSeq(node)) return node.items.map((item) => plain(reader, item, depth + 1))
  if (isMap(node)) return mapping(reader, node.items, depth)
  if (isPair(node)) return mapping(reader, [node], depth)
  return null
}

/** A tag without a type behind it; `!ruby/regexp` and `!!str` have one. */
const LOCAL_TAG = /^![\p{L}\p{N}_,.?-]+$/u

function scalar(node: Scalar): JsonValue {
  const { value, source, tag, anchor } = node
  // `!important` and `&amp` at the start of a text are a tag and an anchor to YAML, and words to their author.
  if (tag !== undefined && LOCAL_TAG.test(tag) && node.type === 'PLAIN')
    return `${tag} ${source ?? ''}`.trim()
  if (value === null && anchor !== undefined && !source) return `&${anchor}`
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number')
    return String(value) === source || source === undefined ? value : source
  return source ?? toJson(value)
}

function expanded(reader: Reader, alias: Alias, depth: number): JsonValue {
  const target = reader.anchors.get(alias.source)
  if (target === undefined || reader.open.has(target) || reader.budget <= 0) {
    const message = `The alias *${alias.source} was not expanded: it is circular or expands to too much. Write its value out.`
    if (!reader.problems.some(({ code }) => code === 'front-matter-alias'))
      reader.problems.push({ code: 'front-matter-alias', message, line: lineOfNode(reader, alias) })
    return `*${alias.source}`
  }
  reader.open.add(target)
  const value = plain(reader, target, depth + 1)
  reader.open.delete(target)
  reader.budget -= weight(value, depth)
  return value
}

function weight(value: JsonValue, depth: number): number {
  if (depth > MAX_DEPTH || value === null || typeof value !== 'object') return 1
  const items = Array.isArray(value) ? value : Object.values(value)
  return items.reduce<number>((sum, item) => sum + weight(item, depth + 1), 1)
}

function mapping(reader: Reader, pairs: readonly unknown[], depth: number): JsonValue {
  const result: JsonObject = {}
  const merged: JsonObject = {}
  for (const pair of pairs) {
    if (!isPair(pair)) continue
    // `{{ page.title }}` is a mapping inside a mapping to YAML, and a template to everyone else.
    if (isMap(pair.key) && pair.value === null && pairs.length === 1)
      return sourceTextOfTemplate(reader, pair)
    if (isScalar(pair.key) && pair.key.value === '<<' && pair.key.type === 'PLAIN') {
      mergeInto(merged, plain(reader, pair.value, depth + 1))
      continue
    }
    addPair(reader, result, pair, depth)
  }
  return Object.keys(merged).length > 0 ? { ...merged, ...result } : result
}

function addPair(reader: Reader, result: JsonObject, pair: Pair, depth: number): void {
  const key = keyText(reader, pair.key)
  const value = plain(reader, pair.value, depth + 1) ?? hashText(reader, pair.key)
  if (Object.hasOwn(result, key)) {
    const message = `The key “${key}” stands more than once; the last one was taken, the others are kept under “${REPEATED_KEYS}”.`
    const isTold = reader.problems.length < MAX_DUPLICATES
    const line = isTold ? lineOfNode(reader, pair.key) : 1
    reader.problems.push({ code: 'front-matter-duplicate-key', message, line })
    keepRepeated(result, key, result[key] ?? null, value)
  }
  setKey(result, key, value)
}

/** `tags: #a #b`: a comment to YAML; a sign that stands close to its word was meant as text. */
function hashText(reader: Reader, key: unknown): string | null {
  const end = rangeOf(key)?.[1]
  const text = end === undefined ? '' : lineFrom(reader.block, end)
  const hashed = /^\s*:[ \t]+(#[^\s#].*)$/.exec(text)?.[1]
  if (hashed === undefined) return null
  const message = `“${hashed.slice(0, 80)}” is a comment to YAML; it was read as the text that its author evidently meant. Quote it in the source.`
  reader.problems.push({
    code: 'front-matter-repaired',
    message,
    line: lineOf(reader.block, end ?? 0),
  })
  return hashed.trim()
}

function lineFrom(text: string, offset: number): string {
  const end = text.indexOf('\n', offset)
  return text.slice(offset, end === -1 ? text.length : end)
}

/** Keeps the earlier value of a repeated key unless it says nothing that the later one does not say. */
export function keepRepeated(
  target: JsonObject,
  key: string,
  earlier: JsonValue,
  later: JsonValue,
): void {
  if (earlier === null || earlier === '' || JSON.stringify(earlier) === JSON.stringify(later))
    return
  const kept = target[REPEATED_KEYS]
  const all: JsonObject = isObject(kept) ? kept : {}
  const before = Object.hasOwn(all, key) ? all[key] : undefined
  if (Array.isArray(before)) before.push(earlier)
  else setKey(all, key, [earlier])
  target[REPEATED_KEYS] = all
}

function mergeInto(merged: JsonObject, value: JsonValue): void {
  const sources = Array.isArray(value) ? value : [value]
  for (const source of sources)
    if (isObject(source))
      for (const [key, item] of Object.entries(source))
        if (!Object.hasOwn(merged, key)) setKey(merged, key, item)
}

function keyText(reader: Reader, key: unknown): string {
  if (!isScalar(key)) return sourceText(reader, key)
  if (key.value === null) return ''
  return typeof key.value === 'string' ? key.value : (key.source ?? spellingOf(key.value))
}

function sourceText({ block }: Reader, node: unknown): string {
  const range = rangeOf(node)
  return range ? block.slice(range[0], range[1]).trim() : ''
}

function sourceTextOfTemplate({ block }: Reader, pair: Pair): string {
  const range = rangeOf(pair.key)
  if (!range) return ''
  const from = block.lastIndexOf('{', (range[0] ?? 0) - 1)
  const to = block.indexOf('}', range[1])
  return block.slice(from === -1 ? range[0] : from, to === -1 ? range[1] : to + 1)
}

function rangeOf(node: unknown): readonly number[] | undefined {
  if (typeof node !== 'object' || node === null || !('range' in node)) return undefined
  return Array.isArray(node.range) ? node.range.filter((at) => typeof at === 'number') : undefined
}

function lineOfNode({ block }: Reader, node: unknown): number {
  return lineOf(block, rangeOf(node)?.[0] ?? 0)
}

function lineOf(text: string, offset: number): number {
  let line = 1
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
    line++
  return line
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
