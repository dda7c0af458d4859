import type { Payload, SanitizedConfig } from 'payload'
import { ROLES, type Role, type Scope } from '../../collections/access/roles'
import { callRest, isObject, logIn, type Credentials } from './rest'

/** API keys by what they may do: of a frontend, of a preview that reads drafts, of a script that writes. */
export const KEYS = ['frontend', 'drafts', 'writer'] as const
type Key = (typeof KEYS)[number]

/** Everyone who may call: the roles, the API keys, and the public. */
export const CALLERS = [...ROLES, ...KEYS, 'public'] as const
export type Caller = (typeof CALLERS)[number]

/** Whether the caller is a user: keys and the public own nothing. */
export const isPerson = (caller: Caller): caller is Role => ROLES.some((role) => role === caller)

export type Member = { id: string; apiKey: string; credentials: Credentials }
type Person = { id: string; email: string; credentials: Credentials }

/** A user of every role, a key of every scope, and another contributor as the owner of what is not one's own. */
export type Newsroom = Record<Role | 'stranger', Person> & Record<Key, Member>

const PASSWORD = 'a-long-password-1'

/** Creates a user of every role and logs them in, and has the admin make the keys. */
export const createNewsroom = async (
  payload: Payload,
  config: SanitizedConfig,
): Promise<Newsroom> => {
  const member = async (name: string, role: Role): Promise<Person> => {
    const email = `${name}@newsroom.test`
    const user = await payload.create({
      collection: 'users',
      data: { name, email, password: PASSWORD, role },
    })
    const token = await logIn(config, { email, password: PASSWORD })
    return { id: user.id, email, credentials: { token } }
  }
  const admin = await member('admin', 'admin')
  const key = (name: Key): Promise<Member> =>
    makeKey(config, admin.credentials, { name, scopes: [...SCOPES_OF[name]] })
  return {
    admin,
    editor: await member('editor', 'editor'),
    author: await member('author', 'author'),
    contributor: await member('contributor', 'contributor'),
    stranger: await member('stranger', 'contributor'),
    frontend: await key('frontend'),
    drafts: await key('drafts'),
    writer: await key('writer'),
  }
}

const SCOPES_OF: Record<Key, Scope[]> = {
  frontend: ['read-published'],
  drafts: ['read-drafts'],
  writer: ['write'],
}

/** Makes an API key as an admin does. */
export const makeKey = async (
  config: SanitizedConfig,
  admin: Credentials,
  body: { name: string; scopes: Scope[]; expiresAt?: string },
): Promise<Member> => {
  const answer = await callRest(config, { method: 'POST', path: '/api-keys', body, ...admin })
  const { doc, key } = answer.body
  if (!isObject(doc) || typeof doc.id !== 'string' || typeof key !== 'string') {
    throw new Error(`No key was made: ${JSON.stringify(answer.body)}`)
  }
  return { id: doc.id, apiKey: key, credentials: { apiKey: key } }
}
