'use client'
import { useSearchParams } from 'next/navigation'
import { useSay } from '../useSay'

/** Exports what the list shows: its filter goes along. */
export const ExportLink = () => {
  const say = useSay()
  const query = new URLSearchParams()
  useSearchParams().forEach((value, name) => {
    if (name.startsWith('where[')) query.set(name, value)
  })
  return (
    <p className="galley-export">
      <a href={`/api/activity/export?${query.toString()}`} download>
        {say('activityLog:export')}
      </a>{' '}
      <span>{say('activityLog:exportHint')}</span>
    </p>
  )
}
