import type { ArticleDraft } from '../draft'
import type { Fields } from '../fields'
import { spellingOf } from '../json'
import type { JsonValue } from '../json'
import { KEYS } from './keys'

/** True or false as YAML 1.1, JSON and people write them; `undefined` for anything else. */
export function readBoolean(value: JsonValue | undefined): boolean | undefined {
  if (typeof value === 'boolean') return value
  const text = spellingOf(value).trim().toLowerCase()
  if (/^(true|yes|on|y|1)$/.test(text)) return true
  return /^(false|no|off|n|0)$/.test(text) ? false : undefined
}

const isBoolean = (value: JsonValue) => readBoolean(value) !== undefined

type StatusRow = {
  names: readonly string[]
  accepted: (value: JsonValue) => boolean
  isDraft: (value: JsonValue) => boolean
}

const DRAFT_WORD = /^(draft|pending|private|unpublished|inherit|trash|wip|in[- ]review)$/i
const PUBLISHED_WORD = /^(publish|published|public|future|live)$/i
const isStatusWord = (value: JsonValue) =>
  typeof value === 'string' && (DRAFT_WORD.test(value.trim()) || PUBLISHED_WORD.test(value.trim()))
const isDraftWord = (value: JsonValue) => DRAFT_WORD.test(spellingOf(value).trim())

/** One row for each way of holding a text back. A `status` that is about something else is left alone. */
const STATUS_ROWS: readonly StatusRow[] = [
  {
    names: ['draft', 'is_draft', 'extra.draft', 'params.draft'],
    accepted: isBoolean,
    isDraft: (value) => readBoolean(value) === true,
  },
  {
    names: ['published', 'publish', 'is_published'],
    accepted: isBoolean,
    isDraft: (value) => readBoolean(value) === false,
  },
  { names: ['private'], accepted: isBoolean, isDraft: (value) => readBoolean(value) === true },
  { names: ['status', 'post_status', 'visibility'], accepted: isStatusWord, isDraft: isDraftWord },
]

/** A draft when any key says so, or the file lies in a folder of drafts. */
export function readStatus(fields: Fields, path: string): ArticleDraft['status'] {
  let status: ArticleDraft['status'] = /(^|\/)_?drafts\//.test(path) ? 'draft' : 'published'
  for (const { names, accepted, isDraft } of STATUS_ROWS) {
    const found = fields.take(names, accepted)
    if (found && isDraft(found.value)) status = 'draft'
  }
  return status
}

/** Hidden texts are published but in no list: a new site has to know, so the key also stays in the rest. */
export function readHidden(fields: Fields): boolean {
  const isUnlisted = ['build.list', '_build.list'].some(
    (name) => readBoolean(fields.peek(name)) === false || fields.peek(name) === 'never',
  )
  return isUnlisted || KEYS.hidden.some((name) => readBoolean(fields.peek(name)) === true)
}

/** Whether readers may comment; yes unless a key says no. */
export function readCommentsEnabled(fields: Fields): boolean {
  const found = fields.take(KEYS.comments, isBoolean)
  return readBoolean(found?.value) ?? true
}
