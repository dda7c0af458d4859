'use client'
import { toast, useAuth, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useCallback, useEffect, useState } from 'react'
import { canPublish, type Role } from '../../../collections/access/roles'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { dayOf, monthAfter, spanOf, weeksOf, type Day } from './days'
import { MonthGrid } from './MonthGrid'
import { Overdue } from './Overdue'
import type { CalendarData, CalendarEntry } from './readCalendar'

type Reader = { id: string; role?: Role; timezone?: string | null; collection: string }

/** A month of what is planned and published: a grid, and a list on a small screen. */
export const Calendar = () => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { user } = useAuth<Reader>()
  const [zone, setZone] = useState('UTC')
  const [month, setMonth] = useState<string>()
  // The browser alone knows its time zone.
  useEffect(() => {
    const own = user?.timezone || Intl.DateTimeFormat().resolvedOptions().timeZone
    const start = setTimeout(() => {
      setZone(own)
      setMonth(dayOf(new Date(), own).slice(0, 7))
    }, 0)
    return () => clearTimeout(start)
  }, [user?.timezone])
  const { data, load, hasFailed } = useCalendar(month)
  if (!month) return null

  const act = async (path: string, method: 'POST' | 'DELETE'): Promise<void> => {
    const answer = await callApi(path, { method })
    if (!answer.isOk) toast.error(answer.message ?? say('calendar:actionFailed'))
    await load()
  }
  const monthName = new Intl.DateTimeFormat(i18n.language, {
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${month}-01T00:00:00Z`))
  const byDay = entriesByDay(data.entries, zone)
  return (
    <div className="galley-calendar">
      {data.overdue.length > 0 && (
        <Overdue
          entries={data.overdue}
          canChange={canPublish(user)}
          onRetry={(job) => void act(`/schedules/${job}/retry`, 'POST')}
          onRemove={(job) => void act(`/schedules/${job}`, 'DELETE')}
        />
      )}
      <div className="galley-calendar__head">
        <h2 aria-live="polite">{monthName}</h2>
        <div className="galley-calendar__buttons">
          <button
            type="button"
            aria-label={say('calendar:previous')}
            onClick={() => setMonth(monthAfter(month, -1))}
          >
            ‹
          </button>
          <button type="button" onClick={() => setMonth(dayOf(new Date(), zone).slice(0, 7))}>
            {say('calendar:today')}
          </button>
          <button
            type="button"
            aria-label={say('calendar:next')}
            onClick={() => setMonth(monthAfter(month, 1))}
          >
            ›
          </button>
        </div>
        <Link href="/admin/account" prefetch={false}>
          {say('calendar:zone', { zone })}
        </Link>
      </div>
      {hasFailed && <p role="alert">{say('calendar:failed')}</p>}
      <MonthGrid
        month={month}
        weeks={weeksOf(month)}
        entries={byDay}
        today={dayOf(new Date(), zone)}
        zone={zone}
        label={monthName}
      />
    </div>
  )
}

const entriesByDay = (entries: CalendarEntry[], zone: string): Map<Day, CalendarEntry[]> => {
  const byDay = new Map<Day, CalendarEntry[]>()
  for (const entry of entries) {
    const day = dayOf(entry.at, zone)
    byDay.set(day, [...(byDay.get(day) ?? []), entry])
  }
  return byDay
}

const NOTHING: CalendarData = { entries: [], overdue: [] }

const useCalendar = (month: string | undefined) => {
  const [data, setData] = useState(NOTHING)
  const [hasFailed, setHasFailed] = useState(false)
  const load = useCallback(async () => {
    if (!month) return
    const { from, to } = spanOf(month)
    const answer = await callApi(`/calendar?from=${from}&to=${to}`)
    const read = answer.isOk && isCalendar(answer.body) ? answer.body : undefined
    setHasFailed(!read)
    if (read) setData(read)
  }, [month])
  useEffect(() => {
    const start = setTimeout(() => void load(), 0)
    return () => clearTimeout(start)
  }, [load])
  return { data, load, hasFailed }
}

const isCalendar = (body: unknown): body is CalendarData =>
  typeof body === 'object' && body !== null && 'entries' in body && Array.isArray(body.entries)
