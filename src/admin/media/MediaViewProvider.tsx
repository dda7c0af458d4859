'use client'
import { usePreferences } from '@payloadcms/ui'
import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import { VIEW_PREFERENCE, type MediaView } from './mediaView'

const Context = createContext<{ view: MediaView; choose: (view: MediaView) => void }>({
  view: 'grid',
  choose: () => undefined,
})

/** How the files are shown, kept for the user. */
export const MediaViewProvider = ({
  view: first,
  children,
}: {
  view: MediaView
  children: ReactNode
}) => {
  const { setPreference } = usePreferences()
  const [view, setView] = useState(first)
  const value = useMemo(
    () => ({
      view,
      choose: (chosen: MediaView) => {
        setView(chosen)
        void setPreference(VIEW_PREFERENCE, chosen)
      },
    }),
    [view, setPreference],
  )
  return <Context value={value}>{children}</Context>
}

/** How the files are shown, and what changes it. */
export const useMediaView = () => use(Context)
