'use client'
import { useTranslation } from '@payloadcms/ui'
import { CopyableText } from '../CopyableText'
import { useSay } from '../useSay'

export type SentLink = { isMailed: boolean; email: string; link?: string; expiresAt: string }

/** What became of a link: mailed, or here to be copied. */
export const LinkShown = ({ sent }: { sent: SentLink }) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const { isMailed, email, link, expiresAt } = sent
  if (isMailed || !link) return <p role="status">{say('security:linkMailed', { email })}</p>
  const time = new Intl.DateTimeFormat(i18n.language, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(expiresAt))
  return (
    <div role="status">
      <p>{say('security:linkShown', { email, time })}</p>
      <CopyableText
        id="galley-link"
        value={link}
        label={say('security:link')}
        copy={say('security:copy')}
        copied={say('security:copied')}
        failed={say('security:copyFailed')}
      />
    </div>
  )
}

export const isSentLink = (body: unknown): body is SentLink =>
  typeof body === 'object' && body !== null && 'isMailed' in body && 'email' in body
