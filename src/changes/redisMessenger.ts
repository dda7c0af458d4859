import { Redis } from 'ioredis'
import type { Payload } from 'payload'
import type { Messenger } from './changeLog'

const CHANNEL = 'galley:changes'

/**
 * Calls other processes through Redis. Nothing is lost with a lost message: what has changed stands in the database,
 * and after every connection it is read again.
 * @param url `redis://…`, as in REDIS_URL
 */
export const redisMessenger = (url: string, { logger }: Pick<Payload, 'logger'>): Messenger => {
  const options = { lazyConnect: true, maxRetriesPerRequest: 1, enableOfflineQueue: false }
  const [caller, hearer] = [new Redis(url, options), new Redis(url, options)]
  let isListening = false
  let hasFailed = false
  const report = (error: Error): void => {
    if (!hasFailed) logger.warn({ err: error }, 'Redis does not answer; it is tried again')
    hasFailed = true
  }
  caller.on('error', report)
  hearer.on('error', report)
  caller.connect().catch(report)
  return {
    call: () => void caller.publish(CHANNEL, '').catch(() => undefined),
    listen: (hear) => {
      hearer.on('message', hear)
      hearer.on('ready', () => {
        hearer
          .subscribe(CHANNEL)
          .then(() => {
            isListening = true
            hasFailed = false
            hear()
          })
          .catch(report)
      })
      hearer.on('close', () => {
        const wasListening = isListening
        isListening = false
        // From now on the log is read often again.
        if (wasListening) hear()
      })
      hearer.connect().catch(report)
    },
    isConnected: () => isListening,
    close: async () => {
      hearer.disconnect()
      caller.disconnect()
      return Promise.resolve()
    },
  }
}
