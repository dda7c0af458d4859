import { CreateBucketCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3'
import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createLeanReads } from '../../src/server/lean/leanReads'
import { openTestServer, type TestServer } from './server/openTestServer'

/** Address of a store that speaks S3, where the tests may make a bucket (`S3_ACCESS_KEY_ID`, `S3_SECRET_ACCESS_KEY`). */
const endpoint = process.env.S3_TEST_ENDPOINT

const pictureOf = (background: string, width = 900) =>
  sharp({ create: { width, height: 700, channels: 3, background } })
    .png()
    .toBuffer()

describe.skipIf(!endpoint)('uploaded files in a bucket', () => {
  const Bucket = `galley-test-${randomBytes(6).toString('hex')}`
  let server: TestServer
  let payload: Payload
  let client: S3Client

  beforeAll(async () => {
    Object.assign(process.env, {
      S3_BUCKET: Bucket,
      S3_ENDPOINT: endpoint,
      S3_PREFIX: 'files',
    })
    client = new S3Client({
      region: 'us-east-1',
      endpoint,
      forcePathStyle: true,
      credentials: {
        accessKeyId: String(process.env.S3_ACCESS_KEY_ID),
        secretAccessKey: String(process.env.S3_SECRET_ACCESS_KEY),
      },
    })
    await client.send(new CreateBucketCommand({ Bucket }))
    server = await openTestServer()
    payload = server.payload
  })

  afterAll(async () => {
    await server.close()
    client.destroy()
  })

  const keys = async () => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket }))
    return Contents.map(({ Key }) => Key)
  }
  const upload = async (name: string, data: Buffer) =>
    payload.create({
      collection: 'media',
      data: { alt: name },
      file: { data, name, size: data.length, mimetype: 'image/png' },
    })
  const ask = (url: string | null | undefined, init: RequestInit = {}) =>
    fetch(server.address + String(url), init)

  test('are served with their type, an ETag, ranges and sizes, and lie nowhere else', async () => {
    const picture = await pictureOf('red')
    const doc = await upload('red one.png', picture)
    expect(doc.url).toMatch(/^\/media\/red.*one\.png$/)
    const whole = await ask(doc.url)
    expect(whole.status).toBe(200)
    expect(whole.headers.get('content-type')).toBe('image/png')
    expect(whole.headers.get('cache-control')).toContain('public')
    const bytes = Buffer.from(await whole.arrayBuffer())
    expect(bytes.length).toBe(doc.filesize)
    const etag = String(whole.headers.get('etag'))
    const again = await ask(doc.url, { headers: { 'if-none-match': etag, 'cache-control': '' } })
    expect([again.status, await again.text()]).toEqual([304, ''])
    const part = await ask(doc.url, { headers: { range: 'bytes=2-5' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 2-5/${bytes.length}`)
    expect(Buffer.from(await part.arrayBuffer())).toEqual(bytes.subarray(2, 6))
    const other = await ask(doc.url, { headers: { range: 'bytes=2-5', 'if-range': '"old"' } })
    expect(other.status).toBe(200)
    const beyond = await ask(doc.url, { headers: { range: 'bytes=99999999-' } })
    expect([beyond.status, (await beyond.json()).errors[0].code]).toEqual([
      416,
      'range-not-satisfiable',
    ])
    const card = await ask(doc.sizes?.card?.url)
    expect((await sharp(Buffer.from(await card.arrayBuffer())).metadata()).width).toBe(640)
    expect((await ask(doc.url, { method: 'HEAD' })).headers.get('content-length')).toBe(
      String(bytes.length),
    )
    expect(await readdir(server.mediaDir)).toEqual([])
    expect(await keys()).toContain(`files/${doc.filename}`)
  })

  test.each(['/media/none.png', '/media/.hidden', '/media/..%2fsecret', '/media/', '/media/a/b'])(
    'are not at %s',
    async (address) => {
      const answer = await ask(address)
      expect([answer.status, (await answer.json()).errors[0].code]).toEqual([404, 'file-not-found'])
    },
  )

  test('are listed on the lean path as well, with the bytes of Payload', async () => {
    const { id: avatar } = await upload('portrait.png', await pictureOf('olive'))
    await payload.create({ collection: 'authors', data: { name: 'Ann', kind: 'person', avatar } })
    const lean = createLeanReads(payload)
    for (const address of ['/api/media?limit=5', `/api/media/${avatar}?depth=1`]) {
      const body = await (await ask(address)).text()
      expect(body).toContain('/media/portrait')
      await lean.learn(address, body)
      expect(await lean.answer(address)).toBe(body)
    }
  })

  test('are replaced and removed with their document, and old addresses lead on', async () => {
    const doc = await upload('first.png', await pictureOf('green'))
    const file = await sharp(await pictureOf('blue'))
      .jpeg()
      .toBuffer()
    const replaced = await payload.update({
      collection: 'media',
      id: doc.id,
      data: {},
      file: { data: file, name: 'second.jpg', size: file.length, mimetype: 'image/jpeg' },
    })
    expect((await ask(replaced.url)).headers.get('content-type')).toBe('image/jpeg')
    expect(new URL((await ask(doc.url)).url).pathname).toBe(replaced.url)
    const afterwards = await keys()
    expect(afterwards).not.toContain('files/first.png')
    expect(afterwards).toContain(`files/${replaced.filename}`)
    await payload.delete({ collection: 'media', id: doc.id })
    expect((await keys()).filter((key) => /first|second/.test(String(key)))).toEqual([])
  })

  test('are cropped where they lie', async () => {
    const doc = await upload('crop.png', await pictureOf('yellow'))
    const { token } = await login()
    const edits =
      'uploadEdits[crop][x]=0&uploadEdits[crop][y]=0&uploadEdits[crop][width]=50&uploadEdits[crop][height]=50&uploadEdits[crop][unit]=%25&uploadEdits[widthInPixels]=450&uploadEdits[heightInPixels]=350'
    const answer = await ask(`/api/media/${doc.id}?${edits}`, {
      method: 'PATCH',
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ alt: 'Cropped' }),
    })
    const { doc: cropped } = await answer.json()
    expect(cropped).toMatchObject({ alt: 'Cropped', width: 450, height: 350, url: doc.url })
    const bytes = Buffer.from(await (await ask(doc.url)).arrayBuffer())
    expect((await sharp(bytes).metadata()).width).toBe(450)
  })

  test('are exported, and missed by the nightly look when they are gone', async () => {
    const { lookForMissingMedia } = await import('../../src/jobs/checkMedia')
    const { openMediaFiles } = await import('../../src/mediaFiles')
    const doc = await upload('kept.png', await pictureOf('white'))
    expect(await lookForMissingMedia(payload)).toMatchObject({ count: 0 })
    const folder = await mkdtemp(path.join(os.tmpdir(), 'galley-bucket-'))
    const target = path.join(folder, 'media', 'kept.png')
    expect(await openMediaFiles().copyTo(String(doc.filename), target)).toBe(true)
    expect((await readFile(target)).length).toBe(doc.filesize)
    expect(await openMediaFiles().copyTo('none.png', path.join(folder, 'none.png'))).toBe(false)
    await rm(folder, { recursive: true })
    await payload.db.updateOne({
      collection: 'media',
      id: doc.id,
      data: { filename: 'gone.png' },
      req: {},
    })
    expect(await lookForMissingMedia(payload)).toMatchObject({ count: 1, ids: [doc.id] })
  })

  const login = async () => {
    const data = {
      email: 'admin@example.org',
      password: 'a long password',
      name: 'Admin',
      role: 'admin' as const,
    }
    await payload.create({ collection: 'users', data })
    return payload.login({ collection: 'users', data })
  }
})
