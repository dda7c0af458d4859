'use client'
import { useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useEffect, useId, useState } from 'react'
import type { ProblemPage, ShownProblem } from '../../importRuns/problemArticles'
import type { SourceLines } from '../../importRuns/readSource'
import type { StringKey } from '../../strings'
import { importProblems } from '../../strings/importProblems'
import { problemSentence } from '../../strings/problemSentence'
import { callApi } from '../api'
import { useSay } from '../useSay'
import type { ShownRun } from './useRun'

/** The problems of a run: by kind, each with its file, its line and its article. */
export const Problems = ({ run }: { run: ShownRun }) => {
  const say = useSay()
  const id = useId()
  const [code, setCode] = useState('')
  const [page, setPage] = useState(1)
  const [data, setData] = useState<ProblemPage>()
  useEffect(() => {
    let isCurrent = true
    const query = new URLSearchParams({ code, page: String(page) })
    void callApi(`/import-runs/${run.id}/problems?${query.toString()}`).then((answer) => {
      if (isCurrent && answer.isOk && isPage(answer.body)) setData(answer.body)
    })
    return () => {
      isCurrent = false
    }
  }, [run.id, code, page])
  if (!data) return null
  const total = data.codes.reduce((sum, [, number]) => sum + number, 0)
  return (
    <section className="galley-card" aria-label={say('imports:problems')} id="galley-problems">
      <h2>{say('imports:problems')}</h2>
      {total === 0 && <p>{say('imports:problemsNone')}</p>}
      {total > 0 && (
        <>
          <label htmlFor={id}>{say('imports:kind')}</label>{' '}
          <select
            id={id}
            value={code}
            onChange={({ target }) => {
              setCode(target.value)
              setPage(1)
            }}
          >
            <option value="">{say('imports:allCodes', { count: total })}</option>
            {data.codes.map(([name, number]) => (
              <option key={name} value={name}>
                {titleOf(name, say)} ({number})
              </option>
            ))}
          </select>
          <ul className="galley-problems">
            {data.docs.map((problem, index) => (
              <Problem key={`${page}-${code}-${index}`} problem={problem} run={run} />
            ))}
          </ul>
          {data.totalPages > 1 && (
            <div className="galley-import__actions">
              <button type="button" disabled={page === 1} onClick={() => setPage(page - 1)}>
                {say('imports:previous')}
              </button>
              <span>{say('imports:page', { page, pages: data.totalPages })}</span>
              <button
                type="button"
                disabled={page === data.totalPages}
                onClick={() => setPage(page + 1)}
              >
                {say('imports:next')}
              </button>
            </div>
          )}
        </>
      )}
    </section>
  )
}

const Problem = ({ problem, run }: { problem: ShownProblem; run: ShownRun }) => {
  const say = useSay()
  const [source, setSource] = useState<SourceLines>()
  const { i18n } = useTranslation()
  const { path, line, code, message, article } = problem
  const sentence = problemSentence(message, i18n.language.startsWith('zh') ? 'zh' : 'en')
  const showSource = async (): Promise<void> => {
    const query = new URLSearchParams({ path, line: String(line ?? 1) })
    const answer = await callApi(`/import-runs/${run.id}/source?${query.toString()}`)
    if (answer.isOk && isSource(answer.body)) setSource(answer.body)
  }
  return (
    <li>
      <strong>{titleOf(code, say)}</strong>{' '}
      <span className="galley-card__meta">
        <code>{path}</code>
        {line !== undefined && say('imports:line', { line })}
        {article ? (
          <Link href={`/admin/collections/articles/${article.id}`} prefetch={false}>
            {say('imports:openArticle')}: {article.title}
          </Link>
        ) : (
          run.status !== 'planned' && say('imports:noArticle')
        )}
        {run.hasFiles && (
          <button
            type="button"
            className="galley-link-button"
            onClick={() => (source ? setSource(undefined) : void showSource())}
          >
            {say(source ? 'imports:hideSource' : 'imports:showSource')}
          </button>
        )}
      </span>
      <p lang={sentence.language}>{sentence.text}</p>
      {source && (
        <pre className="galley-source" tabIndex={0}>
          {source.lines.map((text, index) => (
            <span
              key={source.first + index}
              className={source.first + index === line ? 'galley-source__line' : undefined}
            >
              {String(source.first + index).padStart(5)} {text}
              {'\n'}
            </span>
          ))}
        </pre>
      )}
    </li>
  )
}

const titleOf = (code: string, say: ReturnType<typeof useSay>): string =>
  code in importProblems ? say(`importProblems:${code}` as StringKey) : code

const isPage = (body: unknown): body is ProblemPage =>
  typeof body === 'object' && body !== null && 'codes' in body && 'docs' in body

const isSource = (body: unknown): body is SourceLines =>
  typeof body === 'object' && body !== null && 'lines' in body && Array.isArray(body.lines)
