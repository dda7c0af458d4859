import { describe, expect, test } from 'vitest'
import { previewAddress, readPreviewSettings } from '../../../src/preview/previewAddress'
import { makePreviewToken, readPreviewToken } from '../../../src/preview/previewToken'

const now = Date.UTC(2026, 0, 1, 12, 3)
const claim = { articleId: 'a1 b2', expiresAt: now + 1000 }

describe('a preview token', () => {
  test('permits what was signed, until its time is over', () => {
    const token = makePreviewToken(claim, 'secret')
    expect(token).toMatch(/^[\w.-]+$/)
    expect(readPreviewToken(token, 'secret', now)).toEqual({ ...claim, isExpired: false })
    expect(readPreviewToken(token, 'secret', now + 1000)).toMatchObject({ isExpired: true })
  })

  test('permits nothing with another secret, another article or another time', () => {
    const token = makePreviewToken(claim, 'secret')
    const [content, signature] = token.split('.')
    const other = makePreviewToken({ ...claim, articleId: 'c3' }, 'other').split('.')[0]
    for (const forged of [`${other}.${signature}`, `${content}.`, `${content}`, '', 'x.y']) {
      expect(readPreviewToken(forged, 'secret', now)).toBeUndefined()
    }
    expect(readPreviewToken(token, 'other', now)).toBeUndefined()
  })
})

describe('the address of a preview', () => {
  const article = { id: 'a1', slug: '墨与水', locale: 'zh' }
  const at = (PREVIEW_URL?: string) =>
    previewAddress({ article, secret: 's', settings: readPreviewSettings({ PREVIEW_URL }), now })

  test('is a page of this server without a setting', () => {
    expect(at()).toMatch(/^\/preview\/[\w-]+\.[\w-]+$/)
  })

  test('is the frontend’s with the setting, the token in its place or at the end', () => {
    expect(at('https://www.example.org/{locale}/{slug}?preview={token}')).toMatch(
      /^https:\/\/www\.example\.org\/zh\/%E5%A2%A8%E4%B8%8E%E6%B0%B4\?preview=[\w.-]+$/,
    )
    expect(at('https://www.example.org/preview?id={id}')).toMatch(/preview\?id=a1&token=[\w.-]+$/)
  })

  test('stays the same for a quarter of an hour', () => {
    const settings = readPreviewSettings({ PREVIEW_HOURS: '1' })
    const one = previewAddress({ article, secret: 's', settings, now })
    expect(previewAddress({ article, secret: 's', settings, now: now + 60_000 })).toBe(one)
  })

  test.each([{ PREVIEW_URL: 'javascript:1' }, { PREVIEW_HOURS: '-1' }, { PREVIEW_HOURS: 'x' }])(
    'refuses a setting that is not one: %o',
    (environment) => {
      expect(() => readPreviewSettings(environment)).toThrow(/^setting-invalid: PREVIEW_/)
    },
  )
})
