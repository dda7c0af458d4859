'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'

const SUGGESTED = 6

/** Writes a comment; after an @ it offers the names of colleagues. */
export const CommentForm = ({
  label,
  onSend,
}: {
  label: string
  onSend: (text: string) => Promise<boolean>
}) => {
  const say = useSay()
  const id = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [text, setText] = useState('')
  const [isBusy, setIsBusy] = useState(false)
  const begun = /@([^\s@]{0,40})$/.exec(text)?.[1]
  const names = useNames(begun)

  const send = async (): Promise<void> => {
    setIsBusy(true)
    if (await onSend(text.trim())) setText('')
    setIsBusy(false)
  }
  // Not a <form>: the panel stands in the form of the article.
  return (
    <div className="galley-comment-form">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        ref={field}
        rows={3}
        maxLength={10_000}
        value={text}
        placeholder={say('comments:writeHint')}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && text.trim()) void send()
        }}
      />
      {names.length > 0 && (
        <ul className="galley-comment-form__names">
          {names.map((name) => (
            <li key={name}>
              <button
                type="button"
                onClick={() => {
                  setText(text.replace(/@[^\s@]{0,40}$/, `@${name} `))
                  field.current?.focus()
                }}
              >
                @{name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        buttonStyle="secondary"
        margin={false}
        disabled={isBusy || !text.trim()}
        onClick={() => void send()}
      >
        {say('comments:send')}
      </Button>
    </div>
  )
}

/** Names of colleagues that begin with what stands after the @; none without an @. */
const useNames = (begun: string | undefined): string[] => {
  const [found, setFound] = useState<{ begun: string; names: string[] }>()
  useEffect(() => {
    if (begun === undefined) return
    const timer = setTimeout(() => {
      const like = encodeURIComponent(begun)
      void callApi(
        `/users?where[name][like]=${like}&where[role][not_equals]=frontend&limit=${SUGGESTED}&depth=0&select[name]=true`,
      ).then((answer) => {
        if (answer.isOk) setFound({ begun, names: namesIn(answer.body) })
      })
    }, 200)
    return () => clearTimeout(timer)
  }, [begun])
  return found && found.begun === begun ? found.names : []
}

const namesIn = (body: unknown): string[] => {
  if (typeof body !== 'object' || body === null || !('docs' in body)) return []
  const docs: unknown = body.docs
  return Array.isArray(docs)
    ? docs.flatMap((user: { name?: unknown }) => (typeof user.name === 'string' ? user.name : []))
    : []
}
