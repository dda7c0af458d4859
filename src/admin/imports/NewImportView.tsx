import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { mayRunImports } from '../../../collections/access/policy'
import { sayIn } from '../../strings'
import { PanelPage } from '../PanelPage'
import { NewImport } from './NewImport'

/** The page on which an admin drops an archive. */
export const NewImportView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  if (!req.user) redirect('/admin/login?redirect=%2Fadmin%2Fimport')
  if (!mayRunImports({ req })) redirect('/admin')
  const say = sayIn(req.i18n.language)
  const title = say('imports:title')
  return (
    <PanelPage view={view} title={title}>
      <h1>{title}</h1>
      <p>{say('imports:intro')}</p>
      <NewImport />
    </PanelPage>
  )
}
