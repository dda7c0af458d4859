'use client'
import { Button, toast } from '@payloadcms/ui'
import { useSay } from '../useSay'

export type MadeKey = { key: string; doc: { name: string } }

/** A new key, the one time that it is shown. */
export const KeyShown = ({ made: { key, doc } }: { made: MadeKey }) => {
  const say = useSay()
  const copy = (): void => {
    // Browsers give a page without HTTPS no clipboard.
    const copied = navigator.clipboard?.writeText(key) ?? Promise.reject(new Error('no clipboard'))
    copied.then(
      () => toast.success(say('apiKeys:copied')),
      () => toast.error(say('apiKeys:copyFailed')),
    )
  }
  return (
    <div role="status">
      <p>{say('apiKeys:shown', { name: doc.name })}</p>
      <div className="galley-row">
        <input
          id="galley-api-key"
          className="galley-input galley-link"
          readOnly
          value={key}
          aria-label={say('apiKeys:key')}
          onFocus={({ target }) => target.select()}
        />
        <Button margin={false} size="small" onClick={copy}>
          {say('apiKeys:copy')}
        </Button>
      </div>
      <p>
        <small>{say('apiKeys:header')}</small>
      </p>
    </div>
  )
}

export const isMadeKey = (body: unknown): body is MadeKey =>
  typeof body === 'object' && body !== null && 'key' in body && 'doc' in body
