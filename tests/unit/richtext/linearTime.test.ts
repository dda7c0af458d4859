import { describe, expect, it } from 'vitest'
import { parseFrontMatter } from '../../../src/frontmatter'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { markdownToHtml } from '../../../src/richtext/markdown'

const SIZE = 8_000
/** Four times the text may take this much of the time; what is quadratic takes sixteen times. */
const GENEROUS = 10
/** Below it the clock of the processor is too coarse, and what is measured is the warming up. */
const LEAST_MS = 40

const compile = (text: string): void => {
  const { body } = parseFrontMatter({ text })
  compileHtml(markdownToHtml({ dialect: 'jekyll', text: body, path: 'a.md' }).html)
  compileHtml(markdownToHtml({ dialect: 'hexo', text: body, path: 'a.md' }).html)
}

const milliseconds = (text: string): number => {
  const before = process.cpuUsage()
  compile(text)
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const repeated = (part: string) => (size: number) => part.repeat(Math.ceil(size / part.length))
/** Many parts that differ in a number. */
const numbered = (part: (index: number) => string) => (size: number) =>
  Array.from({ length: Math.ceil(size / part(1000).length) }, (_, index) => part(index)).join('')

const TEXTS: [string, (size: number) => string][] = [
  ['nested brackets', repeated('[')],
  ['unclosed elements', repeated('<div>\n')],
  ['unclosed elements with Markdown', repeated('<aside markdown="1">\n\n')],
  [
    'elements behind an unclosed one',
    (size) => `<div>\n${repeated('<div>\n\n*a*\n\n</div>\n')(size)}`,
  ],
  ['elements without content', repeated('<link>\n')],
  ['cells that ask for Markdown', repeated('<td markdown=1>\n')],
  ['unclosed tags', repeated('{% ')],
  ['unclosed raw text', repeated('{% raw %}')],
  ['unclosed tabs with fences', repeated('{% tabs a %}\n```\n')],
  ['raw text with fences', (size) => `{% raw %}\n${repeated('```\n{% endraw %}\n```\n')(size)}`],
  ['unclosed conditions', repeated('{% if a %}')],
  ['captures', numbered((index) => `{% capture c${index} %}x{% endcapture %}{{ c${index} }}\n`)],
  [
    'a long text that is asked for often',
    (size) =>
      `{% capture c %}${'x '.repeat(size / 4)}{% endcapture %}${'{{ c }}'.repeat(size / 14)}`,
  ],
  [
    'a value that doubles',
    (size) => `{% assign a = "x" %}${'{% assign a = a | append: a %}{{ a }}'.repeat(size / 37)}`,
  ],
  ['expressions', repeated('{{ a ')],
  ['footnotes', numbered((index) => `x[^${index}]\n\n[^${index}]: y\n`)],
  ['footnotes in footnotes', numbered((index) => `[^${index}]: see [^${index + 1}]\n`)],
  ['marks of one footnote', (size) => `[^a]: b\n\n${repeated('x[^a] ')(size)}`],
  ['a long table', (size) => `|a|b|\n|-|-|\n${repeated('|c|d|\n')(size)}`],
  ['a wide table', (size) => `|${'a|'.repeat(size / 4)}\n|${'-|'.repeat(size / 4)}`],
  ['deep lists', numbered((index) => `${' '.repeat(2 * (index % 100))}- a\n`)],
  ['deep quotes', repeated('>')],
  ['entities', repeated('&amp;&#x41;&notit;')],
  ['links to one file', repeated('[a](b.md) ')],
  ['links to one definition', (size) => `[a]: /b\n\n${repeated('[a] ')(size)}`],
  ['definitions', numbered((index) => `[a${index}]: /b\n`)],
  ['definition lists', repeated('a\n: b\n\n')],
  ['prompts', repeated('    ~ $ a\n\n')],
  ['keys of front matter', (size) => `---\n${numbered((i) => `k${i}: v\n`)(size)}---\nx`],
  ['broken front matter', (size) => `---\n${repeated('a: b: c\n')(size)}---\nx`],
  ['open lists in front matter', (size) => `---\na: ${repeated('[')(size)}\n---\nx`],
]

describe('time in proportion to the length', () => {
  compile('warm *up* {{ a }} <p>x</p>')

  it.each(TEXTS)('of %s', (_name, text) => {
    compile(text(SIZE / 4))
    const once = milliseconds(text(SIZE))
    expect(milliseconds(text(4 * SIZE))).toBeLessThan(GENEROUS * Math.max(once, LEAST_MS))
  })
})
