'use client'
import type { Stage } from '../../../collections/workflow/moves'
import { useSay } from '../useSay'

/** A stage as a coloured badge; the word says it too, for those who don't see the colour. */
export const StageBadge = ({ stage }: { stage: Stage }) => {
  const say = useSay()
  return <span className={`galley-badge galley-badge--${stage}`}>{say(`workflow:${stage}`)}</span>
}
