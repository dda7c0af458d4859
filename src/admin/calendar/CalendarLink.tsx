import Link from 'next/link'
import type { ServerProps } from 'payload'
import { sayIn } from '../../strings'

/** The calendar's place in the menu. */
export const CalendarLink = ({ i18n }: ServerProps) => (
  <Link className="nav__link" href="/admin/calendar" prefetch={false} id="nav-calendar">
    <span className="nav__link-label">{sayIn(i18n.language)('calendar:title')}</span>
  </Link>
)
