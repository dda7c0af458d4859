import { setTimeout as wait } from 'node:timers/promises'
import { ask, type Question } from './questions'
import { createRandom } from './random'
import { TIMED_WITHIN_MS, WRITES, type Call, type Stock } from './writes'

/** How long another instance may answer what was before a write. */
const OTHER_INSTANCE_MS = 1000
const QUESTIONS_A_WRITE = 4
/** Writes after which time changes what the public sees. */
const TIMED = ['schedule', 'let expire']

export type Report = {
  /** Answers compared with those of a server without a cache. */
  pairs: number
  /** Of them, by the instance that took the write, and by the other one. */
  own: number
  other: number
  /** Compared answers that came from the cache. */
  hits: number
  writes: Record<string, number>
  refusedWrites: number
  slowestOtherMs: number
  /** Each answer that was not that of the server without a cache. */
  mismatches: string[]
}

/**
 * Asks random questions, does something random to the newsroom, and asks them again: of the instance that took the write at once, of another
 * one within a second, and holds each answer against that of a server without a cache, byte for byte.
 * @param cached the instance that takes the writes
 * @param other another instance on the same database
 * @param uncached a server that computes every answer
 */
export const checkConsistency = async ({
  cached,
  other,
  uncached,
  token,
  pairs,
  seed,
}: {
  cached: string
  other: string
  uncached: string
  /** Session of an administrator. */
  token: string
  pairs: number
  seed: number
}): Promise<Report> => {
  const random = createRandom(seed)
  const stock: Stock = { articles: [], trashed: [], categories: [], tags: [], authors: [] }
  const report: Report = {
    pairs: 0,
    own: 0,
    other: 0,
    hits: 0,
    writes: {},
    refusedWrites: 0,
    slowestOtherMs: 0,
    mismatches: [],
  }
  const call = caller(cached, token)
  let count = 0
  let lastWrite = ''
  const write = async (name: string): Promise<void> => {
    count += 1
    lastWrite = name
    report.writes[name] = (report.writes[name] ?? 0) + 1
    await WRITES[name]?.({ call, stock, random, count }).catch((error: unknown) => {
      report.refusedWrites += 1
      if (!(error instanceof RefusedWrite)) throw error
    })
  }
  for (const name of ['create a category', 'create a tag', 'create an author', 'create']) {
    for (let times = 0; times < 3; times += 1) await write(name)
  }

  const names = Object.keys(WRITES)
  while (report.pairs < pairs) {
    const questions = Array.from({ length: QUESTIONS_A_WRITE }, () => ask(stock, random))
    // Answers that lie ready are what a write must drop.
    for (const question of questions) {
      for (const address of [cached, other]) await answerOf(address, question)
    }
    const name = random.oneOf(names) ?? 'create'
    await write(name)
    await compareAll(questions)
    if (TIMED.includes(name)) {
      for (const question of questions) {
        for (const address of [cached, other]) await answerOf(address, question)
      }
      await wait(TIMED_WITHIN_MS)
      await compareAll(questions)
    }
  }
  return report

  async function compareAll(questions: readonly Question[]): Promise<void> {
    const since = performance.now()
    for (const [index, question] of questions.entries()) {
      await compare(question, cached, 0, since)
      report.own += 1
      if (index % 2 > 0) continue
      await compare(question, other, OTHER_INSTANCE_MS, since)
      report.other += 1
    }
  }

  async function compare(
    question: Question,
    address: string,
    patienceMs: number,
    since: number,
  ): Promise<void> {
    report.pairs += 1
    for (;;) {
      const before = await answerOf(uncached, question)
      const answer = await answerOf(address, question)
      const after = await answerOf(uncached, question)
      // An article came due between the two: nothing can be said.
      if (before.text !== after.text) continue
      const late = performance.now() - since
      if (answer.text === after.text && answer.status === after.status) {
        if (answer.isHit) report.hits += 1
        return
      }
      if (late > patienceMs) {
        report.mismatches.push(
          `${address} ${question.path} ${question.query ?? ''} ${Math.round(late)} ms after "${lastWrite}":\n  ${answer.text.slice(0, 2000)}\n  ${after.text.slice(0, 2000)}`,
        )
        return
      }
      report.slowestOtherMs = Math.max(report.slowestOtherMs, Math.round(late))
      await wait(20)
    }
  }
}

class RefusedWrite extends Error {}

const caller =
  (address: string, token: string): Call =>
  async (method, path, body) => {
    const response = await fetch(`${address}/api${path}`, {
      method,
      headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as { doc?: { id: string } }
    if (!response.ok) throw new RefusedWrite(JSON.stringify(answer))
    return answer.doc ?? { id: '' }
  }

const answerOf = async (
  address: string,
  { path, query }: Question,
): Promise<{ status: number; text: string; isHit: boolean }> => {
  const response = await fetch(`${address}${path}`, {
    ...(query && {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    }),
  })
  const text = (await response.text()).replace(/"requestId":"[^"]*"/, '"requestId":""')
  return { status: response.status, text, isHit: response.headers.get('x-cache') === 'hit' }
}
