import type { SanitizedCollectionConfig } from 'payload'
import { answer, pathParameter, queryParameter, refusals, wholeNumber } from './parts'
import { schemaRef, type Schema } from './schemas'

const KEYS = [{ apiKey: [] }, { session: [] }]

/** Lists, documents and their changes, for each collection. */
export const collectionPaths = (
  collections: readonly SanitizedCollectionConfig[],
): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    collections.flatMap(({ slug }) => {
      const name = nameOf(slug)
      const document = schemaRef(slug)
      const id = pathParameter('id', 'The id of the document.')
      const common = { tags: [slug], parameters: readParameters(slug) }
      const changed = answer('The document.', {
        type: 'object',
        required: ['doc'],
        properties: { doc: document, message: { type: 'string' } },
      })
      return [
        [
          `/api/${slug}`,
          {
            get: {
              ...common,
              operationId: `list${name}`,
              summary: `List ${slug}`,
              security: [{}, ...KEYS],
              parameters: [...listParameters, ...readParameters(slug)],
              responses: { '200': answer('A page of documents.', pageOf(document)), ...refusals },
            },
            post: {
              tags: [slug],
              operationId: `create${name}`,
              summary: `Create a document in ${slug}`,
              security: KEYS,
              requestBody: bodyOf(slug),
              responses: { '201': changed, ...refusals },
            },
          },
        ],
        [
          `/api/${slug}/{id}`,
          {
            parameters: [id],
            get: {
              ...common,
              operationId: `get${name}`,
              summary: `Read a document of ${slug}`,
              security: [{}, ...KEYS],
              responses: { '200': answer('The document.', document), ...refusals },
            },
            patch: {
              tags: [slug],
              operationId: `update${name}`,
              summary: `Change a document of ${slug}`,
              security: KEYS,
              requestBody: bodyOf(slug),
              responses: { '200': changed, ...refusals },
            },
            delete: {
              tags: [slug],
              operationId: `delete${name}`,
              summary: `Delete a document of ${slug}`,
              security: KEYS,
              responses: { '200': changed, ...refusals },
            },
          },
        ],
      ]
    }),
  )

const nameOf = (slug: string): string =>
  slug.replace(/(^|-)(\w)/g, (_match, _hyphen, letter: string) => letter.toUpperCase())

const deepObject = { style: 'deepObject', explode: true }
const anyObject = { type: 'object', additionalProperties: true }

const listParameters = [
  queryParameter('where', 'Conditions, such as `where[slug][equals]=ink`.', anyObject, deepObject),
  queryParameter('sort', 'A field; with a hyphen before it, downwards.'),
  queryParameter('limit', 'Documents on a page.', wholeNumber(0)),
  queryParameter('page', 'Which page.', wholeNumber(1)),
]

const readParameters = (slug: string): Schema[] => [
  queryParameter(
    'select',
    'The fields to read, such as `select[title]=true`.',
    anyObject,
    deepObject,
  ),
  queryParameter('depth', 'How far related documents are read too.', wholeNumber(0, 4)),
  ...(slug === 'articles'
    ? [
        queryParameter('format', 'Replaces `content`.', {
          type: 'string',
          enum: ['html', 'markdown', 'text'],
        }),
      ]
    : []),
]

const pageOf = (document: Schema): Schema => ({
  type: 'object',
  required: ['docs', 'totalDocs', 'limit', 'totalPages', 'hasNextPage', 'hasPrevPage'],
  properties: {
    docs: { type: 'array', items: document },
    totalDocs: { type: 'integer' },
    limit: { type: 'integer' },
    totalPages: { type: 'integer' },
    page: { type: 'integer' },
    hasNextPage: { type: 'boolean' },
    hasPrevPage: { type: 'boolean' },
    nextPage: { type: ['integer', 'null'] },
    prevPage: { type: ['integer', 'null'] },
  },
})

/** Files are sent as a form: the document as JSON in `_payload`. */
const bodyOf = (slug: string): Schema => ({
  required: true,
  content:
    slug === 'media'
      ? {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: {
                file: { type: 'string', contentMediaType: 'application/octet-stream' },
                _payload: { type: 'string', description: 'The fields, as JSON.' },
              },
            },
          },
        }
      : { 'application/json': { schema: anyObject } },
})
