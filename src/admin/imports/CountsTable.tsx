'use client'
import type { Counts, Report } from '../../importer/report'
import { useSay } from '../useSay'

const OUTCOMES = ['new', 'changed', 'same', 'conflict', 'gone', 'failed'] as const
const BAD = new Set<string>(['conflict', 'failed'])

/** The numbers of a plan or a run, each with some of its files. */
export const CountsTable = ({
  counts,
  samples,
}: {
  counts: Partial<Counts>
  samples?: Report['samples']
}) => {
  const say = useSay()
  return (
    <dl className="galley-counts">
      {OUTCOMES.map((outcome) => {
        const number = counts[outcome] ?? 0
        const files = samples?.[outcome] ?? []
        return (
          <div
            key={outcome}
            className={number > 0 && BAD.has(outcome) ? 'galley-counts__bad' : undefined}
          >
            <dt>{say(`imports:${outcome}`)}</dt>
            <dd>
              <strong>{number}</strong>
              {files.length > 0 && (
                <details>
                  <summary>{say('imports:samples')}</summary>
                  <ul>
                    {files.map((file) => (
                      <li key={file}>
                        <code>{file}</code>
                      </li>
                    ))}
                  </ul>
                </details>
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
