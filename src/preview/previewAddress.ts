import { addressFrom, type Environment, wholeNumberFrom } from '../environment'
import { makePreviewToken } from './previewToken'

export type PreviewSettings = {
  /** The frontend's own preview: an address with {token}, {id}, {slug} and {locale}; without it, the built-in page. */
  url: string | undefined
  lifetimeMs: number
}

/**
 * Reads how drafts are shown from the environment.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const readPreviewSettings = (environment: Environment = process.env): PreviewSettings => ({
  // As it was written: its placeholders are no part of an address.
  url: addressFrom(environment, 'PREVIEW_URL', 'https://www.example.org/preview?token={token}')
    ? environment.PREVIEW_URL
    : undefined,
  lifetimeMs:
    wholeNumberFrom(environment, 'PREVIEW_HOURS', {
      fallback: 72,
      minimum: 1,
      maximum: 24 * 365,
    }) * 3_600_000,
})

/**
 * The signed address that shows the newest draft of an article as readers would see it.
 * @returns a path of this server, or the address of the frontend's preview
 */
export const previewAddress = ({
  article,
  secret,
  settings = readPreviewSettings(),
  now = Date.now(),
}: {
  article: { id: string; slug?: unknown; locale?: unknown }
  secret: string
  settings?: PreviewSettings
  now?: number
}): string => {
  // To the next whole quarter of an hour: a page that is rendered twice shows the same address.
  const expiresAt = Math.ceil((now + settings.lifetimeMs) / QUARTER_HOUR) * QUARTER_HOUR
  const token = makePreviewToken({ articleId: article.id, expiresAt }, secret)
  if (!settings.url) return `/preview/${token}`
  const values: Record<string, unknown> = { token, ...article }
  const filled = settings.url.replace(/\{(token|id|slug|locale)\}/g, (_, name: string) => {
    const value = values[name]
    return encodeURIComponent(typeof value === 'string' ? value : '')
  })
  if (settings.url.includes('{token}')) return filled
  const address = new URL(filled)
  address.searchParams.set('token', token)
  return address.href
}

const QUARTER_HOUR = 15 * 60_000
