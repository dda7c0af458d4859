import { sqliteAdapter } from '@payloadcms/db-sqlite'
import {
  BlocksFeature,
  CodeBlock,
  convertHTMLToLexical,
  convertMarkdownToLexical,
  editorConfigFactory,
  EXPERIMENTAL_TableFeature,
  lexicalEditor,
} from '@payloadcms/richtext-lexical'
import { parseHTML } from 'linkedom'
import { buildConfig } from 'payload'
import type { RichTextDocument } from '../../../src/richtext/document'

/** Payload's own ways from Markdown and from HTML to a document. */
export type PayloadConverters = {
  fromMarkdown: (markdown: string) => RichTextDocument
  fromHtml: (html: string) => RichTextDocument
}

/** Returns Payload's converters with its default features, code blocks and tables. */
export const createPayloadConverters = async (): Promise<PayloadConverters> => {
  const config = await buildConfig({
    secret: 'benchmark',
    db: sqliteAdapter({ client: { url: ':memory:' } }),
    editor: lexicalEditor(),
    telemetry: false,
    typescript: { autoGenerate: false },
    collections: [{ slug: 'media', upload: { disableLocalStorage: true }, fields: [] }],
  })
  const editorConfig = await editorConfigFactory.fromFeatures({
    config,
    features: ({ defaultFeatures }) => [
      ...defaultFeatures,
      BlocksFeature({ blocks: [CodeBlock()] }),
      EXPERIMENTAL_TableFeature(),
    ],
  })
  return {
    fromMarkdown: (markdown) => plain(convertMarkdownToLexical({ editorConfig, markdown })),
    fromHtml: (html) => plain(convertHTMLToLexical({ editorConfig, html, JSDOM: Page })),
  }
}

/** The part of jsdom that the converter asks for. */
class Page {
  window: { document: Document }
  constructor(html: string) {
    this.window = parseHTML(`<!doctype html><html><body>${html}</body></html>`)
  }
}

const plain = (document: unknown): RichTextDocument => JSON.parse(JSON.stringify(document))
