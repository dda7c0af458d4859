import type { ArticleDraft } from '../frontmatter'
import type { RichTextDocument } from '../richtext/document'
import { collectReferences, mapReferences } from '../richtext/references'
import { resolveLink, type LinkIndex } from './links'
import type { MediaStore } from './mediaStore'
import type { StoredFile } from './mediaLibrary'
import type { FileProblem } from './report'
import type { SurveyedFile } from './survey'

/** A picture that an article shows from its old address; kept on the article, so that the next run tries it again. */
export type MissingPicture = { url: string; code: string }

/** The pictures of one article on their way into the library. */
export type ArticlePictures = {
  /** The stored file, or undefined when the picture stays linked. */
  store: (picture: { url: string; alt?: string }) => Promise<StoredFile | undefined>
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

/** What stands in the text is the same at each run. */
const isWorthAnotherTry = ([url]: [string, string]): boolean => !url.startsWith('data:')

/** A compiled body in which links between articles are internal, and pictures stored ones. */
export const resolveReferences = async ({
  document,
  from,
  links,
  pictures,
  problems,
}: {
  document: RichTextDocument
  from: SurveyedFile
  links: LinkIndex
  pictures: ArticlePictures
  problems: FileProblem[]
}): Promise<RichTextDocument> => {
  const stored = await storeAll(collectReferences(document).pictures, pictures)
  return mapReferences(document, {
    link: (url) => resolveLink({ url, from, index: links, problems }),
    picture: ({ url }) => {
      const file = stored.get(url)
      return file && { media: file.id }
    },
  })
}

const storeAll = async (
  wanted: readonly { url: string; alt?: string }[],
  pictures: ArticlePictures,
): Promise<Map<string, StoredFile>> => {
  const byUrl = new Map(wanted.map((picture) => [picture.url, picture]))
  const stored = new Map<string, StoredFile>()
  await Promise.all(
    [...byUrl.values()].map(async ({ url, alt }) => {
      const file = await pictures.store({ url, alt })
      if (file) stored.set(url, file)
    }),
  )
  return stored
}

const PAGE_KEYS = ['link', 'source_url', 'original_url', 'canonical_url', 'canonical', 'from']

/** Where an aggregated article stood first, by its front matter. */
export const sourcePageOf = ({ rest }: Pick<ArticleDraft, 'rest'>): string | undefined => {
  const pages = PAGE_KEYS.map((key) => rest[key])
  return pages.find(
    (value): value is string => typeof value === 'string' && /^https?:\/\//i.test(value),
  )
}
