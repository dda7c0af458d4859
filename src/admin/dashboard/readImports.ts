import type { Import } from '../../payload-types'
import type { Asking } from './readDesk'

const SHOWN = 3

export type ImportRow = Pick<Import, 'id' | 'title' | 'status' | 'startedAt' | 'counts'>

/** The last runs of the importer. Their problems may be many and are read on their own page. */
export const readImports = async ({ req, user }: Asking): Promise<ImportRow[]> => {
  const { docs } = await req.payload.find({
    collection: 'imports',
    sort: '-startedAt',
    limit: SHOWN,
    pagination: false,
    depth: 0,
    select: { title: true, status: true, startedAt: true, counts: true },
    overrideAccess: false,
    user,
  })
  return docs
}
