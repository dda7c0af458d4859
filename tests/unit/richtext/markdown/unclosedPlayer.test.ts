import { expect, it } from 'vitest'
import { compileHtml } from '../../../../src/richtext/fromHtml'
import { markdownToHtml } from '../../../../src/richtext/markdown'

it('keeps the page that an unclosed player takes in', () => {
  const { html } = markdownToHtml({
    dialect: 'plain',
    text: '<audio src="a.mp3" controls>\n\nfirst words\n\n## second words\n',
  })
  const text = JSON.stringify(compileHtml(html).document)
  expect(text).toContain('first words')
  expect(text).toContain('second words')
})

it('keeps what stands behind the name of a player that is written as a tag', () => {
  const { html } = markdownToHtml({
    dialect: 'jekyll',
    text: '[HTML5 <video> in practice](https://example.org/a), and more\n',
  })
  const { document, problems } = compileHtml(html)
  expect(JSON.stringify(document)).toContain(' in practice')
  expect(problems.map(({ code }) => code)).toEqual(['unknown-element'])
})
