import { getPayload, type Migration, type Payload } from 'payload'
import { observe } from './changes/observe'
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
