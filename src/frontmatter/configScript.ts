import { isObject, MAX_DEPTH, setKey } from './json'
import type { JsonObject, JsonValue } from './json'

/**
 * Reads the plain literals of a configuration that is written as a program (`docusaurus.config.js`, `gatsby-config.js`,
 * `.eleventy.js`): the objects that it exports or returns, with texts, numbers, booleans, lists and objects in them. Names of
 * constants that hold a text, an object or a list are followed. Nothing is run; calls and other expressions are left out. Never throws.
 */
export function readConfigScript(text: string): JsonObject {
  const constants = constantsOf(text)
  const budget = { left: MOST_FOLLOWED }
  const config: JsonObject = {}
  for (const match of text.matchAll(OBJECT_START)) {
    const reader: Reader = { text, at: (match.index ?? 0) + match[0].length - 1, constants, budget }
    const value = readValue(reader, 0)
    if (!isObject(value)) continue
    for (const [key, item] of Object.entries(value))
      if (!Object.hasOwn(config, key)) setKey(config, key, item)
  }
  return config
}

/** Where an exported or returned object begins; the brace is the match's last sign. */
const OBJECT_START =
  /(?:\bmodule\.exports\s*=|\bexport\s+default|\bdefineConfig\s*\(|^[ \t]*(?:export\s+)?(?:const|let|var)\s+\w*(?:config|site|metadata)\w*\s*(?::\s*[\w.<>]+\s*)?=|\breturn|=>\s*\()\s*\{/gim

const MAX_SIGNS = 200_000
/** Names of objects that are followed in one file: lists of names of lists of names must come to an end. */
const MOST_FOLLOWED = 50

/** A constant: its text, or where its object or list begins. */
type Constant = string | { at: number }

type Reader = {
  text: string
  at: number
  constants: ReadonlyMap<string, Constant>
  budget: { left: number }
}

/** `undefined` stands for an expression that is no literal. */
type Literal = JsonValue | undefined

function constantsOf(text: string): Map<string, Constant> {
  const constants = new Map<string, Constant>()
  for (const match of text.matchAll(
    /\b(?:const|let|var)\s+(\w+)\s*(?::\s*[\w.<>[\]]+\s*)?=\s*[{[]/g,
  ))
    constants.set(match[1] ?? '', { at: match.index + match[0].length - 1 })
  for (const [, name = '', , value = ''] of text.matchAll(
    /\b(?:const|let|var)\s+(\w+)\s*=\s*(["'`])([^"'`$\n]{0,300})\2/g,
  ))
    constants.set(name, value)
  return constants
}

function readValue(reader: Reader, depth: number): Literal {
  skipBlank(reader)
  const sign = reader.text[reader.at] ?? ''
  if (depth < MAX_DEPTH && sign === '{') return readObject(reader, depth)
  if (depth < MAX_DEPTH && sign === '[') return readList(reader, depth)
  if (depth < MAX_DEPTH && sign === '(') return readGrouped(reader, depth)
  if (sign === '"' || sign === "'" || sign === '`') return readWhole(reader, readText(reader))
  const word = /^-?[\w.]+/.exec(reader.text.slice(reader.at, reader.at + 80))?.[0]
  if (word === undefined) return skipExpression(reader)
  reader.at += word.length
  return readWhole(reader, wordValue(word, reader, depth))
}

/** A value in parentheses, as behind a type in a comment. */
function readGrouped(reader: Reader, depth: number): Literal {
  const start = reader.at
  reader.at++
  const value = readValue(reader, depth + 1)
  skipBlank(reader)
  if (value !== undefined && reader.text[reader.at] === ')') {
    reader.at++
    return readWhole(reader, value)
  }
  reader.at = start
  return skipExpression(reader)
}

/** A literal counts only where the expression ends behind it; `as const` and the like are no part of a value. */
function readWhole(reader: Reader, value: Literal): Literal {
  skipBlank(reader)
  const cast = /^(?:as|satisfies)\s+[\w.<>[\]]+/.exec(reader.text.slice(reader.at, reader.at + 80))
  if (cast) reader.at += cast[0].length
  skipBlank(reader)
  if (/^[,}\])]|^$/.test(reader.text.slice(reader.at, reader.at + 1))) return value
  return skipExpression(reader)
}

function wordValue(word: string, reader: Reader, depth: number): Literal {
  if (word === 'true' || word === 'false') return word === 'true'
  if (word === 'null') return null
  if (/^-?\d+(\.\d+)?$/.test(word)) return Number(word)
  const constant = reader.constants.get(word)
  if (typeof constant !== 'object') return constant
  if (reader.budget.left-- <= 0) return undefined
  return readValue({ ...reader, at: constant.at }, depth + 1)
}

function readObject(reader: Reader, depth: number): JsonObject {
  const object: JsonObject = {}
  reader.at++
  while (reader.at < Math.min(reader.text.length, MAX_SIGNS)) {
    skipBlank(reader)
    if (reader.text[reader.at] === '}') break
    const key = readKey(reader)
    if (key === undefined) skipExpression(reader)
    else {
      const value = readValue(reader, depth + 1)
      if (value !== undefined) setKey(object, key, value)
    }
    skipBlank(reader)
    if (reader.text[reader.at] === ',') reader.at++
    else if (reader.text[reader.at] !== '}') break
  }
  reader.at++
  return object
}

/** `name:`, `'name':`; `undefined` for what is spread, computed, short or a method. */
function readKey(reader: Reader): string | undefined {
  const match = /^(?:([\w$]+)|(["'])([^"'\n]*)\2)\s*:/.exec(
    reader.text.slice(reader.at, reader.at + 200),
  )
  if (!match) return undefined
  reader.at += match[0].length
  return match[1] ?? match[3] ?? ''
}

function readList(reader: Reader, depth: number): JsonValue[] {
  const list: JsonValue[] = []
  reader.at++
  while (reader.at < Math.min(reader.text.length, MAX_SIGNS)) {
    skipBlank(reader)
    if (reader.text[reader.at] === ']') break
    const value = readValue(reader, depth + 1)
    if (value !== undefined) list.push(value)
    skipBlank(reader)
    if (reader.text[reader.at] === ',') reader.at++
    else if (reader.text[reader.at] !== ']') break
  }
  reader.at++
  return list
}

/** The text between quotes; the configuration's own folder in a template is left out, other expressions end the reading. */
function readText(reader: Reader): Literal {
  const quote = reader.text[reader.at] ?? ''
  const start = reader.at + 1
  let at = start
  while (at < reader.text.length && reader.text[at] !== quote)
    at += reader.text[at] === '\\' ? 2 : 1
  reader.at = at + 1
  const raw = reader.text
    .slice(start, at)
    .replace(/\$\{__dirname\}\/?/g, '')
    .replace(/\\(.)/g, '$1')
  return quote === '`' && raw.includes('${') ? undefined : raw
}

/** Passes over an expression up to the comma or bracket that ends it. */
function skipExpression(reader: Reader): undefined {
  let depth = 0
  while (reader.at < reader.text.length) {
    const sign = reader.text[reader.at] ?? ''
    if (sign === '"' || sign === "'" || sign === '`') {
      readText(reader)
      continue
    }
    const before = reader.at
    skipBlank(reader)
    if (reader.at > before) continue
    if (/[[{(]/.test(sign)) depth++
    else if (/[\]})]/.test(sign) && depth-- === 0) return undefined
    else if (sign === ',' && depth === 0) return undefined
    reader.at++
  }
  return undefined
}

function skipBlank(reader: Reader): void {
  for (;;) {
    while (/\s/.test(reader.text[reader.at] ?? '')) reader.at++
    if (reader.text.startsWith('//', reader.at)) {
      const end = reader.text.indexOf('\n', reader.at)
      reader.at = end === -1 ? reader.text.length : end
    } else if (reader.text.startsWith('/*', reader.at)) {
      const end = reader.text.indexOf('*/', reader.at)
      reader.at = end === -1 ? reader.text.length : end + 2
    } else return
  }
}
