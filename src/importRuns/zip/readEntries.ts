import yauzl from 'yauzl'
import { ImportRefusal } from '../refusal'
import type { ImportSettings } from '../settings'
import { entryName, isLitter } from './entryName'

/** A file of a zip that may be unpacked. */
export type ZipFile = { name: string; entry: yauzl.Entry }

/** An open zip with its files; `close` lets go of it. */
export type OpenZip = { zip: yauzl.ZipFile; files: ZipFile[]; close: () => void }

/** What a file is packed to at most: text comes to a tenth, a bomb to a thousandth. */
const MOST_UNPACKED_PER_BYTE = 200
/** Small files of one repeated letter are no bomb. */
const SMALL_BYTES = 10 * 1024 * 1024

const UNIX = 3
const TYPE_MASK = 0o170000
const REGULAR = 0o100000
const FOLDER = 0o040000

/**
 * Reads the directory of a zip and refuses what must not be unpacked, before a byte of it is.
 * @throws ImportRefusal with the code of what is wrong with it
 */
export const openZip = async (
  file: string,
  { maxFiles, maxUnpackedBytes }: Pick<ImportSettings, 'maxFiles' | 'maxUnpackedBytes'>,
): Promise<OpenZip> => {
  const zip = await opened(file)
  try {
    if (zip.entryCount > maxFiles) throw new ImportRefusal('zip-too-many-files', String(maxFiles))
    const files: ZipFile[] = []
    let unpacked = 0
    let packed = 0
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry)
      if (isLitter(name)) continue
      checkKind(entry, name)
      if (name.endsWith('/')) continue
      unpacked += entry.uncompressedSize
      packed += entry.compressedSize
      if (unpacked > maxUnpackedBytes) {
        throw new ImportRefusal('zip-too-large', String(maxUnpackedBytes / 1024 / 1024))
      }
      if (isBomb(entry.uncompressedSize, entry.compressedSize)) {
        throw new ImportRefusal('zip-bomb', name)
      }
      files.push({ name, entry })
    }
    if (isBomb(unpacked, packed)) throw new ImportRefusal('zip-bomb', String(files.length))
    refuseCollisions(files)
    return { zip, files, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof ImportRefusal ? error : new ImportRefusal('zip-damaged')
  }
}

const opened = async (file: string): Promise<yauzl.ZipFile> => {
  try {
    return await yauzl.openPromise(file, {
      lazyEntries: true,
      autoClose: false,
      decodeStrings: false,
      validateEntrySizes: true,
    })
  } catch {
    throw new ImportRefusal('zip-invalid')
  }
}

const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > SMALL_BYTES && unpacked > packed * MOST_UNPACKED_PER_BYTE

const checkKind = (entry: yauzl.Entry, name: string): void => {
  if (entry.isEncrypted()) throw new ImportRefusal('zip-encrypted', name)
  if (!entry.canDecodeFileData()) throw new ImportRefusal('zip-method-unknown', name)
  if (entry.versionMadeBy >> 8 !== UNIX) return
  const type = (entry.externalFileAttributes >>> 16) & TYPE_MASK
  if (type !== 0 && type !== REGULAR && type !== FOLDER) throw new ImportRefusal('zip-link', name)
}

/** Two files of one name, or a file where a folder has to be. */
const refuseCollisions = (files: readonly ZipFile[]): void => {
  const names = new Set<string>()
  for (const { name } of files) {
    if (names.has(name)) throw new ImportRefusal('zip-names-collide', name)
    names.add(name)
  }
  for (const { name } of files) {
    for (let end = name.indexOf('/'); end !== -1; end = name.indexOf('/', end + 1)) {
      const folder = name.slice(0, end)
      if (names.has(folder)) throw new ImportRefusal('zip-names-collide', folder)
    }
  }
}
