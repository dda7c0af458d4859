import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { withBatchForm } from './batchForm'
import { notify, type NotificationKind } from '../workflow/notify'
import type { Stage } from '../workflow/moves'
import { editorIds } from '../workflow/staff'

type Announced = {
  id: string
  title?: string | null
  stage?: Stage
  stageNote?: string | null
  _status?: string | null
  createdBy?: unknown
}

/** Tells the people concerned that an article has moved, was published or unpublished, and keeps an editor's note. */
export const announceMove: CollectionAfterChangeHook = withBatchForm(
  async ({ context, doc, operation, previousDoc, req }) => {
    // Autosaves never move; a run of the importer or the software itself tells nobody.
    if (context.isImport || context.isQuiet || !req.user) return doc
    const before: Announced | undefined = operation === 'update' ? previousDoc : undefined
    const kind = kindOf(doc, before, context.isDraftSave === true)
    if (!kind) return doc
    if (kind === 'changes-requested') await keepNote(doc, req)
    const article = { id: doc.id, title: doc.title ?? '', owner: idOf(doc.createdBy) }
    const to = kind === 'review-asked' ? await editorIds(req) : [article.owner]
    await notify({ kind, article, to, text: doc.stageNote ?? undefined, req })
    return doc
  },
  // An import stores the document and its version together, and tells nobody.
  {},
)

const kindOf = (
  doc: Announced,
  before: Announced | undefined,
  isDraftSave: boolean,
): NotificationKind | undefined => {
  if (doc._status === 'published' && before?._status !== 'published') return 'published'
  const isDraftNow = doc._status === 'draft' && before?._status === 'published'
  if (isDraftNow && !isDraftSave) return 'unpublished'
  if (doc.stage === (before?.stage ?? 'draft')) return undefined
  if (doc.stage === 'in-review') return 'review-asked'
  if (doc.stage === 'changes-requested') return 'changes-requested'
  return doc.stage === 'approved' && doc._status !== 'published' ? 'approved' : undefined
}

/** The note stays in the thread when the stage moves on. */
const keepNote = async (doc: Announced, req: PayloadRequest): Promise<void> => {
  if (!doc.stageNote) return
  await req.payload.create({
    collection: 'comments',
    data: { article: doc.id, text: doc.stageNote, kind: 'note', owner: idOf(doc.createdBy) },
    context: { isQuiet: true },
    depth: 0,
    req,
  })
}

/** The id of a relation, filled or not. */
const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : undefined
}
