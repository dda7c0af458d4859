import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { canMerge } from '../../../collections/access/policy'
import { isStaff } from '../../../collections/access/roles'
import { sayIn } from '../../strings'
import { PanelPage } from '../PanelPage'
import { CategoryTree } from './CategoryTree'
import { readTree } from './readTree'

/** The page of the tree of categories. Payload leaves it to such a page to ask who comes. */
export const TreeView = async (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  if (!req.user || !isStaff({ req })) redirect('/admin/login?redirect=%2Fadmin%2Ftree')
  const say = sayIn(req.i18n.language)
  const title = say('terms:tree')
  return (
    <PanelPage view={view} title={title}>
      <div className="galley-desk__head">
        <h1>{title}</h1>
        {canMerge({ req }) && (
          <Link
            className="galley-desk__new"
            href="/admin/collections/categories/create"
            prefetch={false}
          >
            {say('terms:newCategory')}
          </Link>
        )}
      </div>
      <CategoryTree nodes={await readTree({ req, user: req.user })} canChange={canMerge({ req })} />
    </PanelPage>
  )
}
