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
export const readPreviewSettings = (
  environment: Partial<Record<string, string>> = process.env,
): PreviewSettings => ({
  url: urlOf(environment.PREVIEW_URL),
  lifetimeMs: hoursOf(environment.PREVIEW_HOURS) * 3_600_000,
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
const DEFAULT_HOURS = 72
const MAX_HOURS = 24 * 365

const urlOf = (value: string | undefined): string | undefined => {
  if (!value) return undefined
  if (URL.canParse(value) && /^https?:/.test(value)) return value
  throw new Error(
    `setting-invalid: PREVIEW_URL is "${value}". Use an address such as https://www.example.org/preview?token={token}.`,
  )
}

const hoursOf = (value = ''): number => {
  const hours = value ? Number(value) : DEFAULT_HOURS
  if (hours > 0 && hours <= MAX_HOURS) return hours
  throw new Error(
    `setting-invalid: PREVIEW_HOURS is "${value}". Use a number of hours up to ${MAX_HOURS}.`,
  )
}
