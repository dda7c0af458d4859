import type { PictureDraft } from '../draft'
import { filledText, isObject } from '../json'
import type { JsonObject, JsonValue } from '../json'
import { PICTURE_WORDS } from './keys'

export type PictureReading = {
  picture: PictureDraft
  /** True when the picture holds every word of the value. */
  isWhole: boolean
  /** The address had to be cleaned. */
  isRepaired: boolean
}

const URL_KEYS = [
  'url',
  'src',
  'path',
  'image',
  'file',
  'relative',
  'href',
  'link',
  'source',
  'name',
  'publicURL',
  'feature',
  'teaser',
  'thumb',
]

/** Reads a picture: an address, an object that holds one, the first of a list. `undefined` for ids, booleans and the like. */
export function readPicture(value: JsonValue): PictureReading | undefined {
  if (typeof value === 'string') return fromAddress(value)
  if (Array.isArray(value)) {
    const found = value[0] === undefined ? undefined : readPicture(value[0])
    return found && { ...found, isWhole: found.isWhole && value.length === 1 }
  }
  return isObject(value) ? fromObject(value) : undefined
}

const COVER_NAME = /cover|featured?|thumb|header|hero|banner/i

/** Hugo's list of files beside a text: the one that is named as a cover. */
export function readResource(value: JsonValue | undefined): PictureReading | undefined {
  if (!Array.isArray(value)) return undefined
  const found = value.find(
    (item) => isObject(item) && COVER_NAME.test(filledText(item['name']) ?? ''),
  )
  const reading = isObject(found) ? fromAddress(filledText(found['src']) ?? '') : undefined
  return reading && { ...reading, isWhole: false }
}

function fromAddress(text: string): PictureReading | undefined {
  const markdown = /^!?\[([^\]]*)\]\(\s*([^)\s]+)(?:\s+["'][^)]*)?\)$/.exec(text.trim())
  if (markdown?.[2])
    return {
      picture: { url: markdown[2], ...(markdown[1] ? { alt: markdown[1] } : {}) },
      isWhole: false,
      isRepaired: true,
    }
  const trimmed = text.trim()
  const url = withoutStrayBracket(trimmed)
  return looksLikeAddress(url)
    ? { picture: { url }, isWhole: true, isRepaired: url !== trimmed }
    : undefined
}

/** `x.jpg)` comes from a picture copied out of a text. */
function withoutStrayBracket(url: string): string {
  return url.endsWith(')') && !url.includes('(') ? url.slice(0, -1) : url
}

/** An address or a path rather than a word: an id such as `hero-2` names no file. */
function looksLikeAddress(text: string): boolean {
  return (
    !text.includes('\n') &&
    (/^(?:https?:)?\/\//.test(text) ||
      text.startsWith('data:image/') ||
      /^[^<>]*[/.][^<>\s]{2,}/.test(text))
  )
}

function fromObject(value: JsonObject): PictureReading | undefined {
  for (const key of URL_KEYS) {
    const item = Object.hasOwn(value, key) ? value[key] : undefined
    const found = item === undefined || item === null ? undefined : readPicture(item)
    if (!found) continue
    const words = wordsOf(value, key)
    return {
      picture: { ...found.picture, ...words.texts },
      isWhole: found.isWhole && words.count + 1 === Object.keys(value).length,
      isRepaired: found.isRepaired,
    }
  }
  return undefined
}

function wordsOf(
  value: JsonObject,
  urlKey: string,
): { texts: Partial<PictureDraft>; count: number } {
  const texts: Partial<PictureDraft> = {}
  let count = 0
  for (const field of ['alt', 'caption', 'credit'] as const) {
    const keys: readonly string[] =
      field === 'caption'
        ? [...PICTURE_WORDS.caption, 'title', 'description']
        : PICTURE_WORDS[field]
    const key = keys.find(
      (it) => it !== urlKey && Object.hasOwn(value, it) && filledText(value[it]) !== undefined,
    )
    if (!key) continue
    texts[field] = filledText(value[key]) ?? ''
    count++
  }
  return { texts, count }
}
