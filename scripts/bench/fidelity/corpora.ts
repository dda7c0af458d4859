import path from 'node:path'
import { isDialect, type Dialect } from '../../../src/frontmatter'
import { openArchives, type Archive } from '../../../src/importer/archive'
import { scan, type ScannedFile } from '../../../src/importer/scan'
import { findSiteRoot } from '../../../src/importer/siteRoot'

/** One archive, and those of its files that are measured. */
export type Corpus = { name: string; archive: Archive; files: ScannedFile[] }

/**
 * Takes `folder` or `folder=dialect` and returns the archives in it, each with at most `most` files from all over it. The
 * dialect is found as the importer finds it.
 */
export const openCorpora = async (argument: string, most: number): Promise<Corpus[]> => {
  const [folder = '', wanted = ''] = argument.split('=')
  const dialect: Dialect | 'auto' = isDialect(wanted) ? wanted : 'auto'
  const { files } = await scan(folder)
  const siteRoot = await findSiteRoot(folder)
  const { archives } = await openArchives({ files, dialect, siteRoot })
  return archives
    .filter(({ content }) => content.length > 0)
    .map((archive) => ({
      name: path.join(path.basename(folder), archive.folder).replace(/\/$/, ''),
      archive,
      files: evenly(archive.content, most),
    }))
}

/** As many items as asked for, from all over the list. */
export const evenly = <T>(items: T[], count: number): T[] => {
  const step = Math.max(1, items.length / count)
  const taken = Math.min(items.length, Math.max(0, count))
  return Array.from({ length: taken }, (_, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  )
}
