import Link from 'next/link'
import type { Say } from '../../strings'
import { Moment } from '../Moment'
import { StageBadge } from '../workflow/StageBadge'
import type { ArticleRow } from './readDesk'

/** A few articles, each with its stage and when it was changed or published. */
export const ArticleList = ({
  rows,
  none,
  say,
  isPublished = false,
}: {
  rows: ArticleRow[]
  none: string
  say: Say
  isPublished?: boolean
}) =>
  rows.length === 0 ? (
    <p>{none}</p>
  ) : (
    <ul>
      {rows.map(({ id, title, stage, updatedAt, publishedAt }) => (
        <li key={id}>
          <Link href={`/admin/collections/articles/${id}`} prefetch={false}>
            {title || say('desk:untitled')}
          </Link>
          <span className="galley-card__meta">
            {!isPublished && <StageBadge stage={stage} />}
            <Moment at={(isPublished && publishedAt) || updatedAt} />
          </span>
        </li>
      ))}
    </ul>
  )
