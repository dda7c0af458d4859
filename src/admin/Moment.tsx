'use client'
import { useAuth, useTranslation } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

/**
 * A moment in the user's time zone: the one of the account, else the browser's. The server doesn't know the browser's: it
 * writes UTC, and the browser writes it anew.
 */
export const Moment = ({ at, hasTime = true }: { at: string; hasTime?: boolean }) => {
  const { i18n } = useTranslation()
  const { user } = useAuth<{ id: string; timezone?: string | null; collection: string }>()
  const isInBrowser = useSyncExternalStore(neverChanges, yes, no)
  const timeZone = user?.timezone || (isInBrowser ? undefined : 'UTC')
  const format = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    ...(hasTime && { timeStyle: 'short' }),
    timeZone,
  })
  return (
    <time dateTime={at} suppressHydrationWarning>
      {format.format(new Date(at))}
    </time>
  )
}

const neverChanges = () => () => undefined
const yes = () => true
const no = () => false
