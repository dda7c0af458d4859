/**
 * Minutes by which a zone is ahead of UTC at a local time (milliseconds as if it were UTC). Takes IANA names, offsets in
 * any spelling (`+08:00`, `-5`, `GMT+8`) and the usual abbreviations; `CST` is China's where `home` lies in China. Gives
 * `undefined` for a zone that does not exist.
 */
export function offsetAt(zone: string, local: number, home = 'UTC'): number | undefined {
  const text = zone.trim()
  const fixed = fixedOffset(text, home)
  if (fixed !== undefined) return Number.isNaN(fixed) ? undefined : fixed
  const format = formatOf(text)
  if (!format) return undefined
  const guess = offsetByFormat(format, local)
  return offsetByFormat(format, local - guess * 60_000)
}

/** True for a zone in which dates can be read. */
export function isTimezone(zone: string): boolean {
  return zone.trim() !== '' && offsetAt(zone, 0) !== undefined
}

const ABBREVIATIONS = new Map<string, number>([
  ['z', 0],
  ['utc', 0],
  ['gmt', 0],
  ['ut', 0],
  ['wet', 0],
  ['bst', 60],
  ['cet', 60],
  ['west', 60],
  ['cest', 120],
  ['eet', 120],
  ['msk', 180],
  ['eest', 180],
  ['hkt', 480],
  ['sgt', 480],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['nzst', 720],
  ['nzdt', 780],
  ['edt', -240],
  ['est', -300],
  ['cdt', -300],
  ['cst', -360],
  ['mdt', -360],
  ['mst', -420],
  ['pdt', -420],
  ['pst', -480],
])

const IN_CHINA =
  /^Asia\/(Shanghai|Chongqing|Chungking|Harbin|Urumqi|Taipei|Hong_Kong|Macau)$|^(PRC|ROC)$|^\+0?8(:?00)?$/

/** Minutes of an offset or abbreviation; NaN for an offset out of range; `undefined` for anything else. */
function fixedOffset(text: string, home: string): number | undefined {
  const lower = text.toLowerCase()
  if (lower === 'cst' && IN_CHINA.test(home)) return 480
  const named = ABBREVIATIONS.get(lower)
  if (named !== undefined) return named
  const match =
    /^(?:utc|gmt)?\s*([+-])(\d{1,2})(?::?(\d{2}))?(?:\s+(?:[a-z]{2,5}|\([^)]*\)))?$/i.exec(text)
  if (!match) return undefined
  const [, sign, hours = '', minutes = '0'] = match
  const total = Number(hours) * 60 + Number(minutes)
  const isPossible = Number(minutes) < 60 && (sign === '+' ? total <= 14 * 60 : total <= 12 * 60)
  return isPossible ? (sign === '-' ? -total : total) : Number.NaN
}

const formats = new Map<string, Intl.DateTimeFormat | undefined>()

function formatOf(zone: string): Intl.DateTimeFormat | undefined {
  if (formats.has(zone)) return formats.get(zone)
  const format = newFormat(zone)
  // Zones written in files are anyone's text: the cache must not grow with them.
  if (formats.size < 500) formats.set(zone, format)
  return format
}

function newFormat(timeZone: string): Intl.DateTimeFormat | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(timeZone)) return undefined
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    })
  } catch {
    return undefined
  }
}

function offsetByFormat(format: Intl.DateTimeFormat, time: number): number {
  const parts = new Map(format.formatToParts(time).map(({ type, value }) => [type, Number(value)]))
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return Math.round((shown - Math.floor(time / 1000) * 1000) / 60_000)
}
