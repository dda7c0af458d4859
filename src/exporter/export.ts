import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Article } from '../payload-types'
import { isDocument } from '../richtext/readNode'
import { filePaths, relativeAddress } from './filePaths'
import { openExportedMedia, type ExportedMedia } from './media'
import type { ExportOptions } from './options'
import { readArticles, readEntries } from './readArticles'
import type { ExportReport } from './report'
import { toFile } from './toFile'
import { toFrontMatter } from './toFrontMatter'

/**
 * Writes articles as `<locale>/<name>.md` below `folder`, with the pictures they use in `media/`. Files of the same name
 * are overwritten, others stay. An article that can't be written is a problem of the report; the others go on.
 */
export const runExport = async ({
  payload,
  folder,
  options,
}: {
  payload: Payload
  folder: string
  options: ExportOptions
}): Promise<ExportReport> => {
  const report: ExportReport = { counts: { written: 0, pictures: 0, failed: 0 }, problems: [] }
  const entries = await readEntries(payload, options.status)
  const site: Site = {
    paths: filePaths(entries),
    addresses: await publicAddresses(payload, options.baseUrl),
    media: await openExportedMedia(payload),
  }
  const ids = entries.map(({ id }) => id)
  for await (const article of readArticles(payload, { ids, status: options.status })) {
    const filePath = site.paths.get(article.id)
    if (filePath === undefined) continue
    try {
      await writeBelow(folder, filePath, textOf({ article, filePath, site }))
      report.counts.written += 1
    } catch (error) {
      report.counts.failed += 1
      report.problems.push({
        path: filePath,
        code: 'file-not-written',
        message: `"${article.title}" could not be written (${error instanceof Error ? error.message : String(error)}). Make room or correct the rights of the folder, then export again.`,
      })
    }
  }
  const { copied, missing } = await site.media.copyUsed(folder)
  report.counts.pictures = copied
  for (const { name, path: usedIn } of missing) {
    report.problems.push({
      path: usedIn,
      code: 'media-not-copied',
      message: `The picture media/${name} could not be copied from the media library (MEDIA_DIR or S3_BUCKET); the link to it was kept. Put the file there.`,
    })
  }
  return report
}

/** Where everything is that articles refer to. */
type Site = {
  /** Exported files by article id. */
  paths: ReadonlyMap<string, string>
  /** Public addresses by article id, when the site's own is known. */
  addresses: ReadonlyMap<string, string>
  media: ExportedMedia
}

const textOf = ({
  article,
  filePath,
  site,
}: {
  article: Article
  filePath: string
  site: Site
}): string => {
  const resolveMedia = (id: string) => site.media.resolve(id, filePath)
  const content: unknown = article.content
  return toFile({
    frontMatter: toFrontMatter(article, ({ id, url }) => resolveMedia(id)?.url ?? url ?? ''),
    content: isDocument(content) ? content : undefined,
    resolveMedia,
    resolveDocument: (relationTo, id) => {
      if (relationTo !== 'articles') return undefined
      const target = site.paths.get(id)
      return target === undefined ? site.addresses.get(id) : relativeAddress(filePath, target)
    },
  })
}

const publicAddresses = async (
  payload: Payload,
  baseUrl: string | undefined,
): Promise<Map<string, string>> => {
  const addresses = new Map<string, string>()
  if (baseUrl === undefined) return addresses
  for (const { id, address } of await readEntries(payload, 'all')) {
    if (address) addresses.set(id, baseUrl.replace(/\/+$/, '') + address)
  }
  return addresses
}

const writeBelow = async (folder: string, filePath: string, text: string): Promise<void> => {
  const file = path.resolve(folder, filePath)
  if (!file.startsWith(path.resolve(folder) + path.sep)) throw new Error('it leaves the folder')
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(file, text)
}
