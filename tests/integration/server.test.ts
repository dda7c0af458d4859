import { writeFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FRONTEND, openTestServer, type TestServer } from './server/openTestServer'

let host: TestServer
let token: string

const ADMIN = {
  email: 'ann@example.org',
  password: 'correct-horse',
  name: 'Ann',
  role: 'admin' as const,
}

beforeAll(async () => {
  host = await openTestServer()
  await host.payload.create({ collection: 'users', data: ADMIN })
  const answer = await post('/api/users/login', { email: ADMIN.email, password: ADMIN.password })
  token = (await answer.json()).token
}, 120_000)

afterAll(() => host.close())

const get = (route: string, headers: Record<string, string> = {}) =>
  fetch(host.address + route, { headers, redirect: 'manual' })

const post = (route: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(host.address + route, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const asAdmin = () => ({ authorization: `JWT ${token}` })

/** Sends a request by hand, where fetch would repair or refuse it. */
const raw = (
  options: http.RequestOptions,
  body?: string,
): Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(host.address)
    const request = http.request({ hostname, port, ...options }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }),
      )
    })
    request.on('error', reject)
    request.end(body)
  })

const expectRefusal = async (answer: Response, status: number, code: string) => {
  const text = await answer.text()
  expect(answer.headers.get('content-type')).toContain('application/json')
  expect(text).not.toMatch(/node_modules|\.ts:\d|    at /)
  const body = JSON.parse(text)
  expect([answer.status, body.errors[0].code]).toEqual([status, code])
  expect(body.errors[0].message.length).toBeGreaterThan(5)
  expect(body.requestId).toBe(answer.headers.get('x-request-id'))
}

describe('bad requests', () => {
  test('JSON that does not parse', async () => {
    await expectRefusal(await post('/api/users/login', '{"email": '), 400, 'json-malformed')
  })
  test('JSON that does not parse in a query sent by POST', async () => {
    const headers = { 'x-payload-http-method-override': 'GET' }
    await expectRefusal(await post('/api/articles', '{"where": ', headers), 400, 'json-malformed')
  })
  test('fields of a form that are not JSON', async () => {
    const form = new FormData()
    form.set('_payload', '{"title": ')
    const answer = await fetch(`${host.address}/api/articles`, {
      method: 'POST',
      body: form,
      headers: asAdmin(),
    })
    await expectRefusal(answer, 400, 'json-malformed')
  })
  test('a form that ends in the middle', async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x', ...asAdmin() }
    const answer = await post(
      '/api/media',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nab',
      headers,
    )
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect((await answer.json()).errors[0].code).toMatch(/^[a-z-]+$/)
  })
  test('a form without a boundary', async () => {
    const answer = await post('/api/media', 'abc', {
      'content-type': 'multipart/form-data',
      ...asAdmin(),
    })
    expect(answer.status).toBe(400)
    expect((await answer.json()).errors[0].code).toMatch(/^[a-z-]+$/)
  })
  test('an unknown collection', async () => {
    await expectRefusal(await get('/api/artikles'), 404, 'route-unknown')
  })
  test('an unknown route', async () => {
    await expectRefusal(await get('/nothing/here'), 404, 'route-unknown')
  })
  test('an id that does not exist', async () => {
    await expectRefusal(await get('/api/tags/not-an-id'), 404, 'document-not-found')
  })
  test('a wrong method names the right ones', async () => {
    const answer = await fetch(`${host.address}/api/articles/1`, { method: 'PUT' })
    expect(answer.headers.get('allow')).toBe('DELETE, GET, HEAD, PATCH')
    await expectRefusal(answer, 405, 'method-not-allowed')
  })
  test.each(['/healthz', '/media/a.png', '/'])('POST to %s', async (route) => {
    await expectRefusal(await post(route, {}), 405, 'method-not-allowed')
  })
  test.each(['/api/articles/%E0%A4%A', '/media/%E0%A4%A', '/admin/%', '/api/articles/%00'])(
    'an address that is not decodable: %s',
    async (route) => {
      const answer = await raw({ path: route })
      expect([answer.status, JSON.parse(answer.body).errors[0].code]).toEqual([
        400,
        'url-malformed',
      ])
    },
  )
  test('a body of a kind that is not taken', async () => {
    const answer = await post('/api/articles', 'hello', { 'content-type': 'text/plain' })
    await expectRefusal(answer, 415, 'content-type-unsupported')
  })
  test('a JSON body announced too large', async () => {
    await expectRefusal(
      await post('/api/articles', { title: 'x'.repeat(1.5e6) }),
      413,
      'body-too-large',
    )
  })
  test('a JSON body that grows too large without an announcement', async () => {
    const answer = await raw(
      {
        path: '/api/articles',
        method: 'POST',
        headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
      },
      'x'.repeat(1.5e6),
    )
    expect([answer.status, JSON.parse(answer.body).errors[0].code]).toEqual([413, 'body-too-large'])
  })
  test('a file too large for the media library', async () => {
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(3e6)], { type: 'image/png' }), 'big.png')
    const answer = await fetch(`${host.address}/api/media`, {
      method: 'POST',
      body: form,
      headers: asAdmin(),
    })
    await expectRefusal(answer, 413, 'body-too-large')
  })
  test('a query by a field that does not exist', async () => {
    await expectRefusal(await get('/api/articles?where[nope][equals]=1'), 400, 'query-refused')
  })
  test('a document with fields missing keeps what Payload says of each', async () => {
    const answer = await post('/api/tags', {}, asAdmin())
    const body = await answer.clone().json()
    expect(body.errors[0]).toMatchObject({ name: 'ValidationError', data: { collection: 'tags' } })
    await expectRefusal(answer, 400, 'validation-failed')
  })
  test('a change without a login', async () => {
    await expectRefusal(await post('/api/tags', { name: 'x' }), 403, 'forbidden')
  })
  test('a wrong password', async () => {
    await expectRefusal(
      await post('/api/users/login', { email: ADMIN.email, password: 'no' }),
      401,
      'unauthenticated',
    )
  })
  test('the admin panel where Next is not there', async () => {
    await expectRefusal(await get('/admin'), 503, 'admin-failed')
  })
})

describe('GraphQL', () => {
  const graphql = (query: string, headers = {}) => post('/api/graphql', { query }, headers)

  test('answers queries by POST and by GET', async () => {
    const query = '{ Articles { totalDocs } }'
    const expected = { data: { Articles: { totalDocs: 0 } } }
    expect(await (await graphql(query)).json()).toEqual(expected)
    expect(await (await get(`/api/graphql?query=${encodeURIComponent(query)}`)).json()).toEqual(
      expected,
    )
  })
  test('reads named fields through fragments and relationships', async () => {
    const tag = await host.payload.create({
      collection: 'tags',
      data: { name: 'Fragments', slug: 'fragments' },
    })
    const query = `query ($id: String!) { Tag(id: $id) { ...named } } fragment named on Tag { name slug }`
    const answer = await post('/api/graphql', { query, variables: { id: tag.id } })
    expect(await answer.json()).toEqual({ data: { Tag: { name: 'Fragments', slug: 'fragments' } } })
  })
  test('changes by POST alone', async () => {
    const mutation =
      'mutation { createTag(data: { name: "By GraphQL", slug: "by-graphql" }) { name } }'
    await expectRefusal(
      await get(`/api/graphql?query=${encodeURIComponent(mutation)}`),
      405,
      'graphql-mutation-by-get',
    )
    expect(await (await graphql(mutation, asAdmin())).json()).toEqual({
      data: { createTag: { name: 'By GraphQL' } },
    })
  })
  test('sets the cookie at login', async () => {
    const answer = await graphql(
      `mutation { loginUser(email: "${ADMIN.email}", password: "${ADMIN.password}") { token } }`,
    )
    expect(answer.headers.getSetCookie()[0]).toMatch(/^payload-token=/)
  })
  test('names the place of a mistake', async () => {
    const answer = await graphql('{ Articles { ')
    expect(answer.status).toBe(400)
    const [error] = (await answer.json()).errors
    expect(error).toMatchObject({ code: 'graphql-malformed', locations: [{ line: 1, column: 14 }] })
  })
  test('refuses an unknown field', async () => {
    await expectRefusal(await graphql('{ Articles { nope } }'), 400, 'graphql-malformed')
  })
  test('refuses a request without a query', async () => {
    await expectRefusal(await post('/api/graphql', {}), 400, 'graphql-query-missing')
    await expectRefusal(await post('/api/graphql', '{'), 400, 'json-malformed')
  })
  test('gives errors of a field a code', async () => {
    const [error] = (
      await (await graphql('mutation { createTag(data: { name: "x" }) { name } }')).json()
    ).errors
    expect(error.extensions).toMatchObject({ code: 'forbidden', statusCode: 403 })
  })
})

describe('media', () => {
  const letters = 'abcdefghij'
  beforeAll(() => {
    writeFileSync(path.join(host.mediaDir, 'letters.mp3'), letters)
    writeFileSync(
      path.join(host.mediaDir, 'drawing.svg'),
      '<svg xmlns="http://www.w3.org/2000/svg"/>',
    )
    writeFileSync(path.join(host.mediaDir, '.hidden'), 'secret')
    writeFileSync(path.join(host.mediaDir, '..', 'outside.txt'), 'secret')
  })

  test('has a strong ETag, and answers 304 to it', async () => {
    const first = await get('/media/letters.mp3')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[0-9a-f]+-[0-9a-f]+"$/)
    expect(first.headers.get('cache-control')).toContain('max-age=86400')
    // fetch would add Cache-Control: no-cache.
    const again = await raw({ path: '/media/letters.mp3', headers: { 'if-none-match': etag } })
    expect([again.status, again.body]).toEqual([304, ''])
  })
  test('answers a range, and 416 to one beyond the end', async () => {
    const part = await get('/media/letters.mp3', { range: 'bytes=2-4' })
    expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
      206,
      'bytes 2-4/10',
      'cde',
    ])
    await expectRefusal(
      await get('/media/letters.mp3', { range: 'bytes=90-' }),
      416,
      'range-not-satisfiable',
    )
  })
  test('answers the whole file when the range is of another version', async () => {
    const whole = await get('/media/letters.mp3', { range: 'bytes=2-4', 'if-range': '"old"' })
    expect([whole.status, await whole.text()]).toEqual([200, letters])
  })
  test('keeps an SVG from running scripts', async () => {
    const { headers } = await get('/media/drawing.svg')
    expect(headers.get('content-security-policy')).toBe(
      "sandbox; default-src 'none'; style-src 'unsafe-inline'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
  test.each([
    '/media/none.png',
    '/media/.hidden',
    '/media/..%2foutside.txt',
    '/media/../outside.txt',
    '/media/',
  ])('gives nothing at %s', async (route) => {
    const answer = await raw({ path: route })
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.body).not.toContain('secret')
    expect(JSON.parse(answer.body).errors[0].code).toMatch(
      /^(file-not-found|route-unknown|forbidden)$/,
    )
  })
  test('serves what was uploaded through the API', async () => {
    const picture = await sharp({
      create: { width: 800, height: 20, channels: 3, background: 'red' },
    })
      .png()
      .toBuffer()
    const form = new FormData()
    form.set('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'red.png')
    form.set('_payload', JSON.stringify({ alt: 'Red' }))
    const answer = await fetch(`${host.address}/api/media`, {
      method: 'POST',
      body: form,
      headers: asAdmin(),
    })
    expect(answer.status).toBe(201)
    const { doc } = await answer.json()
    expect(doc).toMatchObject({ alt: 'Red', mimeType: 'image/png' })
    const file = await get(new URL(doc.url, host.address).pathname)
    expect(Buffer.from(await file.arrayBuffer()).length).toBe(doc.filesize)
  })
})

test('GraphiQL is not there in production', async () => {
  await expectRefusal(await get('/graphiql'), 404, 'route-unknown')
})

describe('headers', () => {
  test('does not tell what it is made of', async () => {
    expect((await get('/api/articles')).headers.get('x-powered-by')).toBeNull()
  })
  test('the API has a policy that allows nothing', async () => {
    expect((await get('/api/articles')).headers.get('content-security-policy')).toContain(
      "default-src 'none'",
    )
  })
  test('keeps a well-formed request id and replaces any other', async () => {
    expect(
      (await get('/healthz', { 'x-request-id': 'trace-12345' })).headers.get('x-request-id'),
    ).toBe('trace-12345')
    expect(
      (await get('/healthz', { 'x-request-id': '<b>no</b>' })).headers.get('x-request-id'),
    ).toMatch(/^[0-9a-f-]{36}$/)
  })
  test.each(['br', 'gzip'])('compresses with %s', async (encoding) => {
    const answer = await raw({ path: '/api/access', headers: { 'accept-encoding': encoding } })
    expect([answer.status, answer.headers['content-encoding']]).toEqual([200, encoding])
  })
  test('HEAD has the status of GET and no body', async () => {
    const answer = await raw({ path: '/api/articles', method: 'HEAD' })
    expect([answer.status, answer.body]).toEqual([200, ''])
  })
  test('the front page leads to the admin panel', async () => {
    const answer = await get('/')
    expect([answer.status, answer.headers.get('location')]).toEqual([302, '/admin'])
  })
})

describe('other origins', () => {
  const preflight = (route: string, origin: string) =>
    fetch(host.address + route, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })

  test.each(['/api/articles', '/api/graphql', '/media/x.png'])(
    'a preflight of a configured one passes: %s',
    async (route) => {
      const { status, headers } = await preflight(route, FRONTEND)
      expect([status, headers.get('access-control-allow-origin')]).toEqual([204, FRONTEND])
      expect(headers.get('access-control-allow-headers')).toContain('Authorization')
      expect(headers.get('vary')).toContain('Origin')
    },
  )
  test('any other gets no permission', async () => {
    expect(
      (await preflight('/api/articles', 'https://evil.example')).headers.has(
        'access-control-allow-origin',
      ),
    ).toBe(false)
  })
  test('a configured one can read refusals', async () => {
    const answer = await post('/api/articles', 'x', {
      origin: FRONTEND,
      'content-type': 'text/plain',
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe(FRONTEND)
  })
})

describe('the log', () => {
  test('has one line a request, with id and client, without secrets', async () => {
    await get('/api/articles?token=hush-1&depth=0', {
      'x-request-id': 'logged-12345',
      cookie: 'payload-token=hush-2',
      authorization: 'JWT hush-3',
    })
    await expect
      .poll(() => host.logLines().filter(({ requestId }) => requestId === 'logged-12345'))
      .toMatchObject([
        { method: 'GET', url: '/api/articles?token=…&depth=0', status: 200, client: '127.0.0.1' },
      ])
    expect(JSON.stringify(host.logLines())).not.toContain('hush')
  })
  test('the address of a login is the client’s, whatever the client says', async () => {
    const headers = { 'x-galley-client-address': '6.6.6.6', 'x-forwarded-for': '7.7.7.7' }
    await post('/api/users/login', { email: ADMIN.email, password: ADMIN.password }, headers)
    const { docs } = await host.payload.find({
      collection: 'activity',
      where: { action: { equals: 'login' } },
    })
    expect(docs.length).toBeGreaterThan(0)
    expect(docs.map(({ address }) => address)).toEqual(docs.map(() => '127.0.0.1'))
  })
})

describe('health', () => {
  test('lives and is ready', async () => {
    expect(await (await get('/healthz')).json()).toEqual({ status: 'alive' })
    expect(await (await get('/readyz')).json()).toEqual({ status: 'ready' })
  })
  test('is not ready while the admin panel starts, and while shutting down, and says so', async () => {
    host.readiness.admin = 'starting'
    await expectRefusal(await get('/readyz'), 503, 'starting')
    host.readiness.admin = 'ready'
    host.readiness.isShuttingDown = true
    await expectRefusal(await get('/readyz'), 503, 'shutting-down')
    expect((await get('/healthz')).status).toBe(200)
    host.readiness.isShuttingDown = false
  })
})
