import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../../src/network/publicHosts'
import { openPictureFetcher, type FetchManners } from '../../../src/importer/fetch'
import { pictureAddress, pictureName } from '../../../src/importer/fetch/pictureAddress'
import { referersFor } from '../../../src/importer/fetch/referers'
import { readRetryAfter } from '../../../src/importer/fetch/retryAfter'
import { leadsTo, openPictureHost, sends, type PictureHost } from '../../harness/pictureHost'
import { pngOf } from '../../harness/pictures'

const quick: Partial<FetchManners> = {
  gapMs: 0,
  backoffMs: 5,
  wholeMs: 20_000,
  longestWaitMs: 2000,
}
const open: (() => Promise<void>)[] = []
let png: Buffer

beforeAll(async () => {
  png = await pngOf({ width: 4, height: 4 })
})

afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

const hostOf = async (...args: Parameters<typeof openPictureHost>): Promise<PictureHost> => {
  const host = await openPictureHost(...args)
  open.push(() => host.close())
  return host
}

const fetcherOf = ({
  allowPrivateHosts = true,
  ...manners
}: Partial<FetchManners> & { allowPrivateHosts?: boolean } = {}) => {
  const fetcher = openPictureFetcher({
    allowPrivateHosts,
    concurrency: 8,
    manners: { ...quick, ...manners },
  })
  open.push(() => fetcher.close())
  return fetcher
}

const codeOf = (fetching: Promise<unknown>): Promise<unknown> =>
  fetching.then(
    () => 'fetched',
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : String(error)),
  )

describe('a remote picture', () => {
  it('is fetched with the page as Referer', async () => {
    const host = await hostOf({ '/a/x.png': sends(png) })
    const { bytes, name, source } = await fetcherOf().fetch(`${host.origin}/a/x.png`, [
      'https://old.example/2020/post/',
    ])
    expect(bytes.equals(png)).toBe(true)
    expect({ name, source }).toEqual({ name: 'x.png', source: `${host.origin}/a/x.png` })
    expect(host.asked).toEqual([{ path: '/a/x.png', referer: 'https://old.example/2020/post/' }])
  })

  it('is asked for as its own host’s, then without Referer, when a foreign one is refused', async () => {
    const host = await hostOf({
      '/own.png': (response, { headers }) => {
        const isOwn = headers.referer?.startsWith(host.origin) === true
        if (isOwn) sends(png)(response, undefined as never)
        else response.writeHead(403).end()
      },
      '/none.png': (response, { headers }) => {
        if (headers.referer === undefined) sends(png)(response, undefined as never)
        else response.writeHead(403).end()
      },
    })
    const fetcher = fetcherOf()
    await fetcher.fetch(`${host.origin}/own.png`, ['https://old.example/'])
    await fetcher.fetch(`${host.origin}/none.png`, ['https://old.example/'])
    expect(host.asked.map(({ referer }) => referer)).toEqual([
      'https://old.example/',
      `${host.origin}/`,
      'https://old.example/',
      `${host.origin}/`,
      undefined,
    ])
  })

  it('is followed through redirects, but not without end', async () => {
    const host = await hostOf({
      '/from': leadsTo('/to?x=1'),
      '/to?x=1': sends(png),
      '/round': leadsTo('/round'),
    })
    const fetcher = fetcherOf()
    expect((await fetcher.fetch(`${host.origin}/from`, [])).bytes.equals(png)).toBe(true)
    expect(await codeOf(fetcher.fetch(`${host.origin}/round`, []))).toBe('picture-not-fetched')
    expect(host.asked.length).toBeLessThan(10)
  })

  it('is taken for what its bytes are, whatever the header says', async () => {
    const host = await hostOf({
      '/lies.png': sends('<!doctype html><html><body>Sorry</body></html>'),
      '/true': sends(png, 'text/html'),
      '/drawing': sends('<svg xmlns="http://www.w3.org/2000/svg"/>', 'text/plain'),
      '/page-with-drawing': sends('<html><svg></svg></html>', 'image/svg+xml'),
      '/empty.png': sends(''),
    })
    const fetcher = fetcherOf()
    const codes = ['lies.png', 'true', 'drawing', 'page-with-drawing', 'empty.png'].map((name) =>
      codeOf(fetcher.fetch(`${host.origin}/${name}`, [])),
    )
    expect(await Promise.all(codes)).toEqual([
      'file-type-refused',
      'fetched',
      'fetched',
      'file-type-refused',
      'file-empty',
    ])
  })

  it('is left when it is too large: by its header at once, without one as soon as it is', async () => {
    let sent = 0
    const host = await hostOf({
      '/said': (response) => {
        response.writeHead(200, { 'content-length': String(10 ** 9) })
        response.write(png)
      },
      '/unsaid': (response) => {
        response.writeHead(200, { 'content-type': 'image/png' })
        response.write(png)
        const block = Buffer.alloc(1024 * 1024)
        const more = (): void => {
          while (!response.destroyed && sent < 300) {
            sent += 1
            if (!response.write(block)) return void response.once('drain', more)
          }
        }
        more()
      },
    })
    const fetcher = fetcherOf()
    expect(await codeOf(fetcher.fetch(`${host.origin}/said`, []))).toBe('file-too-large')
    expect(await codeOf(fetcher.fetch(`${host.origin}/unsaid`, []))).toBe('file-too-large')
    expect(sent).toBeLessThan(120)
    expect(host.asked).toHaveLength(2)
  })

  it('is tried again when the host is busy, the line was cut or an answer is late', async () => {
    const tries = { busy: 0, cut: 0, slow: 0 }
    const host = await hostOf({
      '/busy': (response, request) => {
        tries.busy += 1
        if (tries.busy < 3) response.writeHead(503).end()
        else sends(png)(response, request)
      },
      '/cut': (response, request) => {
        tries.cut += 1
        if (tries.cut > 1) return sends(png)(response, request)
        response.writeHead(200, { 'content-length': '5000' })
        response.write(png)
        setTimeout(() => response.destroy(), 20)
      },
      '/slow': (response, request) => {
        tries.slow += 1
        if (tries.slow > 1) sends(png)(response, request)
      },
    })
    const fetcher = fetcherOf()
    const impatient = fetcherOf({ wholeMs: 1000, retries: 8 })
    const fetched = [
      fetcher.fetch(`${host.origin}/busy`, []),
      fetcher.fetch(`${host.origin}/cut`, []),
      impatient.fetch(`${host.origin}/slow`, []),
    ].map(async (fetching) => (await fetching).bytes.equals(png))
    expect(await Promise.all(fetched)).toEqual([true, true, true])
    expect(tries).toMatchObject({ busy: 3, cut: 2 })
    expect(tries.slow).toBeGreaterThan(1)
  })

  it('is not tried again at once when the host says that it is gone', async () => {
    const host = await hostOf({})
    expect(await codeOf(fetcherOf().fetch(`${host.origin}/gone.png`, []))).toBe('picture-gone')
    expect(host.asked).toHaveLength(1)
  })

  it('ends with a code when a host never answers in time', async () => {
    const host = await hostOf({ '/never': () => undefined })
    const started = performance.now()
    expect(await codeOf(fetcherOf({ wholeMs: 100 }).fetch(`${host.origin}/never`, []))).toBe(
      'picture-not-fetched',
    )
    expect(performance.now() - started).toBeLessThan(20_000)
    expect(host.asked).toHaveLength(3)
  })
})

describe('a host', () => {
  it('that asks to wait gets no request before the time', async () => {
    const times: number[] = []
    const host = await hostOf({
      '/limited': (response, request) => {
        times.push(performance.now())
        if (times.length > 1) return sends(png)(response, request)
        response.writeHead(429, { 'retry-after': '1' }).end()
      },
    })
    await fetcherOf().fetch(`${host.origin}/limited`, [])
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(950)
  })

  it('that asks to wait for long is left to the next run', async () => {
    const host = await hostOf({
      '/limited': (response) => void response.writeHead(429, { 'retry-after': '3600' }).end(),
      '/other': sends(png),
    })
    const fetcher = fetcherOf()
    expect(await codeOf(fetcher.fetch(`${host.origin}/limited`, []))).toBe('picture-not-fetched')
    expect(await codeOf(fetcher.fetch(`${host.origin}/other`, []))).toBe('picture-host-silent')
    expect(host.asked).toHaveLength(1)
  })

  it('that never answers is not asked for each of its pictures', async () => {
    const host = await hostOf({})
    await host.close()
    const fetcher = fetcherOf({ triesUntilGivenUp: 3 })
    const codes: unknown[] = []
    for (let index = 0; index < 3; index += 1) {
      codes.push(await codeOf(fetcher.fetch(`${host.origin}/${index}`, [])))
    }
    expect(codes).toEqual(['picture-not-fetched', 'picture-host-silent', 'picture-host-silent'])
  })

  it('gets few requests at once, with a pause between them', async () => {
    let running = 0
    let most = 0
    const starts: number[] = []
    const slow = (response: Parameters<ReturnType<typeof sends>>[0]): void => {
      starts.push(performance.now())
      most = Math.max(most, (running += 1))
      setTimeout(() => {
        running -= 1
        response.writeHead(200).end(png)
      }, 60)
    }
    const paths = Array.from({ length: 6 }, (_, index) => `/${index}`)
    const host = await hostOf(Object.fromEntries(paths.map((path) => [path, slow])))
    const fetcher = fetcherOf({ atOncePerHost: 2, gapMs: 30 })
    await Promise.all(paths.map((path) => fetcher.fetch(`${host.origin}${path}`, [])))
    expect(most).toBeLessThanOrEqual(2)
    expect((starts[1] ?? 0) - (starts[0] ?? 0)).toBeGreaterThan(20)
  })
})

describe('a private address', () => {
  it.each([
    'http://127.0.0.1:PORT/x.png',
    'http://2130706433:PORT/x.png',
    'http://0x7f.1:PORT/x.png',
    'http://0.0.0.0:PORT/x.png',
    'http://[::1]:PORT/x.png',
    'http://[::ffff:127.0.0.1]:PORT/x.png',
    'http://[::ffff:7f00:1]:PORT/x.png',
    'http://[64:ff9b::7f00:1]:PORT/x.png',
    'http://localhost:PORT/x.png',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/x.png',
    'http://192.168.1.1/x.png',
    'http://100.64.0.1/x.png',
    'http://[fe80::1]/x.png',
    'http://[fd00::1]/x.png',
  ])('is not asked: %s', async (address) => {
    const host = await hostOf({ '/x.png': sends(png) })
    const { port } = new URL(host.origin)
    const fetcher = fetcherOf({ allowPrivateHosts: false })
    expect(await codeOf(fetcher.fetch(address.replace('PORT', port), []))).toBe(
      'picture-host-private',
    )
    expect(host.asked).toEqual([])
  })

  it('is not reached through a redirect to another scheme', async () => {
    const host = await hostOf({
      '/a': leadsTo('file:///etc/passwd'),
      '/b': leadsTo('data:image/png,x'),
    })
    const fetcher = fetcherOf()
    for (const path of ['/a', '/b']) {
      expect(await codeOf(fetcher.fetch(`${host.origin}${path}`, []))).toBe(
        'picture-address-unusable',
      )
    }
  })

  it('is told from a public one', () => {
    expect(['93.184.216.34', '2606:2800:220:1::1'].map(isPublicAddress)).toEqual([true, true])
    expect(
      ['192.0.0.1', '224.0.0.1', '255.255.255.255', '::', '2001:db8::1', 'x'].some(isPublicAddress),
    ).toBe(false)
  })
})

describe('an address', () => {
  it.each([
    ['https://host.example/p/undefined', undefined],
    ['https://host.example/null', undefined],
    ['https://', undefined],
    ['//host.example/a.png#part', 'https://host.example/a.png'],
    ['https://host.example/图 1.png', 'https://host.example/%E5%9B%BE%201.png'],
    ['https://host.example/x.jpg@s_2,w_820', 'https://host.example/x.jpg@s_2,w_820'],
  ])('%s is fetched as %s', (url, expected) => {
    expect(pictureAddress(url)?.href).toBe(expected)
  })

  it.each([
    ['https://host.example/a/%E5%9B%BE.png?source=feed', '图.png'],
    ['https://host.example/x.jpg@s_2,w_820', 'x.jpg'],
    ['https://picsum.example/400/300?random=7', '300'],
    ['https://proxy.example/?https://host.example/y.gif', 'y.gif'],
    ['https://host.example/', 'picture'],
    ['https://host.example/..%2F..%2Fetc%2Fpasswd', '....etcpasswd'],
  ])('%s names the file %s', (url, expected) => {
    expect(pictureName(new URL(url))).toBe(expected)
  })

  it('of a proxy that fails leads to the picture behind it', async () => {
    const host = await hostOf({ '/x.png': sends(png) })
    const { bytes } = await fetcherOf().fetch(`${host.origin}/proxy?${host.origin}/x.png`, [])
    expect(bytes.equals(png)).toBe(true)
  })
})

describe('Retry-After', () => {
  it('is read as seconds or as a date', () => {
    const now = Date.parse('2026-01-01T00:00:00Z')
    expect(readRetryAfter('7', now)).toBe(7000)
    expect(readRetryAfter('Thu, 01 Jan 2026 00:01:00 GMT', now)).toBe(60_000)
    expect(readRetryAfter('Wed, 31 Dec 2025 00:00:00 GMT', now)).toBe(0)
    expect(readRetryAfter('soon', now)).toBeUndefined()
    expect(readRetryAfter(null, now)).toBeUndefined()
  })
})

describe('Referers', () => {
  it('are the page, the picture’s host, none', () => {
    const picture = new URL('https://cdn.example/x.png')
    expect(referersFor(picture, [undefined, 'https://old.example/a'])).toEqual([
      'https://old.example/a',
      'https://cdn.example/',
      undefined,
    ])
    expect(referersFor(picture, [undefined])).toEqual(['https://cdn.example/', undefined])
  })
})
