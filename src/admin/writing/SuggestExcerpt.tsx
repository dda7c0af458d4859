'use client'
import { Button, toast, useDocumentInfo, useField, useFormFields } from '@payloadcms/ui'
import { isDocument } from '../../richtext/readNode'
import { excerptOf } from '../../richtext/toText'
import { useSay } from '../useSay'

const LENGTH = 160

/** Writes an excerpt from the text: what stands before “read more”, else its first sentences. */
export const SuggestExcerpt = () => {
  const say = useSay()
  const { id } = useDocumentInfo()
  const { setValue, disabled } = useField<string>({ path: 'excerpt' })
  const content = useFormFields(([fields]) => fields.content?.value)
  const suggest = (): void => {
    const excerpt = isDocument(content) ? excerptOf(content, LENGTH) : ''
    if (excerpt) setValue(excerpt)
    else toast.info(say('writing:suggestNone'))
  }
  // A form for many articles at once has no text.
  if (!id) return null
  return (
    <Button
      id="galley-suggest-excerpt"
      buttonStyle="secondary"
      size="small"
      disabled={disabled}
      onClick={suggest}
    >
      {say('writing:suggest')}
    </Button>
  )
}
