'use client'
import { Button, toast, useTranslation } from '@payloadcms/ui'
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
      <div className="galley-row">
        <input
          id="galley-link"
          className="galley-input galley-link"
          readOnly
          value={link}
          aria-label={say('security:link')}
          onFocus={({ target }) => target.select()}
        />
        <Button
          margin={false}
          size="small"
          onClick={() => {
            void navigator.clipboard
              .writeText(link)
              .then(() => toast.success(say('security:copied')))
          }}
        >
          {say('security:copy')}
        </Button>
      </div>
    </div>
  )
}

export const isSentLink = (body: unknown): body is SentLink =>
  typeof body === 'object' && body !== null && 'isMailed' in body && 'email' in body
