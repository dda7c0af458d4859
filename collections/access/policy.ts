import type {
  Access,
  AccessArgs,
  CollectionConfig,
  FieldAccess,
  PayloadRequest,
  Where,
} from 'payload'
import type { Article } from '../../src/payload-types'
import { canPublish, hasRole, hasScope, isStaff, type Role, writesAs } from './roles'

/**
 * Who may do what: the one place where it is decided. The table for readers stands in ARCHITECTURE.md, and
 * `tests/integration/access.test.ts` tries every cell of it over REST and GraphQL.
 */

type CollectionAccess = NonNullable<CollectionConfig['access']>

const anyone: Access = () => true
const nobody: Access = () => false

const only =
  (...roles: Role[]): Access =>
  ({ req }) =>
    hasRole(req.user, roles)

const admins = only('admin')
/** Editors, and API keys that write. */
const editors: Access = ({ req }) => canPublish(req.user)
const writers: Access = ({ req }) => canPublish(req.user) || hasRole(req.user, ['author'])
const staff: Access = ({ req }) => isStaff({ req })
const staffAndWriters: Access = ({ req }) => isStaff({ req }) || canPublish(req.user)

/**
 * What the public and frontends see: published, due, not expired, not in the trash.
 * @param relation path to the article with a dot behind it, where it is asked of another document
 */
export const isPublic = (now = new Date(), relation = ''): Where => ({
  and: [
    { [`${relation}_status`]: { equals: 'published' } },
    { [`${relation}publishedAt`]: { less_than_equal: now.toISOString() } },
    {
      or: [
        { [`${relation}expiresAt`]: { exists: false } },
        { [`${relation}expiresAt`]: { greater_than: now.toISOString() } },
      ],
    },
    { [`${relation}deletedAt`]: { exists: false } },
  ],
})

/** The same of an article that was read, where a database would look for it the long way. */
export const isPublicNow = (
  {
    _status,
    publishedAt,
    expiresAt,
    deletedAt,
  }: Pick<Article, '_status' | 'publishedAt' | 'expiresAt' | 'deletedAt'>,
  now = new Date(),
): boolean =>
  _status === 'published' &&
  Boolean(publishedAt && Date.parse(publishedAt) <= now.getTime()) &&
  !(expiresAt && Date.parse(expiresAt) <= now.getTime()) &&
  !deletedAt

/** Whether a caller reads every article, but for the trash: nothing of another article is a secret then. */
export const readsAllArticles = (user: Parameters<typeof hasRole>[0]): boolean =>
  hasRole(user, ['admin', 'editor', 'author']) || hasScope(user, 'read-drafts')

/** Whether a caller sees files that nothing public shows: all of the newsroom, and API keys that read drafts or write. */
export const readsAllMedia = (user: Parameters<typeof hasRole>[0]): boolean =>
  readsAllArticles(user) || canPublish(user) || hasRole(user, ['contributor'])

/** An address of an article that is not public would tell its title. */
const readRedirects: Access = ({ req }) =>
  isStaff({ req }) || readsAllArticles(req.user) || canPublish(req.user)
    ? true
    : { or: [{ 'to.article': { exists: false } }, isPublic(new Date(), 'to.article.')] }

const readArticles: Access = ({ req }) => {
  if (hasRole(req.user, ['admin', 'editor', 'author'])) return true
  if (req.user && hasRole(req.user, ['contributor'])) {
    return { or: [isPublic(), { createdBy: { equals: req.user.id } }] }
  }
  if (hasScope(req.user, 'read-drafts')) return { deletedAt: { exists: false } }
  // The server alone sets it, for a request with a signed link to the preview of this one article.
  const { previewedArticle } = req.context
  if (typeof previewedArticle === 'string') {
    return { or: [isPublic(), { id: { equals: previewedArticle } }] }
  }
  return isPublic()
}

/** Versions hold drafts: the newsroom alone reads them, and a contributor only those of own articles. */
const readArticleVersions: Access = ({ req }) => {
  if (hasRole(req.user, ['admin', 'editor', 'author'])) return true
  if (req.user && hasRole(req.user, ['contributor'])) {
    return { 'version.createdBy': { equals: req.user.id } }
  }
  return false
}

/**
 * Writers without the right to publish change own drafts. The panel asks with `_status: 'published'` whether to show
 * the Publish button and to take a schedule; `hooks/guardPublishing.ts` refuses a request to publish with its reason.
 */
const updateArticles: Access = ({ data, req }) => {
  if (canPublish(req.user)) return true
  if (data?._status === 'published') return false
  if (req.user && hasRole(req.user, ['author'])) {
    // What an editor has approved is published as it was approved.
    return { and: [ownDraft(req.user.id), { stage: { not_equals: 'approved' } }] }
  }
  if (req.user && hasRole(req.user, ['contributor'])) {
    const isWithContributor: Where = { stage: { in: ['draft', 'changes-requested'] } }
    return { and: [ownDraft(req.user.id), isWithContributor] }
  }
  return false
}

const ownDraft = (userId: string): Where => ({
  and: [{ createdBy: { equals: userId } }, { _status: { equals: 'draft' } }],
})

const editorsOrOwn =
  (field: string): Access =>
  ({ req }) => {
    if (canPublish(req.user)) return true
    if (req.user && isStaff({ req })) return { [field]: { equals: req.user.id } }
    return false
  }

/** Comments on articles that the user works with: a contributor's own, all for the others. */
const workedOn: Access = ({ req }) => {
  if (hasRole(req.user, ['admin', 'editor', 'author'])) return true
  return req.user && isStaff({ req }) ? { owner: { equals: req.user.id } } : false
}

const ownComments: Access = (args) => (isStaff(args) ? editorsOrOwn('author')(args) : false)

const ownNotifications: Access = ({ req }) =>
  req.user && isStaff({ req }) ? { user: { equals: req.user.id } } : false

const adminsOrSelf: Access = ({ req }) => {
  if (hasRole(req.user, ['admin'])) return true
  return req.user && isStaff({ req }) ? { id: { equals: req.user.id } } : false
}

export const policy = {
  articles: {
    read: readArticles,
    readVersions: readArticleVersions,
    create: staffAndWriters,
    update: updateArticles,
    delete: editors,
  },
  categories: { read: anyone, create: editors, update: editors, delete: editors },
  tags: { read: anyone, create: writers, update: editors, delete: editors },
  authors: { read: anyone, create: editors, update: editors, delete: editors },
  media: {
    read: anyone,
    create: staffAndWriters,
    update: editorsOrOwn('createdBy'),
    delete: editors,
  },
  redirects: { read: readRedirects, create: editors, update: editors, delete: editors },
  users: {
    admin: ({ req }: AccessArgs) => isStaff({ req }),
    read: staff,
    create: admins,
    update: adminsOrSelf,
    delete: admins,
    unlock: admins,
  },
  comments: {
    read: workedOn,
    create: staff,
    update: workedOn,
    delete: ownComments,
  },
  notifications: {
    read: ownNotifications,
    create: nobody,
    update: ownNotifications,
    delete: ownNotifications,
  },
  webhooks: { read: admins, create: admins, update: admins, delete: admins },
  'webhook-deliveries': { read: admins, create: nobody, update: nobody, delete: admins },
  imports: { read: only('admin', 'editor'), create: nobody, update: nobody, delete: admins },
  activity: { read: admins, create: nobody, update: nobody, delete: nobody },
  // Made and revoked by endpoints of their own: a key is shown once, and what it may do never changes.
  apiKeys: { read: admins, create: nobody, update: nobody, delete: admins },
  secondFactors: { read: nobody, create: nobody, update: nobody, delete: nobody },
  changeLog: { read: nobody, create: nobody, update: nobody, delete: nobody },
  savedViews: { read: staff, create: staff, update: staff, delete: staff },
  locks: { read: staff, create: staff, update: staff, delete: staff },
} satisfies Record<string, CollectionAccess>

/** Collections of which everybody reads something. Answers made from these alone may be kept for everybody. */
export const PUBLIC_COLLECTIONS = [
  'articles',
  'categories',
  'tags',
  'authors',
  'media',
  'redirects',
] as const

/** Whether a caller reads exactly what everybody reads: nobody in particular, or an API key that does nothing else. */
export const readsAsPublic = (user: Parameters<typeof hasScope>[0]): boolean =>
  !user ||
  (hasScope(user, 'read-published') && !hasScope(user, 'read-drafts') && !hasScope(user, 'write'))

/** Who runs, queues and cancels jobs by REST; the panel schedules on its own way. */
export const jobsPolicy = {
  run: ({ req }: { req: PayloadRequest }) => hasRole(req.user, ['admin']),
  queue: () => false,
  cancel: ({ req }: { req: PayloadRequest }) => hasRole(req.user, ['admin']),
}

/** Who merges categories, tags and authors: it changes many articles and deletes one of the two. */
export const canMerge = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req.user, ['admin', 'editor'])

/** Who starts, stops and undoes imports in the panel, and who reads what came of them. */
export const mayRunImports = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req.user, ['admin'])
export const mayReadImports = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req.user, ['admin', 'editor'])

/** Who invites colleagues, makes links to set a password, and turns off another's second factor. */
export const mayManageUsers = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req.user, ['admin'])

/** Who makes and revokes API keys. */
export const mayManageKeys = ({ req }: { req: PayloadRequest }): boolean =>
  hasRole(req.user, ['admin'])

/** Fields that who writes sees and the public doesn't. */
export const staffField: FieldAccess = ({ req }) => writesAs(req.user) !== undefined

/** Fields that only an admin sets, such as a user's role. */
export const adminField: FieldAccess = ({ req }) => hasRole(req.user, ['admin'])

/** Fields that the software sets and nobody edits. */
export const systemField: FieldAccess = () => false
