import { describe, expect, it } from 'vitest'
import { compileHtml } from '../../../src/richtext/fromHtml'
import { excerptOf, readingTime, renderText, wordCount } from '../../../src/richtext/toText'

function documentOf(html: string) {
  return compileHtml(html).document
}

describe('renderText', () => {
  it('writes a line for each block, footnotes last, and nothing that is not shown', () => {
    const html =
      '<h1>T</h1><ul><li>a<ul><li>b</li></ul></li></ul><table><tr><td>c</td><td>d</td></tr></table><pre>e\n  f</pre>' +
      '<p>g<sup class="footnote-ref"><a href="#fn1">[1]</a></sup> h<br>i</p><script>no</script><form>form <button>go</button></form>' +
      '<section class="footnotes"><ol><li id="fn1">note</li></ol></section>'
    expect(renderText(documentOf(html)).split('\n')).toEqual([
      'T',
      'a',
      'b',
      'c',
      'd',
      'e',
      '  f',
      'g h',
      'i',
      'form',
      'go',
      'note',
    ])
  })
})

describe('wordCount', () => {
  it('counts Chinese by character and the rest by word', () => {
    expect(wordCount(documentOf('<p>我们 use Node.js 18, don’t we?</p>'))).toEqual({
      words: 6,
      characters: 2,
    })
  })
})

describe('readingTime', () => {
  it('is a minute at least', () => {
    expect(readingTime(documentOf('<p>short</p>'))).toBe(1)
    expect(readingTime(documentOf(`<p>${'word '.repeat(500)}</p>`))).toBe(3)
  })
})

describe('excerptOf', () => {
  it('prefers what stands before the marker', () => {
    expect(excerptOf(documentOf('<h2>H</h2><p>a</p><!-- more --><p>b</p>'), 50)).toBe('H a')
  })
  it('ends after a word where words have spaces', () => {
    expect(excerptOf(documentOf('<p>several words are here</p>'), 16)).toBe('several words…')
    expect(excerptOf(documentOf('<p>俄乌局势剑拔弩张</p>'), 5)).toBe('俄乌局势…')
    expect(excerptOf(documentOf('<p>😀😀😀😀</p>'), 3)).toBe('😀😀…')
  })
})
