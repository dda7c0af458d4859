import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { createTimedRead } from '../../../src/server/protection/readTime'

const timedWith = (maxMs: number, slowMs: number) => {
  const lines: string[] = []
  const logger = pino({}, { write: (line: string) => lines.push(line) })
  return { lines, timed: createTimedRead({ maxMs, slowMs }, logger) }
}

test('gives a read up after its time, with a code', async () => {
  const { lines, timed } = timedWith(20, 10)
  await expect(timed('/api/tags', () => wait(2000, 'late'))).rejects.toMatchObject({
    code: 'read-timeout',
    status: 503,
  })
  expect(lines.join()).toContain('/api/tags')
})

test('hands on what a read gives or throws, and logs the slow ones alone', async () => {
  const { lines, timed } = timedWith(5000, 1000)
  expect(await timed('/api/tags', () => Promise.resolve('quick'))).toBe('quick')
  await expect(timed('/api/tags', () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  )
  expect(lines).toEqual([])
})
