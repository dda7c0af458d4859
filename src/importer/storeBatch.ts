import { ValidationError, type JsonObject, type Payload, type TypedUser } from 'payload'
import { isRecord } from '../richtext/readNode'
import type { BulkDatabase, LatestVersion, RecordedWrites } from './database'
import { recordNew, recordUpdate, type RecordedChange } from './documents'
import { readLatestVersions } from './latestVersions'
import type { PlannedFile } from './plan'
import type { Redirects, WantedRedirect } from './redirects'
import { editedSinceImport, invalidDocument, type FileProblem } from './report'
import { openText, type SealedText } from './sealedText'
import { storeRecorded } from './storeRecorded'

/** An article that only has to be stored. */
export type ReadyArticle = {
  planned: PlannedFile
  /** All but the text. */
  data: JsonObject
  text: SealedText
  problems: FileProblem[]
}

type Context = {
  payload: Payload
  database: BulkDatabase
  user?: TypedUser
}

/**
 * Stores a batch of articles with their versions and the redirects from their old addresses. What validation or a unique
 * index refuses becomes a problem of its file, and the rest is stored.
 * @param isForced whether articles are written that an editor has changed
 * @returns the files whose articles are stored, and those whose articles an editor has changed while the import ran
 */
export const storeBatch = async ({
  articles,
  redirects,
  isForced = false,
  ...context
}: Context & {
  articles: readonly ReadyArticle[]
  redirects: Redirects
  isForced?: boolean
}): Promise<{ stored: Set<PlannedFile>; edited: Set<PlannedFile> }> => {
  const { payload, database } = context
  const changed = articles.filter(({ planned }) => planned.outcome === 'changed')
  const latest = await readLatestVersions(
    payload,
    changed.map(({ planned }) => planned.id),
  )
  const edited = new Set<PlannedFile>()
  const recorded: (RecordedChange & { article: ReadyArticle })[] = []
  for (const article of articles) {
    const { planned, text, problems } = article
    const { path } = planned.surveyed.file
    const version = latest.get(planned.id)
    if (version && isEdited(version) && !isForced) {
      edited.add(planned)
      problems.push(editedSinceImport(path))
      continue
    }
    const document = database.record({ path, latest: version, ...(!version && { text }) })
    try {
      recorded.push({ ...(await recordArticle(context, article, document)), article })
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
      problems.push(invalidDocument({ path, code: 'article-invalid', what: 'The article', error }))
    }
  }
  const wanted = await redirects.missing(
    recorded.map(({ article: { planned, data } }) => ({
      id: planned.id,
      draft: planned.surveyed.draft,
      article: {
        slug: planned.slug,
        locale: planned.locale,
        publishedAt: typeof data.publishedAt === 'string' ? data.publishedAt : null,
      },
    })),
  )
  const redirecting = await recordRedirects(context, wanted)
  const refused = await storeRecorded(payload, database, [...recorded, ...redirecting])
  const stored = new Set<PlannedFile>()
  for (const { document, article } of recorded) {
    const message = refused.get(document)
    if (message === undefined) stored.add(article.planned)
    else article.problems.push(refusedArticle(document.path, message))
  }
  return { stored, edited }
}

const isEdited = ({ version }: LatestVersion): boolean =>
  'source' in version && isRecord(version.source) && Boolean(version.source.editedAt)

const recordArticle = (
  { payload, user }: Context,
  { planned, data, text }: ReadyArticle,
  document: RecordedWrites,
): Promise<RecordedChange> => {
  const target = { payload, user, document, collection: 'articles' } as const
  if (!document.updates) {
    return recordNew({ ...target, data, text, isDraft: data._status === 'draft' })
  }
  const content = openText(text)
  return recordUpdate({ ...target, id: planned.id, data: { ...data, content, deletedAt: null } })
}

const recordRedirects = async (
  { payload, database, user }: Context,
  wanted: readonly WantedRedirect[],
): Promise<RecordedChange[]> => {
  const recorded: RecordedChange[] = []
  for (const { id, from, article } of wanted) {
    const document = database.record({ path: from })
    const data = { id, from, to: { article }, type: '301' }
    recorded.push(await recordNew({ payload, user, document, collection: 'redirects', data }))
  }
  return recorded
}

const refusedArticle = (path: string, message: string): FileProblem => ({
  path,
  code: 'article-refused',
  message: `Met something that was stored a moment ago, such as another article with its slug (${message}). Import again.`,
})
