'use client'
import { INSERT_BLOCK_COMMAND } from '@payloadcms/richtext-lexical/client'
import {
  $getSelection,
  $insertNodes,
  $isRangeSelection,
  $parseSerializedNode,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  PASTE_COMMAND,
  type BaseSelection,
  type LexicalEditor,
} from '@payloadcms/richtext-lexical/lexical'
import { useLexicalComposerContext } from '@payloadcms/richtext-lexical/lexical/react/LexicalComposerContext'
import { toast } from '@payloadcms/ui'
import { useEffect } from 'react'
import { isDocument } from '../../richtext/readNode'
import type { RichTextDocument } from '../../richtext/document'
import { embedOfAddress } from '../../richtext/paste/embedAddress'
import { looksLikeMarkdown } from '../../richtext/paste/looksLikeMarkdown'
import { callApi } from '../api'
import { useSay } from '../useSay'

/** Takes a paste in the editor's place when it is an address of an embed, Markdown, or HTML of another program. */
export const PastePlugin = () => {
  const [editor] = useLexicalComposerContext()
  const say = useSay()
  useEffect(
    () =>
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const clipboard = 'clipboardData' in event ? event.clipboardData : null
          if (!clipboard || clipboard.types.includes('application/x-lexical-editor')) return false
          const text = clipboard.getData('text/plain')
          const html = clipboard.getData('text/html')
          const embed = embedOfAddress(text)
          const selection = $getSelection()
          if (embed && $isRangeSelection(selection) && selection.isCollapsed()) {
            event.preventDefault()
            editor.dispatchCommand(INSERT_BLOCK_COMMAND, {
              ...embed,
              blockType: 'Embed',
              blockName: '',
            })
            return true
          }
          if (html === '' && !looksLikeMarkdown(text)) return false
          // A picture copied in a browser comes with its HTML; as a file it is uploaded.
          if (clipboard.files.length > 0 && text.trim() === '') return false
          event.preventDefault()
          void insertConverted({ editor, selection: selection?.clone() ?? null, text, html })
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
    [editor, say],
  )
  return null

  async function insertConverted({
    editor: target,
    selection,
    text,
    html,
  }: {
    editor: LexicalEditor
    selection: BaseSelection | null
    text: string
    html: string
  }): Promise<void> {
    const answer = await callApi('/editor/paste', { method: 'POST', body: { text, html } })
    const made = answer.isOk && isMade(answer.body) ? answer.body : undefined
    if (!answer.isOk) toast.error(answer.message ?? say('writing:pasteFailed'))
    if (made && made.picturesLeftOut > 0) {
      toast.info(say('writing:picturesLeftOut', { count: made.picturesLeftOut }))
    }
    target.update(
      () => {
        if (selection) $setSelection(selection)
        const children = made?.document ? made.document.root.children : []
        if (children.length > 0) $insertNodes(children.map((node) => $parseSerializedNode(node)))
        else {
          const place = $getSelection()
          if ($isRangeSelection(place)) place.insertRawText(text)
        }
      },
      { tag: 'paste' },
    )
  }
}

type Made = { document: RichTextDocument | null; picturesLeftOut: number }

const isMade = (body: unknown): body is Made =>
  typeof body === 'object' &&
  body !== null &&
  'document' in body &&
  (body.document === null || isDocument(body.document))
