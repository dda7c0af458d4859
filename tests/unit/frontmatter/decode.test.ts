import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decodeText } from '../../../src/frontmatter'
import { codes, fixtureBytes } from './fixture'

const bytes = (text: string, encoding = 'utf-8') => Uint8Array.from(iconv.encode(text, encoding))
const CHINESE = '---\ntitle: 中文标题\n---\n这是一段用来测试编码识别的中文文本，内容并不重要。'

describe('decodeText', () => {
  it('reads UTF-8 without a word about it', () => {
    expect(decodeText(bytes(CHINESE))).toEqual({
      text: CHINESE,
      encoding: 'utf-8',
      isBinary: false,
      problems: [],
    })
  })

  it('takes off the byte-order mark and makes every line end in \\n', () => {
    expect(decodeText(fixtureBytes('bom-and-crlf.md')).text).toBe(
      '---\ntitle: BOM\n---\nOne\nTwo\n',
    )
    expect(decodeText(bytes('a\rb')).text).toBe('a\nb')
  })

  it.each([
    ['utf-16le', '\ufeff'],
    ['utf-16be', '\ufeff'],
    ['utf-16le', ''],
    ['utf-16be', ''],
  ])('reads %s with mark %j', (encoding, mark) => {
    const english = '---\ntitle: Plain English\n---\nText\n'
    const decoded = decodeText(bytes(mark + english, encoding))
    expect([decoded.text, decoded.encoding]).toEqual([english, encoding])
  })

  it.each(['gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252'])(
    'reads %s and reports it',
    (encoding) => {
      const samples: Record<string, string> = {
        gb18030: CHINESE,
        big5: '---\ntitle: 中文標題\n---\n這是一段用來測試編碼識別的中文文字，內容並不重要，我們只是想知道它是否正確。',
        shift_jis:
          '---\ntitle: 日本語\n---\nこれは文字コードの判定を確かめるための文章です。内容は重要ではありません。',
        'euc-kr':
          '---\ntitle: 한국어\n---\n이것은 문자 인코딩을 확인하기 위한 글입니다. 내용은 중요하지 않습니다.',
        'windows-1252': '---\ntitle: Café\n---\nDéjà vu à Zürich, “naïve” façade.',
      }
      const text = samples[encoding] ?? ''
      const decoded = decodeText(bytes(text, encoding))
      expect(decoded.text).toBe(text)
      expect(codes(decoded.problems)).toEqual(['encoding-legacy'])
    },
  )

  it('reads lines in another encoding within UTF-8 as what they are, and names the first', () => {
    const decoded = decodeText(
      Uint8Array.from([...bytes('一行文字\n二行文字\n'), ...bytes('这一行是旧编码\n', 'gb18030')]),
    )
    expect(decoded.text).toBe('一行文字\n二行文字\n这一行是旧编码\n')
    expect(decoded.problems).toMatchObject([{ code: 'encoding-mixed', line: 3 }])
  })

  it('keeps UTF-8 with some broken bytes and names the line of the first', () => {
    const broken = Uint8Array.from([
      ...bytes('一行\n二行\n三'),
      0xff,
      ...bytes('行，还有更多的文字'),
    ])
    const { text, encoding, problems } = decodeText(broken)
    expect(text).toBe('一行\n二行\n三\ufffd行，还有更多的文字')
    expect(encoding).toBe('utf-8')
    expect(problems).toMatchObject([{ code: 'encoding-invalid', line: 3 }])
  })

  it('knows a picture that is called .md', () => {
    const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])
    expect(decodeText(png)).toMatchObject({
      isBinary: true,
      text: '',
      problems: [{ code: 'file-binary' }],
    })
  })

  it('keeps control characters and reports their line', () => {
    const decoded = decodeText(bytes('fine\nback\u0008space'))
    expect(decoded.text).toBe('fine\nback\u0008space')
    expect(decoded.problems).toMatchObject([{ code: 'control-characters', line: 2 }])
  })

  it('takes an empty file for an empty text', () => {
    expect(decodeText(new Uint8Array())).toMatchObject({ text: '', isBinary: false, problems: [] })
  })
})
