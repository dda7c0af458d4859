import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseFragment, serialize } from 'parse5'
import { describe, expect, it } from 'vitest'
import type { RichTextDocument, RichTextNode } from '../../../src/richtext/document'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { markdownToHtml } from '../../../src/richtext/markdown'
import { renderHtml, sanitizeHtml } from '../../../src/richtext/toHtml'
import { renderMarkdown } from '../../../src/richtext/toMarkdown'
import { renderText, toc } from '../../../src/richtext/toText'

const folder = join(import.meta.dirname, '../../fixtures/richtext/html')
const fixtures = readdirSync(folder).filter((name) => name.endsWith('.html'))

function render(html: string, options = {}): string {
  return renderHtml(compileHtml(html).document, options).trim()
}

function documentOf(...children: RichTextNode[]): RichTextDocument {
  return { root: { ...compileHtml('').document.root, children } }
}

describe('renderHtml', () => {
  it.each(fixtures)('writes %s well-formed and without anything that runs', (name) => {
    const { document } = compileHtml(readFileSync(join(folder, name), 'utf8'))
    const html = renderHtml(document)
    // A parser that has nothing to repair gives back what it read, but for how quotes and empty attributes are written.
    const normal = (text: string) => text.replace(/=""/g, '').replace(/&quot;/g, '"')
    expect(normal(serialize(parseFragment(html)))).toBe(normal(html))
    expect(html).not.toMatch(/<script|<style|javascript:|\son\w+=/i)
  })

  it.each(fixtures)('keeps the text of %s when it is compiled again', (name) => {
    // Callouts and math have no HTML of their own to come back from.
    if (/callouts|math/.test(name)) return
    const { document } = compileHtml(readFileSync(join(folder, name), 'utf8'))
    const again = compileHtml(renderHtml(document, { frameHosts: ['example.com'] })).document
    expect(renderText(again).replace(/\s+/g, ' ')).toBe(renderText(document).replace(/\s+/g, ' '))
  })

  it('nests formats, escapes text and keeps semantics', () => {
    expect(render('<p><b>a <i>&lt;b&gt;</i></b> <kbd>K</kbd>&nbsp;"q"</p>')).toBe(
      '<p><strong>a </strong><strong><em>&lt;b&gt;</em></strong> <kbd>K</kbd>&nbsp;&quot;q&quot;</p>',
    )
  })

  it('gives headings the ids that the contents list', () => {
    const { document } = compileHtml('<h2>Same</h2><h2>Same</h2><h3 id="own">Other</h3>')
    expect(renderHtml(document)).toBe(
      '<h2 id="same">Same</h2>\n<h2 id="same-1">Same</h2>\n<h3 id="own">Other</h3>\n',
    )
    expect(toc(document)).toEqual([
      { level: 2, text: 'Same', id: 'same' },
      { level: 2, text: 'Same', id: 'same-1' },
      { level: 3, text: 'Other', id: 'own' },
    ])
    expect(renderHtml(document, { headingIds: false })).toContain('<h2>Same</h2>')
  })

  it('puts nested lists back into the item before them and wraps the texts of loose items', () => {
    expect(
      render('<ol start="2"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>'),
    ).toBe(
      '<ol start="2">\n<li>a<ul>\n<li>b</li>\n</ul>\n</li>\n<li><p>c</p>\n<p>d</p>\n</li>\n</ol>',
    )
  })

  it('marks header cells with their scope', () => {
    expect(render('<table><tr><th>A<th align=right>B<tr><th>c<td align=right>d</table>')).toBe(
      '<table>\n<thead>\n<tr><th scope="col">A</th><th scope="col" style="text-align: right">B</th></tr>\n</thead>\n' +
        '<tbody>\n<tr><th scope="row">c</th><td style="text-align: right">d</td></tr>\n</tbody>\n</table>',
    )
  })

  it('puts footnotes into a section with links both ways', () => {
    const html = render(
      '<p>a<sup class="footnote-ref"><a href="#fn1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn1">[1:1]</a></sup></p>' +
        '<section class="footnotes"><ol><li id="fn1"><p>note</p></li></ol></section>',
      { footnotePrefix: 'p-' },
    )
    expect(html).toContain('<a href="#p-fn-1" id="p-fnref-1" role="doc-noteref">1</a>')
    expect(html).toContain('id="p-fnref-1-2"')
    expect(html).toContain('<li id="p-fn-1" class="footnote-item"><p>note <a href="#p-fnref-1"')
  })

  it('renders stored pictures with their dimensions and documents with their address', () => {
    const upload = {
      type: 'upload',
      version: 3,
      format: '',
      id: 'u',
      relationTo: 'media',
      value: 'm',
      fields: { alt: 'Own' },
    }
    const link = {
      type: 'link',
      version: 3,
      id: 'l',
      children: [{ type: 'text', version: 1, text: 'x', format: 0 }],
      fields: {
        linkType: 'internal',
        doc: { relationTo: 'articles', value: 'a' },
        anchor: 'p',
        newTab: true,
      },
    }
    const html = renderHtml(
      documentOf(upload, { type: 'paragraph', version: 1, children: [link] }),
      {
        resolveMedia: () => ({
          url: '/m.webp',
          width: 4,
          height: 3,
          alt: 'File',
          credit: 'C',
          srcset: '/s.webp 1x',
        }),
        resolveDocument: () => '/a',
      },
    )
    expect(html).toBe(
      '<figure><img src="/m.webp" alt="Own" srcset="/s.webp 1x" width="4" height="3" loading="lazy" decoding="async">' +
        '<figcaption><small class="credit">C</small></figcaption></figure>\n' +
        '<p><a href="/a#p" target="_blank" rel="noopener">x</a></p>\n',
    )
  })

  it('leaves the text of links that lead nowhere safe and drops unknown frames to a link', () => {
    const unsafe = {
      type: 'link',
      version: 3,
      id: 'l',
      children: [{ type: 'text', version: 1, text: 'x', format: 0 }],
      fields: { linkType: 'custom', url: 'java\nscript:alert(1)', newTab: false },
    }
    expect(renderHtml(documentOf({ type: 'paragraph', version: 1, children: [unsafe] }))).toBe(
      '<p>x</p>\n',
    )
    expect(render('<iframe src="https://evil.example/x"></iframe>')).toBe(
      '<figure class="embed"><a href="https://evil.example/x">https://evil.example/x</a></figure>',
    )
    expect(render('<iframe src="https://www.youtube.com/embed/x" title="V"></iframe>')).toContain(
      'title="V" loading="lazy" sandbox="allow-scripts',
    )
  })
})

describe('a player', () => {
  it('keeps what browsers show that cannot play it, without what would run', () => {
    const source =
      '<video src="v.mp4"><p>No video: <a href="v.mp4">get it</a><script>x</script></p></video>'
    const shown = '<p>No video: <a href="v.mp4">get it</a></p></video>'
    expect(render(source)).toContain(shown)
    const { html } = markdownToHtml({
      text: renderMarkdown(compileHtml(source).document),
      dialect: 'plain',
    })
    expect(render(html)).toContain(shown)
  })
})

describe('sanitizeHtml', () => {
  it('removes what runs with its content and keeps the text of what it does not know', () => {
    expect(
      sanitizeHtml(
        '<my-card onclick="x()">text <b onmouseover=x>bold</b></my-card><script>alert(1)</script><style>p{}</style>' +
          '<a href="javascript:x">link</a><img src=x onerror=x><svg><script>x</script><text>drawn</text></svg>',
      ),
    ).toBe('text <b>bold</b><a>link</a><img src="x">drawn')
  })

  it('keeps what is hidden out and frames of known hosts in a sandbox', () => {
    expect(sanitizeHtml('<p hidden>a</p><p style="display: none">b</p><p>c</p>')).toBe('<p>c</p>')
    expect(sanitizeHtml('<iframe src="https://evil.example/"></iframe>')).toBe('')
    expect(sanitizeHtml('<iframe src="https://player.vimeo.com/video/1"></iframe>')).toMatch(
      /sandbox="allow-scripts/,
    )
  })
})
