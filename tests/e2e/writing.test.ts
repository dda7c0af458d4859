import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADMIN, logIn, openPanel, takePictures, type Panel } from './openPanel'
import type { Product } from './startProduct'

let panel: Panel
let product: Product
let page: Page
let id = ''
let token = ''
let complaints: string[] = []

beforeAll(async () => {
  panel = await openPanel()
  ;({ product, complaints } = panel)
  const registered = await send('/api/users/first-register', ADMIN)
  token = String(registered.token)
  const { doc } = await send('/api/articles?draft=true', { title: '写作 writing', locale: 'zh' })
  id = String((doc as { id: string }).id)
  page = await panel.newPage()
  await logIn(page, product.address, ADMIN)
  await page.waitForURL(/\/admin\/?$/)
  await page.goto(`${product.address}/admin/collections/articles/${id}`)
  await page.waitForSelector('.ContentEditable__root')
})

afterAll(async () => {
  await panel?.close()
})

const send = async (route: string, body: object): Promise<Record<string, unknown>> => {
  const answer = await fetch(`${product.address}${route}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `JWT ${token}` }),
    },
    body: JSON.stringify(body),
  })
  return answer.json()
}

const picture = (name: string): Promise<void> => takePictures(page, name)

const text = () => page.locator('.ContentEditable__root').first()

const toEnd = async (): Promise<void> => {
  await text().click()
  await page.keyboard.press('Control+End')
}

/** Pastes as a browser does, with what the clipboard of another program holds. */
const paste = async (clipboard: Record<string, string>): Promise<void> => {
  await text().evaluate((element, given) => {
    const data = new DataTransfer()
    for (const [type, content] of Object.entries(given)) data.setData(type, content)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    )
  }, clipboard)
}

test('Markdown that is pasted becomes what it says', async () => {
  await toEnd()
  await paste({
    'text/plain':
      '## 标题 heading\n\nText with **bold** and `code`[^1].\n\n- one\n- two\n\n| a | b |\n| - | - |\n| 1 | 2 |\n\n```ts\nlet ink = 1\n```\n\n[^1]: A note.\n',
  })
  await page.waitForSelector('.ContentEditable__root h2')
  expect(await text().locator('h2').first().textContent()).toBe('标题 heading')
  expect(await text().locator('li').count()).toBe(2)
  expect(await text().locator('td, th').count()).toBe(4)
  await page.waitForSelector('.monaco-editor')
})

test('HTML from Word comes out clean', async () => {
  await toEnd()
  await page.keyboard.press('Enter')
  await paste({
    'text/plain': 'Bold and a link',
    'text/html':
      '<html><head><style>p.MsoNormal{}</style></head><body><!--StartFragment--><p class=MsoNormal style="mso-x:1"><b><span style="font-size:12pt">Bold</span></b> and <a href="https://example.org">a link</a><o:p></o:p></p><!--EndFragment--></body></html>',
  })
  await page.waitForSelector('.ContentEditable__root a[href="https://example.org"]')
  expect(await text().innerHTML()).not.toContain('Mso')
})

test('the address of a video becomes its player', async () => {
  await toEnd()
  await page.keyboard.press('Enter')
  await paste({ 'text/plain': 'https://youtu.be/dQw4w9WgXcQ' })
  await page.waitForSelector('text=Embed')
  await page.waitForSelector('input[value="https://www.youtube.com/embed/dQw4w9WgXcQ"]')
})

test('lengths stand beside the text, and an excerpt is made of it', async () => {
  await expect
    .poll(() => page.textContent('#galley-figures'), { timeout: 20_000 })
    .toMatch(/2 characters · \d+ words · 1 min to read/)
  await page.click('#galley-suggest-excerpt')
  await expect.poll(() => page.inputValue('#field-excerpt')).toMatch(/Text with bold and code/)
  await picture('writing')
})

test('what was pasted is stored and served as an import would store it', async () => {
  await page.waitForTimeout(1500)
  await page.click('#action-save')
  await expect
    .poll(
      async () => {
        const answer = await fetch(`${product.address}/api/articles/${id}?select[contentHtml]=true`)
        return answer.text()
      },
      { timeout: 60_000, interval: 500 },
    )
    // Where the caret stands after a code block depends on when its editor is there.
    .toMatch(/标题 heading.*<strong>bold<\/strong>.*<table>(?=.*let ink = 1).*youtube/s)
})

test('a search result is shown with its lengths', async () => {
  await page.click('text=Search and sharing')
  await page.fill('[name="meta.title"]', '一'.repeat(31))
  await page.waitForSelector('text=62 of 60: the end may be cut off')
  expect(await page.textContent('.galley-search-preview__title')).toBe(`${'一'.repeat(29)}…`)
  await picture('search-preview')
})

test('Markdown that is typed becomes what it says, and the slash menu inserts blocks', async () => {
  await page.goto(`${product.address}/admin/collections/articles/create`)
  await page.waitForSelector('.ContentEditable__root')
  await toEnd()
  await page.keyboard.type('### By hand')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/callout')
  await page.locator('.slash-menu-popup button', { hasText: 'Callout' }).first().click()
  expect(await text().locator('h3').first().textContent()).toBe('By hand')
  await page.waitForSelector('.LexicalEditorTheme__block >> text=Callout')
})

test('all of it is Chinese for who reads Chinese, in the dark too', async () => {
  await page.context().addCookies([{ name: 'payload-lng', value: 'zh', url: product.address }])
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`${product.address}/admin/collections/articles/${id}`)
  await page.waitForSelector('text=从正文生成')
  await page.waitForSelector('text=阅读约 1 分钟')
  await picture('writing-zh-dark')
  expect(complaints).toEqual([])
})
