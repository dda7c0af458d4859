import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'
import type { AdminViewServerProps } from 'payload'
import { mayRunImports } from '../../../collections/access/policy'
import { sayIn, type Say } from '../../strings'
import { listLink } from '../listLink'
import { countSamples } from '../tour/sampleContent'
import { Samples } from '../tour/Samples'
import { Tour } from '../tour/Tour'
import { ArticleList } from './ArticleList'
import { EmptyDesk } from './EmptyDesk'
import { HealthCard } from './HealthCard'
import { ImportsCard } from './ImportsCard'
import { readDesk, SHOWN, type Desk } from './readDesk'
import { personOf } from '../../../collections/access/roles'
import { ScheduleList } from './ScheduleList'

const CALENDAR = '/admin/calendar'

/** The first page of the panel: what waits, what comes next, and whether all is well. */
export const Dashboard = async ({ initPageResult }: AdminViewServerProps) => {
  const { req } = initPageResult
  const user = personOf(req)
  if (!user) return null
  const say = sayIn(req.i18n.language)
  const [desk, samples] = await Promise.all([
    readDesk({ req, user }),
    mayRunImports({ req }) ? countSamples(req.payload) : 0,
  ])
  return (
    <Gutter className="galley-desk">
      <div className="galley-desk__head">
        <h1>{say('desk:hello', { name: user.name ?? '' })}</h1>
        <Link
          className="galley-desk__new"
          href="/admin/collections/articles/create"
          prefetch={false}
        >
          {say('desk:newArticle')}
        </Link>
      </div>
      <Tour />
      {samples > 0 && <Samples count={samples} />}
      {desk.isEmpty ? <EmptyDesk say={say} role={user.role} /> : <Piles desk={desk} say={say} />}
    </Gutter>
  )
}

const Piles = ({ desk, say }: { desk: Desk; say: Say }) => (
  <>
    <Numbers desk={desk} say={say} />
    <div className="galley-desk__cards">
      {desk.scheduled.overdue.length > 0 && (
        <Card title={say('desk:overdue')} href={CALENDAR} say={say}>
          <ScheduleList entries={desk.scheduled.overdue.slice(0, SHOWN)} say={say} />
        </Card>
      )}
      <Card title={say('desk:waiting')} href={listLink('articles', desk.waiting.where)} say={say}>
        <ArticleList rows={desk.waiting.rows} none={say('desk:waitingNone')} say={say} />
      </Card>
      <Card title={say('desk:inReview')} href={listLink('articles', desk.inReview.where)} say={say}>
        <ArticleList rows={desk.inReview.rows} none={say('desk:inReviewNone')} say={say} />
      </Card>
      <Card title={say('desk:scheduled')} href={CALENDAR} say={say}>
        {desk.scheduled.next.length === 0 && <p>{say('desk:scheduledNone')}</p>}
        <ScheduleList entries={desk.scheduled.next.slice(0, SHOWN)} say={say} />
      </Card>
      <Card
        title={say('desk:published')}
        href={listLink('articles', desk.published.where)}
        say={say}
      >
        <ArticleList
          rows={desk.published.rows}
          none={say('desk:publishedNone')}
          say={say}
          isPublished
        />
      </Card>
      <Card title={say('desk:drafts')} href={listLink('articles', desk.drafts.where)} say={say}>
        <ArticleList rows={desk.drafts.rows} none={say('desk:draftsNone')} say={say} />
      </Card>
      {desk.imports && (
        <Card title={say('desk:imports')} href={listLink('imports')} say={say}>
          <ImportsCard imports={desk.imports} say={say} />
        </Card>
      )}
      {desk.health && (
        <Card title={say('desk:health')} say={say}>
          <HealthCard health={desk.health} say={say} />
        </Card>
      )}
    </div>
  </>
)

const Numbers = ({ desk, say }: { desk: Desk; say: Say }) => {
  const { scheduled } = desk
  const numbers = [
    {
      label: say('desk:waiting'),
      count: desk.waiting.count,
      href: listLink('articles', desk.waiting.where),
    },
    {
      label: say('desk:inReview'),
      count: desk.inReview.count,
      href: listLink('articles', desk.inReview.where),
    },
    { label: say('desk:scheduled'), count: scheduled.next.length, href: CALENDAR },
    {
      label: say('desk:overdue'),
      count: scheduled.overdue.length,
      href: CALENDAR,
      isBad: scheduled.overdue.length > 0,
    },
    {
      label: say('desk:drafts'),
      count: desk.drafts.count,
      href: listLink('articles', desk.drafts.where),
    },
    {
      label: say('desk:unread'),
      count: desk.unread,
      href: listLink('notifications', { readAt: { exists: false } }),
    },
  ]
  return (
    <nav aria-label={say('desk:numbers')}>
      <ul className="galley-desk__numbers">
        {numbers.map(({ label, count, href, isBad }) => (
          <li key={label}>
            <Link className={isBad ? 'galley-desk__bad' : ''} href={href} prefetch={false}>
              <strong>{count}</strong>
              <span>{label}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

const Card = ({
  title,
  href,
  say,
  children,
}: {
  title: string
  href?: string
  say: Say
  children: React.ReactNode
}) => (
  <section className="galley-card" aria-label={title}>
    <div className="galley-card__head">
      <h2>{title}</h2>
      {href && (
        <Link href={href} prefetch={false} aria-label={`${say('desk:all')}: ${title}`}>
          {say('desk:all')}
        </Link>
      )}
    </div>
    {children}
  </section>
)
