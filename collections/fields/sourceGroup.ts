import type { Field, GroupField } from 'payload'
import { staffField, systemField } from '../access/policy'

const internal = { read: staffField, create: systemField, update: systemField }
const shown = { create: systemField, update: systemField }

/** Where an imported article came from. The importer alone writes it; its public part tells the old address. */
export const sourceGroup: GroupField = {
  name: 'source',
  type: 'group',
  label: { en: 'Source', zh: '来源文件' },
  admin: {
    condition: (data) => Boolean(data?.source?.path),
    disableBulkEdit: true,
    readOnly: true,
  },
  fields: [
    text('path', { en: 'File', zh: '文件' }, { index: true, access: shown }),
    text('dialect', { en: 'Generator', zh: '生成器' }, { access: shown }),
    text('address', { en: 'Old address', zh: '旧网址' }, { index: true, access: shown }),
    text('sha256', { en: 'Digest', zh: '摘要' }, { access: internal }),
    text('archive', { en: 'Archive', zh: '归档' }, { index: true, access: internal }),
    text(
      'run',
      { en: 'Import that wrote it last', zh: '最近写入的导入' },
      { index: true, access: internal },
    ),
    {
      name: 'frontMatter',
      type: 'json',
      label: { en: 'Front matter without a field', zh: '未映射的元数据' },
      access: internal,
    },
    {
      name: 'missingPictures',
      type: 'json',
      label: { en: 'Pictures that could not be had', zh: '未能获取的图片' },
      access: internal,
      admin: {
        description: {
          en: 'Shown from their old addresses. The next import tries these again.',
          zh: '目前仍显示原地址的图片；下次导入会重试。',
        },
      },
    },
    {
      name: 'importedAt',
      type: 'date',
      label: { en: 'Imported', zh: '导入时间' },
      access: internal,
    },
    {
      name: 'updatedAt',
      type: 'date',
      label: { en: 'Updated by import', zh: '导入更新时间' },
      access: internal,
    },
    {
      name: 'editedAt',
      type: 'date',
      label: { en: 'Edited since import', zh: '导入后修改时间' },
      access: internal,
    },
  ],
}

function text(
  name: string,
  label: { en: string; zh: string },
  options: Pick<Field & { type: 'text' }, 'index' | 'access'>,
): Field {
  return { name, type: 'text', label, ...options, admin: { readOnly: true } }
}
