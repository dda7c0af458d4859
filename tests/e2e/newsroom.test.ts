import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { englishOn, violations } from './lookAt'
import { collectComplaints, launchBrowser, NARROW, SCREENSHOTS, WIDE } from './openPanel'
import { startProduct, type Product } from './startProduct'

/** The story of one article: handed in, returned, mended, approved, scheduled, read, corrected. */

const PASSWORD = 'a-long-password-1'

/** Who looks at the panel, and how. */
const PEOPLE = {
  admin: { name: 'Ada', role: 'admin', language: 'en', viewport: WIDE, isDark: false },
  editor: { name: 'Edith', role: 'editor', language: 'en', viewport: WIDE, isDark: false },
  contributor: {
    name: '小明',
    role: 'contributor',
    language: 'zh',
    viewport: WIDE,
    isDark: false,
  },
  traveller: { name: '文静', role: 'editor', language: 'zh', viewport: NARROW, isDark: true },
} as const
type Person = keyof typeof PEOPLE

let product: Product
let browser: Browser
let token = ''
let articleId = ''
let newsId = ''
const pages = new Map<Person, Page>()
const complaints: string[] = []

const post = async (route: string, body: object) => {
  const answer = await fetch(`${product.address}/api${route}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `JWT ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const read: { token?: string; doc?: { id: string } } = await answer.json()
  return read
}

const read = async (route: string) => {
  const answer = await fetch(`${product.address}/api${route}`, {
    headers: { authorization: `JWT ${token}` },
  })
  const found: { title?: string; docs?: { id: string }[] } = await answer.json()
  return found
}

/** The article that was made last. */
const latestArticle = async (): Promise<string> =>
  (await read('/articles?draft=true&depth=0&limit=1&sort=-createdAt')).docs?.[0]?.id ?? ''

const titleOf = async (id: string): Promise<string> =>
  (await read(`/articles/${id}?draft=true&depth=0`)).title ?? ''

const emailOf = (person: Person) => `${person}@newsroom.test`

/** A browser of its own for each person, logged in. */
const pageOf = async (person: Person): Promise<Page> => {
  const known = pages.get(person)
  if (known) return known
  const { viewport, language, isDark } = PEOPLE[person]
  const context = await browser.newContext({ viewport, locale: 'en-GB' })
  await context.addCookies([
    { name: 'payload-lng', value: language, url: product.address },
    { name: 'payload-theme', value: isDark ? 'dark' : 'light', url: product.address },
  ])
  await context.request.post(`${product.address}/api/users/login`, {
    data: { email: emailOf(person), password: PASSWORD },
  })
  const page = await context.newPage()
  collectComplaints(page, (text) => complaints.push(`${person}: ${text}`))
  pages.set(person, page)
  return page
}

const open = async (person: Person, address: string, selector: string): Promise<Page> => {
  const page = await pageOf(person)
  await page.goto(`${product.address}/admin${address}`)
  await page.waitForSelector(selector)
  return page
}

const openArticle = (person: Person) =>
  open(person, `/collections/articles/${articleId}`, '#field-stage')

const picture = (page: Page, name: string) =>
  page.screenshot({ path: path.join(SCREENSHOTS, `newsroom-${name}.png`) })

const stageShown = (page: Page) =>
  expect.poll(() => page.textContent('#field-stage .galley-badge').catch(() => ''), {
    timeout: 60_000,
  })

/** What we add to the form of an article; the rest of it is Payload's. */
const OURS_IN_ARTICLE = ['.galley-moves', '#field-stage', '.galley-comments']

beforeAll(async () => {
  fs.mkdirSync(SCREENSHOTS, { recursive: true })
  product = await startProduct()
  const admin = { email: emailOf('admin'), password: PASSWORD, name: PEOPLE.admin.name }
  await post('/users/first-register', admin)
  token = (await post('/users/login', admin)).token ?? ''
  for (const person of ['editor', 'contributor', 'traveller'] as const) {
    const { name, role } = PEOPLE[person]
    await post('/users', { email: emailOf(person), password: PASSWORD, name, role })
  }
  newsId = (await post('/categories', { name: 'News' })).doc?.id ?? ''
  const local = await post('/categories', { name: 'Local', parent: newsId })
  await post('/categories', { name: 'Notices' })
  await post('/articles', {
    title: 'The harbour',
    locale: 'en',
    categories: [local.doc?.id],
    _status: 'published',
  })
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a contributor writes an article and hands it in, in Chinese', async () => {
  const page = await open('contributor', '/collections/articles/create', '#field-title')
  await page.fill('#field-title', '河边的老书店')
  await page.waitForURL(/articles\/[0-9a-f-]{24,}/)
  articleId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await page.locator('#action-save').count()).toBe(0)
  expect(await englishOn(page)).toEqual([])
  await page.click('#galley-move-in-review')
  await stageShown(page).toBe('审稿中')
  expect(await page.locator('.galley-moves').count()).toBe(0)
})

test('the editor finds it on the first page and asks for changes with a note', async () => {
  const page = await open('editor', '', '.galley-desk')
  expect(await page.textContent('.galley-desk__cards')).toContain('河边的老书店')
  expect(await violations(page)).toEqual([])
  await openArticle('editor')
  await page.click('.galley-moves .popup button')
  await page.click('#galley-move-changes-requested')
  expect(await violations(page, '.galley-dialog')).toEqual([])
  await page.fill('.galley-dialog textarea', 'Name the source, please.')
  await page.click('#galley-send-note')
  await stageShown(page).toBe('Changes requested')
})

test('the contributor reads the note, mends the article, answers and hands it in again', async () => {
  const page = await open('contributor', '', '.galley-desk')
  expect(await page.textContent('.galley-desk__cards')).toContain('河边的老书店')
  expect(await englishOn(page)).toEqual([])
  await openArticle('contributor')
  expect(await page.textContent('.galley-stage__note')).toContain('Name the source')
  await page.fill('#field-excerpt', '来源：店主本人。')
  await page.fill('.galley-comment-form textarea', '已补充，@Edith 请看。')
  await page.click('.galley-comment-form button.btn')
  await page.waitForSelector('text=已补充')
  await picture(page, 'contributor')
  await page.click('#galley-move-in-review')
  await stageShown(page).toBe('审稿中')
})

test('the editor is told, approves, and schedules; it goes live by itself and is read', async () => {
  const page = await openArticle('editor')
  await page.waitForSelector('.galley-bell__count')
  expect(await page.inputValue('#field-excerpt')).toBe('来源：店主本人。')
  for (const part of OURS_IN_ARTICLE) expect(await violations(page, part)).toEqual([])
  await page.click('#galley-move-approved')
  await stageShown(page).toBe('Approved')
  await page.click('.form-submit .popup button')
  await page.click('#schedule-publish')
  // Payload offers to unpublish where no version is newer than the stored one.
  await page.locator('.schedule-publish .radio-input', { hasText: /^Publish$/ }).click()
  const soon = new Date(Date.now() + 60_000)
  const time = await page.evaluate(
    (at) => new Date(at).toLocaleString('en-US', { dateStyle: 'short', timeStyle: 'short' }),
    soon.getTime(),
  )
  await page.fill(
    '.schedule-publish .react-datepicker__input-container input',
    time.replace(',', ''),
  )
  await page.keyboard.press('Enter')
  await page.click('#scheduled-publish-save')
  await page.waitForSelector('.schedule-publish__upcoming table')
  const address = `${product.address}/api/articles/${articleId}`
  expect((await fetch(address)).status).not.toBe(200)
  await expect
    .poll(async () => (await fetch(address)).status, { timeout: 150_000, interval: 2000 })
    .toBe(200)
  const read: { title: string } = await (await fetch(address)).json()
  expect(read.title).toBe('河边的老书店')
  expect(await (await fetch(`${product.address}/feeds/all.atom`)).text()).toContain('河边的老书店')
})

test('the editor corrects it, readers see the correction, and the versions are compared', async () => {
  const page = await openArticle('editor')
  await page.fill('#field-excerpt', '来源：店主的女儿。')
  await page.click('#action-save')
  const address = `${product.address}/api/articles/${articleId}`
  await expect
    .poll(async () => (await fetch(address)).text(), { timeout: 60_000, interval: 500 })
    .toContain('店主的女儿')
  await page.goto(`${product.address}/admin/collections/articles/${articleId}/versions`)
  await page.click('.row-1 a')
  await page.waitForSelector('.view-version')
  await expect
    .poll(async () => (await page.textContent('.view-version'))?.replace(/\s+/g, ''), {
      timeout: 60_000,
    })
    .toMatch(/店主本人.*店主的女儿/)
  await picture(page, 'versions')
})

test('the calendar shows it, and the activity tells the whole story', async () => {
  const editor = await open('editor', '/calendar', '.galley-entry')
  expect(await editor.textContent('.galley-month')).toContain('河边的老书店')
  expect(await violations(editor)).toEqual([])
  const admin = await open('admin', '/collections/activity?limit=50', '.row-1')
  const told = await admin.textContent('table')
  for (const word of ['Published', 'In review → Changes requested', 'Logged in']) {
    expect(told).toContain(word)
  }
})

test('the editor finds articles by words, moves some in bulk, and is told what was refused', async () => {
  const page = await open('editor', '/collections/articles?search=local', '.row-1')
  expect(await page.locator('tbody tr').count()).toBe(1)
  await page.goto(`${product.address}/admin/collections/articles`)
  await page.waitForSelector('.row-2')
  expect(await violations(page)).toEqual([])
  for (const row of ['.row-1', '.row-2']) await page.click(`${row} .select-row input`)
  await page.locator('.galley-bulk-move button', { hasText: 'In review' }).click()
  await page.waitForSelector('text=2 articles could not be moved')
  // The browser notes the refusal.
  expect(complaints.splice(0)).toEqual([expect.stringContaining('status of 400')])
  await page.locator('.galley-bulk-move button', { hasText: 'Draft' }).click()
  await page.waitForSelector('text=2 articles moved to')
})

test('a new article that is left without a word leaves nothing behind', async () => {
  const page = await open('editor', '/collections/articles/create', '#field-title')
  await page.waitForURL(/articles\/[0-9a-f-]{24,}/)
  const blank = await latestArticle()
  expect(page.url()).toContain(blank)
  await page.click('.step-nav a[href$="/collections/articles"]')
  await page.waitForSelector('.row-1')
  await expect.poll(latestArticle, { timeout: 60_000 }).not.toBe(blank)
})

test('who opens an article that another writes is told, takes it over, and the other can save no more', async () => {
  const writer = await open('traveller', '/collections/articles/create', '#field-title')
  await writer.waitForURL(/articles\/[0-9a-f-]{24,}/)
  const id = await latestArticle()
  await writer.fill('#field-title', '两人同写')
  await expect.poll(() => titleOf(id), { timeout: 60_000 }).toBe('两人同写')
  const editor = await open('editor', `/collections/articles/${id}`, '.document-locked')
  await editor.waitForSelector('.document-locked >> text=文静')
  expect(await violations(editor, '.document-locked')).toEqual([])
  await editor.locator('.document-locked button', { hasText: 'Take over' }).click()
  await editor.waitForSelector('.document-locked', { state: 'detached' })
  // Payload draws the form anew after it, with what is stored.
  const write = async () => {
    if ((await editor.inputValue('#field-title')) !== 'Taken over') {
      await editor.fill('#field-title', 'Taken over')
    }
    return titleOf(id)
  }
  await expect.poll(write, { timeout: 60_000 }).toBe('Taken over')
  await writer.fill('#field-title', '又写一遍')
  await writer.waitForSelector('.document-take-over')
  await expect
    .poll(() => complaints.splice(0), { timeout: 60_000 })
    .toEqual([expect.stringContaining('status of 423')])
  expect(await titleOf(id)).toBe('Taken over')
})

test('the palette goes anywhere by the keyboard', async () => {
  const page = await open('editor', '', '.galley-desk')
  await page.keyboard.press('Control+k')
  await page.waitForSelector('.galley-palette')
  await page.keyboard.type('书店')
  await page.waitForSelector('.galley-palette [role=option] >> text=河边的老书店')
  expect(await violations(page, '.galley-palette')).toEqual([])
  await picture(page, 'palette')
  await page.keyboard.press('Enter')
  await page.waitForURL(new RegExp(`/articles/${articleId}`))
})

test('a category is moved and another merged, with the numbers said before', async () => {
  const page = await open('editor', '/tree', '.galley-tree')
  expect(await violations(page)).toEqual([])
  await page.click('button[aria-label="Move: Notices"]')
  await page.selectOption('.galley-dialog select', { label: 'News' })
  await page.click('#galley-confirm')
  await page.waitForSelector('.galley-tree li li >> text=Notices')
  await page.click('button[aria-label="Merge: Local"]')
  await page.selectOption('.galley-dialog select', { label: 'News / Notices' })
  await page.waitForSelector('.galley-dialog >> text=This moves 1 article and')
  expect(await violations(page, '.galley-dialog')).toEqual([])
  await picture(page, 'merge')
  await page.click('#galley-confirm')
  await page.waitForSelector('button[aria-label="Merge: Local"]', { state: 'detached' })
  await page.waitForSelector('.galley-tree >> text=1 article')
})

test('on a telephone, in the dark and in Chinese, each page of ours can be used', async () => {
  const visits = [
    ['desk', '', '.galley-desk'],
    ['list', '/collections/articles', '.row-1'],
    ['calendar', '/calendar', '.galley-entry'],
    ['tree', '/tree', '.galley-tree'],
  ] as const
  for (const [name, address, selector] of visits) {
    const page = await open('traveller', address, selector)
    await picture(page, `${name}-390-zh-dark`)
    expect([name, await englishOn(page)]).toEqual([name, []])
    expect([name, await violations(page)]).toEqual([name, []])
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    expect([name, width]).toEqual([name, NARROW.width])
  }
  const page = await openArticle('traveller')
  await picture(page, 'article-390-zh-dark')
  expect(await englishOn(page)).toEqual([])
  for (const part of OURS_IN_ARTICLE) expect(await violations(page, part)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
  await page.click('#galley-palette-open')
  await page.waitForSelector('.galley-palette [role=option]')
  await picture(page, 'palette-390-zh-dark')
  expect(await englishOn(page)).toEqual([])
})

test('the browsers had nothing to complain about', () => {
  expect(complaints).toEqual([])
})
