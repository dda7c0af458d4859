'use client'
import { CopyableText } from '../CopyableText'
import { useSay } from '../useSay'

export type MadeKey = { key: string; doc: { name: string } }

/** A new key, the one time that it is shown. */
export const KeyShown = ({ made: { key, doc } }: { made: MadeKey }) => {
  const say = useSay()
  return (
    <div role="status">
      <p>{say('apiKeys:shown', { name: doc.name })}</p>
      <CopyableText
        id="galley-api-key"
        value={key}
        label={say('apiKeys:key')}
        copy={say('apiKeys:copy')}
        copied={say('apiKeys:copied')}
        failed={say('apiKeys:copyFailed')}
      />
      <p>
        <small>{say('apiKeys:header')}</small>
      </p>
    </div>
  )
}

export const isMadeKey = (body: unknown): body is MadeKey =>
  typeof body === 'object' && body !== null && 'key' in body && 'doc' in body
