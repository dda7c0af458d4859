import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { pngOf } from '../harness/pictures'
import type {
  BlockFields,
  InlineBlockFields,
  RichTextDocument,
  RichTextNode,
} from '../../src/richtext/document'
import { TEXT_SEMANTICS } from '../../src/richtext/document'

let installation: TestPayload
let payload: Payload

beforeAll(async () => {
  installation = await openTestPayload()
  payload = installation.payload
})

afterAll(() => installation.close())

type Content = NonNullable<
  Parameters<typeof payload.create<'articles', { content: true }>>[0]['data']['content']
>

/** Stores a document as the importer does and returns what is read back. */
const store = async (document: RichTextDocument): Promise<unknown> => {
  const content: Content = JSON.parse(JSON.stringify(document))
  const { id } = await payload.create({
    collection: 'articles',
    data: { title: 'Rich text', locale: 'en', stage: 'draft', content, _status: 'published' },
  })
  const article = await payload.findByID({ collection: 'articles', id, depth: 0 })
  return article.content
}

const element = (type: string, children: RichTextNode[], more = {}): RichTextNode => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children,
  ...more,
})

const text = (value: string, more = {}): RichTextNode => ({
  type: 'text',
  version: 1,
  text: value,
  format: 0,
  detail: 0,
  mode: 'normal',
  style: '',
  ...more,
})

const paragraph = (...children: RichTextNode[]): RichTextNode =>
  element('paragraph', children, { textFormat: 0, textStyle: '' })

const documentOf = (...children: RichTextNode[]): RichTextDocument => ({
  root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children },
})

const line = (value: string): RichTextDocument => documentOf(paragraph(text(value)))

let ids = 0
const nextId = (): string => (ids += 1).toString(16).padStart(24, '0')

const block = <Slug extends keyof BlockFields>(
  blockType: Slug,
  fields: BlockFields[Slug],
): RichTextNode => ({
  type: 'block',
  version: 2,
  format: '',
  fields: { id: nextId(), blockName: '', blockType, ...fields },
})

const inline = <Slug extends keyof InlineBlockFields>(
  blockType: Slug,
  fields: InlineBlockFields[Slug],
): RichTextNode => ({
  type: 'inlineBlock',
  version: 1,
  fields: { id: nextId(), blockType, ...fields },
})

const blocks: [string, RichTextNode][] = [
  ['code of a language that no list names', block('Code', { language: 'c++', code: 'int x;\n' })],
  ['code without a language', block('Code', { language: '', code: 'plain', title: 'a.txt' })],
  [
    'a linked picture with caption',
    block('Picture', {
      url: '../img/图 1.png',
      alt: 'Alt',
      title: 'Title',
      width: 10,
      height: 20,
      href: 'https://a.example',
      caption: line('Caption'),
      credit: 'Agency',
    }),
  ],
  [
    'an embed',
    block('Embed', {
      kind: 'iframe',
      url: '//player.example/1',
      title: 'Film',
      caption: line('C'),
    }),
  ],
  ['a callout', block('Callout', { kind: 'warning', title: '注意', content: line('Careful') })],
  [
    'a disclosure in a callout',
    block('Callout', {
      kind: 'note',
      content: documentOf(
        block('Details', { summary: line('More'), open: true, content: line('Inside') }),
      ),
    }),
  ],
  ['a formula', block('Math', { tex: 'e^{i\\pi} + 1 = 0' })],
  ['raw HTML', block('Html', { html: '<marquee onclick="x()">hi</marquee>' })],
  ['the end of the excerpt', block('ReadMore', {})],
]

const inlines: [string, RichTextNode][] = [
  ['a picture in the line', inline('InlinePicture', { url: '/a.png', alt: 'dot' })],
  ['a footnote', inline('Footnote', { label: '1', content: line('Note') })],
  ['a later reference to a footnote', inline('Footnote', { label: '1' })],
  ['an anchor', inline('Anchor', { anchorId: '第一节' })],
  ['a formula in the line', inline('InlineMath', { tex: 'x^2' })],
  ['an abbreviation', inline('Abbreviation', { text: 'CMS', title: 'content management system' })],
  ['HTML in the line', inline('InlineHtml', { html: '<ruby>漢<rt>かん</rt></ruby>' })],
]

describe('a document is stored as it was compiled', () => {
  test.each(blocks)('%s', async (_, node) => {
    const document = documentOf(paragraph(text('Before')), node, paragraph(text('After')))
    expect(await store(document)).toMatchObject(document)
  })

  test.each(inlines)('%s', async (_, node) => {
    const document = documentOf(paragraph(text('before '), node, text(' after')))
    expect(await store(document)).toMatchObject(document)
  })

  test.each([
    '../x.html',
    './图 片.html',
    '/文章/第一篇/',
    '#a',
    '#中文',
    'mailto:a@b.example',
    'tel:+49-1',
    '//cdn.example/a',
    'http://localhost:4000/a',
    'https://a.example/a_(b)?q=1&r=%20#c',
    'page.html?x=a b',
  ])('a link to "%s"', async (url) => {
    const fields = { linkType: 'custom', newTab: false, url, title: 'T', rel: 'nofollow' }
    const link = element('link', [text('there')], { version: 3, id: nextId(), fields })
    const document = documentOf(paragraph(link))
    expect(await store(document)).toMatchObject(document)
  })

  test('a link to another article with an anchor', async () => {
    const target = await payload.create({
      collection: 'articles',
      data: { title: 'Target', locale: 'en', stage: 'draft' },
    })
    const fields = {
      linkType: 'internal',
      newTab: false,
      doc: { relationTo: 'articles', value: target.id },
      anchor: 'part',
    }
    const document = documentOf(
      paragraph(element('link', [text('there')], { version: 3, id: nextId(), fields })),
    )
    expect(await store(document)).toMatchObject(document)
  })

  test('an upload with its caption', async () => {
    const data = await pngOf({ width: 4, height: 4 })
    const media = await payload.create({
      collection: 'media',
      data: {},
      file: { data, name: 'dot.png', mimetype: 'image/png', size: data.length },
    })
    const upload: RichTextNode = {
      type: 'upload',
      version: 3,
      format: '',
      id: nextId(),
      relationTo: 'media',
      value: media.id,
      fields: { alt: 'Alt', caption: line('Caption'), credit: 'Agency', width: 4, height: 4 },
    }
    const document = documentOf(upload)
    expect(await store(document)).toMatchObject(document)
  })

  test('a table with header cells and spans', async () => {
    const cell = (value: string, headerState: number) =>
      element('tablecell', [paragraph(text(value))], {
        headerState,
        colSpan: 1,
        rowSpan: 1,
        backgroundColor: null,
      })
    const document = documentOf(
      element('table', [
        element('tablerow', [cell('Name', 1), cell('年份', 1)]),
        element('tablerow', [cell('Galley', 2), cell('2026', 0)]),
      ]),
    )
    expect(await store(document)).toMatchObject(document)
  })

  test('nested and checked lists, headings, quotes and a rule', async () => {
    const item = (children: RichTextNode[], value: number, more = {}) =>
      element('listitem', children, { value, ...more })
    const list = (listType: string, tag: string, ...children: RichTextNode[]) =>
      element('list', children, { listType, start: 1, tag })
    const document = documentOf(
      element('heading', [text('Title')], { tag: 'h6' }),
      list(
        'number',
        'ol',
        item([text('one')], 1),
        item([list('bullet', 'ul', item([text('a')], 1))], 2),
      ),
      list('check', 'ul', item([text('done')], 1, { checked: true })),
      element('quote', [text('Said')]),
      { type: 'horizontalrule', version: 1 },
    )
    expect(await store(document)).toMatchObject(document)
  })

  test('all text formats and meanings', async () => {
    const formats = [1, 2, 4, 8, 16, 32, 64, 128, 255].map((format) => text('a', { format }))
    const meanings = TEXT_SEMANTICS.map((semantic) => text('b', { $: { semantic } }))
    const document = documentOf(paragraph(...formats, ...meanings))
    expect(await store(document)).toMatchObject(document)
  })
})
