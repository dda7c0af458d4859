import type { ArticleDraft } from '../frontmatter'
import type { MediaStore, WantedPicture } from './mediaStore'
import type { StoredFile } from './mediaLibrary'
import type { FileProblem } from './report'
import type { SurveyedFile } from './survey'

/** A picture that an article shows from its old address; kept on the article, so that the next run tries it again. */
export type MissingPicture = { url: string; code: string }

/** The pictures of one article on their way into the library. */
export type ArticlePictures = {
  /** The stored file, or undefined when the picture stays linked. */
  store: (picture: Omit<WantedPicture, 'from' | 'page'>) => Promise<StoredFile | undefined>
  /** What was wanted and not had, so far. */
  missing: () => MissingPicture[]
}

/** Stores the pictures of one article and notes those that can't be had; each is reported once. */
export const openArticlePictures = ({
  media,
  from,
  page,
  problems,
}: {
  media: MediaStore
  from: SurveyedFile
  /** Where the text stood first, when it says so. */
  page?: string
  problems: FileProblem[]
}): ArticlePictures => {
  const missing = new Map<string, string>()
  const noticed = new Set<string>()
  return {
    store: async (picture) => {
      const outcome = await media.store({ ...picture, from, page })
      if (outcome.kind === 'linked') return undefined
      const problem = outcome.kind === 'failed' ? outcome.problem : outcome.notice
      if (problem && !noticed.has(picture.url)) problems.push(problem)
      noticed.add(picture.url)
      if (outcome.kind === 'stored') return outcome.file
      missing.set(picture.url, outcome.problem.code)
      return undefined
    },
    missing: () => [...missing].filter(isWorthAnotherTry).map(([url, code]) => ({ url, code })),
  }
}

/** What stands in the text, and what kind a file is of, is the same at each run. */
const isWorthAnotherTry = ([url, code]: [string, string]): boolean =>
  !url.startsWith('data:') && code !== 'file-not-taken'

const PAGE_KEYS = ['link', 'source_url', 'original_url', 'canonical_url', 'canonical', 'from']

/** Where an aggregated article stood first, by its front matter. */
export const sourcePageOf = ({ rest }: Pick<ArticleDraft, 'rest'>): string | undefined => {
  const pages = PAGE_KEYS.map((key) => rest[key])
  return pages.find(
    (value): value is string => typeof value === 'string' && /^https?:\/\//i.test(value),
  )
}
