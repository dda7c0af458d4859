import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { ImportRefusal } from './refusal'

const SHOWN = 500

/** A folder below `IMPORT_ROOT`, as the panel shows it. */
export type ServerFolder = { path: string; folders: string[]; files: number }

/**
 * The real path of a folder below the root. Links are followed and must not lead out of it.
 * @param relative with `/`; empty for the root itself
 * @throws ImportRefusal `folders-off` without a root, `folder-unknown`
 */
export const folderBelow = async (root: string | undefined, relative: string): Promise<string> => {
  if (!root) throw new ImportRefusal('folders-off')
  try {
    const boundary = await realpath(root)
    const folder = await realpath(path.join(boundary, ...relative.split('/')))
    const isInside = folder === boundary || folder.startsWith(boundary + path.sep)
    if (isInside && (await stat(folder)).isDirectory()) return folder
  } catch {
    // Not there, or not to be read: for who asks both are the same.
  }
  throw new ImportRefusal('folder-unknown', relative)
}

/** Lists the folders of one below the root. */
export const listFolder = async (
  root: string | undefined,
  relative: string,
): Promise<ServerFolder> => {
  const entries = await readdir(await folderBelow(root, relative), { withFileTypes: true })
  const folders = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort((a, b) => a.localeCompare(b))
  const files = entries.filter((entry) => entry.isFile()).length
  return { path: relative, folders: folders.slice(0, SHOWN), files }
}
