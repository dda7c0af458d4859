import type { SanitizedConfig } from 'payload'
import { callGraphql } from './graphql'
import { callRest, isObject, type Credentials, type Json } from './rest'

/** What one call of either API came to. */
export type Answer = { ok: boolean; message: string; doc?: Json; docs: Json[] }

type Reading = { where?: Json; draft?: boolean; trash?: boolean }
type Writing = { draft?: boolean; trash?: boolean }

/** The operations that REST and GraphQL share, so that a test is written once and holds for both. */
export type ContentApi = {
  list: (collection: string, options?: Reading) => Promise<Answer>
  get: (collection: string, id: string, options?: Writing) => Promise<Answer>
  create: (collection: string, data: Json, options?: Writing) => Promise<Answer>
  update: (collection: string, id: string, data: Json, options?: Writing) => Promise<Answer>
  remove: (collection: string, id: string, options?: Writing) => Promise<Answer>
  duplicate: (collection: string, id: string, data: Json) => Promise<Answer>
  versions: (collection: string, parent: string) => Promise<Answer>
  restore: (collection: string, version: string, options?: Writing) => Promise<Answer>
}

/** The REST API as one caller uses it. */
export const restApi = (config: SanitizedConfig, caller: Credentials): ContentApi => {
  const call = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: Json,
  ): Promise<Answer> => {
    const answer = await callRest(config, { method, path, body, ...caller })
    return {
      ok: answer.ok,
      message: JSON.stringify(answer.body.errors ?? answer.body.message ?? ''),
      doc: isObject(answer.body.doc)
        ? answer.body.doc
        : 'id' in answer.body
          ? answer.body
          : undefined,
      docs: Array.isArray(answer.body.docs) ? answer.body.docs.filter(isObject) : [],
    }
  }
  return {
    list: (collection, options) => call('GET', `/${collection}${search({ depth: 0, ...options })}`),
    get: (collection, id, options) =>
      call('GET', `/${collection}/${id}${search({ depth: 0, ...options })}`),
    create: (collection, data, options) => call('POST', `/${collection}${search(options)}`, data),
    update: (collection, id, data, options) =>
      call('PATCH', `/${collection}/${id}${search(options)}`, data),
    remove: (collection, id, options) => call('DELETE', `/${collection}/${id}${search(options)}`),
    duplicate: (collection, id, data) => call('POST', `/${collection}/${id}/duplicate`, data),
    versions: (collection, parent) =>
      call('GET', `/${collection}/versions${search({ where: { parent: { equals: parent } } })}`),
    restore: (collection, version, options) =>
      call('POST', `/${collection}/versions/${version}${search(options)}`),
  }
}

/** Names of a collection in the GraphQL schema: one document, many, and a field to read beside `id`. */
const NAMES: Record<string, { one: string; many: string; field: string }> = {
  articles: { one: 'Article', many: 'Articles', field: 'title' },
  categories: { one: 'Category', many: 'Categories', field: 'name' },
  tags: { one: 'Tag', many: 'Tags', field: 'name' },
  authors: { one: 'Author', many: 'Authors', field: 'name' },
  media: { one: 'Media', many: 'allMedia', field: 'alt' },
  redirects: { one: 'Redirect', many: 'Redirects', field: 'from' },
  comments: { one: 'Comment', many: 'Comments', field: 'text' },
  notifications: { one: 'Notification', many: 'Notifications', field: 'title' },
  imports: { one: 'Import', many: 'Imports', field: 'title' },
  webhooks: { one: 'Webhook', many: 'Webhooks', field: 'name' },
  'webhook-deliveries': { one: 'WebhookDelivery', many: 'WebhookDeliveries', field: 'title' },
  activity: { one: 'Activity', many: 'Activities', field: 'title' },
  users: { one: 'User', many: 'Users', field: 'name' },
  'change-log': { one: 'ChangeLog', many: 'ChangeLogs', field: 'process' },
  'payload-kv': { one: 'PayloadKv', many: 'PayloadKvs', field: 'key' },
  'payload-jobs': { one: 'PayloadJob', many: 'PayloadJobs', field: 'queue' },
  'payload-preferences': { one: 'PayloadPreference', many: 'PayloadPreferences', field: 'key' },
  'payload-locked-documents': {
    one: 'PayloadLockedDocument',
    many: 'PayloadLockedDocuments',
    field: 'globalSlug',
  },
}

/** The GraphQL API as one caller uses it. */
export const graphqlApi = (config: SanitizedConfig, caller: Credentials): ContentApi => {
  const call = async (query: string, variables?: Json): Promise<Answer> => {
    const { data, errors } = await callGraphql(config, { query, variables, ...caller })
    const result = data.result
    const docs = isObject(result) && Array.isArray(result.docs) ? result.docs.filter(isObject) : []
    return {
      ok: errors.length === 0 && result !== null,
      message: errors.map(({ message }) => message).join('; '),
      doc: isObject(result) ? result : undefined,
      docs,
    }
  }
  const named = (collection: string) => {
    const names = NAMES[collection]
    if (!names) throw new Error(`${collection} has no names in contentApi.ts`)
    return { ...names, fields: `{ id ${names.field} }` }
  }
  return {
    list: (collection, { where, ...options } = {}) => {
      const { one, many, fields } = named(collection)
      const query = `query($where: ${one}_where) { result: ${many}(where: $where ${flags(options)}) { docs ${fields} } }`
      return call(query, { where })
    },
    get: (collection, id, options) => {
      const { one, fields } = named(collection)
      return call(`query { result: ${one}(id: "${id}" ${flags(options)}) ${fields} }`)
    },
    create: (collection, data, options) => {
      const { one, fields } = named(collection)
      const query = `mutation($data: mutation${one}Input!) { result: create${one}(data: $data ${flags(options)}) ${fields} }`
      return call(query, { data: enums(data) })
    },
    update: (collection, id, data, options) => {
      const { one, fields } = named(collection)
      const query = `mutation($data: mutation${one}UpdateInput!) { result: update${one}(id: "${id}", data: $data ${flags(options)}) ${fields} }`
      return call(query, { data: enums(data) })
    },
    remove: (collection, id, options) => {
      const { one, fields } = named(collection)
      return call(`mutation { result: delete${one}(id: "${id}" ${flags(options)}) ${fields} }`)
    },
    duplicate: (collection, id, data) => {
      const { one, fields } = named(collection)
      const query = `mutation($data: mutation${one}Input!) { result: duplicate${one}(id: "${id}", data: $data) ${fields} }`
      return call(query, { data: enums(data) })
    },
    versions: (collection, parent) =>
      call(
        `query { result: versions${named(collection).many}(where: { parent: { equals: "${parent}" } }) { docs { id } } }`,
      ),
    restore: (collection, version, options) => {
      const { one, fields } = named(collection)
      return call(
        `mutation { result: restoreVersion${one}(id: "${version}" ${flags(options)}) ${fields} }`,
      )
    },
  }
}

const flags = (options: Writing = {}): string =>
  Object.entries(options)
    .map(([name, value]) => `${name}: ${String(value)}`)
    .join(' ')

/** GraphQL spells the values of selects with letters, digits and underscores alone. */
const enums = (data: Json): Json => ({
  ...data,
  ...(typeof data.stage === 'string' ? { stage: data.stage.replaceAll('-', '_') } : {}),
  ...(typeof data.type === 'string' ? { type: `_${data.type}` } : {}),
})

/** Writes `where[a][equals]=b` and the like, as the REST API reads it. */
export const search = (options: Json = {}): string => {
  const pairs = pairsOf(options, '')
  return pairs.length > 0 ? `?${pairs.join('&')}` : ''
}

const pairsOf = (value: unknown, key: string): string[] => {
  if (value === undefined) return []
  if (Array.isArray(value)) return value.flatMap((item, index) => pairsOf(item, `${key}[${index}]`))
  if (!isObject(value))
    return [
      `${key}=${encodeURIComponent(typeof value === 'string' ? value : JSON.stringify(value))}`,
    ]
  return Object.entries(value).flatMap(([name, inner]) =>
    pairsOf(inner, key === '' ? name : `${key}[${name}]`),
  )
}
