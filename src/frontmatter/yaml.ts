import { isAlias, isMap, isPair, isScalar, isSeq, parseDocument } from 'yaml'
import type { Alias, Document, Pair, Scalar } from 'yaml'
import type { Problem } from '../problem'
import { isObject, MAX_DEPTH, setKey, spellingOf, toJson } from './json'
import type { JsonObject, JsonValue } from './json'

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
  let document: Document.Parsed
  try {
    document = parseDocument(block, { uniqueKeys: false, prettyErrors: false, logLevel: 'silent' })
  } catch (error) {
    // Thousands of nested brackets exhaust the parser's stack.
    return { value: null, errors: [{ message: messageOf(error), line: 1 }], problems: [] }
  }
  const errors = document.errors.map(({ message, pos }) => ({
    message,
    line: lineOf(block, pos[0]),
  }))
  if (errors.length > 0) return { value: null, errors, problems: [] }
  const reader: Reader = { document, block, problems: [], budget: NODE_BUDGET, open: new Set() }
  const value = plain(reader, document.contents, 0)
  return { value, errors, problems: reader.problems }
}

/** Key under which the values of repeated keys are kept, by key, those that did not win. */
export const REPEATED_KEYS = 'repeatedKeys'

/** Nodes that aliases may expand to, in one block. */
const NODE_BUDGET = 20_000

type Reader = {
  document: Document.Parsed
  block: string
  problems: Problem[]
  budget: number
  open: Set<unknown>
}

function plain(reader: Reader, node: unknown, depth: number): JsonValue {
  if (depth > MAX_DEPTH) return sourceText(reader, node)
  if (isScalar(node)) return scalar(node)
  if (isAlias(node)) return expanded(reader, node, depth)
  if (isSeq(node)) return node.items.map((item) => plain(reader, item, depth + 1))
  if (isMap(node)) return mapping(reader, node.items, depth)
  if (isPair(node)) return mapping(reader, [node], depth)
  return null
}

function scalar(node: Scalar): JsonValue {
  const { value, source } = node
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value
  if (typeof value === 'number')
    return String(value) === source || source === undefined ? value : source
  return source ?? toJson(value)
}

function expanded(reader: Reader, alias: Alias, depth: number): JsonValue {
  const target = alias.resolve(reader.document)
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
  const value = plain(reader, pair.value, depth + 1)
  if (Object.hasOwn(result, key)) {
    const message = `The key “${key}” stands more than once; the last one was taken, the others are kept under “${REPEATED_KEYS}”.`
    const line = lineOfNode(reader, pair.key)
    reader.problems.push({ code: 'front-matter-duplicate-key', message, line })
    keepRepeated(result, key, result[key] ?? null, value)
  }
  setKey(result, key, value)
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
  setKey(all, key, [...(Array.isArray(before) ? before : []), earlier])
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
