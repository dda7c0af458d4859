'use client'
import { useFormFields } from '@payloadcms/ui'
import { useDeferredValue, useMemo } from 'react'
import { isDocument } from '../../richtext/readNode'
import { readingTime, wordCount } from '../../richtext/toText'
import { useSay } from '../useSay'

/** How long the text is, beside the document, as it is written. */
export const TextFigures = () => {
  const say = useSay()
  const content = useDeferredValue(useFormFields(([fields]) => fields.content?.value))
  const figures = useMemo(
    () =>
      isDocument(content) ? { ...wordCount(content), minutes: readingTime(content) } : undefined,
    [content],
  )
  const { words = 0, characters = 0, minutes = 0 } = figures ?? {}
  const parts = [
    ...(characters > 0 ? [say('writing:characters', { count: characters })] : []),
    ...(words > 0 ? [say('writing:words', { count: words })] : []),
  ]
  return (
    <div className="galley-figures" id="galley-figures">
      <strong>{say('writing:figures')}</strong>
      <p>
        {parts.length === 0
          ? say('writing:empty')
          : [...parts, say('writing:minutes', { count: minutes })].join(' · ')}
      </p>
    </div>
  )
}
