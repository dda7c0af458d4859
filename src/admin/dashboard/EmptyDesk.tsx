import Link from 'next/link'
import { hasRole, type Role } from '../../../collections/access/roles'
import type { Say } from '../../strings'

/** What a new installation shows: where to begin. */
export const EmptyDesk = ({ say, role }: { say: Say; role: Role }) => (
  <section className="galley-card galley-desk__empty">
    <h2>{say('desk:emptyTitle')}</h2>
    <p>{say('desk:emptyText')}</p>
    {hasRole({ role }, ['admin']) && (
      <>
        <p>
          <Link href="/admin/import" prefetch={false}>
            {say('imports:title')}
          </Link>{' '}
          <code>npm run import -- ../my-blog</code>
        </p>
        <Link href="/admin/collections/users" prefetch={false}>
          {say('desk:emptyUsers')}
        </Link>
      </>
    )}
  </section>
)
