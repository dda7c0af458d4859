import { describe, expect, test } from 'vitest'
import { highlighted, snippetOf } from '../../../src/search/highlight'
import { queryParts, termsOf, tokensOf } from '../../../src/search/tokens'

test.each([
  ['Ärger, CAFÉ!', ['arger', 'cafe']],
  ['机器学习', ['机器', '器学', '学习', '习']],
  ['用Node写', ['用', 'node', '写']],
  ['２０２４ ﬁne', ['2024', 'fine']],
  ['"quoted" OR * ^ NEAR(a)', ['quoted', 'or', 'near', 'a']],
  ['', []],
])('the terms of %s', (text, terms) => {
  expect(termsOf(text)).toEqual(terms)
})

test('the terms of a text are those of its tokens, whatever it is made of', () => {
  const signs = '中文龥a B9é、。《》々ー〇か한𠮷１Ａﬁ-\u3000\n"“”…\u0301\u9fff\u4dff豈🙂'
  const characters = Array.from(signs)
  let seed = 1
  const next = (count: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff
    return (seed >> 8) % count
  }
  for (let round = 0; round < 20_000; round += 1) {
    const text = Array.from(
      { length: 1 + next(8) },
      () => characters[next(characters.length)],
    ).join('')
    expect([text, termsOf(text)]).toEqual([text, tokensOf(text).map(({ term }) => term)])
  }
})

test.each([
  ['river', [{ terms: ['river'], isPrefix: true }]],
  ['river ', [{ terms: ['river'], isPrefix: false }]],
  [
    'the r',
    [
      { terms: ['the'], isPrefix: false },
      { terms: ['r'], isPrefix: false },
    ],
  ],
  ['机器学习', [{ terms: ['机器', '器学', '学习'], isPrefix: false }]],
  ['学', [{ terms: ['学'], isPrefix: true }]],
  ['!?', []],
])('the parts of the query %s', (query, parts) => {
  expect(queryParts(query)).toEqual(parts)
})

describe('a highlight', () => {
  test('marks what was found as it is written, and is HTML', () => {
    expect(highlighted('Café <b> & café', queryParts('CAFE'))).toBe(
      '<mark>Café</mark> &lt;b&gt; &amp; <mark>café</mark>',
    )
  })

  test('marks Chinese as one', () => {
    expect(highlighted('我学习机器学习。', queryParts('机器学习'))).toBe(
      '我<mark>学习机器学习</mark>。',
    )
  })

  test('of a long text is the part with most of it', () => {
    const text = `${'filler '.repeat(50)}river ${'filler '.repeat(50)}the river and the flood ${'more '.repeat(60)}`
    const snippet = snippetOf(text, queryParts('river flood'))
    expect(snippet).toContain('the <mark>river</mark> and the <mark>flood</mark>')
    expect(snippet.startsWith('…') && snippet.endsWith('…')).toBe(true)
    expect(snippetOf('nothing', queryParts('river'))).toBe('')
  })
})
