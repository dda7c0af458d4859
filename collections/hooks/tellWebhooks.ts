import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  PayloadRequest,
} from 'payload'
import { articleAddress } from '../../src/site/articleAddress'
import { siteSettings } from '../../src/site/siteSettings'
import type { WebhookEvent } from '../Webhooks'
import { withBatchForm } from './batchForm'

/** What the public read of an article before a save, by id. */
const BEFORE = 'publishedBefore'

type Stored = {
  id: string
  title?: string | null
  slug?: string | null
  locale?: string | null
  publishedAt?: string | Date | null
  updatedAt?: string | Date
  deletedAt?: string | Date | null
  _status?: string | null
}

/** Notes what the public reads before a save: the hook after it can't tell a draft of a published article from a withdrawal. */
export const notePublished: CollectionBeforeChangeHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation === 'update' && !context.isImport && (await hasWebhooks(req))) {
    context[BEFORE] = await published(req, originalDoc.id)
  }
  return data
}

/** Queues a message for each webhook that wants to know. Imports send none: build the site once, after them. */
export const tellOfChange: CollectionAfterChangeHook = withBatchForm(
  async ({ context, doc, req }) => {
    if (context.isImport || !(await hasWebhooks(req))) return doc
    const before = context[BEFORE] as Stored | undefined
    Reflect.deleteProperty(context, BEFORE)
    const after = await published(req, doc.id)
    const event = eventOf(before, after)
    if (event) await queue(req, event, after ?? before ?? doc)
    return doc
  },
  { afterStored: () => Promise.resolve() },
)

export const tellOfDeletion: CollectionAfterDeleteHook = async ({ doc, req }) => {
  if (doc._status === 'published' && !doc.deletedAt) await queue(req, 'delete', doc)
  return doc
}

const eventOf = (
  before: Stored | undefined,
  after: Stored | undefined,
): WebhookEvent | undefined => {
  if (!before) return after ? 'publish' : undefined
  if (!after) return 'unpublish'
  return String(before.updatedAt) === String(after.updatedAt) ? undefined : 'update'
}

const published = async (req: PayloadRequest, id: string): Promise<Stored | undefined> => {
  const found = await req.payload.db.findOne<Stored>({
    collection: 'articles',
    where: { id: { equals: id } },
    select: {
      title: true,
      slug: true,
      locale: true,
      publishedAt: true,
      updatedAt: true,
      deletedAt: true,
      _status: true,
    },
    req,
  })
  return found?._status === 'published' && !found.deletedAt ? found : undefined
}

const hasWebhooks = async (req: PayloadRequest): Promise<boolean> => {
  const { totalDocs } = await req.payload.db.count({
    collection: 'webhooks',
    where: { active: { equals: true } },
    req,
  })
  return totalDocs > 0
}

const queue = async (req: PayloadRequest, event: WebhookEvent, article: Stored): Promise<void> => {
  const { payload } = req
  const { docs } = await payload.db.find<{ id: string; events?: string[] }>({
    collection: 'webhooks',
    where: { active: { equals: true } },
    pagination: false,
    limit: 0,
    req,
  })
  const publishedAt = article.publishedAt ? new Date(article.publishedAt) : undefined
  for (const { id, events } of docs) {
    if (!events?.includes(event)) continue
    const delivery = await payload.create({
      collection: 'webhook-deliveries',
      data: {
        webhook: id,
        event,
        title: article.title ?? '',
        state: 'queued',
        attempts: 0,
        body: { event, article: describe(article, publishedAt) },
      },
      depth: 0,
      req,
    })
    // Readers see a scheduled article at its time: so do programs.
    const isLater = event === 'publish' && publishedAt && publishedAt.getTime() > Date.now()
    await payload.jobs.queue({
      task: 'deliverWebhook',
      input: { delivery: delivery.id },
      ...(isLater && { waitUntil: publishedAt }),
      req,
    })
  }
}

const describe = (article: Stored, publishedAt: Date | undefined) => ({
  id: article.id,
  title: article.title ?? '',
  slug: article.slug ?? null,
  locale: article.locale ?? null,
  publishedAt: publishedAt?.toISOString() ?? null,
  url: articleAddress({ ...article, publishedAt: publishedAt?.toISOString() }, siteSettings()),
})
