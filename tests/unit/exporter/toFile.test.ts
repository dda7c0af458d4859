import { describe, expect, it } from 'vitest'
import { toFile } from '../../../src/exporter/toFile'
import { parseFrontMatter } from '../../../src/frontmatter'

describe('front matter of exported files', () => {
  it('quotes words that YAML 1.1 reads as something else', () => {
    const frontMatter = { title: 'no', tags: ['on', '012', 'a: b'] }
    const text = toFile({ frontMatter, content: undefined })
    expect(text).toContain('title: "no"')
    expect(parseFrontMatter({ text }).data).toEqual(frontMatter)
  })

  it('is not ended by a rule in a text', () => {
    const frontMatter = { excerpt: `${'Before. '.repeat(20)}\n\n---\n\nAfter.`, title: 'Rule' }
    const text = toFile({ frontMatter, content: undefined })
    expect(parseFrontMatter({ text }).data).toEqual(frontMatter)
  })
})
