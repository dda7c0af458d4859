import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { collectReferences, mapReferences } from '../../../src/richtext/references'

const html =
  '<p>a <a href="/post">link</a> <img src="inline.png"> x</p>' +
  '<figure><a href="/large"><img src="block.png" alt="A" width="5"></a><figcaption>by <a href="/author">x</a></figcaption></figure>' +
  '<galley-callout kind="tip"><ul><li><a href="/in-callout">y</a><p><img src="in-callout.png"></p></li></ul></galley-callout>' +
  '<p>n<sup class="footnote-ref"><a href="#fn1">[1]</a></sup></p><section class="footnotes"><ol><li id="fn1"><a href="/in-note">z</a></li></ol></section>'

describe('collectReferences', () => {
  it('finds links and pictures in captions, callouts and footnotes too', () => {
    const { links, pictures } = collectReferences(compileHtml(html).document)
    expect(links.map(({ url, kind }) => `${kind} ${url}`)).toEqual([
      'link /post',
      'picture-link /large',
      'link /author',
      'link /in-callout',
      'link /in-note',
    ])
    expect(pictures).toEqual([
      { kind: 'inline', url: 'inline.png' },
      { kind: 'block', url: 'block.png', alt: 'A', width: 5 },
      { kind: 'block', url: 'in-callout.png' },
    ])
  })
})

describe('mapReferences', () => {
  it('makes links internal and linked pictures stored ones, wherever they are', () => {
    const { document } = compileHtml(html)
    const before = JSON.stringify(document)
    const mapped = mapReferences(document, {
      link: (url) =>
        url === '/large'
          ? { linkType: 'custom', url: '/media/large', newTab: false }
          : { linkType: 'internal', doc: { relationTo: 'articles', value: url }, newTab: false },
      picture: ({ url }) => ({ media: `id of ${url}` }),
    })
    expect(JSON.stringify(document)).toBe(before)
    const text = JSON.stringify(mapped)
    for (const url of ['/post', '/author', '/in-callout', '/in-note']) {
      expect(text).toContain(`"doc":{"relationTo":"articles","value":"${url}"}`)
    }
    expect(mapped.root.children[1]).toMatchObject({
      type: 'upload',
      version: 3,
      relationTo: 'media',
      value: 'id of block.png',
      fields: { alt: 'A', width: 5, href: '/media/large', caption: { root: { type: 'root' } } },
    })
    expect(text).toContain('"media":"id of inline.png"')
    expect(text).toContain('"value":"id of in-callout.png"')
  })

  it('returns the same document when nothing is replaced', () => {
    const { document } = compileHtml(html)
    expect(mapReferences(document, { link: () => undefined })).toBe(document)
  })
})
