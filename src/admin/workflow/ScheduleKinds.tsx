'use client'
import { useDocumentInfo } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Has Payload's form of schedules offer to publish an article that was never published, and nothing else: it would begin with
 * “Unpublish”, because it counts versions that are newer than a published one. Draws nothing.
 */
export const ScheduleKinds = () => {
  const { id, hasPublishedDoc, unpublishedVersionCount, setUnpublishedVersionCount } =
    useDocumentInfo()
  const isUnpublished = id !== undefined && !hasPublishedDoc
  useEffect(() => {
    if (isUnpublished && unpublishedVersionCount === 0) setUnpublishedVersionCount(1)
  }, [isUnpublished, unpublishedVersionCount, setUnpublishedVersionCount])
  // The form is Payload's: newsroom.css hides its other choice.
  return isUnpublished ? <span className="galley-unpublished" hidden /> : null
}
