import { lookup } from 'node:dns'
import { isIP } from 'node:net'
import path from 'node:path'
import ipaddr from 'ipaddr.js'
import pLimit, { type LimitFunction } from 'p-limit'
import pRetry, { AbortError } from 'p-retry'
import { Agent, fetch } from 'undici'
import { decodeAddress } from './decodeAddress'
import type { ImportOptions } from './options'
import type { FileProblem } from './report'
import type { SurveyedFile } from './survey'

const TIMEOUT_MS = 20_000
const MAX_BYTES = 50 * 1024 * 1024
const MAX_REDIRECTS = 5
const RETRIES = 2
const FETCHES_PER_HOST = 2

const limits = new Map<string, LimitFunction>()

/**
 * Fetches a remote picture: at most two at once from a host, with the source site as Referer, retries with back-off, a
 * bound on time and size. Private and local addresses are refused after the name was looked up, at the very connection
 * (so that a second answer of the name server can't lead elsewhere), unless `allowPrivateHosts` is set.
 */
export const fetchPicture = async ({
  url,
  from,
  options,
}: {
  url: string
  from: SurveyedFile
  options: ImportOptions
}): Promise<{ bytes: Buffer; name: string; source: string } | FileProblem> => {
  const address = url.startsWith('//') ? `https:${url}` : url
  if (!URL.canParse(address)) return failed(url, from, 'the address is no URL')
  const { host } = new URL(address)
  const limit = limits.get(host) ?? pLimit(FETCHES_PER_HOST)
  limits.set(host, limit)
  try {
    const bytes = await limit(() =>
      pRetry(() => download({ address, from, options }), { retries: RETRIES, minTimeout: 500 }),
    )
    return { bytes, name: fileName(address), source: url }
  } catch (error) {
    return failed(url, from, reasonOf(error))
  }
}

const download = async ({
  address,
  from,
  options,
}: {
  address: string
  from: SurveyedFile
  options: ImportOptions
}): Promise<Buffer> => {
  const referer = options.baseUrl ?? from.archive.site.baseUrl
  let current = new URL(address)
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    refuseLiteral(current, options)
    const response = await fetch(current, {
      redirect: 'manual',
      dispatcher: options.allowPrivateHosts ? openAgent : guardedAgent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { accept: 'image/*,*/*;q=0.5', ...(referer && { referer }) },
    })
    const location = response.headers.get('location')
    if (response.status >= 300 && response.status < 400 && location) {
      current = new URL(location, current)
      continue
    }
    if (response.status === 429 || response.status >= 500) {
      throw new Error(`the host answered ${response.status}`)
    }
    if (!response.ok) throw new AbortError(`the host answered ${response.status}`)
    return readBounded(response.body)
  }
  throw new AbortError('the host redirects without end')
}

const readBounded = async (body: AsyncIterable<Uint8Array> | null): Promise<Buffer> => {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size > MAX_BYTES) throw new AbortError('the file is larger than 50 MB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const refuseLiteral = ({ protocol, hostname }: URL, { allowPrivateHosts }: ImportOptions): void => {
  if (protocol !== 'http:' && protocol !== 'https:') {
    throw new AbortError(`the address starts with ${protocol}`)
  }
  const literal = hostname.replace(/^\[|\]$/g, '')
  if (!allowPrivateHosts && isIP(literal) && !isPublicAddress(literal)) {
    throw new AbortError(`${hostname} is a private address (see --allow-private-hosts)`)
  }
}

/** Whether an IP address is one of the public internet. */
export const isPublicAddress = (address: string): boolean =>
  ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast'

const openAgent = new Agent({ connect: { timeout: 10_000 } })

const guardedAgent = new Agent({
  connect: {
    timeout: 10_000,
    lookup: (hostname, options, callback) => {
      lookup(hostname, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, [])
        const allowed = addresses.filter(({ address }) => isPublicAddress(address))
        if (allowed.length === 0) {
          return callback(
            new Error(`${hostname} leads to a private address (see --allow-private-hosts)`),
            [],
          )
        }
        callback(null, allowed)
      })
    },
  },
})

const fileName = (address: string): string => {
  const name = path.posix.basename(new URL(address).pathname)
  return decodeAddress(name) || 'picture'
}

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}

const failed = (url: string, from: SurveyedFile, reason: string): FileProblem => ({
  path: from.file.path,
  code: 'picture-not-fetched',
  message: `Shows ${url}, which could not be fetched (${reason}); it stays a linked picture. The next import tries it again.`,
})
