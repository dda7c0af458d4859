import http from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gracefulShutdown } from '../../../src/server/shutdown'
import { portOf } from './openTestServer'

const open = async ({ answerMs, limitMs }: { answerMs: number; limitMs: number }) => {
  const order: string[] = []
  const server = http.createServer(async (_request, response) => {
    // What the server has sent; when the client has read it depends on the machine.
    response.on('finish', () => order.push('answered'))
    await wait(answerMs, undefined, { ref: false })
    response.end('whole answer')
  })
  const readiness = { admin: 'ready' as const, isShuttingDown: false }
  const close = () => {
    order.push('closed')
    return Promise.resolve()
  }
  const shutDown = gracefulShutdown({ server, readiness, limitMs, close })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${portOf(server)}`
  const ask = (agent?: http.Agent) =>
    new Promise<{ text: string; connection?: string }>((resolve, reject) => {
      const request = http.get(address, { agent }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer
          .on('error', reject)
          .on('end', () => resolve({ text, connection: answer.headers.connection }))
      })
      request.on('error', reject)
    })
  return { ask, shutDown, order, readiness }
}

test('a slow request in flight is answered before the database is closed', async () => {
  const { ask, shutDown, order, readiness } = await open({ answerMs: 800, limitMs: 20_000 })
  const slow = ask()
  await wait(100)
  const ended = shutDown()
  expect(readiness.isShuttingDown).toBe(true)
  expect(await slow).toEqual({ text: 'whole answer', connection: 'close' })
  expect(await ended).toBe(true)
  expect(order).toEqual(['answered', 'closed'])
})

test('a kept connection is answered once more, and a new one is refused', async () => {
  const { ask, shutDown } = await open({ answerMs: 10, limitMs: 20_000 })
  const agent = new http.Agent({ keepAlive: true })
  expect((await ask(agent)).connection).toBe('keep-alive')
  await wait(20)
  const ended = shutDown()
  expect(await ask(agent)).toEqual({ text: 'whole answer', connection: 'close' })
  await expect(ask()).rejects.toThrow()
  expect(await ended).toBe(true)
})

test('a request that takes longer than the limit is cut off', async () => {
  const { ask, shutDown, order } = await open({ answerMs: 30_000, limitMs: 600 })
  const slow = ask()
  slow.catch(() => undefined)
  await wait(100)
  const begun = Date.now()
  expect(await shutDown()).toBe(false)
  expect(Date.now() - begun).toBeLessThan(15_000)
  expect(order).toEqual(['closed'])
  await expect(slow).rejects.toThrow()
})
