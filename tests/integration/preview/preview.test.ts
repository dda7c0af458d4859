import { afterAll, beforeAll, expect, test } from 'vitest'
import { makePreviewToken } from '../../../src/preview/previewToken'
import { contentWith } from '../../harness/articleContent'
import { openSite, type Site } from '../../harness/openSite'

let site: Site
let article: { id: string }
let secretDraft: { id: string }

const tokenOf = (articleId: string, ms = 60_000) =>
  makePreviewToken({ articleId, expiresAt: Date.now() + ms }, site.payload.secret)

beforeAll(async () => {
  site = await openSite()
  const { payload } = site
  const user = await payload.create({
    collection: 'users',
    data: { name: 'Ada', email: 'ada@newsroom.test', password: 'long-password-1', role: 'editor' },
  })
  secretDraft = await payload.create({
    collection: 'articles',
    data: { title: 'Secret plan', locale: 'en', stage: 'draft', _status: 'draft' },
    draft: true,
  })
  article = await payload.create({
    collection: 'articles',
    user,
    data: { title: 'As published', locale: 'en', stage: 'draft', _status: 'published' },
  })
  await payload.update({
    collection: 'articles',
    id: article.id,
    draft: true,
    data: {
      title: 'As <drafted>',
      _status: 'draft',
      content: contentWith({
        html: '<h2>Ink</h2><p>Newest words.</p><script>alert(1)</script>',
        links: [{ id: secretDraft.id, text: 'the plan' }],
      }),
    },
  })
}, 120_000)

afterAll(() => site?.close())

test('a signed link shows the newest draft as a page', async () => {
  const { status, headers, text } = await site.get(`/preview/${tokenOf(article.id)}`)
  expect(status).toBe(200)
  expect(text).toContain('<h1>As &lt;drafted&gt;</h1>')
  expect(text).toMatch(/<h2[^>]*>Ink<\/h2>\s*<p>Newest words\.<\/p>/)
  expect(text).not.toContain('alert(1)')
  expect(headers.get('content-type')).toMatch(/^text\/html/)
  expect(headers.get('cache-control')).toBe('private, no-store')
  expect(headers.get('x-robots-tag')).toContain('noindex')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
})

test('a signed link gives the draft as JSON to a frontend, without what the newsroom keeps to itself', async () => {
  const { status, text, json } = await site.get(`/api/preview/${tokenOf(article.id)}`)
  expect(status).toBe(200)
  expect(json).toMatchObject({ doc: { title: 'As <drafted>', contentHtml: expect.any(String) } })
  expect(text).not.toMatch(/ada@newsroom|"createdBy"|"stage"|"hash"|"source"/)
})

test('a link opens no draft but its own', async () => {
  const { text } = await site.get(`/api/preview/${tokenOf(article.id)}`)
  expect(text).not.toContain('Secret plan')
  const anonymous = await site.get(`/api/articles/${secretDraft.id}?draft=true`)
  expect(anonymous.status).toBe(404)
})

test('the published article stays as it is for readers', async () => {
  const { json } = await site.get(`/api/articles/${article.id}`)
  expect(json).toMatchObject({ title: 'As published' })
})

test('a link that is forged, has expired, or leads to nothing says so', async () => {
  const codeAt = async (token: string) => {
    const { status, json } = await site.get(`/api/preview/${token}`)
    return [status, (json as { errors: { code: string }[] }).errors[0]?.code]
  }
  expect(await codeAt(`${tokenOf(article.id)}x`)).toEqual([403, 'preview-refused'])
  expect(await codeAt(tokenOf(article.id, -1))).toEqual([410, 'preview-expired'])
  await site.payload.update({
    collection: 'articles',
    id: secretDraft.id,
    data: { deletedAt: new Date().toISOString() },
  })
  expect(await codeAt(tokenOf(secretDraft.id))).toEqual([404, 'document-not-found'])
})
