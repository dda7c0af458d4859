import type { CollectionBeforeOperationHook, Config, Field, SanitizedConfig } from 'payload'
import type { Text } from '../src/strings/text'
import { policy } from './access/policy'

const SLUG = 'payload-query-presets'

/** Saved views of lists: filters, columns and order under a name, for oneself, some colleagues or everybody. */
export const savedViews: NonNullable<Config['queryPresets']> = {
  access: policy.savedViews,
  constraints: {},
  labels: {
    singular: { en: 'Saved view', zh: '已存视图' },
    plural: { en: 'Saved views', zh: '已存视图' },
  },
}

/**
 * Payload's form of a saved view has English labels only, and the configuration has no option for them, so it is done on the
 * finished one. Saved views are a part of the panel and stay out of GraphQL.
 */
export const finishSavedViews = (config: SanitizedConfig): SanitizedConfig => {
  const collection = config.collections.find(({ slug }) => slug === SLUG)
  if (!collection) return config
  collection.graphQL = false
  collection.hooks.beforeOperation.push(giveTrialOwnId)
  translate(collection.fields, undefined)
  return config
}

/**
 * Before it changes a view, Payload stores a copy on trial, to see that its user would still reach it. The copy has the id of the
 * view, which a database with ids of text refuses.
 */
const giveTrialOwnId: CollectionBeforeOperationHook = ({ args, context, operation }) => {
  if (operation !== 'create' || context._preventLockout !== true || !('data' in args)) return args
  const { id: _, ...data } = args.data
  return { ...args, data }
}

const translate = (fields: readonly Field[], operation: Operation | undefined): void => {
  for (const field of fields) {
    if (field.type === 'collapsible') {
      const inner = field.fields.map((one) => ('name' in one ? one.name : '')).find(isOperation)
      if (inner) field.label = OPERATIONS[inner].name
      translate(field.fields, operation)
    } else if (field.type === 'group' && 'name' in field) {
      if (field.label !== false) field.label = LABELS[field.name] ?? field.label
      translate(field.fields, isOperation(field.name) ? field.name : operation)
    } else if (field.type === 'select' && field.name === 'constraint') {
      field.label = operation ? OPERATIONS[operation].who : field.label
      field.options = field.options.map((option) =>
        typeof option === 'string'
          ? option
          : { ...option, label: CONSTRAINTS[option.value] ?? option.label },
      )
    } else if ('name' in field && LABELS[field.name]) {
      Object.assign(field, { label: LABELS[field.name] })
    }
  }
}

type Operation = keyof typeof OPERATIONS

const isOperation = (name: string): name is Operation => name in OPERATIONS

const OPERATIONS = {
  read: {
    name: { en: 'Use', zh: '使用' },
    who: { en: 'Who may use this view', zh: '谁可以使用此视图' },
  },
  update: {
    name: { en: 'Change', zh: '修改' },
    who: { en: 'Who may change this view', zh: '谁可以修改此视图' },
  },
  delete: {
    name: { en: 'Delete', zh: '删除' },
    who: { en: 'Who may delete this view', zh: '谁可以删除此视图' },
  },
}

const CONSTRAINTS: Record<string, Text> = {
  everyone: { en: 'Everybody in the newsroom', zh: '编辑部所有人' },
  onlyMe: { en: 'Only me', zh: '仅自己' },
  specificUsers: { en: 'Certain users', zh: '指定用户' },
}

const LABELS: Record<string, Text> = {
  title: { en: 'Name', zh: '名称' },
  isShared: { en: 'Shared', zh: '共享' },
  access: { en: 'Sharing', zh: '共享设置' },
  users: { en: 'Users', zh: '用户' },
  where: { en: 'Filters', zh: '筛选条件' },
  columns: { en: 'Columns', zh: '列' },
  groupBy: { en: 'Grouped by', zh: '分组依据' },
}
