import type { Problem } from '../../problem'
import { dateInPath, readDate } from '../dates'
import type { DateContext, DateNote } from '../dates'
import type { ArticleDraft } from '../draft'
import type { Fields } from '../fields'
import { filledText, textOf } from '../json'
import type { JsonValue } from '../json'
import { KEYS } from './keys'

/** `offset` is that of the publication, in minutes ahead of UTC, as it was written. */
export type DatesReading = Pick<
  ArticleDraft,
  'publishedAt' | 'dateFrom' | 'updatedAt' | 'expiresAt'
> & { offset?: number; problems: Problem[] }

const PATH_KEYS = ['path', 'permalink', 'url', 'slug']

/**
 * Publication, change and expiry. Without a usable date in the front matter the file's name, its folders, or a dated path in
 * the front matter give it. A date that cannot be read stays in the rest and is reported; none is ever guessed.
 */
export function readDates(
  fields: Fields,
  { path, context, now, line }: { path: string; context: DateContext; now: Date; line?: number },
): DatesReading {
  const problems: Problem[] = []
  const inPath = dateInPath(path) ?? datedKey(fields)
  const dated = { ...context, ...(inPath ? { hint: inPath } : {}) }
  const read = (names: readonly string[]) =>
    firstDate(fields, { names, context: dated, problems, ...(line ? { line } : {}) })
  const scheduled = futureDate(fields, dated, now)
  const written = scheduled ?? read(KEYS.date)
  const result: DatesReading = { problems }
  if (written)
    Object.assign(result, {
      publishedAt: written.iso,
      offset: written.offset,
      dateFrom: 'frontMatter',
    })
  else if (inPath) {
    const reading = readDate(inPath, context)
    if (reading.iso)
      Object.assign(result, { publishedAt: reading.iso, offset: reading.offset, dateFrom: 'path' })
  }
  const updated = read(KEYS.updated)
  const expires = read(KEYS.expires)
  if (updated) result.updatedAt = updated.iso
  if (expires) result.expiresAt = expires.iso
  return result
}

function datedKey(fields: Fields): string | undefined {
  for (const key of PATH_KEYS) {
    const found = dateInPath(`/${filledText(fields.peek(key)) ?? ''}`)
    if (found) return found
  }
  return undefined
}

/** Hugo shows `date` and waits for `publishDate`: one in the future decides. */
function futureDate(fields: Fields, context: DateContext, now: Date): ReadDate | undefined {
  if (fields.peek('date') === undefined) return undefined
  const value = fields.peek(KEYS.scheduled[0])
  const reading = value === undefined ? undefined : readDate(textOf(value), context)
  if (!reading?.iso || reading.iso <= now.toISOString()) return undefined
  fields.use(KEYS.scheduled[0])
  return reading
}

type ReadDate = { iso: string; offset: number }

type Search = { names: readonly string[]; context: DateContext; problems: Problem[]; line?: number }

function firstDate(
  fields: Fields,
  { names, context, problems, line }: Search,
): ReadDate | undefined {
  let read: ReadDate | undefined
  fields.take(names, (value) => {
    if (read !== undefined || !isDateText(value)) return false
    const text = textOf(value) ?? ''
    const reading = readDate(text, context)
    if (reading.iso === undefined) {
      problems.push({ ...INVALID[reading.reason](text), ...(line ? { line } : {}) })
      return false
    }
    read = reading
    if (reading.note) problems.push({ ...NOTES[reading.note](text), ...(line ? { line } : {}) })
    // An incomplete spelling says less than the date made of it, so both are kept.
    return reading.note === undefined
  })
  return read
}

/** A flag under the name of a date (`published: true`) is no date. */
function isDateText(value: JsonValue): boolean {
  const text = textOf(value)
  return (
    text !== undefined &&
    typeof value !== 'boolean' &&
    !/^(true|false|yes|no|on|off)$/i.test(text.trim())
  )
}

type Tell = (text: string) => Problem

const INVALID: Readonly<Record<'invalid' | 'ambiguous', Tell>> = {
  invalid: (text) => ({
    code: 'date-invalid',
    message: `“${text.slice(0, 80)}” is no date; it was left out and kept in the source data. Correct it, as in 2024-05-31T18:00:00+02:00.`,
  }),
  ambiguous: (text) => ({
    code: 'date-ambiguous',
    message: `“${text}” may be day or month first, so it was left out and kept in the source data. Write it as 2024-05-31.`,
  }),
}

const NOTES: Readonly<Record<DateNote, Tell>> = {
  approximate: (text) => ({
    code: 'date-approximate',
    message: `“${text}” names no day; the first of the month was taken.`,
  }),
  ambiguous: (text) => ({
    code: 'date-ambiguous',
    message: `“${text}” was read with the month first, as the generator does. Write it as 2024-05-31.`,
  }),
  zone: (text) => ({
    code: 'date-zone-invalid',
    message: `“${text.slice(0, 80)}” names a time zone that does not exist; day and time were taken as those of the site’s own zone. Correct it, as in 2024-05-31T18:00:00+02:00.`,
  }),
}
