'use client'
import { useTranslation } from '@payloadcms/ui'
import { useCallback } from 'react'
import type { Say, StringKey } from '../strings'
import { fill } from '../strings/fill'

/** Our sentences in the browser, in the language of the panel. */
export const useSay = (): Say => {
  const { t } = useTranslation<object, StringKey>()
  return useCallback((key, values) => fill(t(key), values), [t])
}
