'use client'
import { useListQuery, useTranslation } from '@payloadcms/ui'
import { useEffect } from 'react'
import { useSay } from '../useSay'

/**
 * Names the boxes that select the rows of a list, which Payload leaves without a name, so that a screen reader says what
 * each selects. Draws nothing.
 */
export const LabelRows = () => {
  const say = useSay()
  const { t } = useTranslation()
  const { data } = useListQuery()
  useEffect(() => {
    for (const row of document.querySelectorAll('tr[data-id]')) {
      const title = row.querySelector('a, button')?.textContent?.trim() ?? ''
      nameBox(row.querySelector('.select-row input'), say('finding:select', { title }))
    }
    nameBox(document.querySelector('#select-all'), t('general:selectAllRows'))
    // What it says is its name; Payload gives it another one beside.
    document.querySelector('.list-create-new-doc__create-new-button')?.removeAttribute('aria-label')
  }, [data, say, t])
  return null
}

const nameBox = (box: Element | null, name: string): void => {
  box?.removeAttribute('aria-labelledby')
  box?.setAttribute('aria-label', name)
}
