import Link from 'next/link'
import type { ServerProps } from 'payload'
import { hasRole } from '../../../collections/access/roles'
import { sayIn } from '../../strings'

/** Above the list of imports: the way to a new one. */
export const NewImportLink = ({ i18n, user }: ServerProps) =>
  hasRole(user, ['admin']) ? (
    <p className="galley-export">
      <Link href="/admin/import" prefetch={false}>
        {sayIn(i18n.language)('imports:title')}
      </Link>
    </p>
  ) : null
