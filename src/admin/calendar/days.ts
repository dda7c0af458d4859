/** A day as `2026-11-24`. */
export type Day = string

const DAY_MS = 86_400_000

/** The day of a moment in a time zone. */
export const dayOf = (at: string | Date, timeZone: string): Day => {
  // The Canadian way to write a date is year-month-day.
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return format.format(new Date(at))
}

/** The weeks of a month (`2026-11`), Monday first, filled up with the days around it. */
export const weeksOf = (month: string): Day[][] => {
  const first = new Date(`${month}-01T00:00:00Z`)
  const start = first.getTime() - ((first.getUTCDay() + 6) % 7) * DAY_MS
  const weeks: Day[][] = []
  for (let week = 0; week < 6; week += 1) {
    const days = Array.from({ length: 7 }, (_, day) =>
      new Date(start + (week * 7 + day) * DAY_MS).toISOString().slice(0, 10),
    )
    if (days.some((day) => day.startsWith(month))) weeks.push(days)
  }
  return weeks
}

/** The month so many months later. */
export const monthAfter = (month: string, months: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

/** The span to ask the server for: the weeks of a month, and a day on each side for time zones. */
export const spanOf = (month: string): { from: string; to: string } => {
  const days = weeksOf(month).flat()
  const at = (day: Day | undefined, shift: number): string =>
    new Date(Date.parse(`${day}T00:00:00Z`) + shift * DAY_MS).toISOString()
  return { from: at(days[0], -1), to: at(days.at(-1), 2) }
}
