'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { DropZone } from './DropZone'
import { FolderPicker } from './FolderPicker'
import { ImportOptionsForm, INITIAL_OPTIONS, type ChosenOptions } from './ImportOptionsForm'

/** Takes an archive: options first, then a zip or a folder of the server. Its plan opens by itself. */
export const NewImport = () => {
  const say = useSay()
  const router = useRouter()
  const [options, setOptions] = useState(INITIAL_OPTIONS)
  const open = (id: string) => router.push(`/admin/collections/imports/${id}`)
  const takeFolder = async (path: string): Promise<void> => {
    const answer = await callApi('/import-runs/folder', {
      method: 'POST',
      body: { path, options: sentOptions(options) },
    })
    if (answer.isOk && hasId(answer.body)) open(answer.body.id)
    else toast.error((!answer.isOk && answer.message) || say('imports:actionFailed'))
  }
  return (
    <div className="galley-import">
      <ImportOptionsForm options={options} onChange={setOptions} />
      <DropZone options={sentOptions(options)} onTaken={open} />
      <FolderPicker onTake={takeFolder} />
    </div>
  )
}

/** Whether an answer names a run. */
export const hasId = (body: unknown): body is { id: string } =>
  typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string'

/** What is left empty is not sent: it has no default of its own. */
const sentOptions = ({ baseUrl, timezone, ...options }: ChosenOptions) => ({
  ...options,
  ...(baseUrl && { baseUrl }),
  ...(timezone && { timezone }),
})
