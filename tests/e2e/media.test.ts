import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pngOf } from '../harness/pictures'
import { englishOn, violations } from './lookAt'
import { ADMIN, logIn, NARROW, openPanel, takePictures, type Panel } from './openPanel'

/** The media library: grid and list, filters, where a file is used, replacing and deleting it. */

let panel: Panel
let page: Page
let token = ''
const ids: string[] = []

const api = async (method: string, route: string, body: object | FormData) => {
  const answer = await fetch(`${panel.product.address}/api${route}`, {
    method,
    headers: {
      ...(body instanceof FormData ? {} : { 'content-type': 'application/json' }),
      ...(token && { authorization: `JWT ${token}` }),
    },
    body: body instanceof FormData ? body : JSON.stringify(body),
  })
  const read: { token?: string; doc?: { id: string } } = await answer.json()
  return read
}

const upload = async (name: string, shade: number, alt: string): Promise<string> => {
  const form = new FormData()
  const bytes = await pngOf({ width: 600, height: 400, shade })
  form.set('file', new File([new Uint8Array(bytes)], name))
  form.set('_payload', JSON.stringify({ alt }))
  return (await api('POST', '/media', form)).doc?.id ?? ''
}

beforeAll(async () => {
  panel = await openPanel()
  await api('POST', '/users/first-register', ADMIN)
  token = (await api('POST', '/users/login', ADMIN)).token ?? ''
  ids.push(await upload('harbour.png', 1, 'The harbour'), await upload('boat.png', 2, ''))
  await api('POST', '/articles', { title: 'At the harbour', locale: 'en', cover: ids[0] })
  page = await panel.newPage()
  await logIn(page, panel.product.address, ADMIN)
  await page.waitForURL(/\/admin\/?$/)
})

afterAll(() => panel?.close())

const open = async (path: string, selector: string): Promise<void> => {
  await page.goto(`${panel.product.address}/admin/collections/media${path}`)
  await page.waitForSelector(selector)
}

const names = () => page.locator('.galley-media-card__name').allTextContents()

test('files are shown as a grid, filtered, selected by the keyboard, and listed', async () => {
  await open('', '.galley-media-card')
  expect(await names()).toEqual(['boat.png', 'harbour.png'])
  expect(await violations(page)).toEqual([])
  await page.click('.galley-choices button >> text=Not used')
  await expect.poll(names, { timeout: 30_000 }).toEqual(['boat.png'])
  await page.click('.galley-choices button >> text=All files')
  await expect.poll(names, { timeout: 30_000 }).toHaveLength(2)
  await page.focus('.galley-media-card__select')
  await page.keyboard.press('Space')
  await page.waitForSelector('.list-selection >> text=1 selected')
  await page.click('.galley-choices button >> text=List')
  await page.waitForSelector('table >> text=boat.png')
  await page.reload()
  await page.waitForSelector('table >> text=boat.png')
  await page.click('.galley-choices button >> text=Grid')
  await page.waitForSelector('.galley-media-card')
})

test('a file says where it is used, and is not deleted by mistake', async () => {
  await open(`/${ids[0]}`, '.galley-uses li')
  expect(await page.textContent('.galley-uses')).toContain('At the harbour')
  expect(await violations(page, '.galley-uses')).toEqual([])
  await takePictures(page, 'media-file')
  await page.click('.doc-controls__popup button')
  await page.click('#action-delete')
  await page.click('[id^=delete-] #confirm-action')
  await page.waitForSelector('text=harbour.png is used by 1 article and 0 authors')
  // The browser notes the refusal.
  expect(panel.complaints.splice(0)).toEqual([expect.stringContaining('status of 409')])
  await open(`/${ids[0]}`, '.galley-uses li')
  await page.click('.galley-uses__actions button')
  await page.click('#galley-confirm')
  await page.waitForURL(/collections\/media(\?|$)/)
  await expect.poll(names, { timeout: 30_000 }).toEqual(['boat.png'])
})

test('a file is replaced under its address', async () => {
  await open(`/${ids[1]}`, '.file-details')
  await page.click('.file-details__remove')
  await page.setInputFiles('.file-field__upload input[type=file], .dropzone input[type=file]', {
    name: 'another.png',
    mimeType: 'image/png',
    buffer: await pngOf({ width: 300, height: 500, shade: 9 }),
  })
  await page.click('#action-save')
  const file = `${panel.product.address}/api/media/${ids[1]}`
  await expect
    .poll(() => page.evaluate(async (address) => (await fetch(address)).json(), file), {
      timeout: 30_000,
    })
    .toMatchObject({ url: '/media/boat.png', width: 300, height: 500 })
})

test('on a telephone, in the dark and in Chinese, the library can be used', async () => {
  const { address } = panel.product
  await page.context().addCookies([
    { name: 'payload-lng', value: 'zh', url: address },
    { name: 'payload-theme', value: 'dark', url: address },
  ])
  await page.setViewportSize(NARROW)
  await open('', '.galley-media-card')
  expect(await englishOn(page)).toEqual([])
  expect(await violations(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(NARROW.width)
})

test('the browser had nothing to complain about', () => {
  expect(panel.complaints).toEqual([])
})
