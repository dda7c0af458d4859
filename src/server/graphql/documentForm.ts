import { GraphQL } from '@payloadcms/graphql/types'
import type { DocumentNode } from 'graphql'

const { Kind, print, visit } = GraphQL

/** A document without its values: what decides how it is answered, in one spelling. */
export const documentForm = (document: DocumentNode): string =>
  print(
    visit(document, {
      Argument: ({ name, value }) => {
        // What a list is sorted by is no value, and without a limit it is another list.
        const isAll = name.value === 'limit' && value.kind === Kind.INT && value.value === '0'
        return name.value === 'sort' || isAll ? false : undefined
      },
      StringValue: (node) => ({ ...node, value: '', block: false }),
      IntValue: (node) => ({ ...node, value: '1' }),
      FloatValue: (node) => ({ ...node, value: '1.5' }),
    }),
  )
