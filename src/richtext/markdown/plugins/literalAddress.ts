/**
 * Reads a bare address as GFM has it, character by character as GitHub and remark do
 * (https://github.github.com/gfm/#autolinks-extension-).
 */

const STARTS_HTTP = /https?:\/\//iy
const STARTS_WWW = /www\./iy
const BLANK = /\s/
const PUNCTUATION = /[\p{P}\p{S}]/u
const CONTROL = /[\u0000-\u001f\u007f]/
const MAY_TRAIL = new Set('!"\'()*,.:;?_~&]<')

/** Takes a text and an offset; returns where the address that begins there ends, or undefined when none does. */
export const addressEnd = (text: string, at: number): number | undefined => {
  STARTS_HTTP.lastIndex = at
  const isHttp = STARTS_HTTP.test(text)
  STARTS_WWW.lastIndex = at
  if (!isHttp && !STARTS_WWW.test(text)) return undefined
  const domainStart = isHttp ? STARTS_HTTP.lastIndex : at
  const first = text[domainStart] ?? ''
  if (isEnd(first) || CONTROL.test(first) || PUNCTUATION.test(first)) return undefined
  if (!isHttp && STARTS_WWW.lastIndex >= text.length) return undefined
  const trails = createTrailReader(text)
  const domainEnd = endOfDomain(text, domainStart, trails)
  return domainEnd === undefined ? undefined : endOfPath(text, domainEnd, trails)
}

/** Whether a link may begin behind this character. */
export const mayFollow = (before: string, text: string, at: number): boolean =>
  /[hH]/.test(text[at] ?? '') ? !/[A-Za-z]/.test(before) : /^[\s(*_[\]~]?$/.test(before)

/** A private character opens or closes the place of a tag. */
const isEnd = (character: string): boolean =>
  character === '' || BLANK.test(character) || (character >= '\uE000' && character <= '\uF8FF')

const PLACE = /[\uE000-\uF8FF]\d+[\uE000-\uF8FF]/y
const GOES_ON = /[\w/-]|\.\w/y

/**
 * Where the place of a tag ends that stands in an address (`https://host/v{{ version }}/a`); undefined when the address ends
 * before it.
 */
const endOfPlace = (text: string, at: number): number | undefined => {
  PLACE.lastIndex = at
  if (!PLACE.test(text)) return undefined
  const end = PLACE.lastIndex
  GOES_ON.lastIndex = end
  return /[/=&?#_-]/.test(text[at - 1] ?? '') || GOES_ON.test(text) ? end : undefined
}

type TrailReader = (at: number) => boolean

/**
 * Says whether nothing but trailing punctuation stands between an offset and the end of the word. A run that is no trail is
 * remembered, so that a long one is read once.
 */
const createTrailReader = (text: string): TrailReader => {
  let noTrailBefore = -1
  return (start) => {
    if (start < noTrailBefore) return false
    for (let at = start; ; at++) {
      const character = text[at] ?? ''
      if (character === '<') return true
      if (isEnd(character)) return endOfPlace(text, at) === undefined || notTrail(at)
      if (character === ']' && /^[([]?$/.test(text[at + 1] ?? '')) return true
      if (character === '&') {
        const end = entityEnd(text, at)
        if (end === undefined) return notTrail(at)
        at = end
      } else if (character === '(' || !MAY_TRAIL.has(character)) return notTrail(at)
    }
  }
  function notTrail(at: number): false {
    noTrailBefore = at + 1
    return false
  }
}

const ENTITY = /&(?:[A-Za-z][A-Za-z\d]{0,31}|#\d{1,7}|#[xX][\dA-Fa-f]{1,6});/y

const entityEnd = (text: string, at: number): number | undefined => {
  ENTITY.lastIndex = at
  return ENTITY.test(text) ? ENTITY.lastIndex - 1 : undefined
}

const endOfDomain = (text: string, start: number, isTrail: TrailReader): number | undefined => {
  let at = start
  let hasUnderscore = false
  let hadUnderscore = false
  for (; ; at++) {
    const character = text[at] ?? ''
    if (character === '.' || character === '_') {
      if (isTrail(at)) break
      if (character === '_') hasUnderscore = true
      else {
        hadUnderscore = hasUnderscore
        hasUnderscore = false
      }
    } else if (isEnd(character) || (character !== '-' && PUNCTUATION.test(character))) break
  }
  return at === start || hasUnderscore || hadUnderscore ? undefined : at
}

const endOfPath = (text: string, start: number, isTrail: TrailReader): number => {
  let open = 0
  let closed = 0
  for (let at = start; ; at++) {
    const character = text[at] ?? ''
    if (isEnd(character)) {
      const end = endOfPlace(text, at)
      if (end === undefined) return at
      at = end - 1
    } else if (character === '(') open++
    else if (character === ')' && closed < open) closed++
    else if (MAY_TRAIL.has(character)) {
      if (isTrail(at)) return at
      if (character === ')') closed++
    }
  }
}
