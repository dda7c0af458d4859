'use client'
import { SelectAll, useSelection } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { DocumentLink } from '../list/DocumentLink'
import { useSay } from '../useSay'
import { useMediaView } from './MediaViewProvider'
import type { MediaCard } from './readCards'

/** The files of a page: Payload's table, or pictures with what there is to know of each. */
export const MediaFiles = ({ cards, table }: { cards: MediaCard[]; table: ReactNode }) => {
  const say = useSay()
  const { view } = useMediaView()
  if (view === 'list') return table
  return (
    <>
      <div className="galley-media-all">
        <SelectAll />
      </div>
      <ul className="galley-media-grid" aria-label={say('media:files')}>
        {cards.map((card) => (
          <Card key={card.id} card={card} />
        ))}
      </ul>
    </>
  )
}

const Card = ({ card }: { card: MediaCard }) => {
  const { id, name, facts, kind, thumbnail, alt, isUsed } = card
  const say = useSay()
  const { selected, setSelection } = useSelection()
  return (
    <li className="galley-media-card" data-id={id}>
      <input
        type="checkbox"
        className="galley-media-card__select"
        aria-label={say('finding:select', { title: name })}
        checked={selected.get(id) ?? false}
        onChange={() => setSelection(id)}
      />
      <div className="galley-media-card__picture">
        {thumbnail ? (
          <img src={thumbnail} alt="" loading="lazy" decoding="async" />
        ) : (
          <span aria-hidden="true">{kind}</span>
        )}
      </div>
      <div className="galley-media-card__name">
        <DocumentLink collection="media" id={id} title={name} />
      </div>
      <p className="galley-media-card__facts">{facts}</p>
      <p className="galley-media-card__badges">
        {alt !== 'none' && (
          <span className={`galley-badge galley-badge--${alt === 'missing' ? 'warning' : 'plain'}`}>
            {say(alt === 'missing' ? 'media:altMissing' : 'media:altPresent')}
          </span>
        )}
        {!isUsed && <span className="galley-badge">{say('media:unused')}</span>}
      </p>
    </li>
  )
}
