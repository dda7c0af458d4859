import { createLocalReq, type Payload } from 'payload'
import { readDesk } from '../../../src/admin/dashboard/readDesk'
import type { User } from '../../../src/payload-types'

type Client = { on: (event: string, listener: () => void) => void }

const LIST = ['cover', 'title', '_status', 'stage', 'authors', 'categories', 'publishedAt']

/** How many commands MongoDB gets for the first page and for a page of the list. */
export const countCommands = async (payload: Payload, editor: User) => {
  let commands = 0
  clientOf(payload).on('commandStarted', () => (commands += 1))
  const user = { ...editor, collection: 'users' as const }
  const req = await createLocalReq({ user }, payload)
  const list = (words?: string) =>
    payload.find({
      collection: 'articles',
      draft: true,
      limit: 50,
      depth: 1,
      sort: '-publishedAt',
      select: Object.fromEntries(LIST.map((name) => [name, true])),
      ...(words !== undefined && { where: { fullText: { like: words } } }),
      overrideAccess: false,
      user,
    })
  const pages = {
    'first page': () => readDesk({ req, user }),
    'list of 50': () => list(),
    'search of all': () => list('article'),
    'search of one': () => list('4711'),
  }
  const rows = []
  for (const [page, open] of Object.entries(pages)) {
    await open()
    const before = commands
    const begun = performance.now()
    await open()
    rows.push({ page, commands: commands - before, ms: Math.round(performance.now() - begun) })
  }
  return rows
}

const clientOf = ({ db }: Payload): Client => {
  const connection: unknown = 'connection' in db ? db.connection : undefined
  if (typeof connection === 'object' && connection !== null && 'getClient' in connection) {
    const { getClient } = connection
    if (typeof getClient === 'function') return getClient.call(connection)
  }
  throw new Error('bench-database: this part needs MongoDB.')
}
