import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { postOf } from '../harness/archive'
import { latinOn, overflow, violations } from './lookAt'
import { ADMIN, NARROW, openPanel, takePicture, WIDE, type Panel } from './openPanel'

/** Each page of ours, in English on a desk and in Chinese on a telephone in the dark: axe, language, width, console. */

let panel: Panel
let folder = ''
let token = ''
const ids: Record<string, string> = {}

const send = async (route: string, body?: object, method = 'POST') => {
  const answer = await fetch(`${panel.product.address}/api${route}`, {
    method,
    headers: {
      'content-type': 'application/json',
      'accept-language': 'zh',
      ...(token && { authorization: `JWT ${token}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  })
  const read: { token?: string; doc?: { id: string }; docs?: { id: string }[]; link?: string } =
    await answer.json()
  return read
}

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-e2e-pages-'))
  await fs.mkdir(path.join(folder, '_posts'))
  const post = (name: string, text: string, data: string) =>
    fs.writeFile(path.join(folder, '_posts', name), postOf(text, data))
  await post('2020-01-02-a.md', '正文。![图](missing.png)', 'title: 一篇文章\ndate: 某日')
  panel = await openPanel()
  await send('/users/first-register', { ...ADMIN, name: '安达' })
  token = (await send('/users/login', ADMIN)).token ?? ''
  const guest = { name: '格蕾丝', email: 'grace@newsroom.test', role: 'editor', language: 'zh' }
  const { link = '' } = await send('/invitations', guest)
  ids.reset = new URL(link).pathname.split('/').at(-1) ?? ''
  const name = '新闻'
  const category = (await send('/categories', { name })).doc?.id
  const title =
    '一个非常非常长的标题，用来看看列表、首页和编辑页面会不会被它撑破，因此还要再写得更长一些'
  const article = { title, locale: 'zh', categories: [category], _status: 'published' }
  ids.article = (await send('/articles', article)).doc?.id ?? ''
  await send(
    `/articles/${ids.article}?draft=true`,
    { excerpt: '修改。', _status: 'draft' },
    'PATCH',
  )
  await send('/comments', { article: ids.article, text: '请看这里。' })
  await panel.product.importFolder(folder)
  ids.import = (await send('/imports', undefined, 'GET')).docs?.[0]?.id ?? ''
  ids.colleague = (await send('/users?sort=-createdAt', undefined, 'GET')).docs?.[0]?.id ?? ''
})

afterAll(async () => {
  await panel?.close()
  await fs.rm(folder, { recursive: true, force: true })
})

type Visit = {
  /** Below `/admin`. */
  address: () => string
  ready: string
  isAnonymous?: true
  /** What to do before looking. */
  act?: (page: Page) => Promise<unknown>
}

const VISITS: Record<string, Visit> = {
  login: {
    address: () => '/login',
    ready: '.galley-login-help',
    isAnonymous: true,
    act: (page) => page.click('.galley-login-help summary'),
  },
  reset: {
    address: () => `/reset/${ids.reset}`,
    ready: '.reset-password__wrap .galley-login-help',
    isAnonymous: true,
    act: (page) => page.click('.galley-login-help summary'),
  },
  forgot: { address: () => '/forgot', ready: '.forgot-password input', isAnonymous: true },
  dashboard: { address: () => '', ready: '.galley-desk' },
  articles: { address: () => '/collections/articles', ready: '.row-1' },
  article: {
    address: () => `/collections/articles/${ids.article}`,
    ready: '.galley-comments li',
  },
  versions: { address: () => `/collections/articles/${ids.article}/versions`, ready: '.row-1' },
  tree: { address: () => '/tree', ready: '.galley-tree' },
  calendar: { address: () => '/calendar', ready: '.galley-entry' },
  activity: { address: () => '/collections/activity', ready: '.row-1' },
  imports: { address: () => '/collections/imports', ready: '.row-1' },
  'new-import': {
    address: () => '/import',
    ready: '#galley-choose-zip',
    act: (page) => page.click('.galley-import__options summary'),
  },
  import: { address: () => `/collections/imports/${ids.import}`, ready: '.galley-problems li' },
  account: { address: () => '/account', ready: '#galley-sessions li' },
  users: {
    address: () => '/collections/users',
    ready: '.galley-invite',
    act: (page) => page.click('.galley-invite summary'),
  },
  colleague: { address: () => `/collections/users/${ids.colleague}`, ready: '.galley-security' },
  palette: {
    address: () => '/collections/tags',
    ready: '#galley-palette-open',
    act: async (page) => {
      await page.click('#galley-palette-open')
      await page.waitForSelector('.galley-palette [role=option]')
    },
  },
}

const MANNERS = [
  { name: 'en', language: 'en', viewport: WIDE, theme: 'light' },
  { name: 'zh', language: 'zh', viewport: NARROW, theme: 'dark' },
] as const

/** Data, and words that Chinese has too. */
const LATIN = [
  /@newsroom\.test$/,
  /^https?:/,
  /^(API|Webhook|Galley|Asia\/Shanghai)$/,
  // Who has started the import.
  new RegExp(`^${os.userInfo().username}$`),
  /^galley-e2e-/,
  /^[\da-f-]{24,}$/,
  /^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)( · |$)/,
]

test.each(MANNERS)(
  'each page of ours is sound ($name)',
  async ({ name, language, viewport, theme }) => {
    const { address } = panel.product
    const context = await panel.browser.newContext({ viewport, locale: 'en-GB' })
    await context.addCookies([
      { name: 'payload-lng', value: language, url: address },
      { name: 'payload-theme', value: theme, url: address },
    ])
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    const wrong: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error') wrong.push(`${page.url()}: console: ${message.text()}`)
    })
    page.on('pageerror', (error) => wrong.push(`${page.url()}: ${error.message}`))
    let isIn = false
    for (const [visit, { address: pathOf, ready, isAnonymous, act }] of Object.entries(VISITS)) {
      if (!isAnonymous && !isIn) {
        await context.request.post(`${address}/api/users/login`, { data: ADMIN })
        isIn = true
      }
      await page.goto(`${address}/admin${pathOf()}`)
      await page.waitForSelector(ready)
      await page.waitForLoadState('networkidle')
      await act?.(page)
      await takePicture(page, `page-${visit}-${name}`)
      const told = (kind: string, findings: string[]) =>
        wrong.push(...findings.map((finding) => `${visit}: ${kind}: ${finding}`))
      told('axe', await violations(page))
      told('too wide', await overflow(page))
      if (language === 'zh') told('not Chinese', await latinOn(page, LATIN))
    }
    await context.close()
    expect(wrong).toEqual([])
  },
)
