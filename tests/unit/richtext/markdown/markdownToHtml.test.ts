import { describe, expect, it } from 'vitest'
import { markdownToHtml, type SourceDialect } from '../../../../src/richtext/markdown'

const html = (dialect: SourceDialect, text: string, path = 'post.md') =>
  markdownToHtml({ dialect, text, path }).html.trim()

const codes = (dialect: SourceDialect, text: string): string[] =>
  markdownToHtml({ dialect, text }).problems.map(({ code }) => code)

describe('what each generator knows', () => {
  it('reads footnotes in every dialect', () => {
    for (const dialect of ['hexo', 'jekyll', 'plain', 'zola'] as const) {
      expect(html(dialect, 'a[^1]\n\n[^1]: Some note text')).toContain('<sup class="footnote-ref">')
    }
  })

  it('breaks lines in Hexo and nowhere else', () => {
    expect(html('hexo', 'a\nb')).toBe('<p>a<br>\nb</p>')
    expect(html('hugo', 'a\nb')).toBe('<p>a\nb</p>')
  })

  it('strikes with one tilde where the renderer does', () => {
    expect(html('hugo', '~a~ 5 ~ 6')).toBe('<p><s>a</s> 5 ~ 6</p>')
    expect(html('plain', '5~10, 20~30')).toBe('<p>5<s>10, 20</s>30</p>')
    expect(html('jekyll', 'H~2~O')).toBe('<p>H~2~O</p>')
  })

  it('keeps ==, ++ and ^ as typed', () => {
    expect(html('plain', '==a== ++b++ 2^n^')).toBe('<p>==a== ++b++ 2^n^</p>')
  })

  it('closes emphasis behind Chinese punctuation in kramdown only', () => {
    expect(html('jekyll', '**粗体。**后面')).toBe('<p><strong>粗体。</strong>后面</p>')
    expect(html('hexo', '**粗体。**后面')).toBe('<p>**粗体。**后面</p>')
  })

  it('keeps emoji shortcodes unless the site turns them on', () => {
    expect(html('hugo', ':tada:')).toBe('<p>:tada:</p>')
    const { html: shown } = markdownToHtml({
      dialect: 'hugo',
      text: ':tada:',
      site: { emoji: true },
    })
    expect(shown.trim()).toBe('<p>🎉</p>')
  })

  it('makes check boxes of task lists', () => {
    const box = '<li class="task-list-item"><input type="checkbox" checked disabled> a</li>'
    expect(html('eleventy', '- [x] a')).toContain(box)
    expect(html('plain', '- [x] a')).toContain(box)
  })

  it('reads .Rmd as Pandoc does', () => {
    expect(html('hugo', '::: {.columns}\nH~2~O^[note]\n:::', 'a.Rmd')).toContain(
      '<div class="columns">\n<p>H<sub>2</sub>O<sup class="footnote-ref">',
    )
  })
})

describe('bare addresses', () => {
  it('links http, www and mail, without what only surrounds them', () => {
    expect(html('plain', '(http://a.b/c_(d)), www.e.com. f@g.hh')).toBe(
      '<p>(<a href="http://a.b/c_(d)">http://a.b/c_(d)</a>), <a href="http://www.e.com">www.e.com</a>. <a href="mailto:f@g.hh">f@g.hh</a></p>',
    )
  })

  it('invents no link from a word with a dot', () => {
    expect(html('plain', 'node.js and //a.b')).toBe('<p>node.js and //a.b</p>')
  })

  it('goes on through full-width punctuation to a blank, as GitHub and marked have it', () => {
    expect(html('plain', '见http://a.b/c。然后 d')).toBe(
      '<p>见<a href="http://a.b/c。然后">http://a.b/c。然后</a> d</p>',
    )
  })

  it('is read before emphasis and escapes', () => {
    expect(html('plain', 'http://a.b/c_d_e\\_f*g*')).toBe(
      '<p><a href="http://a.b/c_d_e\\_f*g">http://a.b/c_d_e\\_f*g</a>*</p>',
    )
  })

  it('keeps its host name and its escapes, in angle brackets too', () => {
    expect(html('plain', '<http://a/%20b> [c](http://é.f)')).toBe(
      '<p><a href="http://a/%20b">http://a/%20b</a> <a href="http://%C3%A9.f">c</a></p>',
    )
  })

  it('is no link within a link, in brackets or not', () => {
    expect(html('plain', '[http://a.b](/c) <a href="/d">http://e.f</a> [x http://g.h]')).toBe(
      '<p><a href="/c">http://a.b</a> <a href="/d">http://e.f</a> [x <a href="http://g.h">http://g.h</a>]</p>',
    )
  })

  it('ends before a character reference by number, as before one by name', () => {
    expect(html('jekyll', '&#8220;http://a.b&#8221; and http://a.b/c&#x201d; x')).toBe(
      '<p>“<a href="http://a.b">http://a.b</a>” and <a href="http://a.b/c">http://a.b/c</a>” x</p>',
    )
  })

  it('is linked in every dialect, as its words stay the same', () => {
    for (const dialect of ['zola', 'jekyll', 'eleventy'] as const) {
      expect(html(dialect, 'http://a.b')).toBe('<p><a href="http://a.b">http://a.b</a></p>')
    }
  })
})

describe('math', () => {
  it('reads character references in TeX, as the page would', () => {
    expect(html('hexo', '$x_i&lt;x_j$ &#60;')).toBe(
      '<p><galley-math>x_i&lt;x_j</galley-math> &lt;</p>',
    )
  })

  it('takes TeX before emphasis and escapes can change it', () => {
    expect(html('hugo', '$a_1*b_2*c$ and \\\\(\\frac{a}{b}\\\\)')).toBe(
      '<p><galley-math>a_1*b_2*c</galley-math> and <galley-math>\\frac{a}{b}</galley-math></p>',
    )
  })

  it.each([
    '$5 and $10',
    'US$5, A$6',
    '$HOME and $PATH',
    'from $5-$10',
    '\\[1\\]',
    '$5 to 10$',
    '\\(MAX\\_VALUE\\)',
  ])('leaves %s alone', (text) => {
    expect(html('plain', text)).not.toContain('galley-math')
  })

  it('reads display math across lines', () => {
    expect(html('hexo', 'a\n$$\nx_1 \\\\\n\ny_2\n$$\nb')).toBe(
      '<p>a</p>\n<galley-math display>x_1 \\\\\n\ny_2</galley-math>\n<p>b</p>',
    )
  })

  it('is inline within a line in kramdown', () => {
    expect(html('jekyll', 'a $$x^2$$ b')).toBe('<p>a <galley-math>x^2</galley-math> b</p>')
  })
})

describe('admonitions', () => {
  it('nests Docusaurus directives and reads their titles', () => {
    expect(html('docusaurus', '::::note[A **b**]\n\n:::tip C\n\nd\n\n:::\n\n::::\n\ne')).toBe(
      '<galley-callout kind="note" heading="A b">\n<galley-callout kind="tip" heading="C">\n<p>d</p>\n</galley-callout>\n</galley-callout>\n<p>e</p>',
    )
  })

  it('does not end in a code fence', () => {
    expect(html('docusaurus', ':::note\n```\n:::\n```\nx\n:::')).toContain(
      '<p>x</p>\n</galley-callout>',
    )
  })

  it('leaves directives of other names as text', () => {
    expect(html('docusaurus', ':::foo\na\n:::')).toBe('<p>:::foo\na\n:::</p>')
  })

  it('reads alerts of Hugo', () => {
    expect(html('hugo', '> [!TIP]\n> a\n\n> [!x]\n> b')).toBe(
      '<galley-callout kind="tip">\n<p>a</p>\n</galley-callout>\n<blockquote>\n<p>[!x]\nb</p>\n</blockquote>',
    )
  })
})

describe('kramdown', () => {
  it('gives attribute lists to blocks and spans and shows none of them', () => {
    expect(html('jekyll', 'a ![b](c.png){: width="30"}\n{: .note #d}')).toBe(
      '<p id="d" class="note">a <img src="c.png" alt="b" width="30"></p>',
    )
  })

  it('replaces the list above {:toc}', () => {
    expect(html('jekyll', '* TOC\n{:toc}\n\na')).toBe('<!-- toc -->\n<p>a</p>')
    expect(html('jekyll', '* a\n\n* any list\n{:toc}')).toBe(
      '<ul>\n<li>\n<p>a</p>\n</li>\n</ul>\n<!-- toc -->',
    )
  })

  it('keeps HTML raw to its end tag, unless markdown="1"', () => {
    expect(html('jekyll', '<div>\n\n    <p>*a*</p>\n\n</div>')).toBe(
      '<div>\n\n    <p>*a*</p>\n\n</div>',
    )
    expect(html('jekyll', '<div markdown="1">\n*a*\n</div>')).toBe(
      '<div>\n<p><em>a</em></p>\n</div>',
    )
  })

  it('reads a line that begins with a picture as Markdown where the element around it asks for that', () => {
    expect(
      html(
        'jekyll',
        '<aside markdown="1">\n  <img src="a.png">\n  *b*\n  <p markdown="1">\n[c](d)\n  </p>\n</aside>',
      ),
    ).toBe(
      '<aside>\n<p><img src="a.png">\n<em>b</em></p>\n<p>\n<p><a href="d">c</a></p>\n</p>\n</aside>',
    )
  })

  it('reads markdown="1" on one line', () => {
    expect(html('jekyll', '<p markdown="1">*a* <b>b</b></p>')).toBe('<p>\n<em>a</em> <b>b</b></p>')
    expect(html('jekyll', '<div markdown="1">*a*</div>')).toBe('<div>\n<p><em>a</em></p>\n</div>')
  })

  it('keeps HTML raw to its end tag when words stand behind that', () => {
    expect(html('jekyll', '<table><tr>\n\n        </tr><tr><td>a</td></tr></table>”')).toBe(
      '<table><tr>\n\n        </tr><tr><td>a</td></tr></table>”',
    )
  })

  it('reads the Markdown behind a blank line in HTML, as its writer meant it', () => {
    expect(html('jekyll', '<details>\n<summary>a</summary>\n\n![b](c.png)\n\n</details>')).toBe(
      '<details>\n<summary>a</summary>\n<p><img src="c.png" alt="b"></p>\n</details>',
    )
    expect(html('jekyll', '<pre>\na\n\n[b](c)\n</pre>')).toBe('<pre>\na\n\n[b](c)\n</pre>')
  })
})

describe('text that other parsers drop', () => {
  it('stays when it is nested more deeply than any renderer goes', () => {
    const quotes = html('plain', `${'>'.repeat(600)} deep words`)
    expect(quotes).toContain('deep words')
    const lists = Array.from({ length: 150 }, (_, level) => `${'  '.repeat(level)}- w${level}w`)
    const nested = html('plain', lists.join('\n'))
    lists.forEach((_, level) => expect(nested).toContain(`w${level}w`))
  })

  it('stays as a comment when a footnote is not referred to, or defined twice', () => {
    const text = 'a[^1]\n\n[^1]: first\n\n[^1]: second\n\n[^2]: third --> x'
    const shown = html('plain', text)
    expect(shown).toContain('<p>first')
    expect(shown).toContain('<!-- [^1]: second -->')
    expect(shown).toContain('<!-- [^2]: third - -> x -->')
    expect(codes('plain', text)).toEqual(['footnote-unused'])
  })

  it('keeps reference definitions and footnotes working across callouts', () => {
    expect(html('hugo', '{{< note >}}\n[a][b] c[^1]\n{{< /note >}}\n\n[b]: /d\n[^1]: e')).toContain(
      '<p><a href="/d">a</a> c<sup class="footnote-ref">',
    )
  })
})

describe('hostile input', () => {
  it.each([
    '[',
    '![',
    '[^a]: b\n\n[^',
    'http://a.b/.',
    'www.',
    '(www.a&amp;',
    'a@b.',
    '<div>\n\n[a](b)\n',
    '<div markdown="1">\n',
    '<p markdown="1">a</p>',
    '<div markdown="1">\n<img>\n',
    '$',
    '$$',
    '\\(',
    '`a``',
    '{{',
    '{% ',
    '{{< a ',
    '{% raw %}',
    '<a ',
    '<!--',
    '>',
    '- ',
    '{"',
    '<A>',
    ':::note\n',
    '{::comment}\n',
    '> [!NOTE]\n\n',
  ])('of nothing but %j takes time in proportion to its length', (part) => {
    for (const dialect of ['hexo', 'jekyll', 'hugo', 'docusaurus'] as const) {
      const before = process.cpuUsage()
      markdownToHtml({ dialect, text: part.repeat(20_000 / part.length) })
      expect(process.cpuUsage(before).user / 1000).toBeLessThan(8000)
    }
  })

  it('of tags that never end, all on one line, takes no time for counting lines', () => {
    const before = process.cpuUsage()
    markdownToHtml({ dialect: 'hugo', text: '{%'.repeat(500_000) })
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(8000)
  })
})
