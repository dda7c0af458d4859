import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postOf } from '../harness/archive'
import { zipOf } from '../harness/zip'
import { ADMIN, logIn, openPanel, takePictures, type Panel } from './openPanel'
import type { Product } from './startProduct'

let panel: Panel
let product: Product
let page: Page
let folder: string
let complaints: string[] = []

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-e2e-imports-'))
  await fs.mkdir(path.join(folder, 'root/blog/_posts'), { recursive: true })
  process.env.IMPORT_DIR = path.join(folder, 'work')
  process.env.IMPORT_ROOT = path.join(folder, 'root')
  panel = await openPanel()
  ;({ product, complaints } = panel)
  await fetch(`${product.address}/api/users/first-register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMIN),
  })
  page = await panel.newPage()
  await logIn(page, product.address, ADMIN)
  await page.waitForURL(/\/admin\/?$/)
})

afterAll(async () => {
  await panel?.close()
  await fs.rm(folder, { recursive: true, force: true })
})

const picture = (name: string): Promise<void> => takePictures(page, name)

const drop = async (name: string, buffer: Buffer): Promise<void> => {
  await page.setInputFiles('#galley-zip', { name, mimeType: 'application/zip', buffer })
}

const archive = zipOf([
  ...Array.from({ length: 30 }, (_, index) => ({
    name: `site/_posts/2020-01-02-post-${index}.md`,
    content: postOf(`Post ${index}.`, `title: Post ${index}\ndate: 2020-01-02`),
  })),
  {
    name: 'site/_posts/2020-01-03-bad.md',
    content: postOf('Text.', 'title: A bad date\ndate: some day'),
  },
])

test('a hostile zip is refused with its reason, in the language of the panel', async () => {
  await page.goto(`${product.address}/admin/import`)
  await page.waitForSelector('#galley-choose-zip')
  await page.click('.galley-import__options summary')
  await picture('import-new')
  await drop('bad.zip', zipOf([{ name: '../../x.md', content: 'x' }]))
  await page.waitForSelector('.galley-import__refusal')
  expect(await page.textContent('.galley-import__refusal')).toContain('leads out of the archive')
  expect(complaints.splice(0).filter((text) => !text.includes('422'))).toEqual([])
})

test('a folder of the server can be picked', async () => {
  await page.click('.galley-folders >> text=blog')
  await page.waitForSelector('#galley-take-folder')
  expect(await page.textContent('.galley-folders')).toContain('_posts')
})

test('an admin drops a zip, sees its plan, starts it, opens a problem, and undoes it', async () => {
  await drop('site.zip', archive)
  await page.waitForURL(/collections\/imports\//)
  await page.waitForSelector('#galley-import-start')
  expect(await page.textContent('.galley-counts')).toMatch(/New\s*31/)
  await picture('import-plan')
  await page.click('#galley-import-start')
  await page.waitForSelector('#galley-import-undo')
  expect(await page.textContent('.galley-import')).toContain('What came of it')
  await page.waitForSelector('.galley-problems li')
  await page.click('.galley-problems >> text=Show the file')
  await page.waitForSelector('.galley-source')
  expect(await page.textContent('.galley-source')).toContain('some day')
  await picture('import-result')
  await page.click('.galley-problems >> text=Open the article')
  await page.waitForSelector('#field-title')
  expect(await page.inputValue('#field-title')).toBe('A bad date')
  await page.goBack()
  await page.click('#galley-import-undo')
  await page.click('#galley-confirm')
  await page.waitForSelector('text=31 articles are in the trash')
  const answer = await fetch(`${product.address}/api/articles?limit=0`)
  expect(await answer.json()).toMatchObject({ totalDocs: 0 })
  expect(complaints).toEqual([])
})

test(
  'a run whose server is killed is shown as broken off, and goes on by one click',
  { timeout: 400_000 },
  async () => {
    const posts = 2000
    const big = zipOf(
      Array.from({ length: posts }, (_, index) => ({
        name: `big/_posts/2021-01-02-number-${index}.md`,
        content: postOf(`Number ${index}.`, `title: Number ${index}\ndate: 2021-01-02`),
      })),
    )
    const stored = async (): Promise<number> => {
      const answer = await fetch(`${product.address}/api/articles?limit=0`)
      const { totalDocs }: { totalDocs: number } = await answer.json()
      return totalDocs
    }
    await page.goto(`${product.address}/admin/import`)
    await page.waitForSelector('#galley-choose-zip')
    await drop('big.zip', big)
    await page.waitForURL(/collections\/imports\//)
    await page.click('#galley-import-start')
    await page.waitForSelector('.galley-import progress')
    await expect.poll(stored, { timeout: 60_000, interval: 50 }).toBeGreaterThan(0)
    await product.restartKilled()
    expect(await stored()).toBeLessThan(posts)
    await page.reload()
    await page.waitForSelector('.galley-import__refusal >> text=cut off')
    await picture('import-cut')
    await page.locator('#galley-import-start', { hasText: 'Resume' }).click()
    await expect
      .poll(() => page.textContent('.galley-import__status'), { timeout: 120_000 })
      .toContain('Finished')
    expect(await stored()).toBe(posts)
    // What was asked while there was no server.
    complaints.length = 0
  },
)

test('all of it is Chinese for who reads Chinese', async () => {
  await page.context().addCookies([{ name: 'payload-lng', value: 'zh', url: product.address }])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${product.address}/admin/import`)
  await page.waitForSelector('text=将 .zip 拖到此处')
  await page.click('.galley-import__options summary')
  await drop('bad.zip', Buffer.from('no zip'))
  await page.waitForSelector('text=不是 zip 归档')
  await picture('import-new-zh-dark')
  await page.goto(`${product.address}/admin/collections/imports`)
  await page.click('.row-2 a')
  await page.waitForSelector('text=移入回收站')
  await picture('import-undone-zh-dark')
})
