import type { Payload } from 'payload'
import { createForms } from './forms'
import { createPartsMaker } from './parts'
import { questionOf, type Question } from './question'
import { readList, readOne } from './readList'
import { readForRendering, rendered } from './rendering'

/** Answers reads of the public, from their address. */
export type LeanReads = {
  /** @returns the body of the answer; undefined for what Payload has to answer */
  answer: (address: string) => Promise<string | undefined>
  /** Takes what Payload has answered (with 200), and finds out whether it can answer the like. */
  learn: (address: string, body: string) => Promise<void>
}

/**
 * Reads documents of the public collections past Payload's pipeline, on SQLite: the same bytes for a third of the time. Access,
 * conditions and orders stay Payload's own; what it saves is to build, transform and walk what is then written as JSON.
 * A question of a new form is answered by Payload first, and by this as well: only when both are the same, byte by byte,
 * are others of its form answered so.
 */
export const createLeanReads = (payload: Payload): LeanReads => {
  const maker = createPartsMaker(payload)
  if (!maker) return { answer: () => Promise.resolve(undefined), learn: () => Promise.resolve() }
  const forms = createForms()

  const compute = async (question: Question): Promise<string | undefined> => {
    const shape = maker.shape(question.collection)
    if (!shape) return undefined
    const parts = await maker.make('REST')
    const read = { ...question, select: readForRendering(shape, question) }
    if (question.id !== undefined) {
      const found = await readOne(parts, shape, read, question.id)
      return found && (await rendered(parts, shape, [found], question))[0]
    }
    const list = await readList(parts, shape, read)
    if (!list) return undefined
    const docs = await rendered(parts, shape, list.docs, question)
    return `{"docs":[${docs.join(',')}],${JSON.stringify(list.numbers).slice(1)}`
  }

  const understood = (address: string): Question | undefined => {
    const question = questionOf(address, payload.config)
    return question && maker.shape(question.collection) ? question : undefined
  }

  return {
    answer: async (address) => {
      const question = understood(address)
      if (!question || !forms.isKnown(question.form)) return undefined
      // Payload says what is wrong with a value.
      return compute(question).catch(() => undefined)
    },
    learn: async (address, body) => {
      const question = understood(address)
      if (!question || !forms.isOpen(question.form)) return
      const isSame = (await compute(question).catch(() => undefined)) === body
      forms.note(question.form, isSame)
      if (!isSame) payload.logger.debug({ form: question.form }, 'A read takes the long way')
    },
  }
}
