import { ValidationError, type Payload } from 'payload'
import type { FileProblem } from './report'
import type { PlannedFile } from './plan'
import type { ArticleData } from './toArticle'

/**
 * Stores one article through Payload's Local API, so that validation, versions and hooks are those of an article saved
 * by hand.
 * @returns a problem when the article was refused; other errors (the database is gone) are thrown
 */
export const writeArticle = async ({
  payload,
  planned,
  data,
}: {
  payload: Payload
  planned: PlannedFile
  data: ArticleData
}): Promise<FileProblem | undefined> => {
  const isDraft = data._status === 'draft'
  const common = { collection: 'articles', depth: 0, context: { isImport: true } } as const
  try {
    if (planned.outcome === 'new') {
      await payload.create({ ...common, data, draft: isDraft, select: {} })
    } else {
      await payload.update({
        ...common,
        id: planned.id,
        data: { ...data, deletedAt: null },
        trash: true,
        select: {},
      })
    }
    return undefined
  } catch (error) {
    if (error instanceof ValidationError) return invalid(planned, error)
    throw error
  }
}

const invalid = (planned: PlannedFile, { data }: ValidationError): FileProblem => ({
  path: planned.surveyed.file.path,
  code: 'article-invalid',
  message: `Was refused by the database's rules (${data.errors.map(({ path, message }) => `${path}: ${message}`).join('; ')}). Mend the file and import again.`,
})
