import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { recordDeletion } from './hooks/recordActivity'

const COUNTS = ['new', 'changed', 'same', 'conflict', 'gone', 'failed'] as const

/** One document for each run of the importer, kept for the editors to see. */
export const Imports: CollectionConfig = {
  slug: 'imports',
  labels: { singular: { en: 'Import', zh: '导入' }, plural: { en: 'Imports', zh: '导入' } },
  access: policy.imports,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['title', 'status', 'startedAt', 'finishedAt'],
    enableListViewSelectAPI: true,
    group: { en: 'Administration', zh: '管理' },
  },
  defaultSort: '-startedAt',
  versions: false,
  hooks: { afterDelete: [recordDeletion] },
  fields: [
    { name: 'title', type: 'text', required: true, label: { en: 'Archive', zh: '归档' } },
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'running',
      index: true,
      label: { en: 'Status', zh: '状态' },
      options: [
        { value: 'running', label: { en: 'Running', zh: '进行中' } },
        { value: 'finished', label: { en: 'Finished', zh: '已完成' } },
        { value: 'failed', label: { en: 'Broke off', zh: '已中断' } },
      ],
    },
    { name: 'startedAt', type: 'date', index: true, label: { en: 'Started', zh: '开始时间' } },
    { name: 'finishedAt', type: 'date', label: { en: 'Finished', zh: '结束时间' } },
    { name: 'startedBy', type: 'text', label: { en: 'Started by', zh: '发起者' } },
    // Host and process: a later run sees by it that this one was killed.
    {
      name: 'process',
      type: 'text',
      label: { en: 'Process', zh: '进程' },
      admin: { hidden: true },
    },
    {
      name: 'counts',
      type: 'group',
      label: { en: 'Counts', zh: '统计' },
      fields: COUNTS.map((name) => ({ name, type: 'number' as const, defaultValue: 0 })),
    },
    { name: 'options', type: 'json', label: { en: 'Options', zh: '选项' } },
    { name: 'problems', type: 'json', label: { en: 'Problems', zh: '问题' } },
  ],
}
