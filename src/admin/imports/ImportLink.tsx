import Link from 'next/link'
import type { ServerProps } from 'payload'
import { hasRole } from '../../../collections/access/roles'
import { sayIn } from '../../strings'

/** The place of imports in the menu of an admin. */
export const ImportLink = ({ i18n, user }: ServerProps) =>
  hasRole(user, ['admin']) ? (
    <Link className="nav__link" href="/admin/import" prefetch={false} id="nav-import">
      <span className="nav__link-label">{sayIn(i18n.language)('imports:nav')}</span>
    </Link>
  ) : null
