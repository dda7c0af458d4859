import { GraphQL } from '@payloadcms/graphql/types'
import type { DocumentNode, GraphQLError, GraphQLSchema } from 'graphql'
import { LRUCache } from 'lru-cache'
import { documentForm } from './documentForm'
import { limitProblem, sizeOf, type GraphqlLimits } from './limits'

// Payload's own copy: errors and schemas of a second copy of `graphql` are foreign to it.
const { parse, specifiedRules, validate, visit } = GraphQL

/** A document as it was understood, once for all requests that bring it. */
export type KnownDocument =
  | { problems: readonly GraphQLError[] }
  | {
      document: DocumentNode
      problems?: undefined
      /** Whether it asks for drafts or trashed documents. */
      isPrivate: boolean
      /** The document without its values. */
      form: string
    }

const MAX_TOKENS = 10_000
const MAX_LENGTH = 8 * 1024 * 1024

/** Parses, validates and measures documents, and remembers the last ones. */
export const createDocuments = (schema: GraphQLSchema, limits: GraphqlLimits) => {
  const known = new LRUCache<string, KnownDocument>({
    maxSize: MAX_LENGTH,
    sizeCalculation: (_, query) => query.length + 500,
  })
  return (query: string): KnownDocument => {
    const remembered = known.get(query)
    if (remembered) return remembered
    const understood = understand(query, schema, limits)
    known.set(query, understood)
    return understood
  }
}

const understand = (query: string, schema: GraphQLSchema, limits: GraphqlLimits): KnownDocument => {
  try {
    const document = parse(query, { maxTokens: MAX_TOKENS })
    const problems = validate(schema, document, specifiedRules)
    if (problems.length > 0) return { problems }
    const problem = limitProblem(sizeOf(document), limits)
    if (problem) return { problems: [new GraphQL.GraphQLError(problem)] }
    return { document, isPrivate: asksPrivate(document), form: documentForm(document) }
  } catch (error) {
    if (error instanceof GraphQL.GraphQLError) return { problems: [error] }
    throw error
  }
}

const asksPrivate = (document: DocumentNode): boolean => {
  let isPrivate = false
  visit(document, {
    Argument: ({ name, value }) => {
      const isFalse = value.kind === GraphQL.Kind.BOOLEAN && !value.value
      if (['draft', 'trash'].includes(name.value) && !isFalse) isPrivate = true
    },
  })
  return isPrivate
}
