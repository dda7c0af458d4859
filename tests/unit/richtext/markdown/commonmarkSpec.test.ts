import spec from 'commonmark-spec'
import { expect, it } from 'vitest'
import { compareContent, isLossless } from '../../../../scripts/bench/fidelity/compare'
import { documentContent } from '../../../../scripts/bench/fidelity/documentContent'
import { htmlContent } from '../../../../scripts/bench/fidelity/htmlContent'
import { compileHtml } from '../../../../src/richtext/fromHtml'
import { markdownToHtml } from '../../../../src/richtext/markdown'

/** Examples that CommonMark leaves as text and GFM links. */
const LINKED_BY_GFM = [602, 606, 608, 611, 612]

it('keeps what every example of the CommonMark specification shows, and adds nothing', () => {
  const withTabs = (text: string) => text.replaceAll('→', '\t')
  const differing = spec.tests.filter(({ markdown, html }) => {
    const shown = markdownToHtml({ text: withTabs(markdown), dialect: 'plain' }).html
    const { document } = compileHtml(shown)
    const expected = htmlContent(withTabs(html))
    return !isLossless(compareContent(expected, documentContent(document), ''))
  })
  expect(differing.map(({ number }) => number)).toEqual(LINKED_BY_GFM)
  expect(spec.tests.length).toBeGreaterThan(600)
})
