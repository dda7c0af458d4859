import type { CollectionConfig } from 'payload'
import { policy, staffField } from './access/policy'
import { createdByField } from './fields/createdBy'
import { metaGroup } from './fields/metaGroup'
import { picturesField } from './fields/pictures'
import { renderedFields } from './fields/rendered'
import { slugField } from './fields/slug'
import { sourceGroup } from './fields/sourceGroup'
import { leaveArticle } from './endpoints/leaveArticle'
import { moveArticle } from './endpoints/moveArticle'
import { announceMove } from './hooks/announceMove'
import { fillPublishedAt } from './hooks/fillPublishedAt'
import { followStage } from './hooks/followStage'
import { forgetArticle } from './hooks/forgetArticle'
import { guardPublishing, saveAsDraftOnly } from './hooks/guardPublishing'
import { guardStage, readMoveRequest } from './hooks/guardStage'
import { guardTrash } from './hooks/guardTrash'
import { keepLock } from './hooks/keepLock'
import { keepSlugUnique } from './hooks/keepSlugUnique'
import { markEdited } from './hooks/markEdited'
import { recordChange, recordDeletion } from './hooks/recordActivity'
import { noteOldAddress, redirectOldAddress } from './hooks/redirectOldAddress'
import { notePictures } from './hooks/notePictures'
import { rememberDraftSave } from './hooks/rememberDraftSave'
import { readForRendering, renderOnRequest } from './hooks/renderOnRequest'
import { notePublished, tellOfChange, tellOfDeletion } from './hooks/tellWebhooks'
import { DEFAULT_LOCALE } from './locale'
import { listFilterFields } from './listFilters/fields'
import { guardRelated } from './hooks/guardHiddenArticles'
import { translateFilters } from './listFilters/translateFilters'
import { stageOptions } from '../src/strings/labels'
import { articlePreview } from './preview'

/** The articles of the publication: the collection that everything else serves. */
export const Articles: CollectionConfig = {
  slug: 'articles',
  labels: { singular: { en: 'Article', zh: '文章' }, plural: { en: 'Articles', zh: '文章' } },
  access: policy.articles,
  admin: {
    ...articlePreview,
    useAsTitle: 'title',
    defaultColumns: ['title', 'cover', '_status', 'stage', 'authors', 'categories', 'publishedAt'],
    enableListViewSelectAPI: true,
    listSearchableFields: ['fullText'],
    group: { en: 'Newsroom', zh: '编辑部' },
    pagination: { defaultLimit: 50 },
    components: {
      beforeListTable: ['/src/admin/workflow/BulkMove#BulkMove'],
      edit: {
        beforeDocumentControls: [
          '/src/admin/workflow/MoveButtons#MoveButtons',
          '/src/admin/workflow/ScheduleKinds#ScheduleKinds',
          '/src/admin/leaving/LeaveArticle#LeaveArticle',
        ],
      },
    },
  },
  defaultSort: '-publishedAt',
  defaultPopulate: { title: true, slug: true, locale: true, publishedAt: true, excerpt: true },
  trash: true,
  enableQueryPresets: true,
  versions: { maxPerDoc: 50, drafts: { autosave: { interval: 2000 }, schedulePublish: true } },
  indexes: [
    { fields: ['locale', 'slug'], unique: true },
    // All that decides whether the public sees an article: counted without reading the articles.
    { fields: ['_status', 'publishedAt', 'expiresAt', 'deletedAt'] },
    // Without statistics SQLite would go through all that is published to find one address.
    { fields: ['slug', '_status', 'publishedAt'] },
    { fields: ['stage', 'updatedAt'] },
  ],
  hooks: {
    beforeOperation: [
      translateFilters,
      guardRelated,
      saveAsDraftOnly,
      readMoveRequest,
      rememberDraftSave,
      readForRendering,
    ],
    beforeValidate: [keepSlugUnique],
    beforeChange: [
      guardPublishing,
      guardStage,
      guardTrash,
      fillPublishedAt,
      markEdited,
      noteOldAddress,
      notePublished,
      notePictures,
    ],
    afterChange: [
      followStage,
      recordChange,
      announceMove,
      redirectOldAddress,
      tellOfChange,
      keepLock,
    ],
    beforeDelete: [forgetArticle],
    afterDelete: [recordDeletion, tellOfDeletion],
    afterOperation: [renderOnRequest],
  },
  endpoints: [moveArticle, leaveArticle],
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          label: { en: 'Text', zh: '正文' },
          fields: [
            {
              name: 'title',
              type: 'text',
              required: true,
              label: { en: 'Title', zh: '标题' },
              admin: { components: { Cell: '/src/admin/list/TitleCell#TitleCell' } },
            },
            {
              name: 'cover',
              type: 'upload',
              relationTo: 'media',
              index: true,
              label: { en: 'Cover', zh: '封面' },
              admin: {
                components: { Cell: '/src/admin/CoverCell#CoverCell' },
              },
            },
            {
              name: 'coverUrl',
              type: 'text',
              label: { en: 'Cover by address', zh: '封面外链' },
              admin: {
                description: {
                  en: 'Used when the picture is linked and not stored.',
                  zh: '图片仅外链、未存入媒体库时使用。',
                },
                condition: (data) => Boolean(data?.coverUrl) || !data?.cover,
              },
            },
            {
              name: 'excerpt',
              type: 'textarea',
              label: { en: 'Excerpt', zh: '摘要' },
              admin: {
                components: { afterInput: ['/src/admin/writing/SuggestExcerpt#SuggestExcerpt'] },
              },
            },
            { name: 'content', type: 'richText', label: { en: 'Content', zh: '正文' } },
          ],
        },
        { label: { en: 'Search and sharing', zh: '搜索与分享' }, fields: [metaGroup] },
        {
          label: { en: 'Addresses and source', zh: '网址与来源' },
          fields: [
            {
              name: 'aliases',
              type: 'text',
              hasMany: true,
              index: true,
              label: { en: 'Old addresses', zh: '旧网址' },
              admin: {
                description: {
                  en: 'Paths such as /2019/05/old-title/ that lead here.',
                  zh: '指向本文的旧路径，例如 /2019/05/old-title/。',
                },
              },
            },
            sourceGroup,
          ],
        },
      ],
    },
    {
      name: 'stage',
      type: 'select',
      defaultValue: 'draft',
      required: true,
      label: { en: 'Stage', zh: '审稿阶段' },
      access: { read: staffField },
      // A copy begins anew.
      hooks: { beforeDuplicate: [() => 'draft'] },
      options: stageOptions,
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        components: {
          Field: '/src/admin/workflow/StageField#StageField',
          Cell: '/src/admin/workflow/StageCell#StageCell',
        },
      },
    },
    {
      name: 'stageNote',
      type: 'textarea',
      maxLength: 5000,
      label: { en: 'Note of the stage', zh: '审稿说明' },
      access: { read: staffField },
      hooks: { beforeDuplicate: [() => null] },
      admin: { hidden: true, disableBulkEdit: true },
    },
    {
      name: 'discussion',
      type: 'ui',
      label: { en: 'Comments', zh: '批注' },
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        disableBulkEdit: true,
        components: { Field: '/src/admin/comments/CommentsPanel#CommentsPanel' },
      },
    },
    {
      name: 'figures',
      type: 'ui',
      label: { en: 'Length', zh: '篇幅' },
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        disableBulkEdit: true,
        components: { Field: '/src/admin/writing/TextFigures#TextFigures' },
      },
    },
    slugField({ source: 'title' }),
    {
      name: 'publishedAt',
      type: 'date',
      index: true,
      label: { en: 'Published', zh: '发布时间' },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        components: { Cell: '/src/admin/list/MomentCell#MomentCell' },
      },
    },
    {
      name: 'expiresAt',
      type: 'date',
      index: true,
      label: { en: 'Expires', zh: '过期时间' },
      admin: {
        position: 'sidebar',
        date: { pickerAppearance: 'dayAndTime' },
        components: { Cell: '/src/admin/list/MomentCell#MomentCell' },
      },
    },
    {
      name: 'authors',
      type: 'relationship',
      relationTo: 'authors',
      hasMany: true,
      label: { en: 'Authors', zh: '作者' },
      admin: {
        position: 'sidebar',
        components: { Cell: '/src/admin/list/NamesCell#NamesCell' },
      },
    },
    {
      name: 'categories',
      type: 'relationship',
      relationTo: 'categories',
      hasMany: true,
      label: { en: 'Categories', zh: '分类' },
      admin: {
        position: 'sidebar',
        components: { Cell: '/src/admin/list/NamesCell#NamesCell' },
      },
    },
    {
      name: 'tags',
      type: 'relationship',
      relationTo: 'tags',
      hasMany: true,
      label: { en: 'Tags', zh: '标签' },
      admin: {
        position: 'sidebar',
        components: { Cell: '/src/admin/list/NamesCell#NamesCell' },
      },
    },
    {
      name: 'related',
      type: 'relationship',
      relationTo: 'articles',
      hasMany: true,
      maxRows: 20,
      maxDepth: 1,
      label: { en: 'Related articles', zh: '相关文章' },
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: {
        position: 'sidebar',
        disableBulkEdit: true,
        description: {
          en: 'Shown first; the rest is chosen by tags and categories.',
          zh: '优先显示；其余按标签和分类自动选取。',
        },
      },
    },
    {
      name: 'locale',
      type: 'text',
      required: true,
      index: true,
      defaultValue: DEFAULT_LOCALE,
      maxLength: 35,
      label: { en: 'Language', zh: '语言' },
      admin: { position: 'sidebar' },
    },
    {
      name: 'commentsEnabled',
      type: 'checkbox',
      defaultValue: true,
      label: { en: 'Comments', zh: '允许评论' },
      admin: { position: 'sidebar' },
    },
    createdByField,
    picturesField,
    // Payload adds the rest of it.
    {
      name: '_status',
      type: 'select',
      label: ({ t }) => t('version:status'),
      options: [],
      admin: { components: { Cell: '/src/admin/list/StatusCell#StatusCell' } },
    },
    ...listFilterFields,
    ...renderedFields,
  ],
}
