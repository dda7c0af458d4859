'use client'
import { useListQuery } from '@payloadcms/ui'
import type { Where } from 'payload'
import type { StringKey } from '../../strings'
import { useSay } from '../useSay'
import type { MediaView } from './mediaView'
import { useMediaView } from './MediaViewProvider'

const FILTERS: { text: StringKey; where: Where | undefined }[] = [
  { text: 'media:all', where: undefined },
  { text: 'media:unused', where: { usage: { equals: 'unused' } } },
  { text: 'media:altMissing', where: { altState: { equals: 'missing' } } },
]
const VIEWS: MediaView[] = ['grid', 'list']

/** Above the files: the filters that tidy the library, and whether it is shown as a grid or a list. */
export const MediaBar = () => {
  const say = useSay()
  const { query, handleWhereChange } = useListQuery()
  const { view, choose } = useMediaView()
  const chosen = conditionIn(query.where)
  return (
    <div className="galley-media-bar">
      <div className="galley-choices" role="group" aria-label={say('media:show')}>
        {FILTERS.map(({ text, where }) => (
          <button
            key={text}
            type="button"
            aria-pressed={JSON.stringify(where) === JSON.stringify(chosen)}
            onClick={() => void handleWhereChange?.(where ? { or: [{ and: [where] }] } : {})}
          >
            {say(text)}
          </button>
        ))}
      </div>
      <div className="galley-choices" role="group" aria-label={say('media:view')}>
        {VIEWS.map((one) => (
          <button key={one} type="button" aria-pressed={one === view} onClick={() => choose(one)}>
            {say(`media:${one}`)}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The one condition of a filter, as Payload writes it; undefined where there is none, or more. */
const conditionIn = (where: Where | undefined): Where | null | undefined => {
  const branches = where?.or ?? (where?.and ? [where] : [])
  const conditions = branches.flatMap(({ and }) => and ?? [])
  return conditions.length > 1 ? null : conditions[0]
}
