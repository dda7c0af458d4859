import {
  BlocksFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  lexicalEditor,
  LinkFeature,
  TextStateFeature,
  UploadFeature,
  type LexicalEditorProps,
} from '@payloadcms/richtext-lexical'
import type { Block, Field } from 'payload'
import { blocks, inlineBlocks, inlineBlocksWithFootnotes } from '../collections/blocks'
import { adaptLinkField, linkFields } from '../collections/fields/link'
import { PasteFeature } from './admin/writing/pasteFeature'
import { TEXT_SEMANTICS } from './richtext/document'
import { MAX_NESTED_BODIES } from './richtext/fromHtml/nesting'

const semanticStates = Object.fromEntries(
  TEXT_SEMANTICS.map((name) => [name, { label: `<${name}>`, css: semanticStyle(name) }]),
)

type FeaturesFunction = Extract<LexicalEditorProps['features'], (...args: never[]) => unknown>
type Features = Parameters<FeaturesFunction>[0]
type FeatureList = ReturnType<FeaturesFunction>

const REPLACED_FEATURES = ['link', 'upload']

const textFeatures = ({ defaultFeatures }: Features): FeatureList => [
  ...defaultFeatures.filter(({ key }) => !REPLACED_FEATURES.includes(key)),
  LinkFeature({
    enabledCollections: ['articles'],
    fields: ({ defaultFields }) => [...defaultFields.map(adaptLinkField), ...linkFields],
  }),
  TextStateFeature({ state: { semantic: semanticStates } }),
]

const lineFeatures =
  (inLine: Block[]) =>
  (features: Features): FeatureList => [
    ...textFeatures(features),
    BlocksFeature({ blocks: blocks({ line: undefined }).filter(isFlat), inlineBlocks: inLine }),
  ]

/** Editor of notes in what is set in a line already. */
const noteEditor = lexicalEditor({ features: lineFeatures(inlineBlocks) })

/** Editor of captions, summaries and notes: text with pictures, code, raw HTML and notes, but nothing that nests further. */
const lineEditor = lexicalEditor({
  features: lineFeatures(inlineBlocksWithFootnotes(noteEditor)),
})

/** Fields of a picture where it is used, beside those that belong to the file. */
const uploadFields: Field[] = [
  { name: 'alt', type: 'text', label: { en: 'Alternative text', zh: '替代文字' } },
  { name: 'title', type: 'text', label: { en: 'Title', zh: '标题' } },
  { name: 'caption', type: 'richText', editor: lineEditor, label: { en: 'Caption', zh: '图注' } },
  { name: 'credit', type: 'text', label: { en: 'Credit', zh: '来源' } },
  { name: 'href', type: 'text', label: { en: 'Links to', zh: '链接到' } },
  {
    type: 'row',
    fields: [
      { name: 'width', type: 'number', label: { en: 'Width', zh: '宽' } },
      { name: 'height', type: 'number', label: { en: 'Height', zh: '高' } },
    ],
  },
]

const bodyFeatures =
  (nestedBodies: number) =>
  (features: Features): FeatureList => [
    ...textFeatures(features),
    FixedToolbarFeature(),
    PasteFeature(),
    UploadFeature({ collections: { media: { fields: uploadFields } } }),
    EXPERIMENTAL_TableFeature(),
    BlocksFeature({
      blocks: blocks({
        line: lineEditor,
        body:
          nestedBodies > 0
            ? lexicalEditor({ features: bodyFeatures(nestedBodies - 1) })
            : undefined,
      }),
      inlineBlocks: inlineBlocksWithFootnotes(lineEditor),
    }),
  ]

/** The one list of rich-text features: what a body may hold, in the panel and on import. */
export const editorFeatures = bodyFeatures(MAX_NESTED_BODIES)

/** The editor of articles. */
export const editor = lexicalEditor({ features: editorFeatures })

/** Blocks without rich text of their own. */
function isFlat({ fields }: Block): boolean {
  return fields.every(({ type }) => type !== 'richText')
}

function semanticStyle(name: (typeof TEXT_SEMANTICS)[number]): Record<string, string> {
  if (name === 'small') return { 'font-size': '0.85em' }
  if (name === 'big') return { 'font-size': '1.2em' }
  if (name === 'cite' || name === 'dfn' || name === 'var') return { 'font-style': 'italic' }
  if (name === 'kbd' || name === 'samp' || name === 'tt') return { 'font-family': 'monospace' }
  return {}
}
