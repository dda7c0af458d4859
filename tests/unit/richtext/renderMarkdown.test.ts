import MarkdownIt from 'markdown-it'
import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { renderMarkdown } from '../../../src/richtext/toMarkdown'

const parser = new MarkdownIt({ html: true })

/** The document without the ids of its nodes, which come from its content and order. */
function withoutIds(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, item) => (key === 'id' ? undefined : item)))
}

const constructs: Record<string, string> = {
  'headings and paragraphs':
    '<h1>One</h1><p>a * b _ c # d</p><p># not a heading</p><p>1. no list</p><p>- no list</p><h3>a #</h3>',
  breaks: '<p>a<br>b<br><br>c</p>',
  formats:
    '<p>x <strong>b</strong> <em>i</em> <strong><em>bi</em></strong> <s>s</s> <code>c `d`</code> y</p>',
  'nested formats':
    '<p><strong>bold <em>both</em> bold</strong> and <em>i <strong>b</strong></em></p>',
  'formats next to words and CJK punctuation':
    '<p>in<strong>si</strong>de 他说<strong>“你好。”</strong>然后<em>《书》</em></p>',
  'formats without Markdown':
    '<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <u>u</u> <mark>m</mark> <small>s</small></p>',
  links:
    '<p>a <a href="https://x.org/a_(b)" title="T &quot;q&quot;">link <b>b</b></a>, <a href="/x y">c</a></p>',
  pictures:
    '<p><img src="a b.png" alt="A [x]" title="t"></p><p>in <img src="i.png"> line</p><p><a href="/l"><img src="p.png"></a></p><p><img src="s.png" width="10"></p>',
  'a captioned picture':
    '<figure><img src="a.png" alt="A"><figcaption>Caption with <a href="/x">link</a></figcaption></figure>',
  quotes:
    '<blockquote><p>one</p></blockquote><p>x</p><blockquote><p>one</p><ul><li>a</li></ul><blockquote><p>in</p></blockquote></blockquote>',
  'tight lists': '<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>',
  'lists with blocks':
    '<ol start="3"><li><p>a</p><p>b</p><pre><code class="language-js">x\n\ny\n</code></pre></li><li><p>c</p><blockquote><p>q</p></blockquote></li></ol>',
  code: '<pre><code class="language-md">```js\nx\n```\n</code></pre><pre><code>plain\n</code></pre>',
  tables:
    '<table><thead><tr><th>a</th><th style="text-align:right">b | c</th></tr></thead><tbody><tr><td><b>1</b></td><td style="text-align:right">2<br>3</td></tr><tr><td></td><td style="text-align:right"><code>a|b</code></td></tr></tbody></table>',
  'tables with spans and blocks':
    '<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td colspan="2"><ul><li>x</li></ul></td></tr></tbody></table>',
  'rules and the excerpt marker': '<p>a</p><!-- more --><p>b</p><hr><p>c</p>',
  details:
    '<details open><summary>Sum <b>b</b></summary><p>in</p><pre><code>x\n</code></pre></details>',
  embeds:
    '<iframe src="https://www.youtube.com/embed/x" title="T" width="5"></iframe><video src="a.mp4" poster="p.jpg"></video>',
  'raw HTML': '<form><input name="a"></form><p>x <svg><text>s</text></svg> y</p><!-- comment -->',
  'anchors and abbreviations': '<p><a id="here"></a>x <abbr title="T">A</abbr></p>',
  alignment: '<p style="text-align:center">c <b>b</b></p>',
  'characters that are markup':
    '<p>&lt;b&gt; &amp;amp; [x](y) ~~z~~ `q` a\\b $1 and $2 {{ x }} | ::: ![i] </p><p>::: x</p><p>+ y</p><p>===</p>',
}

describe('renderMarkdown', () => {
  it.each(Object.entries(constructs))(
    'writes %s that compile to the same document',
    (_name, html) => {
      const { document } = compileHtml(html)
      const markdown = renderMarkdown(document)
      const again = compileHtml(parser.render(markdown)).document
      expect(withoutIds(again), markdown).toEqual(withoutIds(document))
    },
  )

  it('writes math, callouts and titles of code as the Markdown stage reads them', () => {
    const { document } = compileHtml(
      '<p>a <galley-math>x^2</galley-math></p><galley-math display>\\sum</galley-math>' +
        '<galley-callout kind="tip" heading="T"><p>in</p><galley-callout kind="note">deep</galley-callout></galley-callout>' +
        '<pre><code class="language-ts" data-title="a.ts">x</code></pre>',
    )
    expect(renderMarkdown(document)).toBe(
      'a $x^2$\n\n$$\n\\sum\n$$\n\n::::tip T\n\nin\n\n:::note\n\ndeep\n\n:::\n\n::::\n\n```ts title="a.ts"\nx\n```\n',
    )
  })

  it('writes task lists and footnotes', () => {
    const { document } = compileHtml(
      '<ul><li><input type="checkbox"> a</li><li><input type="checkbox" checked> b</li></ul>' +
        '<p>a<sup class="footnote-ref"><a href="#fn1">[1]</a></sup> b<sup class="footnote-ref"><a href="#fn1">[1:1]</a></sup></p>' +
        '<section class="footnotes"><ol><li id="fn1"><p>note</p><p>second</p></li></ol></section>',
    )
    expect(renderMarkdown(document)).toBe(
      '- [ ] a\n- [x] b\n\na[^1] b[^1]\n\n[^1]: note\n\n    second\n',
    )
  })

  it('resolves stored pictures and internal links', () => {
    const children = [
      {
        type: 'upload',
        version: 3,
        format: '',
        id: 'u',
        relationTo: 'media',
        value: 'm1',
        fields: {},
      },
      {
        type: 'paragraph',
        version: 1,
        children: [
          {
            type: 'link',
            version: 3,
            id: 'l',
            children: [{ type: 'text', version: 1, text: 'there', format: 0 }],
            fields: {
              linkType: 'internal',
              doc: { relationTo: 'articles', value: 'a1' },
              anchor: 'x',
              newTab: false,
            },
          },
        ],
      },
    ]
    const document = { root: { ...compileHtml('').document.root, children } }
    expect(
      renderMarkdown(document, {
        resolveMedia: (id) => ({ url: `/media/${id}.jpg`, alt: 'Alt' }),
        resolveDocument: (relationTo, id) => `/${relationTo}/${id}`,
      }),
    ).toBe('![Alt](/media/m1.jpg)\n\n[there](/articles/a1#x)\n')
  })
})
