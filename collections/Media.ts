import type { CollectionConfig } from 'payload'
import path from 'node:path'
import { policy, staffField, systemField } from './access/policy'
import { createdByField } from './fields/createdBy'
import { MEDIA_MIME_TYPES } from './hooks/checkUpload'
import { keepDigest, prepareUpload } from './hooks/prepareUpload'
import { recordChange, recordDeletion } from './hooks/recordActivity'
import { serveFromMediaPath } from './hooks/serveFromMediaPath'
import { reuseStoredFile } from './endpoints/reuseStoredFile'

const webp = (quality: number) => ({ format: 'webp' as const, options: { quality } })

/** Pictures, video, audio and documents, stored once by content. */
export const Media: CollectionConfig = {
  slug: 'media',
  labels: { singular: { en: 'Media file', zh: '媒体文件' }, plural: { en: 'Media', zh: '媒体库' } },
  access: policy.media,
  admin: {
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'filesize', 'updatedAt'],
    enableListViewSelectAPI: true,
    group: { en: 'Newsroom', zh: '编辑部' },
  },
  defaultPopulate: {
    alt: true,
    caption: true,
    credit: true,
    url: true,
    filename: true,
    mimeType: true,
    filesize: true,
    width: true,
    height: true,
    focalX: true,
    focalY: true,
    sizes: true,
  },
  versions: false,
  endpoints: [reuseStoredFile],
  hooks: {
    beforeOperation: [prepareUpload],
    beforeChange: [keepDigest],
    afterRead: [serveFromMediaPath],
    afterChange: [recordChange],
    afterDelete: [recordDeletion],
  },
  upload: {
    // Without the comment the build would trace the whole project for the files that it may read.
    staticDir: path.resolve(/* turbopackIgnore: true */ process.env.MEDIA_DIR || 'media'),
    mimeTypes: MEDIA_MIME_TYPES,
    focalPoint: true,
    crop: true,
    pasteURL: false,
    adminThumbnail: 'thumbnail',
    imageSizes: [
      { name: 'thumbnail', width: 320, withoutEnlargement: true, formatOptions: webp(75) },
      { name: 'card', width: 640, withoutEnlargement: true, formatOptions: webp(80) },
      { name: 'hero', width: 1600, withoutEnlargement: true, formatOptions: webp(80) },
      { name: 'og', width: 1200, height: 630, position: 'centre', formatOptions: webp(80) },
    ],
  },
  fields: [
    { name: 'alt', type: 'text', label: { en: 'Alternative text', zh: '替代文字' } },
    { name: 'caption', type: 'textarea', label: { en: 'Caption', zh: '图注' } },
    { name: 'credit', type: 'text', label: { en: 'Credit', zh: '来源' } },
    {
      name: 'sha256',
      type: 'text',
      unique: true,
      index: true,
      label: { en: 'Digest', zh: '摘要' },
      access: { read: staffField, create: systemField, update: systemField },
      admin: { readOnly: true, position: 'sidebar' },
    },
    {
      name: 'source',
      type: 'text',
      index: true,
      label: { en: 'Came from', zh: '来源地址' },
      access: { read: staffField, create: systemField, update: systemField },
      admin: { readOnly: true, position: 'sidebar' },
    },
    createdByField,
  ],
}
