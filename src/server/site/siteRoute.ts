import type { Payload } from 'payload'
import { siteSettings, type SiteSettings } from '../../site/siteSettings'
import { RequestError } from '../errors'

/** What an answer is made from: the address alone, so that it can be kept for everybody. */
export type SiteRequest = {
  /** Path as it was sent, without the query. */
  path: string
  /** Decoded. */
  params: Record<string, string>
  query: URLSearchParams
  /** What the outside calls this server. */
  origin: string
}

export type SiteAnswer = {
  status: number
  contentType: string
  body: Buffer
  headers?: Record<string, string>
  /** When time makes it another one. */
  until?: number
}

/** A read of the site: `path` as Express takes it. */
export type SiteRoute = {
  path: string
  /**
   * Reads the database through Payload alone (what else it reads it declares) and changes nothing.
   * @throws RequestError for what is not there or not understood
   */
  compute: (request: SiteRequest, site: SiteContext) => Promise<SiteAnswer>
}

export type SiteContext = { payload: Payload; settings: SiteSettings }

/** The context of a request: with SITE_URL unset the site is where the request was sent. */
export const contextOf = (
  payload: Payload,
  { origin }: SiteRequest,
  settings = siteSettings(),
): SiteContext & { siteUrl: URL } => ({
  payload,
  settings,
  siteUrl: settings.url ?? new URL(origin),
})

export const jsonAnswer = (value: unknown, contentType = 'application/json'): SiteAnswer => ({
  status: 200,
  contentType: `${contentType}; charset=utf-8`,
  body: Buffer.from(JSON.stringify(value)),
})

export const textAnswer = (text: string, contentType: string): SiteAnswer => ({
  status: 200,
  contentType: `${contentType}; charset=utf-8`,
  body: Buffer.from(text),
})

/** @throws RequestError `document-not-found` with a sentence that names what was asked for */
export const notFound = (message: string): never => {
  throw new RequestError('document-not-found', message)
}

/**
 * A whole number of the query.
 * @throws RequestError `query-refused`
 */
export const numberParameter = (
  query: URLSearchParams,
  { name, fallback, maximum }: { name: string; fallback: number; maximum: number },
): number => {
  const text = query.get(name)
  if (text === null || text === '') return fallback
  const number = Number(text)
  if (Number.isInteger(number) && number >= 1 && number <= maximum) return number
  throw new RequestError(
    'query-refused',
    `"${name}" is "${text}". Use a whole number from 1 to ${maximum}.`,
  )
}

/**
 * A parameter that must be there.
 * @throws RequestError `query-refused`
 */
export const requiredParameter = (query: URLSearchParams, name: string): string =>
  query.get(name) || refuse(`The parameter "${name}" is missing.`)

/** @throws RequestError `query-refused` */
export const refuse = (message: string): never => {
  throw new RequestError('query-refused', message)
}
