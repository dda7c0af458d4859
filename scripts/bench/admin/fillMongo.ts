import type { Payload } from 'payload'
import { indexAll } from './indexAll'
import { makeTemplate } from './people'

type Stored = Record<string, unknown>
type Raw = {
  findOne: (filter: Stored) => Promise<Stored | null>
  insertMany: (docs: Stored[]) => Promise<{ insertedIds: Record<number, unknown> }>
}

const BATCH = 1000

/** Copies of a template, written past Payload. */
export const fillMongo = async (payload: Payload, articles: number): Promise<void> => {
  await makeTemplate(payload)
  const main = rawOf(payload, 'collections')
  const versions = rawOf(payload, 'versions')
  const [article, version] = [await main.findOne({}), await versions.findOne({})]
  if (!article || !version) throw new Error('bench-template: the template was not stored.')
  const { _id: _1, ...articleFields } = article
  const { _id: _2, ...versionFields } = version
  const inner = versionFields.version as Stored
  for (let from = 0; from < articles; from += BATCH) {
    const numbers = Array.from({ length: Math.min(BATCH, articles - from) }, (_, i) => from + i)
    const own = (i: number): Stored => ({
      title: `Article number ${i}`,
      slug: `article-number-${i}`,
      stage: i % 100 === 0 ? 'in-review' : 'approved',
      _status: i % 100 === 0 ? 'draft' : 'published',
      publishedAt: new Date(Date.UTC(2005, 0, 1, i % 175_000)),
    })
    const { insertedIds } = await main.insertMany(
      numbers.map((i) => ({ ...articleFields, ...own(i) })),
    )
    await versions.insertMany(
      numbers.map((i, at) => ({
        ...versionFields,
        parent: String(insertedIds[at]),
        version: { ...inner, ...own(i) },
      })),
    )
    await indexAll(
      payload,
      numbers.map((number, at) => ({ id: String(insertedIds[at]), number })),
    )
  }
}

const rawOf = ({ db }: Payload, kind: 'collections' | 'versions'): Raw => {
  const models: unknown = Reflect.get(db, kind)
  const model: unknown = isObject(models) ? models.articles : undefined
  const raw: unknown = typeof model === 'function' ? Reflect.get(model, 'collection') : undefined
  if (!isRaw(raw)) throw new Error('bench-database: this part needs MongoDB.')
  return raw
}

const isObject = (value: unknown): value is Stored => typeof value === 'object' && value !== null

const isRaw = (value: unknown): value is Raw => isObject(value) && 'insertMany' in value
