import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import { canMerge } from '../../../collections/access/policy'
import { isStaff } from '../../../collections/access/roles'
import { sayIn } from '../../strings'
import { CategoryTree } from './CategoryTree'
import { readTree } from './readTree'

/** The page of the tree of categories. Payload leaves it to such a page to ask who comes. */
export const TreeView = async ({ initPageResult, params, searchParams }: AdminViewServerProps) => {
  const { permissions, req, visibleEntities, locale } = initPageResult
  if (!req.user || !isStaff({ req })) redirect('/admin/login?redirect=%2Fadmin%2Ftree')
  const say = sayIn(req.i18n.language)
  const title = say('terms:tree')
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
        <CategoryTree
          nodes={await readTree({ req, user: req.user })}
          canChange={canMerge({ req })}
        />
      </Gutter>
    </DefaultTemplate>
  )
}
