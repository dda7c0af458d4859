import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pngOf } from '../harness/pictures'
import { ADMIN, openPanel, takePictures, type Panel } from './openPanel'
import type { Product } from './startProduct'

let panel: Panel
let product: Product
let page: Page
let token = ''
let articleId = ''
let complaints: string[] = []

beforeAll(async () => {
  panel = await openPanel()
  ;({ product, complaints } = panel)
  page = await panel.newPage()
})

afterAll(async () => {
  await panel?.close()
})

const picture = (name: string): Promise<void> => takePictures(page, name)

const call = async (method: string, route: string, body?: object): Promise<Response> =>
  fetch(`${product.address}${route}`, {
    method,
    headers: {
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(token ? { authorization: `JWT ${token}` } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })

test('the first user is made in the panel and is its administrator', async () => {
  await page.goto(`${product.address}/admin`)
  await page.waitForURL(/create-first-user/)
  await page.fill('#field-email', ADMIN.email)
  await page.fill('#field-password', ADMIN.password)
  await page.fill('#field-confirm-password', ADMIN.password)
  await page.fill('#field-name', ADMIN.name)
  await picture('first-user')
  await page.click('.form-submit button')
  await page.waitForURL(/\/admin\/?$/)
  const answer = await call('POST', '/api/users/login', ADMIN)
  const body: { token: string; user: { role: string } } = await answer.json()
  expect(body.user.role).toBe('admin')
  token = body.token
})

test('a user logs in', async () => {
  await page.context().clearCookies()
  await page.goto(`${product.address}/admin/login`)
  await picture('login')
  await page.fill('#field-email', ADMIN.email)
  await page.fill('#field-password', ADMIN.password)
  await page.click('.form-submit button')
  await page.waitForURL(/\/admin\/?$/)
  await page.waitForSelector('nav, .dashboard')
  await picture('dashboard')
})

test('the list of articles shows what an editor looks for', async () => {
  const answer = await call('POST', '/api/articles?draft=true', {
    title: '第一篇 draft',
    locale: 'zh',
    _status: 'draft',
  })
  const body: { doc: { id: string } } = await answer.json()
  articleId = body.doc.id
  await page.goto(`${product.address}/admin/collections/articles`)
  await page.waitForSelector('.row-1')
  const head = await page.textContent('thead')
  for (const column of ['Cover', 'Title', 'Status', 'Stage', 'Published']) {
    expect(head).toContain(column)
  }
  expect(await page.textContent('.row-1')).toMatch(/第一篇 draft.*Draft/)
  await picture('articles')
})

test('an editor changes the title and publishes, and everybody reads it', async () => {
  await page.goto(`${product.address}/admin/collections/articles`)
  await page.click('.row-1 >> text=第一篇 draft')
  await page.waitForURL(new RegExp(`/articles/${articleId}`))
  await page.waitForSelector('#field-title')
  await picture('article')
  await page.fill('#field-title', '第一篇 published')
  await page.click('#action-save')
  const where = encodeURIComponent('第一篇 published')
  const query = '{ Articles(where: { locale: { equals: "zh" } }) { docs { title _status } } }'
  await expect
    .poll(
      async () => {
        const rest = await fetch(`${product.address}/api/articles?where[title][equals]=${where}`)
        const graphql = await fetch(`${product.address}/api/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query }),
        })
        return [await rest.json(), await graphql.json()]
      },
      { timeout: 60_000, interval: 500 },
    )
    .toMatchObject([
      { totalDocs: 1, docs: [{ title: '第一篇 published', _status: 'published' }] },
      { data: { Articles: { docs: [{ title: '第一篇 published', _status: 'published' }] } } },
    ])
})

test('an editor corrects an imported article, and everybody reads the correction', async () => {
  await product.importFolder('tests/fixtures/import/hexo-aggregator')
  await page.goto(`${product.address}/admin/collections/articles?search=来信照登`)
  await page.click('tbody >> text=_来信照登_')
  await page.waitForSelector('.ContentEditable__root >> text=未经授权，不得转载。')
  await page.waitForSelector('.ContentEditable__root >> text=镇上的邮筒 本报摄')
  await picture('imported')
  await page.fill('#field-title', '来信照登（更正）')
  await page.click('#action-save')
  const fields = 'title publishedAt commentsEnabled authors { name kind } categories { path }'
  const query = `{ Articles(where: { title: { equals: "来信照登（更正）" } }) { docs { ${fields} } } }`
  await expect
    .poll(
      async () => {
        const answer = await call('POST', '/api/graphql', { query })
        return answer.json()
      },
      { timeout: 60_000, interval: 500 },
    )
    .toMatchObject({
      data: {
        Articles: {
          docs: [
            {
              publishedAt: '2022-01-23T17:09:23.000Z',
              commentsEnabled: false,
              authors: [{ name: '小镇报', kind: 'organisation' }],
            },
          ],
        },
      },
    })
  const rest = await fetch(
    `${product.address}/api/articles?where[title][equals]=${encodeURIComponent('来信照登（更正）')}`,
  )
  expect(await rest.json()).toMatchObject({ totalDocs: 1 })
})

test('an editor writes text and code, with a code editor that comes from this server', async () => {
  const hosts = new Set<string>()
  page.on('request', (request) => hosts.add(new URL(request.url()).host))
  await page.goto(`${product.address}/admin/collections/articles/${articleId}`)
  const text = page.locator('.ContentEditable__root').first()
  await text.click()
  await page.keyboard.type('## By hand')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/code')
  await page.locator('.slash-menu-popup button', { hasText: 'Code' }).first().click()
  const code = page.locator('.monaco-editor').first()
  await code.click()
  await page.keyboard.type('let ink = 1')
  await picture('code')
  // The editor's own state reaches the form a moment later.
  await page.waitForTimeout(1000)
  await page.click('#action-save')
  await expect
    .poll(async () => (await call('GET', `/api/articles/${articleId}?depth=0`)).text(), {
      timeout: 60_000,
      interval: 500,
    })
    .toMatch(/By hand.*let ink = 1/s)
  hosts.delete('')
  expect([...hosts]).toEqual([new URL(product.address).host])
})

test('a picture is uploaded into the media library and served', async () => {
  await page.goto(`${product.address}/admin/collections/media/create`)
  await page.waitForSelector('input[type=file]', { state: 'attached' })
  await page.setInputFiles('input[type=file]', {
    name: '封面.png',
    mimeType: 'image/png',
    buffer: await pngOf({ width: 1200, height: 800 }),
  })
  await page.fill('#field-alt', 'Cover')
  await page.click('#action-save')
  await page.waitForURL(/media\/(?!create)[^/]+$/)
  await picture('media')
  // No article shows it yet: it is asked for as the newsroom.
  const { docs } = await page.evaluate(
    async (): Promise<{ docs: { url: string; alt: string }[] }> =>
      (await fetch('/api/media')).json(),
  )
  expect(docs[0]?.alt).toBe('Cover')
  const file = await fetch(new URL(docs[0]?.url ?? '', product.address))
  expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('the panel speaks Chinese', async () => {
  await page.goto(`${product.address}/admin/account`)
  await page.click('.payload-settings__language .rs__control')
  await page.locator('.rs__option', { hasText: '中文' }).click()
  await page.waitForFunction(() => document.documentElement.lang.startsWith('zh'))
  await page.goto(`${product.address}/admin/collections/articles`)
  await page.waitForSelector('.row-1')
  expect(await page.textContent('body')).toContain('文章')
  await picture('articles-zh')
})

test('a condition far down on a private field does not end the server', async () => {
  const route = '/api/articles?where[authors.user.email][equals]=ada@newsroom.test'
  const { status } = await fetch(`${product.address}${route}`)
  expect(status).toBe(400)
  expect((await fetch(`${product.address}/readyz`)).status).toBe(200)
})

test('the browser had nothing to complain about', () => {
  expect(complaints).toEqual([])
})
