import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { translations } from '../../src/strings'

const axeSource = fs.readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

/** Serious and critical findings of axe in a page, or in a part of it. */
export const violations = async (page: Page, part = 'body'): Promise<string[]> => {
  await page.evaluate(axeSource)
  return page.evaluate(async (selector) => {
    const { axe } = window as unknown as {
      axe: {
        run: (part: string) => Promise<{
          violations: { id: string; impact: string; nodes: { html: string }[] }[]
        }>
      }
    }
    const found = await axe.run(selector)
    return found.violations
      .filter(({ impact }) => ['serious', 'critical'].includes(impact))
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`)
  }, part)
}

const ENGLISH = new Set(
  Object.entries(translations.en).flatMap(([group, texts]) =>
    Object.entries(texts)
      .filter(([name, text]) => translations.zh[group]?.[name] !== text)
      .map(([, text]) => text),
  ),
)

/** Sentences of ours that a page shows or says in English. */
export const englishOn = async (page: Page): Promise<string[]> => {
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
