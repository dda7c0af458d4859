import { readdir, realpath } from 'node:fs/promises'
import path from 'node:path'
import { siteFileNames } from '../frontmatter'
import { scan, type ScannedFile } from './scan'
import type { SiteRoot } from './siteRoot'

/** Folders of a site in which pictures, includes and the directory of authors stand. */
const SITE_FOLDER =
  /^(static|public|assets|images?|img|media|uploads|files|source|src|content|data|_data|_includes|config|blog|docs|themes)$/i

/**
 * Lists the files of a site beside the folder given, by path below the site: configuration, and what its texts may show.
 * Empty when the folder given is the site itself. What can't be read is passed over: it was not asked for.
 */
export const scanAround = async ({
  absolute,
  prefix,
}: SiteRoot): Promise<Map<string, ScannedFile>> => {
  const around = new Map<string, ScannedFile>()
  if (prefix === '') return around
  const within = await realpath(absolute)
  for (const entry of await readdir(absolute, { withFileTypes: true })) {
    const isWanted = entry.isFile() ? siteFileNames(entry.name) : SITE_FOLDER.test(entry.name)
    if (!isWanted || `${entry.name}/` === prefix) continue
    const { files } = await scan(path.join(absolute, entry.name), { within })
    for (const file of files) {
      const sitePath = entry.isFile() ? entry.name : `${entry.name}/${file.path}`
      if (sitePath.startsWith(prefix)) continue
      around.set(sitePath, { ...file, path: path.posix.relative(prefix, sitePath) })
    }
  }
  return around
}
