'use client'
import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

const WORDS = {
  en: { send: 'Send again', done: 'It is on its way.', failed: 'It could not be queued.' },
  zh: { send: '重新发送', done: '已加入发送队列。', failed: '无法加入发送队列。' },
}

/** Sends a webhook's message once more. */
export const ResendDelivery = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [isBusy, setBusy] = useState(false)
  const words = i18n.language.startsWith('zh') ? WORDS.zh : WORDS.en
  if (!id) return null
  const send = async () => {
    setBusy(true)
    try {
      const address = `/api/webhook-deliveries/${encodeURIComponent(String(id))}/resend`
      const response = await fetch(address, { method: 'POST', credentials: 'include' })
      if (response.ok) toast.success(words.done)
      else toast.error(words.failed)
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button buttonStyle="secondary" disabled={isBusy} onClick={send}>
      {words.send}
    </Button>
  )
}
