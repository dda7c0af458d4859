import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isStaff } from '../../../collections/access/roles'
import { sayIn } from '../../strings'
import { PanelPage } from '../PanelPage'
import { Calendar } from './Calendar'

/** The page of the calendar. Payload leaves it to such a page to ask who comes. */
export const CalendarView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  if (!req.user || !isStaff({ req })) redirect('/admin/login?redirect=%2Fadmin%2Fcalendar')
  const title = sayIn(req.i18n.language)('calendar:title')
  return (
    <PanelPage view={view} title={title}>
      <h1>{title}</h1>
      <Calendar />
    </PanelPage>
  )
}
