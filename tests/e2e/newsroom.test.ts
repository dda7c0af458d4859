import fs from 'node:fs'
import { createRequire } from 'node:module'
import { chromium, type Browser, type Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startProduct, type Product } from './startProduct'

/** The story of one article: handed in, returned, mended, approved, scheduled, read. */

const PASSWORD = 'a-long-password-1'
const PEOPLE = { admin: 'Ada', editor: 'Edith', contributor: '小明' } as const
type Role = keyof typeof PEOPLE

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

let product: Product
let browser: Browser
const pages = new Map<Role, Page>()
const complaints: string[] = []
let articleId = ''

const post = async (path: string, body: object, token?: string) => {
  const answer = await fetch(`${product.address}/api${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `JWT ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const read: { token: string } = await answer.json()
  return read
}

const emailOf = (role: Role) => `${role}@newsroom.test`

/** A browser of its own for each role, logged in. The contributor's panel is Chinese. */
const pageOf = async (role: Role): Promise<Page> => {
  const known = pages.get(role)
  if (known) return known
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  })
  const language = role === 'contributor' ? 'zh' : 'en'
  await context.addCookies([{ name: 'payload-lng', value: language, url: product.address }])
  await context.request.post(`${product.address}/api/users/login`, {
    data: { email: emailOf(role), password: PASSWORD },
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${role}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`${role}: ${error.message}`))
  pages.set(role, page)
  return page
}

const open = async (role: Role, path: string, selector: string): Promise<Page> => {
  const page = await pageOf(role)
  await page.goto(`${product.address}/admin${path}`)
  await page.waitForSelector(selector)
  return page
}

const openArticle = (role: Role) => open(role, `/collections/articles/${articleId}`, '#field-stage')

const stageShown = (page: Page) =>
  expect.poll(() => page.textContent('#field-stage .galley-badge').catch(() => ''), {
    timeout: 60_000,
  })

/** Serious and critical findings of axe in a part of the page. */
const violations = async (page: Page, part: string): Promise<string[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run: (part: string) => Promise<{ violations: { id: string; impact: string }[] }> }
    }
    const found = await axe.run(selector)
    return found.violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .map(({ id }) => id)
  }, part)
}

beforeAll(async () => {
  product = await startProduct()
  const admin = { email: emailOf('admin'), password: PASSWORD, name: PEOPLE.admin }
  await post('/users/first-register', admin)
  const { token } = await post('/users/login', admin)
  for (const role of ['editor', 'contributor'] as const) {
    await post(
      '/users',
      { email: emailOf(role), password: PASSWORD, name: PEOPLE[role], role },
      token,
    )
  }
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })
})

afterAll(async () => {
  await browser?.close()
  await product?.stop()
})

test('a contributor writes an article and hands it in, in Chinese', async () => {
  const page = await open('contributor', '/collections/articles/create', '#field-title')
  await page.fill('#field-title', '河边的老书店')
  await page.waitForURL(/articles\/[0-9a-f-]{30,}/)
  articleId = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(await page.locator('#action-save').count()).toBe(0)
  await page.click('#galley-move-in-review')
  await stageShown(page).toBe('审稿中')
  expect(await page.locator('.galley-moves').count()).toBe(0)
})

test('the editor finds it on the first page and asks for changes with a note', async () => {
  const page = await open('editor', '', '.galley-desk')
  expect(await page.textContent('.galley-desk__cards')).toContain('河边的老书店')
  expect(await violations(page, '.galley-desk')).toEqual([])
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
  await openArticle('contributor')
  expect(await page.textContent('.galley-stage__note')).toContain('Name the source')
  await page.fill('#field-excerpt', '来源：店主本人。')
  await page.fill('.galley-comment-form textarea', '已补充，@Edith 请看。')
  await page.click('.galley-comment-form button.btn')
  await page.waitForSelector('text=已补充')
  await page.click('#galley-move-in-review')
  await stageShown(page).toBe('审稿中')
})

test('the editor is told, approves, and schedules; it goes live by itself and is read', async () => {
  const page = await openArticle('editor')
  await page.waitForSelector('.galley-bell__count')
  expect(await page.inputValue('#field-excerpt')).toBe('来源：店主本人。')
  await page.click('#galley-move-approved')
  await stageShown(page).toBe('Approved')
  await page.click('.form-submit .popup button')
  await page.click('#schedule-publish')
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
  await expect
    .poll(async () => (await fetch(address)).status, { timeout: 150_000, interval: 2000 })
    .toBe(200)
  const read: { title: string } = await (await fetch(address)).json()
  expect(read.title).toBe('河边的老书店')
})

test('the calendar shows it, and the activity tells the whole story', async () => {
  const editor = await open('editor', '/calendar', '.galley-entry')
  expect(await editor.textContent('.galley-month')).toContain('河边的老书店')
  expect(await violations(editor, '.galley-desk')).toEqual([])
  const admin = await open('admin', '/collections/activity?limit=50', '.row-1')
  const told = await admin.textContent('table')
  for (const word of ['Published', 'in-review → changes-requested', 'Logged in']) {
    expect(told).toContain(word)
  }
})

test('the browsers had nothing to complain about', () => {
  expect(complaints).toEqual([])
})
