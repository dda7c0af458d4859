'use client'
import { useTranslation } from '@payloadcms/ui'
import { useEffect, type ReactNode } from 'react'
import { useSay } from '../useSay'
import { nameControls } from './nameControls'

const CALM_MS = 100

/** Gives names to controls of Payload's that have none, wherever they appear, so that a screen reader can say them. */
export const NameControls = ({ children }: { children: ReactNode }) => {
  const say = useSay()
  const { t } = useTranslation()
  useEffect(() => {
    const words = {
      say,
      more: t('general:moreOptions'),
      clear: t('general:clear'),
      next: t('general:next'),
      previous: t('general:previous'),
      allRows: t('general:selectAllRows'),
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const soon = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        nameControls(words)
      }, CALM_MS)
    }
    soon()
    const watcher = new MutationObserver(soon)
    watcher.observe(document.body, { childList: true, subtree: true })
    return () => {
      clearTimeout(timer)
      watcher.disconnect()
    }
  }, [say, t])
  return children
}
