'use client'
import { useId } from 'react'
import type { StringKey } from '../../strings'
import { useSay } from '../useSay'

export type ChosenOptions = {
  dialect: string
  media: string
  status: string
  baseUrl: string
  timezone: string
  force: boolean
  prune: boolean
}

export const INITIAL_OPTIONS: ChosenOptions = {
  dialect: 'auto',
  media: 'copy',
  status: 'keep',
  baseUrl: '',
  timezone: '',
  force: false,
  prune: false,
}

const DIALECTS = ['hexo', 'jekyll', 'hugo', 'zola', 'astro', 'eleventy', 'docusaurus', 'gatsby']

const SELECTS: { name: 'media' | 'status'; label: StringKey; values: [string, StringKey][] }[] = [
  {
    name: 'media',
    label: 'imports:media',
    values: [
      ['copy', 'imports:mediaCopy'],
      ['download', 'imports:mediaDownload'],
      ['link', 'imports:mediaLink'],
      ['skip', 'imports:mediaSkip'],
    ],
  },
  {
    name: 'status',
    label: 'imports:state',
    values: [
      ['keep', 'imports:stateKeep'],
      ['draft', 'imports:stateDraft'],
      ['published', 'imports:statePublished'],
    ],
  },
]

/** The options of an import, folded: the defaults are right for most archives. */
export const ImportOptionsForm = ({
  options,
  onChange,
}: {
  options: ChosenOptions
  onChange: (options: ChosenOptions) => void
}) => {
  const say = useSay()
  const id = useId()
  const set = (change: Partial<ChosenOptions>) => onChange({ ...options, ...change })
  return (
    <details className="galley-card galley-import__options">
      <summary>{say('imports:options')}</summary>
      <div className="galley-import__fields">
        <label htmlFor={`${id}-dialect`}>{say('imports:dialect')}</label>
        <select
          id={`${id}-dialect`}
          value={options.dialect}
          onChange={({ target }) => set({ dialect: target.value })}
        >
          <option value="auto">{say('imports:dialectAuto')}</option>
          {DIALECTS.map((name) => (
            <option key={name} value={name}>
              {name[0]?.toUpperCase()}
              {name.slice(1)}
            </option>
          ))}
        </select>
        {SELECTS.map(({ name, label, values }) => (
          <Choice
            key={name}
            id={`${id}-${name}`}
            label={say(label)}
            value={options[name]}
            values={values.map(([value, key]) => [value, say(key)])}
            onChange={(value) => set({ [name]: value })}
          />
        ))}
        <label htmlFor={`${id}-base`}>{say('imports:baseUrl')}</label>
        <input
          id={`${id}-base`}
          type="url"
          placeholder="https://example.org"
          value={options.baseUrl}
          onChange={({ target }) => set({ baseUrl: target.value })}
        />
        <label htmlFor={`${id}-zone`}>{say('imports:timezone')}</label>
        <input
          id={`${id}-zone`}
          placeholder="Asia/Shanghai"
          value={options.timezone}
          onChange={({ target }) => set({ timezone: target.value })}
        />
      </div>
      {(['force', 'prune'] as const).map((name) => (
        <label key={name} className="galley-import__check">
          <input
            type="checkbox"
            checked={options[name]}
            onChange={({ target }) => set({ [name]: target.checked })}
          />
          {say(`imports:${name}`)}
        </label>
      ))}
    </details>
  )
}

const Choice = ({
  id,
  label,
  value,
  values,
  onChange,
}: {
  id: string
  label: string
  value: string
  values: [string, string][]
  onChange: (value: string) => void
}) => (
  <>
    <label htmlFor={id}>{label}</label>
    <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
      {values.map(([name, text]) => (
        <option key={name} value={name}>
          {text}
        </option>
      ))}
    </select>
  </>
)
