'use client'
import { useFormFields } from '@payloadcms/ui'
import type { StringKey } from '../../strings'
import { shownLength } from '../../richtext/shownLength'
import { useSay } from '../useSay'

/** Below half of the room a result looks poor. */
const SHORT = 0.5

/** How much of the room in a search result a field takes. */
export const LengthHint = ({ path, limit }: { path: string; limit: number }) => {
  const say = useSay()
  const value = useFormFields(([fields]) => fields[path]?.value)
  const length = typeof value === 'string' ? shownLength(value) : 0
  if (length === 0) return null
  const key: StringKey =
    length > limit
      ? 'writing:lengthLong'
      : length < limit * SHORT
        ? 'writing:lengthShort'
        : 'writing:lengthGood'
  const tone = length > limit ? 'bad' : key === 'writing:lengthGood' ? 'good' : 'warning'
  return (
    <p className="galley-length" role="status" title={say('writing:lengthHint')}>
      <span className={`galley-badge galley-badge--${tone}`}>{say(key, { length, limit })}</span>
    </p>
  )
}
