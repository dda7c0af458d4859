import type { PayloadRequest, TypedUser } from 'payload'

/** Roles of people, from the most to the least trusted. All of them work in the newsroom and open the admin panel. */
export const ROLES = ['admin', 'editor', 'author', 'contributor'] as const
export type Role = (typeof ROLES)[number]

/** What an API key may do beside reading what the public reads. */
export const SCOPES = ['read-published', 'read-drafts', 'write'] as const
export type Scope = (typeof SCOPES)[number]

/** Who calls: a person with a role, an API key with scopes, or nobody. */
type Caller =
  { role?: Role | null; collection?: string } | { scopes?: Scope[] | null } | null | undefined

type Person = Extract<TypedUser, { collection: 'users' }>

/** Whether the caller has one of the roles; nobody (the public) and API keys have none. */
export const hasRole = (caller: Caller, roles: readonly Role[]): boolean => {
  const role = caller && 'role' in caller ? caller.role : undefined
  return Boolean(role && roles.includes(role))
}

/** Whether the caller is an API key that may do this. */
export const hasScope = (caller: Caller, scope: Scope): boolean =>
  Boolean(caller && 'scopes' in caller && caller.scopes?.includes(scope))

/** Whether the caller may publish, schedule and unpublish: editors, and API keys that write. */
export const canPublish = (caller: Caller): boolean =>
  hasRole(caller, ['admin', 'editor']) || hasScope(caller, 'write')

/** The role by whose rules a caller writes: an API key that writes does what an editor does. */
export const writesAs = (caller: Caller): Role | undefined => {
  if (hasScope(caller, 'write')) return 'editor'
  return ROLES.find((role) => hasRole(caller, [role]))
}

/** Whether the request comes from the newsroom; the public and API keys are not. */
export const isStaff = ({ req }: { req: PayloadRequest }): boolean => hasRole(req.user, ROLES)

/** The user of a request; none for the public and for API keys. */
export const personOf = ({ user }: { user?: TypedUser | null }): Person | undefined =>
  user?.collection === 'users' ? user : undefined
