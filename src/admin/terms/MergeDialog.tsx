'use client'
import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { TermCollection } from '../../terms/termCollections'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { ChooseDialog, type Choice } from './ChooseDialog'

type Named = { id: string; name: string }

/** Asks into what to merge, says how much that changes, and does it one after another. */
export const MergeDialog = ({
  collection,
  from,
  choices,
  onClose,
}: {
  collection: TermCollection
  from: Named[]
  choices: Choice[]
  onClose: () => void
}) => {
  const say = useSay()
  const router = useRouter()
  const [sentences, setSentences] = useState<string[]>([])
  const [isBusy, setIsBusy] = useState(false)
  const merged = (into: string) => from.filter(({ id }) => id !== into)

  const preview = async (into: string): Promise<void> => {
    const said = await Promise.all(
      merged(into).map(async ({ id, name }) => {
        const answer = await callApi(`/${collection}/${id}/merge?into=${into}`)
        return answer.isOk
          ? say('terms:numbers', { name, ...numbersIn(answer.body) })
          : (answer.message ?? say('terms:failed'))
      }),
    )
    setSentences(said)
  }
  const merge = async (into: string): Promise<void> => {
    setIsBusy(true)
    for (const { id, name } of merged(into)) {
      const answer = await callApi(`/${collection}/${id}/merge`, { method: 'POST', body: { into } })
      if (answer.isOk) toast.success(say('terms:merged', { name, ...numbersIn(answer.body) }))
      else toast.error(answer.message ?? say('terms:failed'))
    }
    onClose()
    router.refresh()
  }
  const [only] = from
  return (
    <ChooseDialog
      title={
        from.length === 1
          ? say('terms:mergeTitle', { name: only?.name ?? '' })
          : say('terms:mergeMany', { count: from.length - 1 })
      }
      action={say('terms:merge')}
      choices={choices}
      isBusy={isBusy}
      onClose={onClose}
      onChoose={(into) => void preview(into)}
      onConfirm={(into) => void merge(into)}
    >
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </ChooseDialog>
  )
}

const numbersIn = (body: unknown): { articles: number; children: number } => ({
  articles: numberIn(body, 'articles'),
  children: numberIn(body, 'children'),
})

const numberIn = (body: unknown, name: string): number => {
  if (typeof body !== 'object' || body === null) return 0
  return Number(Object.entries(body).find(([key]) => key === name)?.[1] ?? 0)
}
