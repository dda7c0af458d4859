import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { editorConfigFactory, getEnabledNodes, lexicalEditor } from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { buildConfig, getPayload } from 'payload'
import type { Payload } from 'payload'
import { editorFeatures } from '../../../src/editor'
import type { RichTextDocument } from '../../../src/richtext/document'

/** What an editor with Galley's features does to a document: a real Payload on a database in memory. */
export type PayloadEditor = {
  /** The document after loading it into a headless editor and serialising it again. */
  reload: (document: RichTextDocument) => RichTextDocument
  /** Stores the document through Payload's validation and hooks and returns what was stored. Rejects when invalid. */
  store: (document: RichTextDocument) => Promise<unknown>
  close: () => Promise<void>
}

export async function createPayloadEditor(): Promise<PayloadEditor> {
  const features = editorFeatures
  const config = await buildConfig({
    secret: 'test',
    db: sqliteAdapter({ client: { url: ':memory:' }, idType: 'uuid', push: true }),
    editor: lexicalEditor(),
    telemetry: false,
    typescript: { autoGenerate: false },
    collections: [
      {
        slug: 'articles',
        fields: [{ name: 'content', type: 'richText', editor: lexicalEditor({ features }) }],
      },
      { slug: 'media', upload: { disableLocalStorage: true }, fields: [] },
    ],
  })
  const payload: Payload = await getPayload({ config, key: `editor-${process.pid}` })
  const editorConfig = await editorConfigFactory.fromFeatures({ config: payload.config, features })
  const editor = createHeadlessEditor({
    nodes: getEnabledNodes({ editorConfig }),
    onError: (error) => {
      throw error
    },
  })
  return {
    reload(document) {
      editor.setEditorState(editor.parseEditorState(JSON.stringify(document)))
      const state: { root: unknown } = editor.getEditorState().toJSON()
      return JSON.parse(JSON.stringify(state))
    },
    async store(document) {
      const copy = JSON.parse(JSON.stringify(document))
      const data = { content: copy }
      const created = await payload.create({ collection: 'articles', data, draft: true, depth: 0 })
      return 'content' in created ? withoutRowIds(created.content) : undefined
    },
    close: () => payload.destroy(),
  }
}

/** Payload gives rows of a list their ids, and writes `[]` for a list that a block doesn't have: neither says more. */
const withoutRowIds = (content: unknown): unknown =>
  JSON.parse(JSON.stringify(content), (key, value) => {
    if (!LISTS.has(key) || !Array.isArray(value)) return value
    for (const row of value) delete row.id
    return value.length === 0 ? undefined : value
  })

const LISTS: ReadonlySet<string> = new Set(['sources', 'tracks'])
