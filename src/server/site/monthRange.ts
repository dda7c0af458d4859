import { datePartsOf } from '../../site/articleAddress'

/**
 * The instants between which a month lies in a zone.
 * @param month such as `2024-05`
 * @returns undefined when it is no month
 */
export const monthRange = (
  month: string,
  timezone: string,
): { start: string; end: string } | undefined => {
  const [, year, number] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(month) ?? []
  if (!year || !number) return undefined
  const start = startOfMonth(Number(year), Number(number), timezone)
  const end = startOfMonth(Number(year), Number(number) + 1, timezone)
  return { start: start.toISOString(), end: end.toISOString() }
}

const DAY_MS = 24 * 60 * 60 * 1000
const QUARTER_MS = 15 * 60 * 1000

/** Zones differ from UTC by whole quarters of an hour, and by at most 14 hours: looked for between the days around. */
const startOfMonth = (year: number, month: number, timezone: string): Date => {
  const utc = Date.UTC(year, month - 1, 1)
  const wanted = new Date(utc).toISOString().slice(0, 7)
  let [before, after] = [utc - DAY_MS, utc + DAY_MS]
  while (after - before > QUARTER_MS) {
    const middle = before + Math.floor((after - before) / 2 / QUARTER_MS) * QUARTER_MS
    if (monthOf(middle, timezone) >= wanted) after = middle
    else before = middle
  }
  return new Date(after)
}

const monthOf = (time: number, timezone: string): string => {
  const { year, month } = datePartsOf(new Date(time).toISOString(), timezone)
  return `${year}-${month}`
}
