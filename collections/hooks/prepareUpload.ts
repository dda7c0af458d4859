import { createHash } from 'node:crypto'
import path from 'node:path'
import {
  APIError,
  Forbidden,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { writesAs } from '../access/roles'
import { checkUpload } from './checkUpload'
import { cleanPicture } from './cleanPicture'
import { cleanSvg } from './cleanSvg'
import { chooseName } from './chooseName'

/**
 * Makes an uploaded file safe to store and serve: its kind is read from the bytes, pictures lose metadata and get
 * their orientation, SVG is reduced to drawing. Bytes that are stored already are refused (`file-duplicate`) before
 * anything is written.
 */
export const prepareUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const file = req.file
  if (!file || (operation !== 'create' && operation !== 'update')) return args
  // Payload asks for the right to write only after this hook.
  if (!args.overrideAccess && !writesAs(req.user)) throw new Forbidden(req.t)
  const { mimeType, extension, picture } = await checkUpload(file.data, file.name)
  const sha256 = createHash('sha256').update(file.data).digest('hex')
  await refuseStored({ sha256, name: file.name, ownId: idOf(args), req })
  req.context.uploadDigest = sha256
  const data = await clean({ bytes: file.data, name: file.name, mimeType, picture })
  const { name, isOwn } = await chooseName({
    wanted: withExtension(file.name, extension),
    ownId: idOf(args),
    req,
  })
  req.file = { ...file, data, size: data.length, mimetype: mimeType, name }
  return isOwn ? { ...args, overwriteExistingFiles: true } : args
}

/**
 * Sets `sha256` of the bytes as they came in. It can't be done earlier: Payload drops what the user may not write, and
 * nobody may write a digest.
 */
export const keepDigest: CollectionBeforeChangeHook = ({ data, req }) => {
  const sha256 = req.context.uploadDigest
  if (typeof sha256 !== 'string') return data
  delete req.context.uploadDigest
  return { ...data, sha256 }
}

const idOf = (args: object): string | undefined =>
  'id' in args && typeof args.id === 'string' ? args.id : undefined

const refuseStored = async ({
  sha256,
  name,
  ownId,
  req,
}: {
  sha256: string
  name: string
  ownId: string | undefined
  req: PayloadRequest
}): Promise<void> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'media',
    where: { sha256: { equals: sha256 } },
    limit: 1,
    req,
  })
  const [stored] = docs
  if (!stored || stored.id === ownId) return
  throw new APIError(
    `${name} is in the media library already. Use the file that is there.`,
    409,
    { code: 'file-duplicate', id: stored.id },
    true,
  )
}

const clean = async ({
  bytes,
  name,
  mimeType,
  picture,
}: {
  bytes: Buffer
  name: string
  mimeType: string
  picture?: Parameters<typeof cleanPicture>[1]
}): Promise<Buffer> => {
  if (picture) return cleanPicture(bytes, picture)
  if (mimeType !== 'image/svg+xml') return bytes
  const svg = cleanSvg(bytes.toString('utf8'))
  if (!svg) {
    throw new APIError(
      `${name} holds no drawing that could be shown. Save it again as plain SVG.`,
      400,
      { code: 'svg-empty' },
      true,
    )
  }
  return Buffer.from(svg)
}

const EQUAL_EXTENSIONS: Record<string, string[]> = {
  jpg: ['jpg', 'jpeg'],
  mov: ['mov', 'qt'],
  m4a: ['m4a', 'mp4'],
}

const withExtension = (name: string, extension: string): string => {
  const { name: stem, ext } = path.parse(name)
  const current = ext.slice(1).toLowerCase()
  const isRight = (EQUAL_EXTENSIONS[extension] ?? [extension]).includes(current)
  return isRight ? name : `${stem || 'file'}.${extension}`
}
