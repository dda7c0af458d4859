import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../../src/richtext/fromHtml'
import { markdownToHtml, type SourceDialect } from '../../../../src/richtext/markdown'
import { renderText } from '../../../../src/richtext/toText'

const convert = (dialect: SourceDialect, text: string, path = 'a.md') => {
  const { html, problems } = markdownToHtml({ dialect, text, path })
  return { html: html.trim(), problems, text: renderText(compileHtml(html).document).trim() }
}

describe('Hugo shortcodes of themes', () => {
  it.each([
    ['{{< tabs "id" >}}{{< tab "One" >}}1{{< /tab >}}{{< /tabs >}}', 'One\n1'],
    ['{{< button href="/x" >}}Go *there*{{< /button >}}', 'Go there'],
    ['{{< link href="/x" content="Words" >}}', 'Words'],
    ['{{< new-in 0.128.0 />}}', 'new in 0.128.0'],
    ['a {{< icon "github" >}} b', 'a b'],
    ['{{< card link="/x" title="T" subtitle="S" >}}', 'T\nS'],
    ['{{< notice style="info" title="T" >}}x{{< /notice >}}', 'T\nx'],
  ])('%s', (source, expected) => {
    expect(convert('hugo', source).text).toBe(expected)
  })

  it('makes players of audio and video, with their captions', () => {
    expect(convert('hugo', '{{< audio src="a.mp3" caption="Hear" >}}').html).toBe(
      '<figure><galley-embed kind="audio" src="a.mp3"></galley-embed><figcaption>Hear</figcaption></figure>',
    )
  })

  it('keeps the code in the tabs of Docsy, and reads the text in other tabs', () => {
    const tabs = (pane: string, args: string) =>
      convert(
        'hugo',
        `{{< tabpane${pane} >}}\n{{< tab ${args} >}}\n# a *b*\n{{< /tab >}}\n{{< /tabpane >}}`,
      ).html
    const code = '# a *b*\n</code></pre>'
    expect(tabs('', 'header="T" lang="sh"')).toContain(
      `<pre><code class="language-sh" data-title="T">${code}`,
    )
    expect(tabs(' lang="sh"', 'header="T"')).toContain(`class="language-sh" data-title="T">${code}`)
    expect(tabs('', 'header="T"')).toContain(code)
    expect(tabs(' text=true', 'header="T"')).toContain('<h1>a <em>b</em></h1>')
    expect(tabs('', 'header="T" text=true')).toContain('<h1>a <em>b</em></h1>')
  })

  it('keeps a bare address whole around a value that only the generator knows', () => {
    const { html } = convert(
      'hugo',
      'https://a.example/v{{% version %}}/b and https://b.example/{{< param v >}}.',
    )
    expect(html.match(/href="[^"]*"/g)).toEqual([
      'href="https://a.example/v%7B%7B%25%20version%20%25%7D%7D/b"',
      'href="https://b.example/%7B%7B%3C%20param%20v%20%3E%7D%7D"',
    ])
    const inTag = convert('hugo', '{{< b >}}https://c.example{{< /b >}} d').html
    expect(inTag).toContain('<a href="https://c.example">https://c.example</a>')
  })

  it('keeps a formula in its line', () => {
    expect(convert('hugo', 'a {{< katex >}}x{{< /katex >}} b').html).toBe(
      '<p>a <galley-math>x</galley-math> b</p>',
    )
  })

  it('hides the source of unknown tags without words, and shows that of others', () => {
    const { text, html, problems } = convert(
      'hugo',
      '{{< frame depth=2 >}}in{{< /frame >}} {{< poem title="Ode" >}}',
    )
    expect(text).toBe('in {{< poem title="Ode" >}}')
    expect(html).toContain('<!-- {{< frame depth=2 &gt;}} -->')
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('hidden comment'),
      expect.stringContaining('kept visible'),
    ])
  })

  it('ends a callout where its tag ends, also when more tags follow on the line', () => {
    const { html } = convert('hugo', '{{< note >}}n{{< /note >}} {{< poem title="Ode" >}} x')
    expect(html.split('</galley-callout>')[0]).not.toContain('poem')
  })

  it('invents no summary', () => {
    expect(convert('hugo', '{{< details >}}x{{< /details >}}').text).toBe('x')
  })
})

describe('Zola shortcodes', () => {
  it('keeps diagrams and formulas as they are', () => {
    expect(convert('zola', '{% mermaid() %}\na --> *b*\n{% end %}').html).toBe(
      '<pre><code class="language-mermaid">a --&gt; *b*\n</code></pre>',
    )
  })
})

describe('what stands behind a fence', () => {
  it.each([
    ['js {1,3} title="src/a b.js"', 'js', 'src/a b.js'],
    ['rust,linenos,name=a.rs', 'rust', 'a.rs'],
    ['jsx:title=src/x.js {1}', 'jsx', 'src/x.js'],
    ['js:src/a.js', 'js', 'src/a.js'],
    ['js{1,3-5}', 'js', undefined],
    ['{r, echo=FALSE}', 'r', undefined],
    ['{.python .numberLines}', 'python', undefined],
    ['c++', 'c++', undefined],
    ['mermaid', 'mermaid', undefined],
  ])('%s', (info, language, title) => {
    const attributes = `class="language-${language}"${title ? ` data-title="${title}"` : ''}`
    expect(convert('gatsby', `\`\`\`${info}\nx\n\`\`\``).html).toBe(
      `<pre><code ${attributes}>x\n</code></pre>`,
    )
  })
})

describe('MDX', () => {
  const mdx = (text: string) => convert('docusaurus', text, 'a.mdx')

  it('keeps text between signs of comparison', () => {
    expect(mdx('a < b and c > d').text).toBe('a < b and c > d')
  })

  it('reads code that is indented in an element', () => {
    const text =
      '<Tabs>\n    <TabItem label="One">\n\n        ```js\n        if (a)\n          b\n        ```\n\n    </TabItem>\n</Tabs>'
    expect(mdx(text).html).toContain('<pre><code class="language-js">if (a)\n  b\n</code></pre>')
  })

  it('takes the labels of tabs from their list', () => {
    const tabs = `<Tabs values={[{ label: 'A label', value: 'a' }]}>`
    expect(mdx(`${tabs}<TabItem value="a">x</TabItem></Tabs>`).text).toBe('A label\nx')
  })

  it('hides components that show nothing of their own, with what encloses them', () => {
    const { text, problems } = mdx('<Frame size={2}>words</Frame> <Poem title="Ode" />')
    expect(text).toBe('words <Poem title="Ode" />')
    expect(problems.map(({ code }) => code)).toEqual(['mdx-component-hidden', 'mdx-component-kept'])
  })

  it('resolves an import that stands below', () => {
    expect(mdx("<Image src={hero} alt='x' />\n\nimport hero from './h.jpg'").html).toContain(
      'src="./h.jpg"',
    )
  })

  it('keeps text right below a module', () => {
    expect(mdx('export const a = {\n  b: 1\n}\ntext').text).toBe('text')
  })

  it('reads code blocks that are components', () => {
    expect(mdx('<CodeBlock language="js">\n{`a\nb`}\n</CodeBlock>').html).toBe(
      '<pre><code class="language-js">a\nb\n</code></pre>',
    )
  })

  it('ends a fence where its end stands further left or right than its code', () => {
    const fence = (end: string) =>
      mdx(
        `1. a\n\n    <Tabs>\n      <Tab title="T">\n        \`\`\`js\n        b\n${end}\`\`\`\n      </Tab>\n    </Tabs>\n\n2. c`,
      )
    expect(fence('    ').text).toBe(fence('        ').text)
    expect(fence('            ').text).toBe(fence('        ').text)
  })

  it('reads strings with escapes, and code in a <pre>', () => {
    expect(mdx("<b>{'it\\'s'}</b>").text).toBe("it's")
    expect(mdx("<pre style={{ color: 'red' }}>{`a <b>\\nc`}</pre>").html).toContain(
      '<pre>a &lt;b&gt;\nc</pre>',
    )
  })

  it('makes cards of links', () => {
    expect(mdx('<Card title="T" description="D" href="/x">in</Card>').text).toBe('T\nD\nin')
  })
})

describe('Docusaurus', () => {
  it('reads a Markdown file without MDX as Markdown', () => {
    expect(convert('docusaurus', 'Text {a,b}\n\n    code').html).toBe(
      '<p>Text {a,b}</p>\n<pre><code>code\n</code></pre>',
    )
    expect(convert('docusaurus', '<Tabs>\n\n    text\n\n</Tabs>').html).not.toContain('<pre>')
  })

  it('reads an element alone in its line as a block, and no address in a link as another link', () => {
    const text =
      '<a href="./x">\n  <h3>T</h3>\n</a>\n\n<A/><a href="https://t.co/x">https://t.co/x</a>'
    expect(convert('docusaurus', text, 'a.mdx').html.match(/<a /g)).toHaveLength(2)
  })
})
