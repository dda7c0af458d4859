import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { isStaff } from '../../../collections/access/roles'
import { sayIn } from '../../strings'
import { Calendar } from './Calendar'

/** The page of the calendar. Payload leaves it to such a page to ask who comes. */
export const CalendarView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { permissions, req, visibleEntities, locale } = initPageResult
  if (!req.user || !isStaff({ req })) redirect('/admin/login?redirect=%2Fadmin%2Fcalendar')
  const title = sayIn(req.i18n.language)('calendar:title')
  return (
    <DefaultTemplate
      i18n={req.i18n}
      locale={locale}
      params={params}
      payload={req.payload}
      permissions={permissions}
      req={req}
      searchParams={searchParams}
      user={req.user}
      viewActions={req.payload.config.admin.components.actions}
      visibleEntities={visibleEntities}
    >
      <SetStepNav nav={[{ label: title }]} />
      <Gutter className="galley-desk">
        <h1>{title}</h1>
        <Calendar />
      </Gutter>
    </DefaultTemplate>
  )
}
