import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../../src/richtext/fromHtml'
import { markdownToHtml, type SourceDialect } from '../../../../src/richtext/markdown'
import { renderText } from '../../../../src/richtext/toText'

const convert = (dialect: SourceDialect, text: string, includes?: ReadonlyMap<string, string>) => {
  const { html, problems } = markdownToHtml({ dialect, text, path: 'a.md', includes })
  return { html: html.trim(), problems, text: renderText(compileHtml(html).document).trim() }
}

describe('captured text', () => {
  it('stays where it is when only an include is given it', () => {
    const { html } = convert(
      'jekyll',
      '{% capture content %}\n*kept*\n{% endcapture %}\n\n{% include box.html content=content %}',
      new Map([['box.html', '<div>{{ include.content }}</div>']]),
    )
    expect(html).toContain('<em>kept</em>')
    expect(html).not.toContain('<div>content</div>')
  })

  it('stays where it is, with its tags expanded, when it has tags', () => {
    const { html } = convert(
      'jekyll',
      '{% capture a %}\n[x]({% link b.md %})\n{% endcapture %}\n\n{{ a }}',
    )
    expect(html).toContain('<a href="galley-ref:link:b.md">x</a>')
  })
})

describe('Hexo tags around fences', () => {
  it.each([
    ['tabs', '{% tabs x %}', '{% endtabs %}'],
    ['raw', '{% raw %}', '{% endraw %}'],
  ])('%s does not end at an end that code shows', (_name, start, end) => {
    const source = `${start}\n\n\`\`\`md\n${end}\n\`\`\`\n\nin\n\n${end}\n\nout`
    const { html } = convert('hexo', source)
    expect(html.match(/<pre>/g)).toHaveLength(1)
    expect(html).toContain(`${end}\n</code></pre>`)
    expect(html.split(end)).toHaveLength(2)
  })

  it('keeps the marks of tabs that code shows', () => {
    const source =
      '{% tabs x %}\n<!-- tab One -->\n```\n<!-- tab Two -->\n```\n<!-- endtab -->\n{% endtabs %}'
    expect(convert('hexo', source).text).toBe('One\n<!-- tab Two -->')
  })

  it('makes a paragraph of Volantis’s {% p %}', () => {
    expect(convert('hexo', '{% p center logo, Volantis %}4').text).toBe('Volantis\n4')
  })
})

describe('HTML as kramdown reads it', () => {
  it('reads Markdown in an element that asks for it, behind tags on the lines before', () => {
    const row = '<tr>\n<td markdown=1>\n```c\nint x;\n```\n</td>\n</tr>'
    const { html } = convert('jekyll', `<table>\n\n${row}\n\n${row}\n</table>`)
    expect(html.match(/<code class="language-c">int x;/g)).toHaveLength(2)
  })

  it('begins anew behind an element that has no content', () => {
    const { html } = convert(
      'jekyll',
      '<link href="a.css">\n<div>\n<p>\n\n<i>a</i>\n</p>\n\t<b>b</b>\n</div>',
    )
    expect(html).not.toContain('<pre>')
  })

  it('finds the end of an element where an earlier one of its name has none', () => {
    const aside =
      '<aside markdown="1">\n<img src="a.png">\nx\n<p markdown="1">\n*in*\n</p>\n</aside>'
    const { html } = convert('jekyll', `<aside markdown="1">\nopen\n\n${aside}\n\n${aside}`)
    expect(html.match(/<em>in<\/em>/g)).toHaveLength(2)
    expect(html).not.toContain('markdown=')
  })
})

describe('definition lists', () => {
  it.each(['jekyll', 'hugo'] as const)('of %s are not seen in code or in prompts', (dialect) => {
    const { html } = convert(dialect, 'run:\n\n    ~ $ a <b>\n\nor\n\n    : c\n\nor\n\n~ d')
    expect(html).not.toContain('<dl>')
    expect(html.match(/<pre>/g)).toHaveLength(2)
    expect(convert(dialect, 'a\n\n: b').html).toContain('<dd>b</dd>')
  })
})

describe('bare addresses', () => {
  it('make no mail address of a host name that is cut off', () => {
    expect(convert('jekyll', 'drop the *www.*').html).not.toContain('mailto:')
  })
})

describe('Octopress', () => {
  it('has its tags, which Hexo has taken over, beside those of Jekyll', () => {
    const { html, problems } = convert(
      'jekyll',
      [
        '{% codeblock lang:js a.js %}\n*x*\n{% endcodeblock %}',
        '{% img left /a.png 320 200 %}',
        '{% blockquote Ada %}\n*said*\n{% endblockquote %}',
      ].join('\n\n'),
    )
    expect(html).toMatch(/<code[^>]*language-js[^>]*>\*x\*/)
    expect(html).toContain('<img src="/a.png"')
    expect(html).toContain('<em>said</em>')
    expect(problems).toEqual([])
  })
})
