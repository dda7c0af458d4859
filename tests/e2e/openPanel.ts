import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { chromium, type Browser, type Page } from 'playwright-core'
import { startProduct, type Product } from './startProduct'

export const ADMIN = { name: 'Ada', email: 'ada@newsroom.test', password: 'a-long-password-1' }
export const WIDE = { width: 1440, height: 900 }
export const NARROW = { width: 390, height: 844 }
/** Pictures of the panel, for people to look at. */
export const SCREENSHOTS = path.join(os.tmpdir(), 'galley-screenshots')

/** The product in a real browser. */
export type Panel = {
  product: Product
  browser: Browser
  /** Errors of pages and of their consoles, in the order in which they came. */
  complaints: string[]
  /** A page of its own session: nobody is logged in. */
  newPage: () => Promise<Page>
  close: () => Promise<void>
}

/** Starts the product with an empty database, and a browser. */
export const openPanel = async (): Promise<Panel> => {
  const product = await startProduct()
  const browser = await launchBrowser().catch(async (error: unknown) => {
    await product.stop()
    throw error
  })
  const complaints: string[] = []
  return {
    product,
    browser,
    complaints,
    newPage: async () => {
      const page = await browser.newPage({ viewport: WIDE, locale: 'en-GB' })
      collectComplaints(page, (text) => complaints.push(text))
      return page
    },
    close: async () => {
      await browser.close()
      await product.stop()
    },
  }
}

/** The browser of the machine. */
export const launchBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM_PATH || '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  })

/** Gives a page a long patience, and tells of each error in it. */
export const collectComplaints = (page: Page, complain: (text: string) => void): void => {
  page.setDefaultTimeout(60_000)
  page.on('console', (message) => {
    if (message.type() === 'error') complain(message.text())
  })
  page.on('pageerror', (error) => complain(error.message))
}

/** Fills in the form of the login and sends it. */
export const logIn = async (
  page: Page,
  address: string,
  { email, password }: { email: string; password: string },
): Promise<void> => {
  await page.goto(`${address}/admin/login`)
  await page.fill('#field-email', email)
  await page.fill('#field-password', password)
  await page.click('.form-submit button')
}

/** Takes a picture of the whole page, for people to look at. */
export const takePicture = async (page: Page, name: string): Promise<void> => {
  await fs.mkdir(SCREENSHOTS, { recursive: true })
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`), fullPage: true })
}

/** Takes a picture of a page on a desk and on a telephone. */
export const takePictures = async (page: Page, name: string): Promise<void> => {
  for (const viewport of [WIDE, NARROW]) {
    await page.setViewportSize(viewport)
    await page.waitForTimeout(400)
    await takePicture(page, `${name}-${viewport.width}`)
  }
  await page.setViewportSize(WIDE)
}
