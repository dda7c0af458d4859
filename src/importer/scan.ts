import type { Dirent } from 'node:fs'
import { lstat, opendir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileProblem } from './report'

/** A file below the folder given; `path` is relative to it, with `/`. */
export type ScannedFile = { path: string; absolute: string; size: number }

export type ScanResult = { files: ScannedFile[]; problems: FileProblem[] }

const NEVER_CONTENT = new Set(['node_modules', '.git', '.svn', '.hg', 'bower_components'])
const STATS_AT_ONCE = 64

/**
 * Lists the files below a folder (or the one file given), sorted by path. Symbolic links are followed within the archive,
 * each real folder once, so cycles end; what leads out of it, can't be read or is no file is reported, and the rest goes
 * on.
 * @param within folder that links may lead to; the given one unless its site is larger
 * @throws what the file system says when the root itself can't be read
 */
export const scan = async (
  root: string,
  { within = root }: { within?: string } = {},
): Promise<ScanResult> => {
  const rootStats = await stat(root)
  if (!rootStats.isDirectory()) {
    const file = { path: path.basename(root), absolute: root, size: rootStats.size }
    return rootStats.isFile()
      ? { files: [file], problems: [] }
      : { files: [], problems: [notRegular(file.path)] }
  }
  const walk = { root, boundary: await realpath(within), files: [], problems: [], links: [] }
  const seen = new Set<string>()
  await readBelow({ walk, folder: '', seen })
  await followLinks({ walk, seen })
  walk.files.sort(byPath)
  walk.problems.sort(byPath)
  return { files: walk.files, problems: walk.problems }
}

type Walk = {
  root: string
  /** The real path of the folder that links may not leave. */
  boundary: string
  files: ScannedFile[]
  problems: FileProblem[]
  /** Links, followed after all that stands in the archive itself, so that a file keeps its own path. */
  links: string[]
}

const readBelow = async ({
  walk,
  folder,
  seen,
}: {
  walk: Walk
  folder: string
  seen: Set<string>
}): Promise<void> => {
  const folders = [folder]
  for (let next = folders.pop(); next !== undefined; next = folders.pop()) {
    try {
      seen.add(await realpath(path.join(walk.root, next)))
      await readFolder({ walk, folder: next, folders })
    } catch (error) {
      walk.problems.push(unreadable(next || '.', error))
    }
  }
}

/** Reads one folder as a stream: some hold tens of thousands of files. */
const readFolder = async ({
  walk,
  folder,
  folders,
}: {
  walk: Walk
  folder: string
  folders: string[]
}): Promise<void> => {
  let waiting: Promise<void>[] = []
  for await (const entry of await opendir(path.join(walk.root, folder))) {
    if (NEVER_CONTENT.has(entry.name)) continue
    const relative = folder === '' ? entry.name : `${folder}/${entry.name}`
    waiting.push(readEntry({ walk, entry, relative, folders }))
    if (waiting.length < STATS_AT_ONCE) continue
    await Promise.all(waiting)
    waiting = []
  }
  await Promise.all(waiting)
}

const readEntry = async ({
  walk,
  entry,
  relative,
  folders,
}: {
  walk: Walk
  entry: Dirent
  relative: string
  folders: string[]
}): Promise<void> => {
  if (entry.isDirectory()) return void folders.push(relative)
  const absolute = path.join(walk.root, relative)
  try {
    const stats = await lstat(absolute)
    if (stats.isDirectory()) folders.push(relative)
    else if (stats.isSymbolicLink()) walk.links.push(relative)
    else if (stats.isFile()) walk.files.push({ path: relative, absolute, size: stats.size })
    else walk.problems.push(notRegular(relative))
  } catch (error) {
    // Node shows bytes that are no UTF-8 as this character, and finds no file of that name.
    const isOtherEncoding = relative.includes('\uFFFD') && codeOf(error) === 'ENOENT'
    walk.problems.push(isOtherEncoding ? undecodable(relative) : unreadable(relative, error))
  }
}

const followLinks = async ({ walk, seen }: { walk: Walk; seen: Set<string> }): Promise<void> => {
  for (let links = walk.links.sort(); links.length > 0; links = walk.links.sort()) {
    walk.links = []
    for (const relative of links) await followLink({ walk, relative, seen })
  }
}

const followLink = async ({
  walk,
  relative,
  seen,
}: {
  walk: Walk
  relative: string
  seen: Set<string>
}): Promise<void> => {
  const absolute = path.join(walk.root, relative)
  try {
    const target = await realpath(absolute)
    if (!isBelow(target, walk.boundary)) return void walk.problems.push(leavesArchive(relative))
    const stats = await stat(target)
    if (stats.isFile()) {
      walk.files.push({ path: relative, absolute, size: stats.size })
    } else if (!stats.isDirectory()) walk.problems.push(notRegular(relative))
    else if (isSeen(target, seen)) walk.problems.push(repeats(relative))
    else await readBelow({ walk, folder: relative, seen })
  } catch (error) {
    walk.problems.push(brokenLink(relative, error))
  }
}

/** A link to a folder above what was read would read all of it again. */
const isSeen = (target: string, seen: ReadonlySet<string>): boolean =>
  seen.has(target) || [...seen].some((folder) => isBelow(folder, target))

/** Whether a real path is the folder or lies below it. */
export const isBelow = (target: string, folder: string): boolean =>
  target === folder || target.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep)

const byPath = (a: { path: string }, b: { path: string }): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0

const codeOf = (error: unknown): unknown =>
  error instanceof Error && 'code' in error ? error.code : undefined

/** The problem of a file or folder that the operating system refuses to read. */
export const unreadable = (relative: string, error: unknown): FileProblem => ({
  code: 'file-unreadable',
  path: relative,
  message: `Could not be read (${error instanceof Error ? error.message : String(error)}). Check its permissions and the length of its path, and import again.`,
})

const notRegular = (relative: string): FileProblem => ({
  code: 'file-not-regular',
  path: relative,
  message: 'Is a device, a pipe or a socket and holds no text; it was left out.',
})

const undecodable = (relative: string): FileProblem => ({
  code: 'file-name-undecodable',
  path: relative,
  message:
    'Has a name that is no UTF-8 (an archive packed on another system, it seems) and was left out. Rename it, for example with convmv, and import again.',
})

const leavesArchive = (relative: string): FileProblem => ({
  code: 'link-leaves-archive',
  path: relative,
  message:
    'Is a symbolic link that leads out of the archive and was not followed. Copy what it leads to into the archive, or name that folder as well.',
})

const repeats = (relative: string): FileProblem => ({
  code: 'link-repeats',
  path: relative,
  message: 'Is a symbolic link to a folder that is read already; its files are imported once.',
})

const brokenLink = (relative: string, error: unknown): FileProblem => ({
  code: 'link-broken',
  path: relative,
  message: `Is a symbolic link that leads nowhere (${error instanceof Error ? error.message : String(error)}) and was left out.`,
})
