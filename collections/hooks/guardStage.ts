import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { sayIn } from '../../src/strings'
import { writesAs } from '../access/roles'
import { isStage, moveBetween, type Stage } from '../workflow/moves'

/**
 * Tells a request to move an article from a form's copy of its stage. Autosave and the panel's form (multipart) send every
 * field of a document, maybe an hour after they have read it: their stage is no request. A request to move is saved as a
 * draft, because Payload would otherwise write the text of the last published version over a newer draft.
 */
export const readMoveRequest: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation !== 'create' && operation !== 'update') return args
  // A file that has become a draft takes its article from the public: an import moves nothing along the review.
  if (req.context.isImport) return args
  const sent: Record<string, unknown> = 'data' in args ? { ...args.data } : {}
  if (sent.stage === undefined) return args
  const isFormCopy = ('autosave' in args && args.autosave === true) || isFormSave(req)
  if (isFormCopy) {
    const { stage: _stage, stageNote: _note, ...data } = sent
    return { ...args, data }
  }
  const isMove = operation === 'update' && sent._status !== 'published'
  return isMove && req.user ? { ...args, draft: true } : args
}

const isFormSave = (req: PayloadRequest): boolean =>
  req.headers?.get('content-type')?.startsWith('multipart/form-data') === true

/**
 * Lets the stage of an article move only along `workflow/moves.ts`, whichever way the change comes in. Restoring a version
 * brings back the text, not the stage. Publishing approves. A note belongs to the stage that it was given with.
 * @throws APIError `move-unknown`, `move-forbidden`, `move-note-missing`
 */
export const guardStage: CollectionBeforeChangeHook = ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const from: Stage =
    operation === 'update' && isStage(originalDoc?.stage) ? originalDoc.stage : 'draft'
  const note: unknown = operation === 'update' ? originalDoc?.stageNote : undefined
  const stays = { ...data, stage: from, stageNote: note ?? null }
  if (data._status === 'published') return { ...data, stage: 'approved', stageNote: null }
  if (context.isRestoringVersion || data.stage === undefined || data.stage === from) return stays
  const to: unknown = data.stage
  // Without a user it is the software itself; a value that is no stage is refused by the field.
  if (!req.user || !isStage(to)) return data
  refuseUnlessAllowed({ from, to, note: data.stageNote, req })
  return { ...data, stageNote: noteOf(data.stageNote) }
}

const refuseUnlessAllowed = ({
  from,
  to,
  note,
  req,
}: {
  from: Stage
  to: Stage
  note: unknown
  req: PayloadRequest
}): void => {
  const say = sayIn(req.i18n?.language ?? 'en')
  const names = { from: say(`workflow:${from}`), to: say(`workflow:${to}`) }
  const move = moveBetween(from, to)
  if (!move) throw refusal(400, 'move-unknown', say('workflow:unknownMove', names))
  const role = writesAs(req.user)
  if (!role || !move.roles.includes(role)) {
    throw refusal(403, 'move-forbidden', say('workflow:forbiddenMove', names))
  }
  if (move.needsNote && !noteOf(note)) {
    throw refusal(400, 'move-note-missing', say('workflow:missingNote'))
  }
}

const noteOf = (note: unknown): string | null =>
  typeof note === 'string' && note.trim() ? note.trim() : null

const refusal = (status: number, code: string, message: string): APIError =>
  new APIError(message, status, { code }, true)
