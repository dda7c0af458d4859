import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  BlocksFeature,
  editorConfigFactory,
  EXPERIMENTAL_TableFeature,
  getEnabledNodes,
  lexicalEditor,
  LinkFeature,
  TextStateFeature,
  UploadFeature,
} from '@payloadcms/richtext-lexical'
import { createHeadlessEditor } from '@payloadcms/richtext-lexical/lexical/headless'
import { buildConfig, getPayload } from 'payload'
import type { Block, Field, Payload, RichTextField } from 'payload'
import type { RichTextDocument } from '../../../src/richtext/document'
import { TEXT_SEMANTICS } from '../../../src/richtext/document'

/** What an editor with Galley's features does to a document: a real Payload on a database in memory. */
export type PayloadEditor = {
  /** The document after loading it into a headless editor and serialising it again. */
  reload: (document: RichTextDocument) => RichTextDocument
  /** Stores the document through Payload's validation and hooks and returns what was stored. Rejects when invalid. */
  store: (document: RichTextDocument) => Promise<unknown>
  close: () => Promise<void>
}

export async function createPayloadEditor(): Promise<PayloadEditor> {
  const features = featuresOf(2)
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
      return 'content' in created ? created.content : undefined
    },
    close: () => payload.destroy(),
  }
}

function featuresOf(
  depth: number,
): Parameters<typeof editorConfigFactory.fromFeatures>[0]['features'] {
  return ({ defaultFeatures }) => [
    ...defaultFeatures.filter(({ key }) => key !== 'link' && key !== 'upload'),
    // The stock `url` field percent-encodes whatever isn't an absolute address on saving.
    LinkFeature({
      fields: ({ defaultFields }) => [
        ...defaultFields.map((field) =>
          'name' in field && field.name === 'url' ? { ...field, hooks: {} } : field,
        ),
        { name: 'anchor', type: 'text' },
        { name: 'title', type: 'text' },
        { name: 'rel', type: 'text' },
      ],
      enabledCollections: ['articles'],
    }),
    UploadFeature(),
    EXPERIMENTAL_TableFeature(),
    TextStateFeature({
      state: {
        semantic: Object.fromEntries(TEXT_SEMANTICS.map((key) => [key, { label: key, css: {} }])),
      },
    }),
    BlocksFeature({ blocks: blocksOf(depth), inlineBlocks: inlineBlocksOf(depth) }),
  ]
}

function nested(name: string, depth: number): RichTextField {
  const editor = depth > 0 ? lexicalEditor({ features: featuresOf(depth - 1) }) : lexicalEditor()
  return { name, type: 'richText', editor }
}

function texts(...names: string[]): Field[] {
  return names.map((name) => ({ name, type: 'text' }))
}

function numbers(...names: string[]): Field[] {
  return names.map((name) => ({ name, type: 'number' }))
}

const url: Field = { name: 'url', type: 'text', required: true }

function blocksOf(depth: number): Block[] {
  const size = numbers('width', 'height')
  const code: Field = { name: 'code', type: 'code' }
  return [
    { slug: 'Code', fields: [...texts('language', 'title'), code] },
    {
      slug: 'Picture',
      fields: [url, ...texts('alt', 'title', 'href', 'credit'), ...size, nested('caption', depth)],
    },
    {
      slug: 'Embed',
      fields: [url, ...texts('kind', 'title', 'poster'), ...size, nested('caption', depth)],
    },
    { slug: 'Callout', fields: [...texts('kind', 'title'), nested('content', depth)] },
    {
      slug: 'Details',
      fields: [
        nested('summary', depth),
        { name: 'open', type: 'checkbox' },
        nested('content', depth),
      ],
    },
    { slug: 'Math', fields: texts('tex') },
    { slug: 'Html', fields: [{ name: 'html', type: 'code' }] },
    { slug: 'ReadMore', fields: [] },
  ]
}

function inlineBlocksOf(depth: number): Block[] {
  return [
    {
      slug: 'InlinePicture',
      fields: [url, ...texts('alt', 'title', 'href'), ...numbers('width', 'height')],
    },
    { slug: 'Footnote', fields: [...texts('label'), nested('content', depth)] },
    { slug: 'Anchor', fields: texts('anchorId') },
    { slug: 'InlineMath', fields: texts('tex') },
    { slug: 'Abbreviation', fields: texts('text', 'title') },
    { slug: 'InlineHtml', fields: texts('html') },
  ]
}
