import { setKey } from './json'
import type { JsonObject, JsonValue } from './json'

/**
 * Reads the YAML that most front matter is made of: keys at the margin with one-line scalars, flow lists of words, and
 * lists of scalars below. It gives exactly what the whole parser gives, in a fraction of the time, and `undefined` for
 * everything that could mean something else.
 */
export function readPlainYaml(block: string): JsonObject | undefined {
  if (UNUSUAL.test(block)) return undefined
  const lines = block.split('\n')
  const data: JsonObject = {}
  let at = 0
  while (at < lines.length) {
    const line = lines[at] ?? ''
    if (isSilent(line)) {
      at++
      continue
    }
    const match = KEY.exec(line)
    const [, key = '', written = ''] = match ?? []
    const text = trimmed(written)
    if (!match || Object.hasOwn(data, key)) return undefined
    const next = lines[at + 1] ?? ''
    if (text === '') {
      const list = readList(lines, at + 1)
      if (!list) return undefined
      setKey(data, key, list.items)
      at = list.end
      continue
    }
    const value = text.startsWith('[') ? flowList(text) : scalar(text)
    // An indented line would go on with the value.
    if (value === undefined || (/^[ \t]/.test(next) && !/^\s*$/.test(next))) return undefined
    // So would one behind an empty line.
    if (/^\s*$/.test(next) && goesOn(lines, at + 1)) return undefined
    setKey(data, key, value)
    at++
  }
  return data
}

/** Tabs, signs that no editor shows, and the marks of documents. */
const UNUSUAL = /[\t\u0000-\u0008\u000b-\u001f\u007f-\u00a0\u2028\u2029\ufeff]|^(?:---|\.\.\.)/m
const KEY = /^([A-Za-z_][\w-]*):(?: (.*))?$/
const ITEM = /^( *)- (.*)$/

/** Without blanks at its ends; wider ones, which indent Chinese paragraphs, are a part of the text. */
function trimmed(text: string): string {
  let [from, to] = [0, text.length]
  while (text[from] === ' ') from++
  while (to > from && text[to - 1] === ' ') to--
  return text.slice(from, to)
}

function isSilent(line: string): boolean {
  return /^ *(?:#.*)?$/.test(line)
}

function goesOn(lines: readonly string[], from: number): boolean {
  let at = from
  while (at < lines.length && /^\s*$/.test(lines[at] ?? '')) at++
  return /^ /.test(lines[at] ?? '')
}

type List = { items: JsonValue; end: number }

/** The items below a key without a value, up to the next key; `null` without any. */
function readList(lines: readonly string[], from: number): List | undefined {
  const items: JsonValue[] = []
  let indent: string | undefined
  let at = from
  for (; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (isSilent(line)) continue
    const match = ITEM.exec(line)
    if (!match) {
      if (/^[ -]/.test(line)) return undefined
      break
    }
    const [, lead = '', written = ''] = match
    const text = trimmed(written)
    if (indent !== undefined && lead !== indent) return undefined
    indent = lead
    const value = text === '' ? undefined : scalar(text)
    if (value === undefined) return undefined
    items.push(value)
  }
  return { items: indent === undefined ? null : items, end: at }
}

function scalar(text: string): JsonValue | undefined {
  const [first = ''] = text
  if (first === "'")
    return /^'(?:[^']|'')*'$/.test(text) ? text.slice(1, -1).replaceAll("''", "'") : undefined
  if (first === '"') return /^"[^"\\]*"$/.test(text) ? text.slice(1, -1) : undefined
  if (/^[-?:,[\]{}#&*!|>%@`=<]/.test(text) || /: |:$| #/.test(text)) return undefined
  return resolved(text)
}

function flowList(text: string): JsonValue[] | undefined {
  const written = /^\[([^[\]{}:#&*!|>%@`?]*)\]$/.exec(text)?.[1]
  if (written === undefined) return undefined
  const inner = trimmed(written)
  if (inner === '') return []
  const items: JsonValue[] = []
  for (const part of inner.split(',')) {
    const item = trimmed(part)
    const value =
      item === '' || /^["'].*["'].|^[^"'].*["']/.test(item) ? quotedItem(item) : scalar(item)
    if (value === undefined) return undefined
    items.push(value)
  }
  return items
}

function quotedItem(item: string): JsonValue | undefined {
  return /^"[^"\\]*"$|^'[^']*'$/.test(item) ? item.slice(1, -1) : undefined
}

/** Scalars by the core schema of YAML 1.2; a number that would be spelled in another way stays text. */
function resolved(text: string): JsonValue {
  if (/^(?:true|True|TRUE)$/.test(text)) return true
  if (/^(?:false|False|FALSE)$/.test(text)) return false
  if (/^(?:null|Null|NULL|~)$/.test(text)) return null
  return /^-?\d+(?:\.\d+)?$/.test(text) && String(Number(text)) === text ? Number(text) : text
}
