import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { groups } from '../../src/strings'

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

type Finding = { id: string; impact: string; nodes: { html: string; target: string[] }[] }

/** Serious and critical findings of axe in a page, or in a part of it. */
export const violations = async (page: Page, part = 'body'): Promise<string[]> => {
  await page.evaluate(axeSource)
  return whatStays(page, () => violationsNow(page, part))
}

const violationsNow = (page: Page, part: string): Promise<string[]> =>
  page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: { run: (part: string) => Promise<{ violations: Finding[] }> }
    }
    const found = await axe.run(selector)
    return found.violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .flatMap(({ id, nodes }) =>
        nodes.map(({ html, target }) => `${id}: ${target.join(' ')}: ${html.slice(0, 160)}`),
      )
  }, part)

const LOOKS = 20

/** Faults that a page keeps: what Payload draws late gets its name a moment later. */
const whatStays = async (page: Page, look: () => Promise<string[]>): Promise<string[]> => {
  let faults = await look()
  for (let looks = 1; looks < LOOKS && faults.length > 0; looks += 1) {
    await page.waitForTimeout(200)
    faults = await look()
  }
  return faults
}

/** What a page shows, says or hints at without a Chinese character, though it has a word of Latin letters. */
export const latinOn = async (page: Page, allowed: readonly RegExp[]): Promise<string[]> => {
  const said = await page.evaluate(() => {
    const texts: string[] = []
    const isShown = (element: Element | null) =>
      element !== null &&
      element.checkVisibility() &&
      !element.closest('code, pre, script, style, [lang=en], .galley-own-words, .monaco-editor')
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode
      if (isShown(parentElement)) texts.push(textContent?.trim() ?? '')
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      if (!isShown(element)) continue
      for (const name of ['aria-label', 'title', 'placeholder']) {
        texts.push(element.getAttribute(name)?.trim() ?? '')
      }
    }
    return texts
  })
  const isLatin = (text: string) => /[a-z]{3}/i.test(text) && !/\p{Script=Han}/u.test(text)
  return [...new Set(said)].filter(
    (text) => isLatin(text) && !allowed.some((pattern) => pattern.test(text)),
  )
}

/** How many pixels a page is wider than its window, with what sticks out. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return []
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${Math.round(element.getBoundingClientRect().right)}`,
      )
  })

const ENGLISH = new Set(
  Object.values<Record<string, { en: string; zh: string }>>(groups).flatMap((texts) =>
    Object.values(texts).flatMap(({ en, zh }) => (en === zh ? [] : [en])),
  ),
)

/** Sentences of ours that a page shows or says in English. */
export const englishOn = (page: Page): Promise<string[]> => whatStays(page, () => englishNow(page))

const englishNow = async (page: Page): Promise<string[]> => {
  const said = await page.evaluate(() => {
    const texts: string[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.textContent?.trim() ?? '')
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        texts.push(element.getAttribute(name) ?? '')
      }
    }
    return texts
  })
  return said.filter((text) => ENGLISH.has(text))
}
