import type { DefaultServerCellComponentProps } from 'payload'
import { STAGES } from '../../../collections/workflow/moves'
import { sayIn, type Say } from '../../strings'

/** What else is known of an entry: stages and sessions are kept by their names in the database. */
export const DetailCell = ({ cellData, i18n }: DefaultServerCellComponentProps) => {
  const say = sayIn(i18n.language)
  const text = typeof cellData === 'string' ? cellData : ''
  const session = /^session (\w+)$/.exec(text)?.[1]
  if (session) return <span>{say('activityLog:session', { session })}</span>
  return <span>{text.replace(/^([\w-]+) → ([\w-]+)/, (_, from, to) => moveOf(say, from, to))}</span>
}

const moveOf = (say: Say, ...stages: string[]): string =>
  stages
    .map((name) => {
      const stage = STAGES.find((one) => one === name)
      return stage ? say(`workflow:${stage}`) : name
    })
    .join(' → ')
