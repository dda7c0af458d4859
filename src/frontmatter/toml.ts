import { parse } from 'smol-toml'
import type { Problem } from '../problem'
import { isObject, setKey, toJson } from './json'
import type { JsonObject } from './json'
import { keepRepeated } from './yaml'
import { UNPARSED } from './yamlRepair'

/**
 * Reads a TOML block. Dates keep their own spelling, with their zone or without. What does not parse is read entry by
 * entry, so that a fault costs no more than its own entry; the text of faulty ones is kept. Never throws.
 */
export function readToml(block: string): { value: JsonObject; problems: Problem[] } {
  const whole = attempt(block)
  return whole.value ? { value: whole.value, problems: [] } : repairToml(block, whole.line)
}

function attempt(block: string): { value?: JsonObject; line: number } {
  try {
    const value = toJson(parse(block, { integersAsBigInt: 'asNeeded' }))
    return isObject(value) ? { value, line: 1 } : { line: 1 }
  } catch (error) {
    const isPlaced = typeof error === 'object' && error !== null && 'line' in error
    return { line: isPlaced && typeof error.line === 'number' ? error.line : 1 }
  }
}

function repairToml(block: string, line: number): { value: JsonObject; problems: Problem[] } {
  const value: JsonObject = {}
  const lost: string[] = []
  let table = ''
  for (const entry of entriesOf(block)) {
    if (entry.startsWith('[')) table = entry
    const read = attempt(entry).value ?? attempt(mended(entry)).value
    if (read) place(value, table === entry ? '' : table, read)
    else lost.push(entry.trim())
  }
  if (lost.length > 0) value[UNPARSED] = lost.join('\n')
  const message =
    lost.length > 0
      ? `The front matter is no valid TOML; what could be read was, the rest is kept under “${UNPARSED}”.`
      : 'The front matter is no valid TOML; it was read entry by entry. Correct it in the source.'
  return { value, problems: [{ code: 'front-matter-repaired', message, line }] }
}

/** Entries start at a key or a table header; other lines go on with the entry before. */
function entriesOf(block: string): string[] {
  const entries: string[] = []
  for (const line of block.split('\n')) {
    const isStart = /^[ \t]*(?:["']?[\w.-]+["']?[ \t]*=|\[)/.test(line)
    const open = entries.at(-1)
    if (open === undefined || (isStart && !isOpen(open))) entries.push(line)
    else entries[entries.length - 1] = `${open}\n${line}`
  }
  return entries.filter((entry) => entry.trim() !== '' && !/^(\s*#[^\n]*\n?)+$/.test(entry))
}

function isOpen(entry: string): boolean {
  if (entry.length > 20_000 || /^[ \t]*\[/.test(entry)) return false
  const isMultiLine = (mark: string) => entry.split(mark).length % 2 === 0
  if (isMultiLine('"""') || isMultiLine("'''")) return true
  const value = entry.slice(entry.indexOf('=') + 1).trim()
  return value.startsWith('[') && value.split('[').length > value.split(']').length
}

function mended(entry: string): string {
  const at = entry.indexOf('=')
  if (at === -1 || entry.trimStart().startsWith('[')) return entry
  const raw = entry.slice(at + 1).trim()
  const bare = raw.replace(/^(["'])([^]*)\1$/, '$2').replace(/^["']/, '')
  return `${entry.slice(0, at)}= ${JSON.stringify(bare)}`
}

/** Puts what stands below `[a.b]` where it belongs; `[[a]]` is read as one table more in a list. */
function place(target: JsonObject, table: string, read: JsonObject): void {
  const isList = table.startsWith('[[')
  const names =
    /^\[+([^\]]*)\]/
      .exec(table)?.[1]
      ?.split('.')
      .map((name) => name.trim().replace(/["']/g, '')) ?? []
  let at = target
  names.forEach((name, index) => {
    const next = at[name]
    const last = Array.isArray(next) ? next.at(-1) : next
    if (isObject(last)) at = last
    else {
      const fresh: JsonObject = {}
      setKey(at, name, isList && index === names.length - 1 ? [fresh] : fresh)
      at = fresh
    }
  })
  for (const [key, item] of Object.entries(read)) {
    if (Object.hasOwn(at, key)) keepRepeated(target, key, at[key] ?? null, item)
    setKey(at, key, item)
  }
}
