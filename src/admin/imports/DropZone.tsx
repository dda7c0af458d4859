'use client'
import { Button } from '@payloadcms/ui'
import { useRef, useState, type DragEvent } from 'react'
import { useSay } from '../useSay'
import { sendArchive, type Sending } from './sendArchive'

/** Where a zip is dropped or chosen; it is sent as it is, with its progress. */
export const DropZone = ({
  options,
  onTaken,
}: {
  options: object
  onTaken: (id: string) => void
}) => {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setIsOver] = useState(false)
  const [sending, setSending] = useState<Sending & { name: string; percent: number }>()
  const [refusal, setRefusal] = useState<string>()

  const send = (file: File | undefined): void => {
    if (!file || sending) return
    setRefusal(undefined)
    const { name } = file
    const started = sendArchive({
      file,
      options,
      onProgress: (percent) => setSending((now) => now && { ...now, percent }),
    })
    setSending({ ...started, name, percent: 0 })
    void started.answer.then((answer) => {
      setSending(undefined)
      if (answer.isOk) onTaken(answer.id)
      else if (!answer.isCancelled) setRefusal(answer.message ?? say('imports:uploadFailed'))
    })
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    send(event.dataTransfer.files[0])
  }
  return (
    <section
      className={`galley-card galley-drop${isOver ? ' galley-drop--over' : ''}`}
      aria-label={say('imports:drop')}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {sending ? (
        <div role="status">
          <p>
            {sending.percent < 100
              ? say('imports:uploading', { name: sending.name, percent: sending.percent })
              : say('imports:checking', { name: sending.name })}
          </p>
          <progress max={100} value={sending.percent} aria-label={sending.name} />
          <Button buttonStyle="secondary" size="small" onClick={sending.cancel}>
            {say('imports:cancel')}
          </Button>
        </div>
      ) : (
        <>
          <p>{say('imports:drop')}</p>
          <Button id="galley-choose-zip" margin={false} onClick={() => input.current?.click()}>
            {say('imports:choose')}
          </Button>
        </>
      )}
      <input
        ref={input}
        id="galley-zip"
        className="galley-hidden"
        type="file"
        accept=".zip,application/zip"
        tabIndex={-1}
        aria-label={say('imports:choose')}
        onChange={({ target }) => {
          send(target.files?.[0])
          target.value = ''
        }}
      />
      {refusal && (
        <p role="alert" className="galley-import__refusal">
          {refusal}
        </p>
      )}
    </section>
  )
}
