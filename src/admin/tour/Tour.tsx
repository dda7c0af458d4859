'use client'
import { Button, usePreferences } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useSay } from '../useSay'

const PREFERENCE = 'galley-tour'
const STEPS = [1, 2, 3, 4] as const

/** Four first steps, until the user has seen or skipped them: kept with the user's preferences. */
export const Tour = () => {
  const say = useSay()
  const { getPreference, setPreference } = usePreferences()
  const [index, setIndex] = useState<number>()
  useEffect(() => {
    let isCurrent = true
    void getPreference<{ isDone?: boolean }>(PREFERENCE).then((kept) => {
      if (isCurrent && !kept?.isDone) setIndex(0)
    })
    return () => {
      isCurrent = false
    }
  }, [getPreference])
  const step = index === undefined ? undefined : STEPS[index]
  if (index === undefined || step === undefined) return null
  const finish = (): void => {
    setIndex(undefined)
    void setPreference(PREFERENCE, { isDone: true })
  }
  const isLast = index === STEPS.length - 1
  return (
    <section className="galley-card galley-tour" id="galley-tour" aria-label={say('tour:label')}>
      <div className="galley-card__head">
        <h2>{say(`tour:title${step}`)}</h2>
        <span>{say('tour:step', { number: index + 1, count: STEPS.length })}</span>
      </div>
      <p aria-live="polite">{say(`tour:text${step}`)}</p>
      <div className="galley-row">
        {index > 0 && (
          <Button
            margin={false}
            size="small"
            buttonStyle="secondary"
            onClick={() => setIndex(index - 1)}
          >
            {say('tour:back')}
          </Button>
        )}
        <Button
          id="galley-tour-next"
          margin={false}
          size="small"
          onClick={() => (isLast ? finish() : setIndex(index + 1))}
        >
          {say(isLast ? 'tour:done' : 'tour:next')}
        </Button>
        {!isLast && (
          <button
            type="button"
            id="galley-tour-skip"
            className="galley-link-button"
            onClick={finish}
          >
            {say('tour:dismiss')}
          </button>
        )}
      </div>
    </section>
  )
}
