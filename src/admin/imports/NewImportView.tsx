import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayRunImports } from '../../../collections/access/policy'
import { sayIn } from '../../strings'
import { NewImport } from './NewImport'

/** The page on which an admin drops an archive. */
export const NewImportView = ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { permissions, req, visibleEntities, locale } = initPageResult
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Fimport')
  if (!mayRunImports({ req })) redirect('/admin')
  const say = sayIn(req.i18n.language)
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
      <SetStepNav nav={[{ label: say('imports:title') }]} />
      <Gutter className="galley-desk">
        <h1>{say('imports:title')}</h1>
        <p>{say('imports:intro')}</p>
        <NewImport />
      </Gutter>
    </DefaultTemplate>
  )
}
