import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { contentPlaceOf, isConfigFile } from '../frontmatter'
import { isThere } from '../isThere'

/** The site that a given folder is a part of. */
export type SiteRoot = {
  absolute: string
  /** The given folder's path below the site, `''` or `content/posts/`. */
  prefix: string
}

const LEVELS = 4
/** Names that other programs use for their configuration too. */
const COMMON_NAME = /^config\./

/**
 * Finds the site of the folder given: itself, or, when it is only the part that holds the texts, the folder above it with
 * the generator's configuration. Without one, the name of the folder tells.
 */
export const findSiteRoot = async (root: string): Promise<SiteRoot> => {
  const given = path.resolve(root)
  const folder = (await isFolder(given)) ? given : path.dirname(given)
  const here = { absolute: folder, prefix: '' }
  if (await isConfigured(folder, '')) return here
  const above = ancestorsOf(folder)
  for (const candidate of above) {
    if (await isConfigured(candidate.absolute, candidate.prefix)) return candidate
    if (await isThere(path.join(candidate.absolute, '.git'))) break
  }
  const place = contentPlaceOf(folder, await namesIn(folder))
  return above.find(({ prefix }) => prefix === place) ?? here
}

const ancestorsOf = (folder: string): SiteRoot[] => {
  const ancestors: SiteRoot[] = []
  for (let level = 0, current = folder; level < LEVELS; level += 1) {
    const parent = path.dirname(current)
    if (parent === current || parent === path.parse(folder).root) break
    const below = path.relative(parent, folder).split(path.sep).join('/')
    ancestors.push({ absolute: parent, prefix: `${below}/` })
    current = parent
  }
  return ancestors
}

const isConfigured = async (folder: string, prefix: string): Promise<boolean> =>
  (await namesIn(folder)).some(
    (name) =>
      isConfigFile(name) &&
      (!COMMON_NAME.test(name) || prefix === '' || prefix.startsWith('content/')),
  )

/** The names in a folder, those of folders with a slash; none when it can't be read. */
const namesIn = async (folder: string): Promise<string[]> => {
  try {
    const entries = await readdir(folder, { withFileTypes: true })
    return entries.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
  } catch {
    return []
  }
}

const isFolder = async (absolute: string): Promise<boolean> => (await stat(absolute)).isDirectory()
