'use client'
import {
  LeaveWithoutSaving,
  useDocumentInfo,
  useFormBackgroundProcessing,
  useFormFields,
  useFormModified,
} from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { closeWindow, come, go } from './leave'

/**
 * What happens when the page of an article is left: Payload gives the lock back only where something is unsaved, and warns
 * of unsaved changes only where nothing is saved by itself.
 */
export const LeaveArticle = () => {
  const { id } = useDocumentInfo()
  const isBlank = useFormFields(([fields]) => !fields.title?.value)
  const isModified = useFormModified()
  const isAtWork = useFormBackgroundProcessing()
  const state = useRef({ isBlank, isSaving: false })
  useEffect(() => {
    state.current = { isBlank, isSaving: isModified || isAtWork }
  }, [isBlank, isModified, isAtWork])

  useEffect(() => {
    if (typeof id !== 'string') return
    come(id)
    const close = (): void => closeWindow({ id, ...state.current })
    window.addEventListener('pagehide', close)
    return () => {
      window.removeEventListener('pagehide', close)
      go({ id, ...state.current })
    }
  }, [id])
  return <LeaveWithoutSaving />
}
