'use client'
import { useAuth, useTranslation } from '@payloadcms/ui'

/**
 * A moment in the user's time zone: the one of the account, else the browser's. The server doesn't know the browser's, so
 * its text may differ until the browser has its turn.
 */
export const Moment = ({ at, hasTime = true }: { at: string; hasTime?: boolean }) => {
  const { i18n } = useTranslation()
  const { user } = useAuth<{ id: string; timezone?: string | null; collection: string }>()
  const text = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    ...(hasTime && { timeStyle: 'short' }),
    timeZone: user?.timezone || undefined,
  }).format(new Date(at))
  return (
    <time dateTime={at} suppressHydrationWarning>
      {text}
    </time>
  )
}
