import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { markdownToHtml } from '../../../src/richtext/markdown'
import { renderHtml } from '../../../src/richtext/toHtml'
import { renderMarkdown } from '../../../src/richtext/toMarkdown'
import { renderText } from '../../../src/richtext/toText'

/** Bodies as systems write them; what a reader gets must survive the way out and back. */
const BODIES = [
  '<div class="wp-caption"><a href="x.jpg"><img src="y.jpg"></a><p class="wp-caption-text">The <em>caption</em></p></div>',
  '<figure class="wp-block-table"><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table><figcaption>c</figcaption></figure>',
  '<section><h3><strong>Title</strong></h3><pre>line1<br>line2</pre><p>Text <code>code</code></p></section>',
  '<a href="/card"><span>Card</span><img src="c.jpg"></a>',
  '<center><font size="2" color="red">Red</font><br><img src="a.gif"><br>caption</center>',
  '<table><tr><th rowspan="2">A</th><td>1</td></tr><tr><td>2</td></tr></table>',
  '<ul><li>a<ul><li>b</li></ul></li>loose<li><p>c</p><p>d</p><pre>e</pre></li></ul>',
  '<details><summary>S <b>b</b></summary><p>D</p></details>',
  '<dl><dt>T</dt><dd>D1</dd><dd>D2</dd></dl>',
  '<p>H<sub>2</sub>O <kbd>Ctrl</kbd> <mark>m</mark> <abbr title="t">AB</abbr> <q>q</q></p>',
  '<blockquote><p>q <a href="/l">l</a></p>&mdash; Who</blockquote>',
  '<!-- SC --> by <a href="/u"> /u/x </a> <br> <span><a href="/l">[link]</a></span>',
  '<dialog open>open <p>text</p></dialog>',
  '<p>a<sup><a href="#fn1">1</a></sup></p><section class="footnotes"><ol><li id="fn1"><p>note</p></li></ol></section>',
  '<p>* not a list</p><p># not a heading</p><p>1. nor this &lt;b&gt; [x](y) _z_ `q`</p>',
]

const SEEN: [string, RegExp][] = [
  ['links', /"(?:url|href)":"[^"]*"/g],
  ['code', /"code":"[^"]*"/g],
  ['headings', /"tag":"h\d"/g],
  ['cells', /"type":"tablecell"/g],
]

describe.each(BODIES)('%s', (body) => {
  const { document } = compileHtml(body)
  const ways = {
    HTML: () => renderHtml(document),
    Markdown: () => markdownToHtml({ text: renderMarkdown(document), dialect: 'plain' }).html,
  }

  it.each(Object.entries(ways))(
    'keeps text, links, code and cells by way of %s',
    (_name, write) => {
      const again = compileHtml(write()).document
      const words = (text: string) => text.match(/\S+/g)
      expect(words(renderText(again))).toEqual(words(renderText(document)))
      for (const [, pattern] of SEEN) {
        expect(JSON.stringify(again).match(pattern)).toEqual(
          JSON.stringify(document).match(pattern),
        )
      }
    },
  )
})
