import fs from 'node:fs/promises'
import path from 'node:path'
import type { Payload, SanitizedConfig } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { animationOf, cameraJpeg, hugePng, pngOf } from '../harness/pictures'
import { callRest, isObject, type Json, type RestAnswer } from '../harness/rest'
import { MAX_FILE_BYTES } from '../../collections/hooks/checkUpload'

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
})

afterAll(() => installation.close())

const upload = (bytes: Buffer | string, name: string, data: Json = {}): Promise<RestAnswer> => {
  const form = new FormData()
  form.set('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
  form.set('_payload', JSON.stringify(data))
  return callRest(config, {
    method: 'POST',
    path: '/media',
    body: form,
    ...newsroom.author.credentials,
  })
}

const docOf = ({ body }: RestAnswer): Json => {
  if (!isObject(body.doc)) throw new Error(`no document: ${JSON.stringify(body)}`)
  return body.doc
}

const storedBytes = (doc: Json): Promise<Buffer> =>
  fs.readFile(path.join(installation.mediaDir, String(doc.filename)))

const codeOf = ({ status, body }: RestAnswer): string => {
  const text = JSON.stringify(body)
  const code = /"code":"([a-z-]+)"/.exec(text)?.[1]
  return `${status} ${code ?? text}`
}

describe('pictures', () => {
  test('are turned upright and lose place, camera and owner', async () => {
    const doc = docOf(await upload(await cameraJpeg({ width: 40, height: 20 }), 'camera.jpg'))
    expect(doc).toMatchObject({ width: 20, height: 40, mimeType: 'image/jpeg' })
    const { width, height, orientation, exif } = await sharp(await storedBytes(doc)).metadata()
    expect({ width, height, turned: (orientation ?? 1) !== 1, exif }).toEqual({
      width: 20,
      height: 40,
      turned: false,
      exif: undefined,
    })
  })

  test('without metadata are stored byte for byte', async () => {
    const bytes = await pngOf({ width: 5, height: 5, shade: 5 })
    expect(await storedBytes(docOf(await upload(bytes, 'plain.png')))).toEqual(bytes)
  })

  test('have their address where it alone is asked for', async () => {
    const doc = docOf(await upload(await pngOf({ width: 6, height: 6, shade: 6 }), 'asked.png'))
    const { body } = await callRest(config, {
      path: `/media/${String(doc.id)}?select[url]=true&select[sizes][card][url]=true`,
      ...newsroom.author.credentials,
    })
    expect(body).toMatchObject({
      id: doc.id,
      url: '/media/asked.png',
      sizes: { card: { url: '/media/asked-6x6.webp' } },
    })
  })

  test('get four sizes in WebP, none larger than the picture', async () => {
    const doc = docOf(await upload(await pngOf({ width: 2000, height: 1000 }), 'large.png'))
    const sizes = isObject(doc.sizes) ? doc.sizes : {}
    expect(sizes).toMatchObject({
      thumbnail: { width: 320, height: 160, mimeType: 'image/webp' },
      card: { width: 640, height: 320, mimeType: 'image/webp' },
      hero: { width: 1600, height: 800, mimeType: 'image/webp' },
      og: { width: 1200, height: 630, mimeType: 'image/webp' },
    })
    const small = docOf(await upload(await pngOf({ width: 100, height: 50 }), 'small.png'))
    const widths = Object.values(isObject(small.sizes) ? small.sizes : {}).map((size) =>
      isObject(size) ? Number(size.width ?? 0) : 0,
    )
    expect(Math.max(...widths)).toBeLessThanOrEqual(100)
  })

  test('are cut around their focal point', async () => {
    const half = { width: 1300, height: 1300, channels: 3 as const }
    const bytes = await sharp({ create: { ...half, width: 2600, background: 'blue' } })
      .composite([{ input: { create: { ...half, background: 'red' } }, left: 0, top: 0 }])
      .png()
      .toBuffer()
    const doc = docOf(await upload(bytes, 'halves.png'))
    const id = String(doc.id)
    const colourOf = async (focalX: number): Promise<string> => {
      const answer = await callRest(config, {
        method: 'PATCH',
        path: `/media/${id}?uploadEdits[focalPoint][x]=${focalX}&uploadEdits[focalPoint][y]=50`,
        body: {},
        ...newsroom.editor.credentials,
      })
      const { sizes, focalX: stored } = docOf(answer)
      expect(stored).toBe(focalX)
      const og = isObject(sizes) && isObject(sizes.og) ? String(sizes.og.filename) : ''
      const { channels } = await sharp(path.join(installation.mediaDir, og)).stats()
      return (channels[0]?.mean ?? 0) > (channels[2]?.mean ?? 0) ? 'red' : 'blue'
    }
    expect([await colourOf(10), await colourOf(90)]).toEqual(['red', 'blue'])
  })

  test.each(['gif', 'webp'] as const)('that move still move (%s)', async (format) => {
    const doc = docOf(await upload(await animationOf(format), `moving.${format}`))
    expect(doc.height).toBe(8)
    expect((await sharp(await storedBytes(doc), { animated: true }).metadata()).pages).toBe(3)
  })

  test('have their address under /media/, sizes too', async () => {
    const doc = docOf(await upload(await pngOf({ width: 800, height: 700 }), 'address.png'))
    expect(doc.url).toBe('/media/address.png')
    expect(doc).toMatchObject({
      sizes: { card: { url: expect.stringMatching(/^\/media\/.+\.webp$/) } },
    })
  })
})

describe('the same bytes twice', () => {
  test('answer with the stored document over REST', async () => {
    const bytes = await pngOf({ width: 7, height: 7, shade: 77 })
    const first = docOf(await upload(bytes, 'once.png'))
    const second = await upload(bytes, 'twice.png')
    expect(second.body.duplicate).toBe(true)
    expect(docOf(second).id).toBe(first.id)
    const { totalDocs } = await payload.count({
      collection: 'media',
      where: { filename: { like: 'twice' } },
    })
    expect(totalDocs).toBe(0)
  })

  test('are refused by the Local API and leave no file behind', async () => {
    const data = await pngOf({ width: 7, height: 7, shade: 78 })
    const file = { data, name: 'local.png', mimetype: 'image/png', size: data.length }
    await payload.create({ collection: 'media', data: {}, file: { ...file } })
    const before = await fs.readdir(installation.mediaDir)
    await expect(
      payload.create({ collection: 'media', data: {}, file: { ...file, name: 'again.png' } }),
    ).rejects.toMatchObject({ status: 409, data: { code: 'file-duplicate' } })
    expect(await fs.readdir(installation.mediaDir)).toEqual(before)
  })

  test('tell the public nothing', async () => {
    const form = new FormData()
    const bytes = await pngOf({ width: 7, height: 7, shade: 77 })
    form.set('file', new File([new Uint8Array(bytes)], 'guess.png'))
    const answer = await callRest(config, { method: 'POST', path: '/media', body: form })
    expect(answer.status).toBe(403)
  })
})

describe('a file is what its bytes say', () => {
  test('a PNG named .jpg becomes a .png', async () => {
    const doc = docOf(await upload(await pngOf({ width: 9, height: 9, shade: 9 }), 'wrong.jpg'))
    expect(doc).toMatchObject({ filename: 'wrong.png', mimeType: 'image/png' })
  })

  test.each([
    ['HTML named .png', '<!doctype html><script>alert(1)</script>', 'page.png'],
    ['HTML named .svg', '<html><body><svg></svg></body></html>', 'page.svg'],
    ['a script', '#!/bin/sh\nrm -rf /', 'run.sh'],
    ['a program named .pdf', 'MZ\u0000\u0001program', 'program.pdf'],
  ])('%s is refused', async (_, bytes, name) => {
    expect(codeOf(await upload(bytes, name))).toBe('400 file-type-refused')
  })

  test('a broken picture is refused', async () => {
    const bytes = (await pngOf({ width: 9, height: 9 })).subarray(0, 20)
    expect(codeOf(await upload(bytes, 'broken.png'))).toMatch(
      /^400 (picture-broken|file-type-refused)/,
    )
  })

  test('an empty file is refused', async () => {
    expect(codeOf(await upload('', 'empty.png'))).toMatch(/^400 /)
  })

  test('a small file with too many pixels is refused', async () => {
    const bytes = await hugePng({ width: 30_000, height: 30_000 })
    expect(bytes.length).toBeLessThan(1000)
    expect(codeOf(await upload(bytes, 'bomb.png'))).toBe('400 picture-too-large')
  })

  test('a file with too many bytes is refused', async () => {
    const { status } = await upload(Buffer.alloc(MAX_FILE_BYTES + 1, 'x'), 'long.png')
    expect([400, 413]).toContain(status)
  })
})

describe('file names', () => {
  test.each([
    ['../../etc/passwd.png', /^[^/\\]*passwd\.png$/],
    ['..\\..\\windows.png', /^[^/\\]*windows\.png$/],
    ['照片 一.png', /照片.一\.png$/],
  ])('%s stays within the folder', async (name, expected) => {
    const shade = 100 + name.length
    const doc = docOf(await upload(await pngOf({ width: 3, height: 3, shade }), name))
    expect(doc.filename).toMatch(expected)
    expect((await storedBytes(doc)).length).toBeGreaterThan(0)
  })
})

describe('SVG is reduced to drawing', () => {
  const svgOf = (inside: string, attributes = ''): string =>
    `<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}<path d="M0 0h9"/></svg>`

  test.each([
    ['a script', svgOf('<script>alert(1)</script>')],
    ['an event handler', svgOf('<rect onclick="alert(2)" width="1"/>', ' onload="alert(3)"')],
    [
      'foreign content',
      svgOf('<foreignObject><iframe src="https://e.example"></iframe></foreignObject>'),
    ],
    ['an external reference', svgOf('<use href="https://e.example/a.svg#x"/>')],
    ['an external picture', svgOf('<image href="https://e.example/a.png"/>')],
    ['a script address', svgOf('<a href="javascript:alert(4)"><text>x</text></a>')],
    ['a style sheet', svgOf('<style>@import url(https://e.example/a.css)</style>')],
    ['an animation of an address', svgOf('<set attributeName="href" to="javascript:alert(5)"/>')],
    ['a reference in paint', svgOf('<rect fill="url(https://e.example/p.svg#p)" width="2"/>')],
  ])('%s is removed', async (name, svg) => {
    const doc = docOf(await upload(svg, `${name}.svg`))
    const stored = (await storedBytes(doc)).toString()
    expect(stored).toContain('<path d="M0 0h9"')
    expect(stored).toContain('viewBox="0 0 9 9"')
    expect(stored).not.toMatch(/script|alert|onload|onclick|foreignObject|e\.example|<image|<set/i)
  })
})
