import { fileTypeFromBuffer } from 'file-type'
import { MAX_FILE_BYTES, MEDIA_MIME_TYPES } from '../../../collections/hooks/checkUpload'
import { FetchRefusal, PassingFailure } from './outcome'

/** What the bytes' kind is read from; also where an SVG must have begun. */
const HEAD_BYTES = 4100
const MEGABYTE = 1024 * 1024

/**
 * Reads an answer's body as a picture (or another file that the library takes). It stops as soon as the bytes are too
 * many or of another kind, whatever the headers say.
 * @param length what `Content-Length` says: a body that ends before was cut
 * @throws FetchRefusal `file-too-large`, `file-type-refused`, `file-empty`; PassingFailure when the line was cut
 */
export const readPicture = async (
  body: AsyncIterable<Uint8Array> | null,
  length: string | null,
): Promise<Buffer> => {
  const announced = length === null ? undefined : Number(length)
  if (announced !== undefined && announced > MAX_FILE_BYTES) throw tooLarge()
  const chunks: Uint8Array[] = []
  let size = 0
  let isChecked = false
  for await (const chunk of body ?? []) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_FILE_BYTES) throw tooLarge()
    if (isChecked || size < HEAD_BYTES) continue
    await checkKind(Buffer.concat(chunks))
    isChecked = true
  }
  if (size === 0) throw new FetchRefusal('file-empty', 'the host sent an empty file')
  if (!isChecked) await checkKind(Buffer.concat(chunks))
  return Buffer.concat(chunks)
}

const checkKind = async (head: Buffer): Promise<void> => {
  const type = await fileTypeFromBuffer(head)
  if (type && (MEDIA_MIME_TYPES.includes(type.mime) || isKnownOtherwise(type.mime))) return
  if ((!type || type.mime === 'application/xml') && /<svg[\s>]/i.test(head.toString('utf8'))) {
    if (!/<html[\s>]/i.test(head.toString('utf8'))) return
  }
  throw new FetchRefusal(
    'file-type-refused',
    `the host sent ${type?.mime ?? 'text or something unknown'}, which is no picture`,
  )
}

/** Names of kinds that the library knows under another name; it has the last word. */
const isKnownOtherwise = (mime: string): boolean =>
  /^(audio\/vnd\.wave|audio\/ogg|video\/ogg|image\/apng)/.test(mime)

const tooLarge = (): FetchRefusal =>
  new FetchRefusal('file-too-large', `the file has more than ${MAX_FILE_BYTES / MEGABYTE} MB`)

/** The failure of a body that could not be read to its end. */
export const cutOff = (error: unknown): PassingFailure =>
  new PassingFailure(
    'picture-not-fetched',
    `the connection broke (${error instanceof Error ? error.message : String(error)})`,
  )
