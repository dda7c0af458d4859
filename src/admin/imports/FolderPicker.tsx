'use client'
import { Button } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import type { ServerFolder } from '../../importRuns/serverFolders'
import { callApi } from '../api'
import { useSay } from '../useSay'

type Listing = ServerFolder & { isOn: boolean }

/** Folders of the server below the one that its configuration allows; nothing where it allows none. */
export const FolderPicker = ({ onTake }: { onTake: (path: string) => Promise<void> }) => {
  const say = useSay()
  const [listing, setListing] = useState<Listing>()
  const [isBusy, setIsBusy] = useState(false)
  const open = useCallback(async (path: string) => {
    const answer = await callApi(`/import-runs/folders?path=${encodeURIComponent(path)}`)
    if (answer.isOk && isListing(answer.body)) setListing(answer.body)
  }, [])
  useEffect(() => {
    const start = setTimeout(() => void open(''), 0)
    return () => clearTimeout(start)
  }, [open])
  if (!listing?.isOn) return null
  const { path, folders } = listing
  const below = (name: string) => (path === '' ? name : `${path}/${name}`)
  return (
    <section className="galley-card" aria-label={say('imports:folderTitle')}>
      <h2>{say('imports:folderTitle')}</h2>
      <p>
        {say('imports:folderHere')}: <code>/{path}</code>
      </p>
      <ul className="galley-folders">
        {path !== '' && (
          <li>
            <button type="button" onClick={() => void open(path.split('/').slice(0, -1).join('/'))}>
              ↑ {say('imports:folderUp')}
            </button>
          </li>
        )}
        {folders.map((name) => (
          <li key={name}>
            <button type="button" onClick={() => void open(below(name))}>
              {name}
            </button>
          </li>
        ))}
        {folders.length === 0 && <li>{say('imports:folderEmpty')}</li>}
      </ul>
      {path !== '' && (
        <Button
          id="galley-take-folder"
          disabled={isBusy}
          onClick={() => {
            setIsBusy(true)
            void onTake(path).finally(() => setIsBusy(false))
          }}
        >
          {say('imports:folderTake')}
        </Button>
      )}
    </section>
  )
}

const isListing = (body: unknown): body is Listing =>
  typeof body === 'object' && body !== null && 'folders' in body && Array.isArray(body.folders)
