import { DEFAULT_LOCALE } from '../../collections/locale'
import { articleId } from './articleId'
import type { MissingPicture } from './articlePictures'
import type { StoredArticle, StoredState } from './database'
import type { ImportOptions } from './options'
import { missingOf } from './retryPictures'
import type { SurveyedFile } from './survey'

/** What an import does with one file. */
export type PlannedFile = {
  surveyed: SurveyedFile
  outcome: 'new' | 'changed' | 'same' | 'conflict'
  id: string
  slug: string
  locale: string
  /** The slug that the file asked for, when another article has it. */
  slugTaken?: string
  /** When the stored article was published. */
  publishedAt?: string
  /** Pictures that an earlier run could not have and this one may try again. */
  missing: readonly MissingPicture[]
}

export type Plan = { files: PlannedFile[]; gone: { id: string; path: string }[] }

/**
 * Compares the archive with what is stored, by archive, path and digest of the file.
 * @param archiveName identity of the archive: the name of the folder given
 * @param failed paths of files that are there and could not be read: their articles are not gone
 */
export const makePlan = ({
  state,
  surveyed,
  failed,
  archiveName,
  database,
  options,
}: {
  state: StoredState
  surveyed: readonly SurveyedFile[]
  failed: readonly string[]
  archiveName: string
  database: 'sqlite' | 'mongodb'
  options: Pick<ImportOptions, 'force' | 'resume' | 'limit'>
}): Plan => {
  const slugs = new Map(state.slugs.map(({ locale, slug, id }) => [`${locale}\0${slug}`, id]))
  const byPath = new Map(state.articles.map((article) => [article.path, article]))
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
      missing: stored && !stored.isEdited ? missingOf(stored.missingPictures) : [],
      ...(slug !== file.draft.slug && { slugTaken: file.draft.slug }),
      ...(stored?.publishedAt && { publishedAt: stored.publishedAt }),
    })
  }
  for (const path of failed) byPath.delete(path)
  // The files beyond the limit were not looked at.
  const gone = options.limit === undefined ? [...byPath.values()] : []
  return {
    files,
    gone: gone.filter(({ isTrashed }) => !isTrashed).map(({ id, path }) => ({ id, path })),
  }
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
