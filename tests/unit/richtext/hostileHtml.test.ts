import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { renderHtml } from '../../../src/richtext/toHtml'
import { renderMarkdown } from '../../../src/richtext/toMarkdown'
import { renderText } from '../../../src/richtext/toText'

/** How many objects and arrays stand inside each other. */
function levelsOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  return 1 + Object.values(value).reduce((most: number, item) => Math.max(most, levelsOf(item)), 0)
}

const deep = [
  '<ul><li>w',
  '<blockquote>w',
  '<div>w',
  '<table><tr><td>w',
  '<details>w',
  '<b><p>w',
  '<ol><li>w<p>w',
]

describe('deeply nested HTML', () => {
  it.each(deep)('keeps every word of 150 times %s within what MongoDB can store', (opening) => {
    const { document } = compileHtml(opening.repeat(150))
    const words = opening.split('w').length - 1
    expect(renderText(document).match(/w/g)).toHaveLength(150 * words)
    // 100 is the limit of BSON; a version of an article adds a few around it.
    expect(levelsOf(document)).toBeLessThan(96)
  })

  it('says that it was flattened', () => {
    const { problems } = compileHtml('<blockquote>'.repeat(150) + 'x')
    expect(problems.map(({ code }) => code)).toEqual(['nesting-flattened'])
  })

  it('does not overflow in any renderer', () => {
    const { document } = compileHtml(deep.join('').repeat(3000))
    expect(renderHtml(document).length).toBeGreaterThan(0)
    expect(renderMarkdown(document).length).toBeGreaterThan(0)
  })
})

describe('large HTML', () => {
  it.each([
    ['one paragraph', '<p>' + 'a <i>b</i> '.repeat(60_000)],
    ['bare lines', 'a<br>'.repeat(60_000)],
    ['stray items', '<li>a'.repeat(10_000)],
    ['unclosed formatting', '<font color=red><p>a'.repeat(5_000)],
    ['one link around blocks', '<A href=x>' + '<p>a</p>'.repeat(20_000)],
    ['lines of code', '<pre>' + '<code>a</code>'.repeat(20_000)],
    ['repeated pictures', '<noscript><img src=x></noscript>a<br>'.repeat(10_000)],
    [
      'rendered formulas',
      '<span class=MathJax>x</span><script type=math/tex>x</script>a'.repeat(10_000),
    ],
    ['unknown elements', '<x-y>'.repeat(400) + '<i></i>'.repeat(10_000) + 'a'],
  ])('is compiled in seconds: %s', (_name, html) => {
    const before = process.cpuUsage()
    const { document } = compileHtml(html)
    expect(renderText(document).match(/a/g)?.length).toBe(html.match(/a(?![a-z])/g)?.length)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(15_000)
  })
})

describe('the same source', () => {
  it('gives the same document with unique ids', () => {
    const html =
      '<img src="a"><img src="a"><pre>x</pre><p>x</p><pre>x</pre><a href="/x">y</a> <a href="/x">y</a>'
    const { document } = compileHtml(html)
    expect(compileHtml(html).document).toEqual(document)
    const ids = [...JSON.stringify(document).matchAll(/"id":"([0-9a-f]{24})"/g)].map(([, id]) => id)
    expect(ids).toHaveLength(6)
    expect(new Set(ids).size).toBe(6)
  })
})
