import { describe, expect, it } from 'vitest'
import { expandGeneratorSyntax } from '../../../../src/richtext/generator'
import { markdownToHtml, type SourceDialect } from '../../../../src/richtext/markdown'

const convert = (dialect: SourceDialect, text: string) => {
  const { html, problems } = markdownToHtml({ dialect, text })
  return { html: html.trim(), problems }
}
const html = (dialect: SourceDialect, text: string) => convert(dialect, text).html

describe('Hexo tags', () => {
  it.each([
    ['{% asset_img a.png "T" %}', '<p><img src="galley-ref:asset:a.png" alt="T" title="T"></p>'],
    ['[x]({% post_path a-b %})', '<p><a href="galley-ref:post:a-b">x</a></p>'],
    ['{% post_link a "B c" %}', '<p><a href="galley-ref:post:a">B c</a></p>'],
    ['{% link A b https://c.d true e %}', '<p><a href="https://c.d" title="e">A b</a></p>'],
    [
      '{% pullquote %}\na\n{% endpullquote %}',
      '<blockquote class="pullquote">\n\n<p>a</p>\n</blockquote>',
    ],
  ])('%s', (source, expected) => {
    expect(html('hexo', source)).toBe(expected)
  })

  it('keeps code of a code block as it is', () => {
    expect(
      html(
        'hexo',
        '{% codeblock "A b" lang:js line_number:false %}\n**<a>** {% x %}\n{% endcodeblock %}',
      ),
    ).toBe('<pre><code class="language-js" data-title="A b">**&lt;a&gt;** {% x %}\n</code></pre>')
  })

  it('reads the author and source of a quote', () => {
    expect(html('hexo', '{% blockquote A, B https://c.d E %}\nf\n{% endblockquote %}')).toBe(
      '<blockquote>\n\n<p>f</p>\n<p><cite>A, B <a href="https://c.d">E</a></cite></p></blockquote>',
    )
  })

  it('leaves tags in code alone', () => {
    expect(html('hexo', '`{% note %}`\n\n```\n{% raw %}\n```')).toBe(
      '<p><code>{% note %}</code></p>\n<pre><code>{% raw %}\n</code></pre>',
    )
  })

  it.each([
    [
      '{% gallery %}\n![a](b.png)\n{% endgallery %}',
      '<div>\n<p><img src="b.png" alt="a"></p>\n</div>',
    ],
    [
      "{% message color:info 'title:*A* b' %}\nc\n{% endmessage %}",
      '<galley-callout kind="info" heading="A b">\n<p>c</p>\n</galley-callout>',
    ],
    [
      '{% timeline 2024, blue %}\na\n{% endtimeline %}',
      '<galley-callout kind="note" heading="2024">\n<p>a</p>\n</galley-callout>',
    ],
    ['{% checkbox green checked, a %}', '<p><input type="checkbox" checked disabled> a</p>'],
    ['{% span red, a, b %} {% kbd c %}', '<p><span>a, b</span> <kbd>c</kbd></p>'],
    [
      "{% galleryGroup 'a' 'b' '/c' /d.png %}",
      '<figure><a href="/c"><img src="/d.png" alt=""></a><figcaption>a<br>b</figcaption></figure>',
    ],
  ])('reads the theme tag %s', (source, expected) => {
    expect(html('hexo', source).replaceAll('\n\n', '\n')).toBe(expected)
  })

  it('keeps unknown tags visible and says where', () => {
    const { html: shown, problems } = convert('hexo', 'a\n\n{% foo "bar" %}')
    expect(shown).toContain('{% foo &amp;quot;bar&amp;quot; %}')
    expect(problems).toMatchObject([{ code: 'shortcode-unknown', line: 3 }])
  })
})

describe('Liquid', () => {
  it('shows raw text and takes its markers out of code', () => {
    expect(html('jekyll', '{% raw %}{{ a }}{% endraw %} `{% raw %}{{ b }}{% endraw %}`')).toBe(
      '<p>{{ a }} <code>{{ b }}</code></p>',
    )
  })

  it('evaluates addresses and values that are known', () => {
    const { html: shown } = markdownToHtml({
      dialect: 'jekyll',
      text: '[a]({{ "/b" | relative_url }}) {{ site.title }} {{ page.title | upcase }} [c]({{site.baseurl}}/d)',
      site: { title: 'S', baseurl: '/r' },
      page: { title: 't' },
    })
    expect(shown.trim()).toBe('<p><a href="/b">a</a> S T <a href="/r/d">c</a></p>')
  })

  it('keeps control flow visible and the text between', () => {
    const { html: shown, problems } = convert('jekyll', '{% if a %}shown{% endif %}')
    expect(shown).toContain('shown')
    expect(shown).toContain('{% if a %}')
    expect(problems).toHaveLength(1)
  })

  it('knows pictures among includes', () => {
    expect(html('jekyll', '{% include figure.html src="a.png" alt="b" caption="c *d*" %}')).toBe(
      '<figure><img src="a.png" alt="b"><figcaption>c <em>d</em></figcaption></figure>',
    )
  })

  it('puts in the text of includes that wrap what they are given', () => {
    const includes = new Map([['a.md', '**{{ include.who }}**\n<!-- a greeting -->']])
    const { html: shown } = markdownToHtml({
      dialect: 'jekyll',
      text: '{% include a.md who="you" %}',
      includes,
    })
    expect(shown.trim()).toMatch(/^<p><strong>you<\/strong>/)
  })

  it('shows nothing of an include that only names values, and knows those that depend on nothing', () => {
    const setup = `{% capture jbcache %}
      <!-- paths -->
      {% if site.JB.BASE_PATH %}{% assign BASE_PATH = site.JB.BASE_PATH %}{% endif %}
      {% capture ASSET_PATH %}{{ BASE_PATH }}/assets{% endcapture %}
    {% endcapture %}{% assign jbcache = nil %}
    {% assign PICTURES = "/blog/" %}{% if site.x %}{% assign OTHER = "/o/" %}{% endif %}`
    const { html: shown } = markdownToHtml({
      dialect: 'jekyll',
      text: '{% include JB/setup %}\n\n![]({{ PICTURES }}a.png) {{ OTHER }}',
      includes: new Map([['JB/setup', setup]]),
    })
    expect(shown).not.toContain('include')
    expect(shown).toContain('<img src="/blog/a.png" alt="">')
    expect(shown).toContain('{{ OTHER }}')
  })

  it('keeps the source of includes with words of their own, which the article has not', () => {
    const includes = new Map([['subscribe.html', '<p>Subscribe to {{ include.what }}</p>']])
    const { html: shown } = markdownToHtml({
      dialect: 'jekyll',
      text: 'Read.\n\n{% include subscribe.html what="news" %}',
      includes,
    })
    expect(shown).not.toContain('Subscribe to')
    expect(shown).toContain('include subscribe.html')
  })

  it('chooses in includes by the parameters given, and keeps those that ask for more', () => {
    const includes = new Map([
      ['a.html', '<b>{% if include.t %}{{ include.t | upcase }}{% else %}-{% endif %}</b>'],
      ['b.html', '{% for p in site.posts %}{{ p.title }}{% endfor %}'],
    ])
    const convertWith = (text: string) => markdownToHtml({ dialect: 'jekyll', text, includes }).html
    expect(convertWith('x {% include a.html t="w" %}{% include a.html %}').trim()).toBe(
      '<p>x <b>W</b><b>-</b></p>',
    )
    expect(convertWith('{% include b.html %}')).toContain('include b.html')
  })

  it('puts assigned and captured text where its name is asked for', () => {
    const text =
      '{% assign a = "B" %}{% capture c %}\n*d*\n{% endcapture %}{{ a | downcase }} {{ c }}{% assign a = site.x.y %}{{ a }}'
    const { html: shown, problems } = convert('jekyll', text)
    expect(shown).toContain('b <em>d</em>')
    expect(problems.map(({ code }) => code)).toEqual(['shortcode-unknown', 'expression-kept'])
  })

  it('embeds what the embed filter is given', () => {
    expect(html('eleventy', '{{ "https://a.b/c" | embed: "D e" }}')).toBe(
      '<galley-embed kind="iframe" src="https://a.b/c" title="D e"></galley-embed>',
    )
  })

  it("keeps quotes within an Eleventy picture's text", () => {
    expect(html('eleventy', '{% image "a.png" "He said "hi" there" %}')).toBe(
      '<p><img src="a.png" alt="He said &quot;hi&quot; there"></p>',
    )
  })
})

describe('Hugo shortcodes', () => {
  it('shows escaped shortcodes as they are meant, also in code', () => {
    expect(html('hugo', '{{</* a */>}} `{{%/* b */%}}`')).toBe(
      '<p>{{&lt; a &gt;}} <code>{{% b %}}</code></p>',
    )
  })

  it('takes references as addresses only where an address may stand', () => {
    expect(
      html('hugo', '[a]({{< ref "b c.md#d" >}})\n\n<a href="{{< relref "e.md" >}}">f</a>'),
    ).toBe(
      '<p><a href="galley-ref:ref:b%20c.md#d">a</a></p>\n<p><a href="galley-ref:relref:e.md">f</a></p>',
    )
    expect(html('hugo', 'see {{< ref "b.md" >}}')).toContain('galley-raw inline')
  })

  it('reads figures with several lines of parameters', () => {
    expect(
      html(
        'hugo',
        '{{< figure\n  src="a.png"\n  alt="b"\n  caption="c" attr="d" attrlink="/e"\n>}}',
      ),
    ).toBe(
      '<figure><img src="a.png" alt="b"><figcaption>c <a href="/e">d</a></figcaption></figure>',
    )
  })

  it('renders the content of callouts within list items', () => {
    expect(html('hugo', '- a\n  {{< note >}}b *c*{{< /note >}}\n- d').replace(/\n/g, '')).toBe(
      '<ul><li><p>a</p><galley-callout kind="note"><p>b <em>c</em></p></galley-callout></li><li><p>d</p></li></ul>',
    )
  })

  it('keeps the source and the content of unknown pairs', () => {
    const { html: shown, problems } = convert(
      'hugo',
      '{{< foo title="Words" >}}\n**b**\n{{< /foo >}}',
    )
    expect(shown).toContain('Words')
    expect(shown).toContain('<strong>b</strong>')
    expect(problems).toMatchObject([{ code: 'shortcode-unknown', line: 1 }])
  })

  it('shows the source of a tag in places where no element can be', () => {
    expect(html('hugo', '![a {{< b >}}](c.png)')).toBe(
      '<p><img src="c.png" alt="a {{&lt; b &gt;}}"></p>',
    )
    expect(html('hugo', '    a\n    {{< youtube x >}}')).toBe(
      '<pre><code>a\n{{&lt; youtube x &gt;}}\n</code></pre>',
    )
  })

  it('leaves unclosed tags as text', () => {
    expect(html('hugo', 'a {{< b')).toBe('<p>a {{&lt; b</p>')
    expect(html('hexo', 'a {% b')).toBe('<p>a {% b</p>')
  })
})

describe('Zola shortcodes', () => {
  it('reads calls and bodies, and no other braces', () => {
    expect(html('zola', '{% note(title="T") %}\na\n{% end %}\n\n{{ x }}')).toBe(
      '<galley-callout kind="note" heading="T">\n\n<p>a</p>\n</galley-callout>\n\n<p>{{ x }}</p>',
    )
  })
})

describe('MDX', () => {
  it('hides modules, resolves imported pictures and keeps text of components', () => {
    const { html: shown, problems } = convert(
      'docusaurus',
      "import P from './p.png'\n\n<img src={P} alt=\"a\" />\n\n<Foo>inner *em*</Foo> {'text'} {/* no */}",
    )
    expect(shown).toContain('<img src="./p.png" alt="a">')
    expect(shown).toContain('inner <em>em</em>')
    expect(shown).toContain('text <!-- no -->')
    expect(problems.map(({ code }) => code)).toEqual(['mdx-module-kept', 'mdx-component-hidden'])
  })

  it('labels tabs', () => {
    expect(
      html('docusaurus', '<Tabs>\n<TabItem value="a" label="L">\n\nb\n\n</TabItem>\n</Tabs>'),
    ).toContain('<galley-callout kind="tab" heading="L">')
  })

  it('leaves sentences that begin with import or export', () => {
    expect(html('docusaurus', 'import your data')).toBe('<p>import your data</p>')
  })

  it('is off in plain Markdown', () => {
    expect(html('astro', 'a {b}')).toBe('<p>a {b}</p>')
  })
})

describe('HTML sources', () => {
  it('have their tags expanded in place', () => {
    const { html: shown } = expandGeneratorSyntax({
      text: '<p>{% asset_img a.png %}</p><pre><code>{% b %}</code></pre><a title="{% c %}">d</a>',
      dialect: 'hexo',
    })
    expect(shown).toBe(
      '<p><img src="galley-ref:asset:a.png" alt=""></p><pre><code>{% b %}</code></pre><a title="{% c %}">d</a>',
    )
  })
})

describe('text with private-use characters', () => {
  it('is not mixed up with placeholders', () => {
    expect(html('hexo', '\uE0000\uE001 {% youtube a %}')).toContain('\uE0000\uE001')
  })
})
