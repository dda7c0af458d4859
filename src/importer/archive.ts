import { readFile } from 'node:fs/promises'
import {
  contentPlaceOf,
  decodeText,
  detectDialect,
  fateOf,
  isConfigFile,
  parseFrontMatter,
  parseSite,
  readSiteChoices,
  sampleKeysOf,
  siteFolders,
  siteFileNames,
  supersededFiles,
  type Dialect,
  type Site,
} from '../frontmatter'
import type { FileProblem } from './report'
import type { ScannedFile } from './scan'
import { collidingNames } from './collidingNames'
import { scanAround } from './scanAround'
import type { SiteRoot } from './siteRoot'

/** One site's files within the folder given. `folder` is '' or ends with `/`. */
export type Archive = {
  folder: string
  /** Where the folder given stands in its site: `''`, or `content/` when it is only the part with the texts. */
  prefix: string
  dialect: Dialect
  reasons: string[]
  site: Site
  /** Files that become articles; paths are still relative to the folder given. */
  content: ScannedFile[]
  /** All files by path: pictures are found among them. */
  files: ReadonlyMap<string, ScannedFile>
  /** Files of the site beside the folder given, by path below the site. */
  around: ReadonlyMap<string, ScannedFile>
}

/** A file's path below its site's root, which decides its address and what its relative links mean. */
export const pathInSite = (
  { folder, prefix }: Pick<Archive, 'folder' | 'prefix'>,
  file: Pick<ScannedFile, 'path'>,
): string => prefix + file.path.slice(folder.length)

const SAMPLED_FILES = 200
const MAX_CONFIG_BYTES = 2 * 1024 * 1024

/**
 * Splits the files into archives: a folder whose subfolders have their own configuration or layout holds several sites.
 * Reads configuration and a sample of front matter, and finds each archive's dialect (unless `dialect` says it).
 * @param siteRoot the site that the folder given is a part of, see `findSiteRoot`
 */
export const openArchives = async ({
  files,
  dialect,
  siteRoot,
}: {
  files: readonly ScannedFile[]
  dialect: Dialect | 'auto'
  siteRoot: SiteRoot
}): Promise<{ archives: Archive[]; problems: FileProblem[] }> => {
  const problems = collidingNames(files)
  const around = await scanAround(siteRoot)
  const archives: Archive[] = []
  for (const [folder, members] of splitByConfiguration(files)) {
    archives.push(
      await openArchive({ folder, members, dialect, problems, around, prefix: siteRoot.prefix }),
    )
  }
  return { archives, problems }
}

const splitByConfiguration = (files: readonly ScannedFile[]): Map<string, ScannedFile[]> => {
  const configured = new Set(
    siteFolders(
      files.map(({ path }) => path),
      isConfigFile,
    ),
  )
  if (configured.size === 0) return new Map([['', [...files]]])
  const archives = new Map<string, ScannedFile[]>()
  for (const file of files) {
    const top = `${file.path.split('/')[0]}/`
    const folder = configured.has(top) ? top : ''
    const members = archives.get(folder) ?? []
    members.push(file)
    archives.set(folder, members)
  }
  return archives
}

const openArchive = async ({
  folder,
  members,
  dialect,
  problems,
  around,
  prefix,
}: {
  folder: string
  members: ScannedFile[]
  dialect: Dialect | 'auto'
  problems: FileProblem[]
  around: ReadonlyMap<string, ScannedFile>
  prefix: string
}): Promise<Archive> => {
  const inside = (file: ScannedFile): string => file.path.slice(folder.length)
  const texts = new Map([
    ...(await readSiteFiles([...around].map(([sitePath, file]) => ({ sitePath, file })))),
    ...(await readSiteFiles(members.map((file) => ({ sitePath: inside(file), file })))),
  ])
  const above = prefix || contentPlaceOf(folderOf(members, folder), members.map(inside))
  const configFiles = new Map([...texts].filter(([path]) => isConfigFile(path)))
  const dataFiles = new Map([...texts].filter(([path]) => !isConfigFile(path)))
  const found =
    dialect === 'auto'
      ? detectDialect({
          paths: members.map(inside),
          configFiles: texts,
          sampleKeys: await sampleKeys(members),
          above,
        })
      : { dialect, reasons: ['given by --dialect'] }
  const site = parseSite({
    dialect: found.dialect,
    configFiles,
    dataFiles,
    paths: members.map(inside),
    above,
  })
  const choiceOf = readSiteChoices(
    site,
    members.map((file) => above + inside(file)),
  )
  const superseded = supersededFiles(members.map(inside))
  const content: ScannedFile[] = []
  for (const file of members) {
    const sitePath = above + inside(file)
    const fate = fateOf(sitePath, found.dialect, choiceOf(sitePath))
    const result = superseded.get(inside(file))
    if (result) {
      problems.push({
        path: file.path,
        code: 'file-superseded',
        message: `The site serves ${result}, computed from this file, which is imported instead.`,
      })
    } else if (fate.use === 'content') content.push(file)
    else if (fate.use === 'ignored') {
      problems.push({ path: file.path, code: fate.code, message: fate.message })
    }
  }
  return {
    folder,
    prefix: above,
    dialect: found.dialect,
    reasons: found.reasons,
    site,
    content,
    files: new Map(members.map((file) => [file.path, file])),
    around,
  }
}

/** Where on the disk an archive lies. */
const folderOf = ([first]: readonly ScannedFile[], folder: string): string =>
  first === undefined ? '' : first.absolute.slice(0, folder.length - first.path.length)

const readSiteFiles = async (
  files: readonly { sitePath: string; file: ScannedFile }[],
): Promise<Map<string, string>> => {
  const texts = new Map<string, string>()
  for (const { sitePath, file } of files) {
    if (file.size > MAX_CONFIG_BYTES || !siteFileNames(sitePath)) continue
    const text = await readText(file)
    if (text !== undefined) texts.set(sitePath, text)
  }
  return texts
}

const TEXT_FILE = /\.(md|markdown|mdx|html?)$/i

const sampleKeys = async (members: readonly ScannedFile[]): Promise<string[]> => {
  const texts = members.filter(({ path, size }) => TEXT_FILE.test(path) && size < MAX_CONFIG_BYTES)
  const step = Math.max(1, Math.floor(texts.length / SAMPLED_FILES))
  const keys: string[] = []
  for (let index = 0; index < texts.length; index += step) {
    const file = texts[index]
    const text = file && (await readText(file))
    if (text === undefined) continue
    keys.push(...sampleKeysOf(parseFrontMatter({ text })))
  }
  return keys
}

/** Text of a small file; undefined when it can't be read, which the survey reports. */
const readText = async (file: ScannedFile): Promise<string | undefined> => {
  try {
    return decodeText(await readFile(file.absolute)).text
  } catch {
    return undefined
  }
}
