import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isDialect } from '../../../../src/frontmatter'
import { markdownToHtml } from '../../../../src/richtext/markdown'

const FOLDER = path.resolve('tests/fixtures/richtext/markdown')

/** `quirk.dialect.md` (or `.mdx`), with the HTML that it becomes beside it as `quirk.dialect.html`. */
const sources = readdirSync(FOLDER).filter((name) => /\.mdx?$/.test(name))

describe('quirks of real archives', () => {
  it.each(sources)('%s', async (name) => {
    const [, dialect = ''] = name.split('.')
    if (!isDialect(dialect)) throw new Error(`${name} names no dialect.`)
    const text = readFileSync(path.join(FOLDER, name), 'utf8')
    const { html } = markdownToHtml({ text, dialect, path: name })
    const expected = path.join(FOLDER, name.replace(/\.mdx?$/, '.html'))
    await expect(html).toMatchFileSnapshot(expected)
  })
})
