import { filledText, isObject } from '../json'
import type { JsonValue } from '../json'

/**
 * Tags or flat categories as a list of names: lists, lists in lists, objects with a label, one text with commas, or, where
 * the generator reads it so, with blanks. Numbers become text. Order is kept, repeats are dropped.
 */
export function readTerms(value: JsonValue, { isSpaceSeparated = false } = {}): string[] {
  if (Array.isArray(value)) return unique(value.flat(5).flatMap((item) => termOf(item)))
  if (typeof value === 'string') return unique(splitTerms(value, isSpaceSeparated))
  return termOf(value)
}

/**
 * Categories as paths. By Hexo's rule (`isPath`) a flat list is one path from parent to child, and a list that holds lists
 * is several; elsewhere each item of a flat list is a category of its own.
 */
export function readCategories(
  value: JsonValue,
  { isPath = false, isSpaceSeparated = false }: { isPath?: boolean; isSpaceSeparated?: boolean },
): string[][] {
  const hasLists = Array.isArray(value) && value.some(Array.isArray)
  if (Array.isArray(value) && hasLists)
    return uniquePaths(
      value.map((item) => (Array.isArray(item) ? item.flat(5).flatMap(termOf) : termOf(item))),
    )
  if (isPath && Array.isArray(value)) return uniquePaths([value.flatMap(termOf)])
  if (isPath) return uniquePaths([termOf(value)])
  return uniquePaths(readTerms(value, { isSpaceSeparated }).map((name) => [name]))
}

function termOf(item: JsonValue): string[] {
  const text = isObject(item)
    ? filledText(item['label'] ?? item['name'] ?? item['title'] ?? item['slug'])
    : filledText(item)
  return text ? [text.replace(/^#(?=[\p{L}\p{N}])/u, '')] : []
}

function splitTerms(text: string, isSpaceSeparated: boolean): string[] {
  if (/^\s*#[^\s#]+(?:\s+#[^\s#]+)*\s*$/.test(text))
    return text.split(/[\s#]+/).filter((part) => part !== '')
  const separator = /[,;，；、]/.test(text)
    ? /\s*[,;，；、]\s*/
    : isSpaceSeparated
      ? /\s+/
      : /\s*\n\s*/
  return text
    .trim()
    .split(separator)
    .filter((part) => part !== '')
}

function unique(names: string[]): string[] {
  return [...new Set(names)]
}

function uniquePaths(paths: string[][]): string[][] {
  const seen = new Set<string>()
  return paths.filter((path) => {
    const id = JSON.stringify(path)
    if (path.length === 0 || seen.has(id)) return false
    seen.add(id)
    return true
  })
}
