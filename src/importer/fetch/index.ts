import pLimit from 'p-limit'
import pRetry from 'p-retry'
import { fetch, type Dispatcher } from 'undici'
import type { FileBytes } from '../mediaLibrary'
import { checkAddress, openDispatcher } from './addresses'
import { openGivenUp } from './givenUp'
import { openHostQueues } from './hostQueues'
import { FetchRefusal, PassingFailure } from './outcome'
import { addressBehind, pictureAddress, pictureName } from './pictureAddress'
import { cutOff, readPicture } from './readPicture'
import { referersFor } from './referers'
import { readRetryAfter } from './retryAfter'

const MAX_REDIRECTS = 5

/** How patient and polite a run is; the values of a real run are the defaults. */
export type FetchManners = {
  atOncePerHost: number
  gapMs: number
  retries: number
  /** First pause before a retry; each further one is twice as long. */
  backoffMs: number
  /** Longest time that a host may ask to wait; more, and the picture is left to the next run. */
  longestWaitMs: number
  /** From the connection to the last byte of one try. */
  wholeMs: number
  /** So many tries in a row without an answer, and a host is left alone for the rest of the run. */
  triesUntilGivenUp: number
}

const MANNERS: FetchManners = {
  atOncePerHost: 3,
  gapMs: 50,
  retries: 2,
  backoffMs: 1000,
  longestWaitMs: 60_000,
  wholeMs: 60_000,
  triesUntilGivenUp: 9,
}

export type PictureFetcher = {
  /**
   * Fetches a remote picture.
   * @param pages addresses of the page that shows it, for the Referer
   * @throws FetchRefusal or PassingFailure, each with a code
   */
  fetch: (url: string, pages: readonly (string | undefined)[]) => Promise<FileBytes>
  close: () => Promise<void>
}

/**
 * Makes the fetcher of one run: few fetches at once from a host and a pause between them, retries with back-off that heed
 * `Retry-After`, bounds on time and size, redirects followed by hand so that each address is checked. Private and local
 * addresses are refused unless `allowPrivateHosts` is set.
 */
export const openPictureFetcher = ({
  allowPrivateHosts,
  concurrency,
  manners = {},
}: {
  allowPrivateHosts: boolean
  /** Fetches at once, from all hosts together. */
  concurrency: number
  manners?: Partial<FetchManners>
}): PictureFetcher => {
  const own = { ...MANNERS, ...manners }
  const dispatcher = openDispatcher(allowPrivateHosts)
  const limit = pLimit(concurrency)
  const queues = openHostQueues({ atOnce: own.atOncePerHost, gapMs: own.gapMs })
  const givenUp = openGivenUp(own.triesUntilGivenUp)
  return {
    close: () => dispatcher.close(),
    fetch: async (url, pages) => {
      const address = pictureAddress(url)
      if (!address) {
        throw new FetchRefusal('picture-address-unusable', 'no picture can be at this address')
      }
      const behind = addressBehind(address)
      const bytes = await retried(address, pages).catch((error: unknown) => {
        if (!behind) throw error
        return retried(behind, pages).catch(() => {
          throw error
        })
      })
      return { bytes, name: pictureName(address), source: url }
    },
  }

  function retried(address: URL, pages: readonly (string | undefined)[]): Promise<Buffer> {
    return pRetry(() => attempt(address, pages), {
      retries: own.retries,
      minTimeout: own.backoffMs,
      shouldRetry: ({ error }) =>
        error instanceof PassingFailure && !givenUp.has(address.host) && isWorthWaiting(error),
    })
  }

  function isWorthWaiting({ waitMs = 0 }: PassingFailure): boolean {
    return waitMs <= own.longestWaitMs
  }

  async function attempt(address: URL, pages: readonly (string | undefined)[]): Promise<Buffer> {
    const referers = referersFor(address, pages)
    for (const [index, referer] of referers.entries()) {
      try {
        return await queues.run(address.host, () => limit(() => download(address, referer)))
      } catch (error) {
        const isForbidden = error instanceof FetchRefusal && error.code === 'picture-forbidden'
        if (!isForbidden || index === referers.length - 1) throw error
      }
    }
    throw new FetchRefusal('picture-forbidden', 'the host refuses it')
  }

  async function download(address: URL, referer: string | undefined): Promise<Buffer> {
    if (givenUp.has(address.host)) {
      throw new FetchRefusal('picture-host-silent', `${address.host} no longer answers`)
    }
    try {
      const bytes = await follow(address, referer)
      givenUp.note(address.host, { isAnswer: true })
      return bytes
    } catch (error) {
      const isPassing = error instanceof PassingFailure
      const isFinal = isPassing && !isWorthWaiting(error)
      givenUp.note(address.host, { isAnswer: !isPassing, isFinal })
      throw error
    }
  }

  async function follow(address: URL, referer: string | undefined): Promise<Buffer> {
    const signal = AbortSignal.timeout(own.wholeMs)
    let current = address
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      checkAddress(current, allowPrivateHosts)
      const response = await request(current, { referer, signal, dispatcher })
      const location = response.headers.get('location')
      if (response.status >= 300 && response.status < 400 && location) {
        await response.body?.cancel()
        if (!URL.canParse(location, current)) break
        current = new URL(location, current)
        continue
      }
      if (!response.ok) {
        await response.body?.cancel()
        throw failureOf(response, current)
      }
      try {
        return await readPicture(response.body, response.headers.get('content-length'))
      } catch (error) {
        throw error instanceof FetchRefusal ? error : cutOff(error)
      }
    }
    throw new FetchRefusal('picture-not-fetched', 'the host redirects without end')
  }

  function failureOf({ status, headers }: Answer, { host }: URL): Error {
    const says = `the host answered ${status}`
    if (status === 403 || status === 401) return new FetchRefusal('picture-forbidden', says)
    if (status === 429 || status >= 500 || status === 408) {
      const wait = readRetryAfter(headers.get('retry-after'), Date.now())
      if (wait !== undefined && wait <= own.longestWaitMs) queues.pause(host, wait)
      return new PassingFailure('picture-not-fetched', says, wait)
    }
    return new FetchRefusal(
      status === 404 || status === 410 ? 'picture-gone' : 'picture-not-fetched',
      says,
    )
  }
}

type Answer = Awaited<ReturnType<typeof fetch>>

const request = async (
  address: URL,
  {
    referer,
    signal,
    dispatcher,
  }: { referer?: string; signal: AbortSignal; dispatcher: Dispatcher },
): Promise<Answer> => {
  try {
    return await fetch(address, {
      redirect: 'manual',
      dispatcher,
      signal,
      headers: {
        accept: 'image/avif,image/webp,image/*,video/*,audio/*,*/*;q=0.5',
        'user-agent': 'Mozilla/5.0 (compatible; Galley import)',
        ...(referer !== undefined && { referer }),
      },
    })
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined
    if (cause instanceof FetchRefusal) throw cause
    if (signal.aborted) {
      throw new PassingFailure('picture-not-fetched', 'the host took too long')
    }
    throw new PassingFailure(
      'picture-not-fetched',
      cause instanceof Error ? cause.message : String(error),
    )
  }
}
