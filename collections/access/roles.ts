import type { PayloadRequest } from 'payload'

/** Roles from the most to the least trusted. `frontend` is for API keys: it reads what the public reads. */
export const ROLES = ['admin', 'editor', 'author', 'contributor', 'frontend'] as const
export type Role = (typeof ROLES)[number]

/** Roles that work in the newsroom and may open the admin panel. */
export const STAFF_ROLES = ['admin', 'editor', 'author', 'contributor'] as const satisfies Role[]

type HasRole = { role?: Role | null } | null | undefined

/** Whether the user has one of the roles; nobody (the public) has none. */
export const hasRole = (user: HasRole, roles: readonly Role[]): boolean =>
  Boolean(user?.role && roles.includes(user.role))

/** Whether the user may publish, schedule and unpublish. */
export const canPublish = (user: HasRole): boolean => hasRole(user, ['admin', 'editor'])

/** Whether the request comes from the newsroom; the public and API keys of frontends are not. */
export const isStaff = ({ req }: { req: PayloadRequest }): boolean => hasRole(req.user, STAFF_ROLES)
