import type { PayloadRequest } from 'payload'
import { personOf } from '../access/roles'

export const NOTIFICATION_KINDS = [
  'review-asked',
  'changes-requested',
  'approved',
  'published',
  'unpublished',
  'comment',
  'mention',
  'schedule-failed',
] as const
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number]

/**
 * Tells users about an article: in the panel, and by mail where mail is set up. Nobody is told of what they did
 * themselves, but for a schedule that has failed.
 * @param to ids of users; an empty entry (an article without an owner) is left out
 * @param text what was said, such as an editor's note
 */
export const notify = async ({
  kind,
  article,
  to,
  text,
  req,
}: {
  kind: NotificationKind
  article: { id: string; title: string }
  to: (string | undefined)[]
  text?: string
  req: PayloadRequest
}): Promise<void> => {
  const actor = personOf(req)?.id
  for (const user of new Set(to)) {
    if (!user || (user === actor && kind !== 'schedule-failed')) continue
    const { id } = await req.payload.create({
      collection: 'notifications',
      data: {
        user,
        kind,
        actor,
        title: article.title,
        article: article.id,
        link: `/admin/collections/articles/${article.id}`,
        text,
      },
      depth: 0,
      req,
    })
    if (hasMail())
      await req.payload.jobs.queue({ task: 'mailNotification', input: { notification: id }, req })
  }
}

/** Whether the installation sends mail; `src/email.ts` sets it up from the same variable. */
export const hasMail = (): boolean => Boolean(process.env.SMTP_URL)
