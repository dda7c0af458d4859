import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { ImportRefusal } from './refusal'

/**
 * Writes the body of a request to a file as it comes, and leaves nothing behind when it can't.
 * @throws ImportRefusal `upload-missing`, `upload-too-large`
 */
export const receiveUpload = async ({
  body,
  file,
  maxBytes,
}: {
  body: ReadableStream<Uint8Array> | null | undefined
  file: string
  maxBytes: number
}): Promise<void> => {
  if (!body) throw new ImportRefusal('upload-missing')
  await mkdir(path.dirname(file), { recursive: true })
  try {
    // One class at run time, declared twice: by Node and by the DOM.
    const source = Readable.fromWeb(body as NodeReadableStream<Uint8Array>)
    await pipeline(source, atMost(maxBytes), createWriteStream(file, { flags: 'wx' }))
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

const atMost = (maxBytes: number): Transform => {
  let size = 0
  return new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size <= maxBytes) return done(null, chunk)
      done(new ImportRefusal('upload-too-large', String(Math.floor(maxBytes / 1024 / 1024))))
    },
  })
}
