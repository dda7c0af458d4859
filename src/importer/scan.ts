import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileProblem } from './report'

/** A file below the folder given; `path` is relative to it, with `/`. */
export type ScannedFile = { path: string; absolute: string; size: number }

const NEVER_CONTENT = new Set(['node_modules', '.git', '.svn', '.hg', 'bower_components'])

/**
 * Lists the files below a folder (or the one file given), sorted by path. Follows symbolic links, each real folder
 * once, so cycles end. What can't be read is reported, and the rest goes on.
 */
export const scan = async (
  root: string,
): Promise<{ files: ScannedFile[]; problems: FileProblem[] }> => {
  const files: ScannedFile[] = []
  const problems: FileProblem[] = []
  const seen = new Set<string>()
  const rootStats = await stat(root)
  if (rootStats.isFile()) {
    return {
      files: [{ path: path.basename(root), absolute: root, size: rootStats.size }],
      problems,
    }
  }
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const absolute = path.join(root, folder)
    try {
      const real = await realpath(absolute)
      if (seen.has(real)) continue
      seen.add(real)
      for (const entry of await readdir(absolute)) {
        if (NEVER_CONTENT.has(entry)) continue
        const relative = folder === '' ? entry : `${folder}/${entry}`
        const stats = await statsOf(path.join(root, relative), relative, problems)
        if (stats?.isDirectory()) folders.push(relative)
        if (stats?.isFile()) {
          files.push({ path: relative, absolute: path.join(root, relative), size: stats.size })
        }
      }
    } catch (error) {
      problems.push(unreadable(folder, error))
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
  return { files, problems }
}

const statsOf = async (
  absolute: string,
  relative: string,
  problems: FileProblem[],
): Promise<Stats | undefined> => {
  try {
    return await stat(absolute)
  } catch (error) {
    problems.push(unreadable(relative, error))
    return undefined
  }
}

/** The problem of a file or folder that the operating system refuses to read. */
export const unreadable = (relative: string, error: unknown): FileProblem => ({
  code: 'file-unreadable',
  path: relative,
  message: `Could not be read (${error instanceof Error ? error.message : String(error)}). Check its permissions or link target and import again.`,
})
