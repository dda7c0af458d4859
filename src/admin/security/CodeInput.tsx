'use client'
import type { KeyboardEventHandler } from 'react'

/** Where a code of an authenticator or a recovery code is typed. */
export const CodeInput = ({
  id,
  code,
  onCode,
  onKeyDown,
}: {
  id: string
  code: string
  onCode: (code: string) => void
  onKeyDown?: KeyboardEventHandler<HTMLInputElement>
}) => (
  <input
    id={id}
    className="galley-input galley-code"
    autoComplete="one-time-code"
    maxLength={20}
    value={code}
    onChange={({ target }) => onCode(target.value)}
    onKeyDown={onKeyDown}
  />
)
