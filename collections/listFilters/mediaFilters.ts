import type { Field, PayloadRequest, Where } from 'payload'
import { mediaUsesOf } from '../../src/media/mediaUses'
import { staffField } from '../access/policy'
import { MEDIA_MIME_TYPES } from '../hooks/checkUpload'
import { translating } from './translating'

const FILTER_ONLY = {
  disableBulkEdit: true,
  disableListColumn: true,
  condition: () => false,
} as const

/** Filters of the media library that are no data, as those in `fields.ts`. */
export const mediaFilterFields: Field[] = [
  {
    name: 'usage',
    type: 'select',
    virtual: 'usage',
    label: { en: 'Use', zh: '使用情况' },
    access: { read: staffField },
    options: [
      { value: 'used', label: { en: 'Used', zh: '已使用' } },
      { value: 'unused', label: { en: 'Not used', zh: '未使用' } },
    ],
    admin: FILTER_ONLY,
  },
  {
    name: 'altState',
    type: 'select',
    virtual: 'altState',
    label: { en: 'Alternative text of pictures', zh: '图片的替代文字' },
    access: { read: staffField },
    options: [
      { value: 'missing', label: { en: 'Missing', zh: '缺少' } },
      { value: 'present', label: { en: 'Present', zh: '已填写' } },
    ],
    admin: FILTER_ONLY,
  },
]

/** Turns `usage` and `altState` of media into conditions on what is stored. */
export const translateMediaFilters = translating({
  usage: async ({ values, isNegated }, req) => {
    const isUsed = values.includes('used')
    const isUnused = values.includes('unused')
    if (isUsed === isUnused) return isUsed === isNegated ? NOTHING : {}
    return withUse(isUsed === isNegated ? 'unused' : 'used', req)
  },
  altState: ({ values, isNegated }) => {
    const isMissing = values.includes('missing')
    const isPresent = values.includes('present')
    if (isMissing === isPresent) return Promise.resolve(isMissing === isNegated ? NOTHING : {})
    return Promise.resolve(isMissing === isNegated ? WITH_ALT : WITHOUT_ALT)
  },
})

const NOTHING: Where = { id: { in: [] } }

const PICTURES: Where = {
  mimeType: { in: MEDIA_MIME_TYPES.filter((type) => type.startsWith('image/')) },
}
const WITHOUT_ALT: Where = {
  and: [PICTURES, { or: [{ alt: { exists: false } }, { alt: { equals: '' } }] }],
}
const WITH_ALT: Where = {
  and: [PICTURES, { alt: { exists: true } }, { alt: { not_equals: '' } }],
}

/** More values than this a statement of SQLite can't take. */
const MOST_IDS = 30_000

/**
 * The shorter of the two lists says it: of 60,000 files one is always short enough. Of more files, where both are longer,
 * the first of them are found.
 */
const withUse = async (wanted: 'used' | 'unused', req: PayloadRequest): Promise<Where> => {
  const uses = mediaUsesOf(req.payload)
  const ids = await uses.ids(wanted, MOST_IDS + 1)
  if (ids.length <= MOST_IDS) return { id: { in: ids } }
  const others = await uses.ids(wanted === 'used' ? 'unused' : 'used', MOST_IDS + 1)
  return others.length <= MOST_IDS
    ? { id: { not_in: others } }
    : { id: { in: ids.slice(0, MOST_IDS) } }
}
