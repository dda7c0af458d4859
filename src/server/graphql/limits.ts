import { GraphQL } from '@payloadcms/graphql/types'
import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql'

const { Kind } = GraphQL

export type GraphqlLimits = {
  /** Greatest nesting of fields, fragments resolved. */
  maxDepth: number
  /** Greatest number of aliased fields, fragments resolved. */
  maxAliases: number
  /** Greatest number of operations in one request. */
  maxBatch: number
}

export type DocumentSize = { depth: number; aliases: number }

/**
 * Measures a document that has passed validation (so its fragments have no cycle), in one pass over each fragment.
 * Introspection is left out: its nesting is fixed, and a setting of its own decides about it.
 */
export const sizeOf = (document: DocumentNode): DocumentSize => {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION)
      fragments.set(definition.name.value, definition)
  }
  const known = new Map<string, DocumentSize>()
  const ofFragment = (name: string): DocumentSize => {
    const size = known.get(name) ?? of(fragments.get(name)?.selectionSet)
    known.set(name, size)
    return size
  }
  const of = (set: SelectionSetNode | undefined): DocumentSize => {
    const total = { depth: 0, aliases: 0 }
    for (const selection of set?.selections ?? []) {
      const size =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.kind === Kind.FIELD && selection.name.value.startsWith('__')
            ? { depth: 0, aliases: 0 }
            : of(selection.selectionSet)
      const isField = selection.kind === Kind.FIELD
      total.depth = Math.max(total.depth, size.depth + (isField ? 1 : 0))
      total.aliases += size.aliases + (isField && selection.alias ? 1 : 0)
    }
    return total
  }
  const sizes = document.definitions
    .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
    .map(({ selectionSet }) => of(selectionSet))
  return {
    depth: Math.max(0, ...sizes.map(({ depth }) => depth)),
    aliases: Math.max(0, ...sizes.map(({ aliases }) => aliases)),
  }
}

/** The sentence for a document that is too large. @returns undefined for one that is not */
export const limitProblem = (size: DocumentSize, limits: GraphqlLimits): string | undefined => {
  if (size.depth > limits.maxDepth) {
    return `The query is nested ${size.depth} levels deep; at most ${limits.maxDepth} are taken.`
  }
  if (size.aliases > limits.maxAliases) {
    return `The query has ${size.aliases} aliases; at most ${limits.maxAliases} are taken.`
  }
  return undefined
}
