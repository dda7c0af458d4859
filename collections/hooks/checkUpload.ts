import { fileTypeFromBuffer } from 'file-type'
import { APIError } from 'payload'
import sharp, { type Metadata } from 'sharp'

/** Kinds of files that the media library takes; what a file is, is read from its bytes. */
export const MEDIA_MIME_TYPES = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/svg+xml',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mpeg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/ogg',
  'audio/wav',
  'video/ogg',
  'application/pdf',
]

const MEGABYTE = 1024 * 1024

/** Greatest size of a file in bytes (`MEDIA_MAX_MEGABYTES`). */
export const MAX_FILE_BYTES = Number(process.env.MEDIA_MAX_MEGABYTES || 50) * MEGABYTE

/** Greatest number of pixels of a picture, all frames counted: more would exhaust the memory on decoding. */
export const MAX_PIXELS = Number(process.env.MEDIA_MAX_MEGAPIXELS || 100) * 1_000_000

/**
 * Reads what a file really is.
 * @returns its MIME type and, for rasters that sharp decodes, what sharp reads from the header.
 * @throws APIError 400 with a code when the file is empty, too large, of another kind than allowed, or broken.
 */
export const checkUpload = async (
  bytes: Buffer,
  name: string,
): Promise<{ mimeType: string; extension: string; picture?: Metadata }> => {
  if (bytes.length === 0) throw refusal('file-empty', `${name} is empty. Choose another file.`)
  if (bytes.length > MAX_FILE_BYTES) {
    throw refusal(
      'file-too-large',
      `${name} has ${Math.ceil(bytes.length / MEGABYTE)} MB; at most ${MAX_FILE_BYTES / MEGABYTE} MB are taken.`,
    )
  }
  const type = await typeOf(bytes)
  if (!type || !MEDIA_MIME_TYPES.includes(type.mimeType)) {
    throw refusal(
      'file-type-refused',
      `${name} is ${type ? type.mimeType : 'of an unknown kind'}, whatever its name says. Pictures, video, audio and PDF are taken.`,
    )
  }
  if (!type.mimeType.startsWith('image/') || type.mimeType === 'image/svg+xml') return type
  return { ...type, picture: await readPicture(bytes, name) }
}

const typeOf = async (
  bytes: Buffer,
): Promise<{ mimeType: string; extension: string } | undefined> => {
  const detected = await fileTypeFromBuffer(bytes)
  if (detected && detected.mime !== 'application/xml') {
    return { mimeType: normalise(detected.mime), extension: detected.ext }
  }
  const head = bytes.subarray(0, 4096).toString('utf8')
  if (/^\uFEFF?\s*(?:<\?xml[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>|\s)*<svg[\s>]/i.test(head)) {
    return { mimeType: 'image/svg+xml', extension: 'svg' }
  }
  return undefined
}

const normalise = (mime: string): string => {
  const aliases: Record<string, string> = {
    'audio/vnd.wave': 'audio/wav',
    'audio/ogg; codecs=opus': 'audio/ogg',
    'image/apng': 'image/png',
  }
  return aliases[mime] ?? mime
}

const readPicture = async (bytes: Buffer, name: string): Promise<Metadata> => {
  let picture: Metadata
  try {
    picture = await sharp(bytes, { limitInputPixels: false }).metadata()
  } catch {
    throw refusal('picture-broken', `${name} can't be read as a picture. Save it again and retry.`)
  }
  const pixels = picture.width * picture.height * (picture.pages ?? 1)
  if (pixels > MAX_PIXELS) {
    throw refusal(
      'picture-too-large',
      `${name} has ${Math.round(pixels / 1e6)} megapixels; at most ${MAX_PIXELS / 1e6} are taken. Scale it down first.`,
    )
  }
  return picture
}

const refusal = (code: string, message: string): APIError =>
  new APIError(message, 400, { code }, true)
