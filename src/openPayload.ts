import { getPayload, type Migration, type Payload } from 'payload'
import { changeFeedOf } from './changes/feed'
import { observeReads } from './changes/observeReads'
import { observeWrites } from './changes/observeWrites'
import { migrations } from './migrations'
import config from './payload.config'
import { searchMigrations } from './search/sqlite/searchMigrations'

/** Opens the database, brings its schema up to date, and returns the one Payload instance of this process. */
export const openPayload = async (): Promise<Payload> => {
  const payload = await getPayload({ config })
  // In production the adapter has migrated while connecting.
  if (payload.db.name === 'sqlite' && process.env.NODE_ENV !== 'production') {
    await payload.db.migrate({ migrations: [...migrations, ...searchMigrations] as Migration[] })
  }
  observe(payload)
  return payload
}

const observed = new WeakSet<Payload['db']>()

/** Lets the read cache know what is read and written; before the database is closed, what is known is passed on. */
const observe = (payload: Payload): void => {
  if (observed.has(payload.db)) return
  observed.add(payload.db)
  observeReads(payload)
  observeWrites(payload)
  const destroy = payload.db.destroy?.bind(payload.db)
  payload.db.destroy = async () => {
    await changeFeedOf(payload).close()
    await destroy?.()
  }
}
