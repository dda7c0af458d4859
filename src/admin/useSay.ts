'use client'
import { useTranslation } from '@payloadcms/ui'
import { useMemo } from 'react'
import { sayIn, type Say } from '../strings'

/**
 * Our sentences in the browser, in the language of the panel. They come with the scripts, which a browser keeps: in
 * Payload's own translations they would come with each page.
 */
export const useSay = (): Say => {
  const { i18n } = useTranslation()
  return useMemo(() => sayIn(i18n.language), [i18n.language])
}
