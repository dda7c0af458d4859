import { nodemailerAdapter } from '@payloadcms/email-nodemailer'
import type { EmailAdapter } from 'payload'
import { hasMail } from '../collections/workflow/notify'

/**
 * Mail through the server that `SMTP_URL` names (`smtp://user:password@host:587`), from `MAIL_FROM`. Without it nothing is
 * sent: people are told in the panel, and a line of the log says which mail was left out.
 */
export const emailAdapter = (): EmailAdapter | Promise<EmailAdapter> => {
  const from = { defaultFromAddress: senderAddress(), defaultFromName: 'Galley' }
  if (!hasMail()) return withoutMail(from)
  return nodemailerAdapter({
    ...from,
    transportOptions: { url: process.env.SMTP_URL },
    // A mail server that is down must not keep the newsroom from starting; a mail that fails is tried again.
    skipVerify: true,
  })
}

const senderAddress = (): string => process.env.MAIL_FROM || 'galley@localhost'

const withoutMail =
  (from: { defaultFromAddress: string; defaultFromName: string }): EmailAdapter =>
  ({ payload }) => ({
    ...from,
    name: 'none',
    sendEmail: (message) => {
      payload.logger.warn(
        { subject: message.subject },
        'mail-not-set-up: a mail was not sent. Set SMTP_URL to send mail.',
      )
      return Promise.resolve()
    },
  })
