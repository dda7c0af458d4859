import Link from 'next/link'
import type { ServerProps } from 'payload'
import { sayIn } from '../../strings'

/** The tree's place above the list of categories. */
export const TreeLink = ({ i18n }: ServerProps) => (
  <p className="galley-export">
    <Link href="/admin/tree" prefetch={false}>
      {sayIn(i18n.language)('terms:tree')}
    </Link>
  </p>
)
