'use client'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { CodeInput } from './CodeInput'
import type { OwnSecurity } from './useSecurity'

type SetUp = { secret: string; picture: string }

/** Turns the second factor on, with its picture and recovery codes, or off. */
export const TwoFactor = ({
  security,
  onChange,
}: {
  security: OwnSecurity
  onChange: () => Promise<void>
}) => {
  const say = useSay()
  const [setUp, setSetUp] = useState<SetUp>()
  const [recoveryCodes, setRecoveryCodes] = useState<string[]>()
  const call = async (path: string, body?: object): Promise<unknown> => {
    const answer = await callApi(`/security/two-factor${path}`, { method: 'POST', body })
    if (answer.isOk) return answer.body
    toast.error(answer.message ?? say('security:failed'))
    return undefined
  }
  const begin = async (): Promise<void> => {
    const body = await call('')
    if (isSetUp(body)) setSetUp(body)
  }
  const confirm = async (code: string): Promise<void> => {
    const body = await call('/confirm', { code })
    if (!hasCodes(body)) return
    setSetUp(undefined)
    setRecoveryCodes(body.recoveryCodes)
    await onChange()
  }
  const turnOff = async (code: string): Promise<void> => {
    if ((await call('/off', { code })) === undefined) return
    setRecoveryCodes(undefined)
    await onChange()
  }
  return (
    <div id="galley-two-factor">
      <p>
        {security.isOn
          ? say('security:on', { count: security.recoveryCodesLeft })
          : say('security:off')}
      </p>
      {recoveryCodes && (
        <div role="status">
          <p>{say('security:recovery')}</p>
          <ul className="galley-recovery">
            {recoveryCodes.map((code) => (
              <li key={code}>
                <code>{code}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
      {!security.isOn && !setUp && (
        <Button
          id="galley-two-factor-begin"
          margin={false}
          size="small"
          onClick={() => void begin()}
        >
          {say('security:setUp')}
        </Button>
      )}
      {setUp && (
        <>
          <p>{say('security:scan')}</p>
          <img
            className="galley-qr"
            alt={say('security:qr')}
            src={`data:image/svg+xml;utf8,${encodeURIComponent(setUp.picture)}`}
          />
          <p>
            {say('security:key')}: <code id="galley-two-factor-key">{setUp.secret}</code>
          </p>
          <CodeForm text={say('security:confirm')} onCode={confirm} />
        </>
      )}
      {security.isOn && (
        <>
          <p>{say('security:turnOffHint')}</p>
          <CodeForm text={say('security:turnOff')} onCode={turnOff} />
        </>
      )}
    </div>
  )
}

/** Not a form of its own: it stands within the form of the user. */
const CodeForm = ({ text, onCode }: { text: string; onCode: (code: string) => Promise<void> }) => {
  const say = useSay()
  const id = useId()
  const [code, setCode] = useState('')
  const send = (): void => {
    void onCode(code)
    setCode('')
  }
  return (
    <div className="galley-row">
      <label htmlFor={id}>{say('security:code')}</label>
      <CodeInput
        id={id}
        code={code}
        onCode={setCode}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return
          event.preventDefault()
          send()
        }}
      />
      <Button
        className="galley-code-send"
        margin={false}
        size="small"
        disabled={code.trim() === ''}
        onClick={send}
      >
        {text}
      </Button>
    </div>
  )
}

const isSetUp = (body: unknown): body is SetUp =>
  typeof body === 'object' && body !== null && 'secret' in body && 'picture' in body

const hasCodes = (body: unknown): body is { recoveryCodes: string[] } =>
  typeof body === 'object' &&
  body !== null &&
  'recoveryCodes' in body &&
  Array.isArray(body.recoveryCodes)
