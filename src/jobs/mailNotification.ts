import type { Payload, SendEmailOptions, TaskConfig } from 'payload'
import { DEFAULT_LOCALE } from '../../collections/locale'
import { panelAddress } from '../../collections/panelAddress'
import { sayIn } from '../strings'

type MailNotification = { input: { notification: string }; output: object }

/**
 * Sends a notification by mail, once: `mailedAt` is claimed before and given back when the mail server refuses, so that
 * the next try, on this server or another, may send it.
 */
export const mailNotification: TaskConfig<MailNotification> = {
  slug: 'mailNotification',
  label: 'Mail',
  inputSchema: [{ name: 'notification', type: 'text', required: true }],
  retries: { attempts: 5, backoff: { type: 'exponential', delay: 60_000 } },
  handler: async ({ input, req: { payload } }) => {
    const claimed = await payload.db.updateOne({
      collection: 'notifications',
      where: {
        and: [
          { id: { equals: input.notification } },
          { mailedAt: { exists: false } },
          { readAt: { exists: false } },
        ],
      },
      data: { mailedAt: new Date().toISOString() },
      options: { atomic: true },
    })
    if (!claimed) return { output: {} }
    try {
      await payload.sendEmail(await messageOf(input.notification, payload))
    } catch (error) {
      await payload.db.updateOne({
        collection: 'notifications',
        id: input.notification,
        data: { mailedAt: null },
      })
      throw error
    }
    return { output: {} }
  },
}

const messageOf = async (id: string, payload: Payload): Promise<SendEmailOptions> => {
  const found = await payload.findByID({ collection: 'notifications', id, depth: 1 })
  const { email, language } = await payload.findByID({
    collection: 'users',
    id: idOf(found.user),
    depth: 0,
  })
  const say = sayIn(language ?? DEFAULT_LOCALE)
  const actor = typeof found.actor === 'object' ? found.actor?.name : undefined
  const subject = say(`notifications:${found.kind}`, {
    actor: actor ?? say('notifications:newsroom'),
    title: found.title ?? '',
  })
  const address = panelAddress(found.link ?? '/admin')
  const parts = [subject, found.text, say('notifications:mailOpen', { address })]
  const text = [...parts, `-- \n${say('notifications:mailFooter')}`].filter(Boolean).join('\n\n')
  return { to: email, subject, text }
}

const idOf = (user: string | { id: string }): string => (typeof user === 'string' ? user : user.id)
