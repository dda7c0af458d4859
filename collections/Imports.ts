import type { CollectionConfig } from 'payload'
import { policy, systemField } from './access/policy'
import { recordDeletion } from './hooks/recordActivity'

const COUNTS = ['new', 'changed', 'same', 'conflict', 'gone', 'failed'] as const

/** The form would show what was when the page was opened; the run's own part of the page goes with it. */
const shownByTheRun = { Field: '/src/admin/imports/Nothing#Nothing' }

/** One document for each run of the importer, kept for the editors to see. */
export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: { en: 'Import', zh: '导入' }, plural: { en: 'Imports', zh: '导入' } },
  access: policy.imports,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'startedAt', 'finishedAt', 'startedBy'],
    enableListViewSelectAPI: true,
    group: { en: 'Administration', zh: '管理' },
    components: { beforeListTable: ['/src/admin/imports/NewImportLink#NewImportLink'] },
  },
  defaultSort: '-startedAt',
  versions: false,
  hooks: { afterDelete: [recordDeletion] },
  fields: [
    {
      name: 'run',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/admin/imports/ImportRun#ImportRun' },
      },
    },
    {
      name: 'title',
      type: 'text',
      required: true,
      label: { en: 'Archive', zh: '归档' },
      admin: { hidden: true },
    },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'running',
      index: true,
      label: { en: 'Status', zh: '状态' },
      admin: { components: shownByTheRun },
      options: [
        { value: 'planning', label: { en: 'Being looked at', zh: '正在检查' } },
        { value: 'planned', label: { en: 'Ready to start', zh: '可以开始' } },
        { value: 'running', label: { en: 'Running', zh: '进行中' } },
        { value: 'finished', label: { en: 'Finished', zh: '已完成' } },
        { value: 'failed', label: { en: 'Broke off', zh: '已中断' } },
        { value: 'undoing', label: { en: 'Being undone', zh: '正在撤销' } },
        { value: 'undone', label: { en: 'Undone', zh: '已撤销' } },
      ],
    },
    {
      name: 'startedAt',
      type: 'date',
      index: true,
      label: { en: 'Started', zh: '开始时间' },
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'finishedAt',
      type: 'date',
      label: { en: 'Finished', zh: '结束时间' },
      admin: { components: shownByTheRun, date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'startedBy',
      type: 'text',
      label: { en: 'Started by', zh: '发起者' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'origin',
      type: 'select',
      defaultValue: 'command',
      label: { en: 'Came by', zh: '来源' },
      admin: { position: 'sidebar' },
      options: [
        { value: 'command', label: { en: 'Command line', zh: '命令行' } },
        { value: 'upload', label: { en: 'Zip from the panel', zh: '面板上传的 zip' } },
        { value: 'folder', label: { en: 'Folder on the server', zh: '服务器文件夹' } },
      ],
    },
    // Host and process: a later run sees by it that this one was killed.
    { ...kept('process', 'text'), label: { en: 'Process', zh: '进程' } },
    // Where the files lie on the server: nobody's business but the importer's.
    { name: 'folder', type: 'text', admin: { hidden: true }, access: { read: systemField } },
    {
      name: 'counts',
      type: 'group',
      label: { en: 'Counts', zh: '统计' },
      admin: { hidden: true },
      fields: COUNTS.map((name) => ({ name, type: 'number' as const, defaultValue: 0 })),
    },
    { ...kept('options', 'json'), label: { en: 'Options', zh: '选项' } },
    { ...kept('problems', 'json'), label: { en: 'Problems', zh: '问题' } },
    // What a dry run has found, how far the run is, why it broke off, and what undoing it came to.
    inner('plan'),
    inner('progress'),
    inner('failure'),
    inner('undo'),
    // Set by the first attempt to write: another one adds to its counts.
    { name: 'startedWritingAt', type: 'date', admin: { hidden: true } },
  ],
}

function kept<Type extends 'text' | 'json'>(name: string, type: Type) {
  return { name, type, admin: { hidden: true } }
}

/** Known by its name in the database alone, so that no column or filter of the list offers it. */
function inner(name: string) {
  const admin = { hidden: true, disableListColumn: true, disableListFilter: true }
  return { ...kept(name, 'json'), admin }
}
