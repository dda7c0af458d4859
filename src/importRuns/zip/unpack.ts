import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { ImportRefusal } from '../refusal'
import type { ImportSettings } from '../settings'
import { openZip } from './readEntries'

/**
 * Unpacks a zip into a new folder, file by file from the disk to the disk. One folder that holds everything (as in a
 * download from a code host) is left out of the paths, as it is when that folder is imported.
 * @throws ImportRefusal with the code of what is wrong with the zip
 */
export const unpackZip = async ({
  file,
  into,
  settings,
  onFile,
}: {
  file: string
  into: string
  settings: Pick<ImportSettings, 'maxFiles' | 'maxUnpackedBytes'>
  onFile: (done: number, total: number) => Promise<void>
}): Promise<void> => {
  const { zip, files, close } = await openZip(file, settings)
  try {
    const top = commonFolder(files.map(({ name }) => name))
    for (const [index, { name, entry }] of files.entries()) {
      const target = path.join(into, ...name.slice(top.length).split('/'))
      await mkdir(path.dirname(target), { recursive: true })
      const content = await zip.openReadStreamPromise(entry)
      // `wx`: a name that the file system takes for another one's is not written over.
      await pipeline(content, createWriteStream(target, { flags: 'wx' }))
      await onFile(index + 1, files.length)
    }
  } catch (error) {
    throw refusalOf(error)
  } finally {
    close()
  }
}

/** Folders that mean something to a generator and are no name of an archive. */
const MEANINGFUL = new Set([
  'content/',
  'source/',
  'src/',
  '_posts/',
  '_drafts/',
  'posts/',
  'docs/',
])

/** The folder in which all of the paths lie, with its `/`; empty when there is none that can be left out. */
export const commonFolder = (names: readonly string[]): string => {
  const [first = ''] = names
  const top = first.slice(0, first.indexOf('/') + 1)
  return top !== '' && !MEANINGFUL.has(top) && names.every((name) => name.startsWith(top))
    ? top
    : ''
}

const refusalOf = (error: unknown): unknown => {
  if (error instanceof ImportRefusal) return error
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'EEXIST') return new ImportRefusal('zip-names-collide', messageOf(error))
  // The disk is full, or may not be written: no fault of the archive.
  if (/^E[A-Z]+$/.test(code)) return error
  return new ImportRefusal('zip-damaged', messageOf(error))
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : '')
