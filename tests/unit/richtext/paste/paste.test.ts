import { describe, expect, it } from 'vitest'
import { cleanPastedHtml } from '../../../../src/richtext/paste/cleanHtml'
import { embedOfAddress } from '../../../../src/richtext/paste/embedAddress'
import { documentOfPaste } from '../../../../src/richtext/paste'
import { looksLikeMarkdown } from '../../../../src/richtext/paste/looksLikeMarkdown'
import { renderHtml } from '../../../../src/richtext/toHtml'

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style><!-- p.MsoNormal {margin:0cm} --></style><xml><o:p>settings</o:p></xml></head><body lang=EN-GB>
<!--StartFragment--><p class=MsoTitle>A title<o:p></o:p></p>
<p class=MsoNormal><b><span style='font-size:12.0pt;mso-bidi-font-size:11pt'>Bold</span></b> and <i>italic</i>,
<a href="https://example.org/a">a link</a><o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span
style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>One</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Below</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>Two</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>First</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='mso-yfti-irow:0'><td width=100 valign=top><p class=MsoNormal>a</p></td>
<td><p class=MsoNormal>b<o:p></o:p></p></td></tr></table>
<p class=MsoNormal><img width=10 src="file:///C:/Users/x/image001.png"></p><!--EndFragment--></body></html>`

const DOCS = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h2 dir="ltr"><span style="font-size:16pt;font-weight:700">Heading</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="font-weight:700;color:#000">Bold</span><span style="font-style:italic"> italic</span>
<a href="https://www.google.com/url?q=https://example.org/x%3Fy%3D1&amp;sa=D" style="text-decoration:none"><span style="text-decoration:underline;color:#15c">link</span></a>
<span style="text-decoration:line-through">gone</span> H<span style="vertical-align:sub">2</span>O</p><br><ul><li dir="ltr"><p dir="ltr"><span>One</span></p></li></ul></b>`

const shown = (html: string): string => {
  const made = documentOfPaste({ html })
  return made ? renderHtml(made.document).replaceAll(/\s+/g, ' ') : ''
}

describe('HTML pasted from Word', () => {
  const { html, picturesLeftOut } = cleanPastedHtml(WORD)

  it('has no Office noise left', () => {
    expect(html).not.toMatch(
      /mso|class=|style=|<o:|<xml|<span|lang=|&nbsp;|supportLists|StartFragment/i,
    )
  })

  it('keeps its title, bold, italic, links, lists within lists and tables', () => {
    const page = shown(WORD)
    expect(page).toMatch(/<h1[^>]*>A title<\/h1>/)
    expect(page).toContain('<strong>Bold</strong>')
    expect(page).toContain('<em>italic</em>')
    expect(page).toMatch(/<a href="https:\/\/example\.org\/a"[^>]*>a link<\/a>/)
    expect(page).toMatch(/<ul>.*One.*<ul>.*Below.*<\/ul>.*Two.*<\/ul>.*<ol>.*First.*<\/ol>/)
    expect(page).toMatch(/<table>.*a.*b.*<\/table>/)
    expect(page).not.toMatch(/[·]|>o</)
  })

  it('tells of pictures that the clipboard does not have', () => {
    expect(picturesLeftOut).toBe(1)
    expect(html).not.toContain('file:')
  })
})

describe('HTML pasted from Google Docs', () => {
  it('is not bold as a whole, and keeps what its styles say', () => {
    const page = shown(DOCS)
    expect(page).toMatch(/<h2[^>]*>Heading<\/h2>/)
    expect(page).toContain('<strong>Bold</strong>')
    expect(page).toMatch(/<em> ?italic<\/em>/)
    expect(page).toMatch(/<s>gone<\/s>|<del>gone<\/del>/)
    expect(page).toContain('H<sub>2</sub>O')
    expect(page).toMatch(/<ul>.*One.*<\/ul>/)
  })

  it('links to where its detour leads', () => {
    expect(shown(DOCS)).toContain('href="https://example.org/x?y=1"')
  })
})

describe('a pasted text', () => {
  it.each([
    ['# Title\n\nText with **bold** words.'],
    ['- one\n- two\n\nand `code`'],
    ['```ts\nlet a = 1\n```'],
    ['| a | b |\n| - | - |\n| 1 | 2 |'],
    ['See [the site](https://example.org) here.'],
    ['- [x] done'],
    ['## 标题\n\n**重点**内容'],
  ])('%s is Markdown', (text) => {
    expect(looksLikeMarkdown(text)).toBe(true)
  })

  it.each([
    ['An ordinary sentence.'],
    ['Two lines\nof text - with a dash'],
    ['#hashtag and 3 * 4 * 5'],
    ['1. a single number'],
    ['价格是 5*6*7 元'],
    [''],
  ])('%s is not', (text) => {
    expect(looksLikeMarkdown(text)).toBe(false)
    expect(documentOfPaste({ text })).toBeUndefined()
  })

  it('becomes what its Markdown says, with footnotes and formulas', () => {
    const made = documentOfPaste({ text: '## 标题\n\n正文[^1]，$a^2$。\n\n[^1]: 注。' })
    expect(JSON.stringify(made)).toMatch(/"heading".*"Footnote".*注。.*"InlineMath"/)
  })

  it('of a code editor is Markdown, whatever colours it has', () => {
    const html =
      '<meta charset="utf-8"><div style="font-family: Menlo, monospace;"><p><b># Title</b></p></div>'
    expect(JSON.stringify(documentOfPaste({ html, text: '# Title\n\n**a**' }))).toContain(
      '"heading"',
    )
  })

  it('ends for any input', () => {
    for (const html of [
      '<p style="mso-list:',
      '<b><b><b>'.repeat(500),
      '<p class=MsoTitle>',
      '<table><td>',
    ]) {
      expect(() => cleanPastedHtml(html)).not.toThrow()
    }
  })
})

describe('a pasted address', () => {
  it.each([
    [
      'https://www.youtube.com/watch?t=3&v=dQw4w9WgXcQ',
      'https://www.youtube.com/embed/dQw4w9WgXcQ',
    ],
    ['https://youtu.be/dQw4w9WgXcQ?si=x', 'https://www.youtube.com/embed/dQw4w9WgXcQ'],
    ['https://m.youtube.com/shorts/dQw4w9WgXcQ', 'https://www.youtube.com/embed/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'https://player.vimeo.com/video/76979871'],
    ['https://x.com/jack/status/20', 'https://twitter.com/jack/status/20'],
    [
      'https://www.bilibili.com/video/BV1xx411c7mD/',
      'https://player.bilibili.com/player.html?bvid=BV1xx411c7mD',
    ],
    [
      'https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC',
      'https://open.spotify.com/embed/track/4uLU6hMCjMI75M1A2tKUQC',
    ],
    ['https://example.org/a/film.mp4', 'https://example.org/a/film.mp4'],
  ])('%s is an embed', (address, url) => {
    expect(embedOfAddress(` ${address}\n`)?.url).toBe(url)
  })

  it.each([
    ['https://example.org/watch?v=dQw4w9WgXcQ'],
    ['https://youtube.com.example.org/watch?v=dQw4w9WgXcQ'],
    ['see https://youtu.be/dQw4w9WgXcQ'],
    ['javascript:alert(1)//youtu.be/dQw4w9WgXcQ'],
  ])('%s is not', (address) => {
    expect(embedOfAddress(address)).toBeUndefined()
  })
})
