import { createConfig, lintFromString } from '@redocly/openapi-core'
import createClient from 'openapi-fetch'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createGalley, GalleyError } from '../../../examples/fetch/galley'
import type { paths } from '../../../examples/galley-api'
import { siteRoutes } from '../../../src/server/site/routes'
import { isObject } from '../../harness/rest'
import { openPublication, SECRET, type Publication } from '../site/publication'

let site: Publication

beforeAll(async () => {
  site = await openPublication()
})

afterAll(() => site.close())

describe('the OpenAPI document', () => {
  test('passes the linter', async () => {
    const { text, status } = await site.get('/api/openapi.json')
    expect(status).toBe(200)
    const problems = await lintFromString({
      source: text,
      config: await createConfig({
        extends: ['recommended'],
        // `by-slug` is no id, and the server looks for it first.
        rules: { 'no-ambiguous-paths': 'off' },
      }),
    })
    expect(
      problems.map(({ ruleId, message, location }) => [ruleId, message, location[0]?.pointer]),
    ).toEqual([])
  })

  test('describes every read of the site', async () => {
    const { json } = await site.get('/api/openapi.json')
    const described = isObject(json) && isObject(json.paths) ? Object.keys(json.paths) : []
    const routes = siteRoutes.flatMap(({ path }) => {
      const plain = path.replaceAll(/\*(\w+)/g, '{$1}')
      return plain.includes('{/:locale}')
        ? [plain.replace('{/:locale}', ''), plain.replace('{/:locale}', '/:locale')]
        : [plain]
    })
    for (const route of routes) expect(described).toContain(route.replaceAll(/:(\w+)/g, '{$1}'))
  })

  test('has the collections with their fields, and none of what is internal', async () => {
    const { json, text } = await site.get('/api/openapi.json')
    expect(json).toMatchObject({
      paths: { '/api/articles/{id}': { get: { operationId: 'getArticles' } } },
      components: { schemas: { articles: { properties: { contentHtml: {}, title: {} } } } },
    })
    expect(text).not.toMatch(/#\/definitions\/|"payload-(jobs|kv|migrations)"/)
    expect(text).not.toMatch(/second-factors|change-log|"(salt|hash|resetPasswordToken)"/)
  })

  test('is shown on a page that loads nothing from elsewhere', async () => {
    const page = await site.get('/api/docs')
    expect(page.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'",
    )
    const sources = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(
      ([, source = '']) => source,
    )
    expect(sources).toHaveLength(3)
    for (const source of sources) {
      expect(source).toMatch(/^\/api\/docs\//)
      expect((await site.get(source)).status).toBe(200)
    }
  })
})

describe('a generated client', () => {
  test('reads documents and lists', async () => {
    const client = createClient<paths>({ baseUrl: site.address })
    const { data } = await client.GET('/api/articles/{id}', {
      params: { path: { id: site.ids.first ?? '' } },
    })
    expect(data?.title).toContain('The flood')
    const found = await client.GET('/api/search', { params: { query: { q: 'bridges' } } })
    expect(found.data?.docs[0]?.highlight.title).toBe('<mark>Bridges</mark>')
    const { error } = await client.GET('/api/articles/by-slug/{slug}', {
      params: { path: { slug: 'none' } },
    })
    expect(error?.errors[0]?.code).toBe('document-not-found')
  })
})

describe('the example over plain fetch', () => {
  test('lists, reads, searches, follows redirects', async () => {
    const galley = createGalley({ url: site.address })
    const { docs } = await galley.latest('en')
    expect(docs.map(({ slug }) => slug).sort()).toEqual(['bridges', 'flood', 'mills'])
    const article = await galley.article('en', 'flood')
    expect(article?.contentHtml).toContain('<strong>rose</strong>')
    expect(await galley.article('en', 'none')).toBeUndefined()
    expect((await galley.related(article?.id ?? ''))[0]?.title).toBe('Bridges')
    expect((await galley.search('洪水', 'zh')).totalDocs).toBe(1)
    expect(await galley.redirect('/2019/flood.html')).toMatchObject({ type: 301, to: '/en/flood/' })
    expect(await galley.redirect('/nowhere')).toBeUndefined()
    await expect(galley.search('', 'en')).rejects.toThrow(GalleyError)
    expect(JSON.stringify(docs)).not.toContain(SECRET)
  })
})

test('the example for Astro gives all pages of some languages', async () => {
  process.env.GALLEY_URL = site.address
  // The address is read as the module loads.
  const { articlePaths, headOf } = await import('../../../examples/astro/src/lib/articles')
  const found = await articlePaths(['en', 'zh'])
  expect(found.map(({ params }) => `${params.locale}/${params.slug}`).sort()).toEqual([
    'en/bridges',
    'en/flood',
    'en/mills',
    'zh/flood',
  ])
  const flood = found.find(({ params }) => params.locale === 'en' && params.slug === 'flood')
  expect(flood?.props.article.contentHtml).toContain('rose')
  expect(flood && (await headOf(flood.props.article))).toContain('og:title')
})

test('the example for Next reads the same', async () => {
  process.env.GALLEY_URL = site.address
  const { galley } = await import('../../../examples/next/lib/galley')
  expect((await galley.article('zh', 'flood'))?.title).toBe('洪水')
})
