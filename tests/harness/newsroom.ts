import type { Payload, SanitizedConfig } from 'payload'
import { ROLES, type Role } from '../../collections/access/roles'
import { logIn, type Credentials } from './rest'

/** Everyone who may call: the roles, and the public. */
export const CALLERS = [...ROLES, 'public'] as const
export type Caller = (typeof CALLERS)[number]

export type Member = { id: string; email: string; apiKey?: string; credentials: Credentials }

/** A user of every role, and another contributor as the owner of what is not one's own. */
export type Newsroom = Record<Role | 'stranger', Member>

const PASSWORD = 'a-long-password-1'

/** Creates a user of every role and logs them in; the frontend gets an API key. */
export const createNewsroom = async (
  payload: Payload,
  config: SanitizedConfig,
): Promise<Newsroom> => {
  const member = async (name: string, role: Role): Promise<Member> => {
    const email = `${name}@newsroom.test`
    const apiKey = role === 'frontend' ? 'key-of-the-frontend-000000000001' : undefined
    const user = await payload.create({
      collection: 'users',
      data: { name, email, password: PASSWORD, role, enableAPIKey: Boolean(apiKey), apiKey },
    })
    const credentials = apiKey
      ? { apiKey }
      : { token: await logIn(config, { email, password: PASSWORD }) }
    return { id: user.id, email, apiKey, credentials }
  }
  return {
    admin: await member('admin', 'admin'),
    editor: await member('editor', 'editor'),
    author: await member('author', 'author'),
    contributor: await member('contributor', 'contributor'),
    frontend: await member('frontend', 'frontend'),
    stranger: await member('stranger', 'contributor'),
  }
}
