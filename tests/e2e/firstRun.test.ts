import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN, logIn, openPanel, takePictures, type Panel } from './openPanel'
import type { Product } from './startProduct'

const GUEST = { name: 'Grace', email: 'grace@newsroom.test', password: 'another-long-password' }

let panel: Panel
let product: Product
let page: Page
let secret = ''
let link = ''
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

test('the first admin sees four first steps, once', async () => {
  await page.goto(`${product.address}/admin`)
  await page.waitForURL(/create-first-user/)
  await page.fill('#field-email', ADMIN.email)
  await page.fill('#field-password', ADMIN.password)
  await page.fill('#field-confirm-password', ADMIN.password)
  await page.fill('#field-name', ADMIN.name)
  await page.click('.form-submit button')
  await page.waitForURL(/\/admin\/?$/)
  await page.waitForSelector('#galley-tour')
  await picture('tour')
  for (const title of ['Write', 'Hand in and publish', 'Bring your archive']) {
    await page.click('#galley-tour-next')
    await page.waitForSelector(`#galley-tour >> text=${title}`)
  }
  await page.click('#galley-tour-next')
  await page.waitForSelector('#galley-tour', { state: 'detached' })
  await page.waitForTimeout(500)
  await page.reload()
  await page.waitForSelector('.galley-desk')
  await page.waitForTimeout(1000)
  expect(await page.locator('#galley-tour').count()).toBe(0)
})

test('sample content goes by one click', async () => {
  await product.importFolder('samples')
  await page.reload()
  await page.waitForSelector('#galley-remove-samples')
  await picture('samples')
  await page.click('#galley-remove-samples')
  await page.waitForSelector('#galley-remove-samples', { state: 'detached' })
  const answer = await fetch(`${product.address}/api/articles`)
  expect(await answer.json()).toMatchObject({ totalDocs: 0 })
})

test('an admin invites a colleague by a link, who sets a password and is in', async () => {
  await page.goto(`${product.address}/admin/collections/users`)
  await page.click('.galley-invite summary')
  await page.fill('.galley-invite [name=name]', GUEST.name)
  await page.fill('.galley-invite [name=email]', GUEST.email)
  await page.selectOption('.galley-invite [name=role]', 'editor')
  await page.click('.galley-invite button[type=submit]')
  await page.waitForSelector('#galley-link')
  link = await page.inputValue('#galley-link')
  await picture('invite')
  const guest = await panel.newPage()
  await guest.goto(link)
  // The form takes what is typed once its script runs.
  await guest.waitForLoadState('networkidle')
  await guest.fill('#field-password', GUEST.password)
  await guest.fill('#field-confirm-password', GUEST.password)
  await guest.click('.form-submit button')
  await guest.waitForURL(/\/admin\/?$/)
  await guest.waitForSelector('text=Hello, Grace')
  await guest.close()
})

test('a second factor is set up with an authenticator', async () => {
  await page.goto(`${product.address}/admin/account`)
  await page.click('#galley-two-factor-begin')
  await page.waitForSelector('.galley-qr')
  await picture('two-factor')
  secret = (await page.textContent('#galley-two-factor-key')) ?? ''
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
  await page.fill('#galley-two-factor .galley-code', code)
  await page.click('#galley-two-factor .galley-code-send')
  await page.waitForSelector('.galley-recovery')
  expect(await page.locator('.galley-recovery li').count()).toBe(10)
  expect(await page.textContent('#galley-sessions')).toContain('this browser')
  await picture('recovery-codes')
  expect(complaints).toEqual([])
})

test('the panel asks for the code', async () => {
  await page.context().clearCookies()
  await logIn(page, product.address, ADMIN)
  await page.waitForSelector('text=This account has two-factor login')
  await page.click('.galley-login-help summary')
  await picture('login-code')
  const next = new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + 30_000,
  })
  await page.fill('.galley-login-help .galley-code', next)
  await page.click('.form-submit button')
  await page.waitForURL(/\/admin\/?$/)
  expect(await page.evaluate(() => document.cookie)).not.toContain(next)
})

test('all of it is Chinese for who reads Chinese, in the dark too', async () => {
  await page.context().addCookies([{ name: 'payload-lng', value: 'zh', url: product.address }])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${product.address}/admin/account`)
  await page.waitForSelector('text=登录中的设备')
  await picture('account-zh-dark')
  await page.goto(`${product.address}/admin/collections/users`)
  await page.click('.galley-invite summary')
  await page.waitForSelector('text=七天内有效')
  await picture('invite-zh-dark')
})
