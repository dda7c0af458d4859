import { APIError, Forbidden, type Endpoint, type PayloadRequest, type Where } from 'payload'
import { hasRole } from '../access/roles'

const PAGE = 500
const COLUMNS = [
  'createdAt',
  'userName',
  'user',
  'action',
  'documentType',
  'documentId',
  'title',
  'detail',
  'address',
  'userAgent',
] as const

type Row = { id: string; createdAt: string } & Partial<Record<(typeof COLUMNS)[number], unknown>>

/**
 * `GET /api/activity/export?where=…`: the activity, filtered as the list is, newest first, as CSV. For admins. It is read and
 * sent in pages, so that its length doesn't matter.
 */
export const exportActivity: Endpoint = {
  path: '/export',
  method: 'get',
  handler: async (req) => {
    if (!hasRole(req.user, ['admin'])) throw new Forbidden(req.t)
    const where = whereOf(req.query.where)
    // A condition that can't be read is refused here, before the answer has begun.
    await req.payload.count({ collection: 'activity', where, overrideAccess: false, req })
    return new Response(streamOf(csv({ req, where })), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="activity-${new Date().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
      },
    })
  },
}

const whereOf = (where: unknown): Where => {
  if (where === undefined) return {}
  if (isWhere(where)) return where
  throw new APIError(
    'The filter can’t be read. Write it as where[action][equals]=login.',
    400,
    { code: 'where-malformed' },
    true,
  )
}

const isWhere = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Pages by the last row that was read: an offset would cost more with every page. */
async function* csv({ req, where }: { req: PayloadRequest; where: Where }): AsyncGenerator<string> {
  // The mark tells spreadsheets that Chinese names are in UTF-8.
  yield `\uFEFF${COLUMNS.join(',')}\r\n`
  let after: Where | undefined
  for (;;) {
    const { docs } = await req.payload.find({
      collection: 'activity',
      where: { and: [where, ...(after ? [after] : [])] },
      sort: ['-createdAt', '-id'],
      limit: PAGE,
      pagination: false,
      depth: 0,
      overrideAccess: false,
      user: req.user,
    })
    const rows: Row[] = docs
    yield rows.map(lineOf).join('')
    const last = rows.at(-1)
    if (!last || rows.length < PAGE) return
    after = {
      or: [
        { createdAt: { less_than: last.createdAt } },
        { and: [{ createdAt: { equals: last.createdAt } }, { id: { less_than: last.id } }] },
      ],
    }
  }
}

const lineOf = (row: Row): string => `${COLUMNS.map((name) => cell(row[name])).join(',')}\r\n`

/** Quoted where needed; a text that a spreadsheet would take for a formula gets an apostrophe. */
const cell = (value: unknown): string => {
  const text = value == null ? '' : String(value)
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

const streamOf = (parts: AsyncGenerator<string>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await parts.return(undefined)
    },
  })
}
