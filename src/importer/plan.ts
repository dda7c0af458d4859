import type { Payload } from 'payload'
import { DEFAULT_LOCALE } from '../../collections/locale'
import { articleId } from './articleId'
import type { MissingPicture } from './articlePictures'
import type { ImportOptions } from './options'
import { missingOf } from './retryPictures'
import type { SurveyedFile } from './survey'

/** An article as the plan needs it: identity and what the importer noted on it. */
type StoredArticle = {
  id: string
  slug: string
  locale: string
  path?: string
  sha256?: string
  isEdited: boolean
  missing: MissingPicture[]
  isTrashed: boolean
}

/** What an import does with one file. */
export type PlannedFile = {
  surveyed: SurveyedFile
  outcome: 'new' | 'changed' | 'same' | 'conflict'
  id: string
  slug: string
  locale: string
  /** The slug that the file asked for, when another article has it. */
  slugTaken?: string
  /** Pictures that an earlier run could not have and this one may try again. */
  missing: readonly MissingPicture[]
}

export type Plan = { files: PlannedFile[]; gone: { id: string; path: string }[] }

/**
 * Compares the archive with what is stored, by archive, path and digest of the file.
 * @param archiveName identity of the archive: the name of the folder given
 */
export const makePlan = async ({
  payload,
  surveyed,
  archiveName,
  options,
}: {
  payload: Payload
  surveyed: readonly SurveyedFile[]
  archiveName: string
  options: Pick<ImportOptions, 'force' | 'resume'>
}): Promise<Plan> => {
  const { byPath, slugs } = await readStored(payload, archiveName)
  const database = payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite'
  const files: PlannedFile[] = []
  for (const file of surveyed) {
    const { path } = file.file
    const stored = byPath.get(path)
    byPath.delete(path)
    const locale = file.draft.locale ?? stored?.locale ?? DEFAULT_LOCALE
    const id = stored?.id ?? articleId(archiveName, path, database)
    const slug = claimSlug({ slugs, locale, wanted: file.draft.slug, id })
    files.push({
      surveyed: file,
      outcome: outcomeOf(stored, file, options),
      id,
      slug,
      locale,
      missing: stored && !stored.isEdited ? stored.missing : [],
      ...(slug !== file.draft.slug && { slugTaken: file.draft.slug }),
    })
  }
  const gone = [...byPath.values()]
    .filter(({ isTrashed }) => !isTrashed)
    .map(({ id, path = '' }) => ({ id, path }))
  return { files, gone }
}

const outcomeOf = (
  stored: StoredArticle | undefined,
  { sha256 }: SurveyedFile,
  { force, resume }: Pick<ImportOptions, 'force' | 'resume'>,
): PlannedFile['outcome'] => {
  if (!stored) return 'new'
  const isSame = stored.sha256 === sha256
  if (stored.isEdited) return isSame ? 'same' : force ? 'changed' : 'conflict'
  return isSame && resume && !stored.isTrashed ? 'same' : 'changed'
}

const PAGE = 2000

const readStored = async (
  payload: Payload,
  archiveName: string,
): Promise<{ byPath: Map<string, StoredArticle>; slugs: Map<string, string> }> => {
  const byPath = new Map<string, StoredArticle>()
  const slugs = new Map<string, string>()
  for (let page = 1; ; page += 1) {
    // The latest version: an editor's unpublished change counts as one.
    const { docs, hasNextPage } = await payload.find({
      collection: 'articles',
      draft: true,
      trash: true,
      depth: 0,
      limit: PAGE,
      page,
      sort: 'id',
      select: { slug: true, locale: true, source: true, deletedAt: true },
    })
    for (const { id, slug, locale, source, deletedAt } of docs) {
      slugs.set(`${locale}\0${slug}`, id)
      if (source?.archive !== archiveName || !source.path) continue
      byPath.set(source.path, {
        id,
        slug: slug ?? '',
        locale,
        path: source.path,
        sha256: source.sha256 ?? undefined,
        isEdited: Boolean(source.editedAt),
        missing: missingOf(source.missingPictures),
        isTrashed: Boolean(deletedAt),
      })
    }
    if (!hasNextPage) return { byPath, slugs }
  }
}

const claimSlug = ({
  slugs,
  locale,
  wanted,
  id,
}: {
  slugs: Map<string, string>
  locale: string
  wanted: string
  id: string
}): string => {
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    const owner = slugs.get(`${locale}\0${slug}`)
    if (owner === undefined || owner === id) {
      slugs.set(`${locale}\0${slug}`, id)
      return slug
    }
  }
}
