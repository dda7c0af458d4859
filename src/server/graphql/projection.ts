import { GraphQL } from '@payloadcms/graphql/types'
import type {
  FieldNode,
  GraphQLField,
  GraphQLResolveInfo,
  GraphQLSchema,
  InlineFragmentNode,
  SelectionNode,
} from 'graphql'
import type { LeanExecution } from './leanQueries'

/** Fields of a list that need a count of all its documents. */
const COUNTED = [
  'totalDocs',
  'totalPages',
  'hasNextPage',
  'hasPrevPage',
  'nextPage',
  'prevPage',
  'pagingCounter',
]

const leanExecutions = new WeakMap<object, LeanExecution>()

/** Has the fields of the root of this execution answered on the lean path, where it can. */
export const readLean = <C extends Context>(context: C, execution: LeanExecution): C => {
  leanExecutions.set(context, execution)
  return context
}

type Resolver = NonNullable<GraphQLField<unknown, Context>['resolve']>
type Context = Record<string, unknown>
type Arguments = Record<string, unknown>
/**
 * The arguments of a list, so that it is not too long for whoever asks.
 * @throws APIError `query-too-large`
 */
export type LimitList = (args: Arguments, context: Context) => Arguments
/** Payload's `select`: a tree of names whose leaves are true. */
type Tree = Record<string, unknown>

/**
 * Has every query read only the fields that it names, and count only where it asks for a number. Payload projects when a
 * client passes `select: true`, but reads its first spelling of a field alone (`{ a: docs {…} b: docs {…} }`,
 * fragments), loses its way at an alias, and shares one projection among all fields of the root. So each field gets
 * a context of its own and a selection in which fragments and repeated fields are merged.
 * @param limit throws for a list that is too long
 */
export const projectQueries = (schema: GraphQLSchema, limit: LimitList): GraphQLSchema => {
  const root = schema.getQueryType()
  for (const type of Object.values(schema.getTypeMap())) {
    if (!GraphQL.isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field
      if (!resolve) continue
      if (type === root) projectRoot(field, resolve, limit)
      else if (isRelation(field)) projectRelation(field, resolve)
    }
  }
  return schema
}

const isRelation = ({ extensions }: GraphQLField<unknown, Context>): boolean =>
  ['relationship', 'upload', 'join'].includes(String(payloadField(extensions)?.type))

const projectRoot = (
  field: GraphQLField<unknown, Context>,
  resolve: Resolver,
  limit: LimitList,
): void => {
  for (const arg of field.args) if (arg.name === 'select') arg.defaultValue = true
  const takesPagination = field.args.some(({ name }) => name === 'pagination')
  field.resolve = (source, args: Arguments, context, info) => {
    const limited = limit(args, context)
    const merged = withMergedSelection(info)
    const own = { ...context }
    contextsByRoot(context).set(String(info.path.key), own)
    const asked = takesPagination ? withoutCount(limited, merged) : limited
    const lean = leanExecutions.get(context)
    if (!lean) return resolve(source, asked, own, merged)
    const select = selectionOf(merged, takesPagination)
    return lean.read(info.fieldName, asked, Object.keys(select)).then((found) => {
      if (found === undefined) return resolve(source, asked, own, merged)
      own.select = select
      return found
    })
  }
}

/** What is read of the documents that a field of the root gives. */
const selectionOf = (info: GraphQLResolveInfo, isList: boolean): Tree => {
  const type = nameOfType(info.returnType)
  const selections = info.fieldNodes[0]?.selectionSet?.selections ?? []
  const tree = treeOf(selections, type, info.schema)
  if (!isList) return tree
  return isTree(tree.docs) ? tree.docs : {}
}

const projectRelation = (field: GraphQLField<unknown, Context>, resolve: Resolver): void => {
  const name = String(payloadField(field.extensions)?.name ?? field.name)
  field.resolve = (source, args: Arguments, context, info) => {
    const own = contextsByRoot(context).get(rootKeyOf(info)) ?? context
    const merged = withMergedSelection(info)
    const typeName = nameOfType(field.type)
    const selections = merged.fieldNodes[0]?.selectionSet?.selections ?? []
    return resolve(
      source,
      args,
      { ...own, select: own.select && { [name]: treeOf(selections, typeName, info.schema) } },
      // Payload looks its selection up by this path, which ends at the field itself here.
      { ...merged, path: { ...info.path, key: field.name, prev: START } },
    )
  }
}

const START = { prev: undefined, key: '', typename: '' }

const contexts = new WeakMap<Context, Map<string, Context>>()

const contextsByRoot = (context: Context): Map<string, Context> => {
  const known = contexts.get(context)
  if (known) return known
  const created = new Map<string, Context>()
  contexts.set(context, created)
  return created
}

const rootKeyOf = (info: GraphQLResolveInfo): string => {
  let { path } = info
  while (path.prev) path = path.prev
  return String(path.key)
}

/** Without a question for a number, a list needs no count; a page other than the first is found by counting. */
const withoutCount = (args: Arguments, info: GraphQLResolveInfo): Arguments => {
  const isCounted = info.fieldNodes[0]?.selectionSet?.selections.some(
    (selection) => selection.kind === GraphQL.Kind.FIELD && COUNTED.includes(selection.name.value),
  )
  const isFirstPage = args.page == null || args.page === 1
  if (isCounted || !isFirstPage || args.pagination === false) return args
  return { ...args, pagination: false, limit: args.limit ?? DEFAULT_LIMIT }
}

const DEFAULT_LIMIT = 10

const withMergedSelection = (info: GraphQLResolveInfo): GraphQLResolveInfo => {
  const [first] = info.fieldNodes
  if (!first?.selectionSet) return info
  const all = info.fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  const selections = mergeSelections(all, info)
  return {
    ...info,
    fieldNodes: [{ ...first, selectionSet: { ...first.selectionSet, selections } }],
  }
}

/** Selections without named fragments, each field once, aliases left out: what is to be read, not how it is called. */
const mergeSelections = (
  selections: readonly SelectionNode[],
  info: Pick<GraphQLResolveInfo, 'fragments' | 'schema'>,
): SelectionNode[] => {
  const fields = new Map<string, FieldNode[]>()
  const conditional = new Map<string, InlineFragmentNode[]>()
  const visit = (selection: SelectionNode): void => {
    if (selection.kind === GraphQL.Kind.FIELD) {
      const name = selection.name.value
      fields.set(name, [...(fields.get(name) ?? []), selection])
      return
    }
    const fragment =
      selection.kind === GraphQL.Kind.FRAGMENT_SPREAD
        ? info.fragments[selection.name.value]
        : selection
    if (!fragment) return
    const condition = fragment.typeCondition?.name.value
    if (condition === undefined) {
      fragment.selectionSet.selections.forEach(visit)
      return
    }
    const inline: InlineFragmentNode = { ...fragment, kind: GraphQL.Kind.INLINE_FRAGMENT }
    conditional.set(condition, [...(conditional.get(condition) ?? []), inline])
  }
  selections.forEach(visit)
  return [
    ...[...fields.values()].flatMap((nodes) => mergedField(nodes, info)),
    ...[...conditional.values()].flatMap((nodes) => mergedFragment(nodes, info)),
  ]
}

const mergedField = (
  nodes: readonly FieldNode[],
  info: Pick<GraphQLResolveInfo, 'fragments' | 'schema'>,
): FieldNode[] => {
  const [first] = nodes
  if (!first) return []
  const { alias: _alias, ...plain } = first
  if (!first.selectionSet) return [plain]
  const inner = nodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? [])
  return [
    {
      ...plain,
      selectionSet: { ...first.selectionSet, selections: mergeSelections(inner, info) },
    },
  ]
}

const mergedFragment = (
  nodes: readonly InlineFragmentNode[],
  info: Pick<GraphQLResolveInfo, 'fragments' | 'schema'>,
): InlineFragmentNode[] => {
  const [first] = nodes
  if (!first) return []
  const inner = nodes.flatMap(({ selectionSet }) => selectionSet.selections)
  return [
    { ...first, selectionSet: { ...first.selectionSet, selections: mergeSelections(inner, info) } },
  ]
}

/** The selection as Payload's `select`: names of stored fields, and true where all of a field is read. */
const treeOf = (
  selections: readonly SelectionNode[],
  typeName: string,
  schema: GraphQLSchema,
): Tree => {
  const type = schema.getType(typeName)
  const fields = type && 'getFields' in type ? type.getFields() : {}
  const tree: Tree = {}
  for (const selection of selections) {
    if (selection.kind === GraphQL.Kind.FIELD) {
      const field = fields[selection.name.value]
      if (!field) continue
      const name = String(payloadField(field.extensions)?.name ?? selection.name.value)
      const inner = selection.selectionSet?.selections
      tree[name] = inner
        ? grownTree(tree[name], treeOf(inner, nameOfType(field.type), schema))
        : true
    } else if (selection.kind === GraphQL.Kind.INLINE_FRAGMENT) {
      const condition = selection.typeCondition?.name.value ?? typeName
      const branch = treeOf(selection.selectionSet.selections, condition, schema)
      const blockSlug = schema.getType(condition)?.extensions.blockSlug
      if (typeof blockSlug === 'string' && GraphQL.isUnionType(type)) tree[blockSlug] = branch
      else Object.assign(tree, grownTree(tree, branch))
    }
  }
  return tree
}

/** The name of a type without the marks of lists and of what is never null. */
const nameOfType = (type: { toString: () => string }): string =>
  type.toString().replace(/[[\]!]/g, '')

const grownTree = (known: unknown, more: Tree): unknown => {
  if (known === true) return true
  const grown: Tree = isTree(known) ? { ...known } : {}
  for (const [name, branch] of Object.entries(more)) {
    grown[name] = isTree(branch) ? grownTree(grown[name], branch) : true
  }
  return grown
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null

const payloadField = (
  extensions: Readonly<Record<string, unknown>>,
): { type?: unknown; name?: unknown } | undefined => {
  const { field } = extensions
  return typeof field === 'object' && field !== null ? field : undefined
}
