'use client'
import { Button, useAuth, useListQuery, useSelection } from '@payloadcms/ui'
import { useState } from 'react'
import { TERM_COLLECTIONS } from '../../terms/termCollections'
import { useSay } from '../useSay'
import { MergeDialog } from './MergeDialog'

/** Merges the rows that are selected in a list of tags or authors into one of them. */
export const MergeSelected = ({ collectionSlug }: { collectionSlug: string }) => {
  const say = useSay()
  const { selectedIDs } = useSelection()
  const { data } = useListQuery()
  const { permissions } = useAuth()
  const [isAsking, setIsAsking] = useState(false)
  const collection = TERM_COLLECTIONS.find((one) => one === collectionSlug)
  const rows: { id: string; name?: string }[] = data?.docs ?? []
  const chosen = rows
    .filter(({ id }) => selectedIDs.includes(id))
    .map(({ id, name }) => ({ id, name: name ?? id }))
  const mayMerge = collection && permissions?.collections?.[collection]?.delete
  if (!mayMerge || chosen.length < 2) return null
  return (
    <div className="galley-bulk-move">
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => setIsAsking(true)}>
        {say('terms:mergeSelected', { count: chosen.length })}
      </Button>
      {isAsking && (
        <MergeDialog
          collection={collection}
          from={chosen}
          choices={chosen.map(({ id, name }) => ({ value: id, label: name }))}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}
