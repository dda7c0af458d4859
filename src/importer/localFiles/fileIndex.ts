import type { ScannedFile } from '../scan'
import { spelling } from './addressForms'

/** Finds files by path: exactly, by another spelling of the same path, or by its end. */
export type FileIndex = {
  exact: (path: string) => ScannedFile | undefined
  /** By a path that differs in case or Unicode form. */
  respelled: (path: string) => ScannedFile | undefined
  /** The only file whose path ends so, of two segments at least. */
  ending: (path: string) => ScannedFile | undefined
}

/** Indexes files by their paths; the further indexes are built when first asked. */
export const indexFiles = (files: ReadonlyMap<string, ScannedFile>): FileIndex => {
  let spellings: Map<string, ScannedFile> | undefined
  let names: Map<string, ScannedFile[]> | undefined
  return {
    exact: (path) => files.get(path),
    respelled: (path) => {
      spellings ??= bySpelling(files)
      return spellings.get(spelling(path))
    },
    ending: (path) => {
      const wanted = spelling(path).split('/')
      if (wanted.length < 2) return undefined
      names ??= byName(files)
      const end = `/${wanted.join('/')}`
      const found = (names.get(wanted.at(-1) ?? '') ?? []).filter((file) =>
        `/${spelling(file.path)}`.endsWith(end),
      )
      return found.length === 1 ? found[0] : undefined
    },
  }
}

const bySpelling = (files: ReadonlyMap<string, ScannedFile>): Map<string, ScannedFile> => {
  const index = new Map<string, ScannedFile>()
  for (const [path, file] of files) {
    const key = spelling(path)
    if (!index.has(key)) index.set(key, file)
  }
  return index
}

const byName = (files: ReadonlyMap<string, ScannedFile>): Map<string, ScannedFile[]> => {
  const index = new Map<string, ScannedFile[]>()
  for (const file of files.values()) {
    const name = spelling(file.path.slice(file.path.lastIndexOf('/') + 1))
    const same = index.get(name)
    if (same) same.push(file)
    else index.set(name, [file])
  }
  return index
}
