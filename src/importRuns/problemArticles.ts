import type { PayloadRequest } from 'payload'
import { problemsByCode, type FileProblem } from '../importer/report'
import type { Import } from '../payload-types'
import { problemsOf } from './attempts'

const ON_A_PAGE = 25

/** A problem with the article that its file made, if there is one. */
export type ShownProblem = FileProblem & { article?: { id: string; title: string } }

/** A page of the problems of a run. */
export type ProblemPage = {
  docs: ShownProblem[]
  page: number
  totalPages: number
  totalDocs: number
  codes: [string, number][]
}

/** Reads a page of problems, of one code or of all, each with its article. */
export const articlesOfProblems = async ({
  req,
  run,
  code,
  page,
}: {
  req: PayloadRequest
  run: Import
  code: string | undefined
  page: number
}): Promise<ProblemPage> => {
  const all = problemsOf(run.problems)
  const wanted = code === undefined ? all : all.filter((problem) => problem.code === code)
  const shown = wanted.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: {
      and: [
        { 'source.archive': { equals: run.title } },
        { 'source.path': { in: [...new Set(shown.map(({ path }) => path))] } },
      ],
    },
    select: { title: true, source: { path: true } },
    depth: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const articles = new Map(docs.map(({ id, title, source }) => [source?.path, { id, title }]))
  return {
    docs: shown.map((problem) => {
      const article = articles.get(problem.path)
      return article ? { ...problem, article } : problem
    }),
    page,
    totalPages: Math.max(1, Math.ceil(wanted.length / ON_A_PAGE)),
    totalDocs: wanted.length,
    codes: problemsByCode(all),
  }
}
