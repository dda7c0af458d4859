import { spellingOf } from './json'
import { offsetAt } from './timezone'

/** What a reading left open: the day, the order of day and month, or the zone. */
export type DateNote = 'approximate' | 'ambiguous' | 'zone'

export type DateReading =
  | {
      iso: string
      isDateOnly: boolean
      hasZone: boolean
      offset: number
      note?: DateNote
    }
  | { iso?: undefined; reason: 'invalid' | 'ambiguous' }

export type DateContext = {
  /** IANA zone or offset for dates that name none. */
  timezone: string
  /** True for generators in JavaScript, which read `3/4/2020` as the 4th of March. */
  isMonthFirst?: boolean
  /** A date known from elsewhere (the file name), which decides between two readings: `2020-04-03`. */
  hint?: string
}

/**
 * Reads a date in any spelling met in front matter and gives it as UTC in ISO 8601, or says that it is none. A date
 * without a zone is taken in `timezone`, one without a time at midnight there. Impossible dates (31 February) are invalid
 * rather than moved; a zone that does not exist (`+16:30`) is left aside and noted. A month alone becomes its first day
 * and is noted `approximate`.
 */
export function readDate(value: unknown, context: DateContext): DateReading {
  const text = spellingOf(value)
    .normalize('NFKC')
    .replace(/[\u200b\ufeff"]|^'|'$/g, '')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\d)(?:::+|-:)(?=\d)/g, ':')
    .replace(/(?<=:\d\d)::?(?=\s|$)/, '')
    .trim()
  if (text === '' || text.length > 80) return { reason: 'invalid' }
  for (const { pattern, read } of SPELLINGS) {
    const match = pattern.exec(text)
    const parts = match ? read(match, context) : undefined
    if (parts) return resolve(parts, context)
  }
  return { reason: 'invalid' }
}

type Parts = {
  year: number
  month: number
  day: number
  /** What follows the date: time, half of the day, zone. */
  rest?: string | undefined
  epoch?: number
  note?: DateNote
  isUndecided?: boolean
}

type Spelling = {
  pattern: RegExp
  read: (match: RegExpExecArray, context: DateContext) => Parts | undefined
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** One row a spelling; the first that takes the text decides. */
const SPELLINGS: readonly Spelling[] = [
  {
    pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(.*)$/,
    read: ([, y, , m, d, rest]) => ymd(y, m, d, rest),
  },
  {
    pattern: /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号號]?(.*)$/,
    read: ([, y, m, d, rest]) => ymd(y, m, d, rest),
  },
  {
    pattern: /^(\d{4})\s*년\s*(\d{1,2})\s*월\s*(\d{1,2})\s*일?(.*)$/,
    read: ([, y, m, d, rest]) => ymd(y, m, d, rest),
  },
  {
    pattern: /^(\d{4})(?:[-/.]|\s*年\s*)(\d{1,2})\s*月?$/,
    read: ([, y, m]) => ({ ...ymd(y, m, '1'), note: 'approximate' }),
  },
  {
    pattern: /^(\d{4})(\d{2})(\d{2})(?:[T ]?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{2}:?\d{2})?$/,
    read: compact,
  },
  { pattern: /^(\d{10}|\d{13})(?:\.\d+)?$/, read: ([, digits = '']) => epoch(digits) },
  { pattern: /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)(.*)$/, read: dayAndMonth },
  { pattern: /[a-z]{3}/i, read: named },
]

function ymd(year = '', month = '', day = '', rest?: string): Parts {
  return { year: Number(year), month: Number(month), day: Number(day), rest }
}

function compact([, y, m, d, hour, minute, second = '00', zone = '']: RegExpExecArray): Parts {
  return ymd(y, m, d, hour ? `T${hour}:${minute}:${second}${zone}` : zone)
}

function epoch(digits: string): Parts {
  return { year: 0, month: 0, day: 0, epoch: Number(digits) * (digits.length === 10 ? 1000 : 1) }
}

function dayAndMonth(
  [, a = '', sign, b = '', year, rest]: RegExpExecArray,
  context: DateContext,
): Parts {
  if (sign === '.' || Number(a) > 12) return ymd(year, b, a, rest)
  if (Number(b) > 12 || a === b) return ymd(year, a, b, rest)
  const monthFirst = ymd(year, a, b, rest)
  const dayFirst = ymd(year, b, a, rest)
  if (context.hint?.startsWith(dateKey(monthFirst))) return monthFirst
  if (context.hint?.startsWith(dateKey(dayFirst))) return dayFirst
  return context.isMonthFirst
    ? { ...monthFirst, note: 'ambiguous' }
    : { ...monthFirst, isUndecided: true }
}

function dateKey({ year, month, day }: Parts): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** Dates with the month's name, in any order: `Sun, 23 Jan 2022 17:09:23 GMT`, `January 23rd, 2022 5 pm`. */
function named(match: RegExpExecArray): Parts | undefined {
  const text = match.input.replace(
    /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]?\s*/i,
    '',
  )
  const front =
    /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?([a-z]{3,9})\.?,?[\s-]+(\d{4})\b,?(.*)$/i.exec(text)
  if (front) return withMonth(front[3], front[2], front[1], front[4])
  const american = /^([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b,?(.*)$/i.exec(text)
  if (american) return withMonth(american[3], american[1], american[2], american[4])
  const yearFirst = /^(\d{4})[\s-]+([a-z]{3,9})[\s-]+(\d{1,2})\b,?(.*)$/i.exec(text)
  if (yearFirst) return withMonth(yearFirst[1], yearFirst[2], yearFirst[3], yearFirst[4])
  // The order of `date` and of Ruby: the year stands behind the time, and sometimes behind the zone.
  const unix =
    /^([a-z]{3,9})\s+(\d{1,2})\s+(\d{1,2}:\d{2}(?::\d{2})?)\s+(?:([a-z]{2,5}|[+-]\d{4})\s+)?(\d{4})$/i.exec(
      text,
    )
  if (unix) return withMonth(unix[5], unix[1], unix[2], ` ${unix[3]} ${unix[4] ?? ''}`)
  const monthOnly = /^([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text)
  const parts = monthOnly && withMonth(monthOnly[2], monthOnly[1], '1', '')
  return parts ? { ...parts, note: 'approximate' } : undefined
}

function withMonth(year = '', name = '', day = '', rest = ''): Parts | undefined {
  const lower = name.toLowerCase()
  const index = MONTHS.indexOf(lower.slice(0, 3))
  const full = index === -1 ? '' : FULL_MONTHS[index]
  if (!full || !(full.startsWith(lower) || lower === 'sept')) return undefined
  return ymd(year, String(index + 1), day, rest)
}

const FULL_MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

const TIME =
  /^[\sT,]*(?:at\s+)?(上午|下午|凌晨|早上|晚上|中午)?\s*(\d{1,2})(?:\s*[:h时時点點]\s*(\d{1,2})?\s*分?(?:\s*:?\s*(\d{1,2})(?:[.,](\d{1,12}))?\s*秒?|[.,]\d{1,12})?)?\s*([ap]\.?m\.?(?![a-z]))?(?![\d:])(.*)$/i

type Clock = { hour: number; minute: number; second: number; ms: number; zone: string }

function resolve(parts: Parts, { timezone }: DateContext): DateReading {
  if (parts.isUndecided) return { reason: 'ambiguous' }
  if (parts.epoch !== undefined)
    return reading(parts.epoch, { isDateOnly: false, hasZone: true, offset: 0 })
  const { year, month, day } = parts
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (year < 1000 || month < 1 || month > 12 || day < 1 || day > days) return { reason: 'invalid' }
  const clock = readClock(parts.rest ?? '', year)
  if (!clock) return { reason: 'invalid' }
  const local = Date.UTC(year, month - 1, day, clock.hour, clock.minute, clock.second, clock.ms)
  const zone = clock.zone === '' ? timezone : clock.zone
  const written = offsetAt(zone, local, timezone)
  const isNoZone = written === undefined && ZONE_LIKE.test(clock.zone)
  const minutes = isNoZone ? offsetAt(timezone, local) : written
  if (minutes === undefined) return { reason: 'invalid' }
  const isDateOnly = !/\d/.test(parts.rest ?? '')
  const note = parts.note ?? (isNoZone ? 'zone' : undefined)
  return reading(local - minutes * 60_000, {
    isDateOnly,
    hasZone: clock.zone !== '' && !isNoZone,
    offset: minutes,
    ...(note ? { note } : {}),
  })
}

/** An offset or the name of a zone, be there such a one or not. */
const ZONE_LIKE = /^(?:(?:utc|gmt)?\s*[+-]\d{1,2}(?::?\d{2})?|[A-Za-z]+(?:[/_][A-Za-z_]+)*)$/i

function reading(
  time: number,
  about: {
    isDateOnly: boolean
    hasZone: boolean
    offset: number
    note?: DateNote
  },
): DateReading {
  const date = new Date(time)
  return Number.isNaN(date.getTime())
    ? { reason: 'invalid' }
    : { iso: date.toISOString(), ...about }
}

function readClock(rest: string, year: number): Clock | undefined {
  const text = rest.trim()
  const midnight = { hour: 0, minute: 0, second: 0, ms: 0 }
  if (text === '' || /^T?$/i.test(text)) return { ...midnight, zone: '' }
  if (/^(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})$/i.test(text)) return { ...midnight, zone: text }
  // A weekday between date and time: `2021-01-05 Tue 10:00`, `2021年1月5日 星期二`.
  const bare = text.replace(
    /^,?\s*\(?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:星期|周|週)[一二三四五六日天])\)?\s*/i,
    '',
  )
  if (bare === '') return { ...midnight, zone: '' }
  const match = TIME.exec(bare)
  if (!match) return undefined
  const [
    ,
    part = '',
    hours = '',
    minutes = '0',
    seconds = '0',
    fraction = '',
    half = '',
    tail = '',
  ] = match
  if (match[3] === undefined && !half && !part && !/[时時点點h]/.test(bare)) return undefined
  const isNamedHalf = half !== '' || part !== ''
  const hour = halfDay(Number(hours), half.toLowerCase() + part, isNamedHalf)
  const [minute, second] = [Number(minutes), Number(seconds)]
  const isDayEnd = hour === 24 && minute === 0 && second === 0
  if ((hour > 23 && !isDayEnd) || minute > 59 || second > 60) return undefined
  const zone = tail
    .replace(new RegExp(`^\\s*${year}(?=\\s)`), '')
    .replace(/\s*\([^)]*\)\s*$/, '')
    .trim()
  return { hour, minute, second, ms: Number(fraction.slice(0, 3).padEnd(3, '0')), zone }
}

function halfDay(hour: number, half: string, isNamed: boolean): number {
  if (!isNamed || hour > 12) return hour
  if (/^p|下午|晚上/.test(half)) return hour === 12 ? 12 : hour + 12
  if (/^a|上午|凌晨|早上/.test(half)) return hour === 12 ? 0 : hour
  return hour
}

/** The date at the start of a file name, or in three folders of a path, as `YYYY-MM-DD`; `undefined` without one. */
export function dateInPath(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const match =
    DATED_NAME.exec(name) ??
    /(?:^|\/)(\d{4})\/(\d{1,2})\/(\d{1,2})(?=\/|$|-)/.exec(path) ??
    /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})-[^/]+\/index\./.exec(path) ??
    /(?:^|\/)(\d{4})-(\d{1,2})-(\d{1,2})(?=[-_/][^/]*\/?)/.exec(path)
  if (!match) return undefined
  const [, year = '', month = '', day = ''] = match
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const isPossible =
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= days
  const isRecent = Number(year) >= 1900 && Number(year) < 2200
  return isPossible && isRecent
    ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    : undefined
}

/** A file name that starts with a date: year, month, day, and what follows. */
export const DATED_NAME = /^(\d{4})[-_.](\d{1,2})[-_.](\d{1,2})(?=[-_. ]|$)/
