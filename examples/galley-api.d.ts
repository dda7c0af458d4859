export interface paths {
  '/api/articles': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List articles */
    get: operations['listArticles']
    put?: never
    /** Create a document in articles */
    post: operations['createArticles']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of articles */
    get: operations['getArticles']
    put?: never
    post?: never
    /** Delete a document of articles */
    delete: operations['deleteArticles']
    options?: never
    head?: never
    /** Change a document of articles */
    patch: operations['updateArticles']
    trace?: never
  }
  '/api/categories': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List categories */
    get: operations['listCategories']
    put?: never
    /** Create a document in categories */
    post: operations['createCategories']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/categories/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of categories */
    get: operations['getCategories']
    put?: never
    post?: never
    /** Delete a document of categories */
    delete: operations['deleteCategories']
    options?: never
    head?: never
    /** Change a document of categories */
    patch: operations['updateCategories']
    trace?: never
  }
  '/api/tags': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List tags */
    get: operations['listTags']
    put?: never
    /** Create a document in tags */
    post: operations['createTags']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tags/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of tags */
    get: operations['getTags']
    put?: never
    post?: never
    /** Delete a document of tags */
    delete: operations['deleteTags']
    options?: never
    head?: never
    /** Change a document of tags */
    patch: operations['updateTags']
    trace?: never
  }
  '/api/authors': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List authors */
    get: operations['listAuthors']
    put?: never
    /** Create a document in authors */
    post: operations['createAuthors']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/authors/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of authors */
    get: operations['getAuthors']
    put?: never
    post?: never
    /** Delete a document of authors */
    delete: operations['deleteAuthors']
    options?: never
    head?: never
    /** Change a document of authors */
    patch: operations['updateAuthors']
    trace?: never
  }
  '/api/media': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List media */
    get: operations['listMedia']
    put?: never
    /** Create a document in media */
    post: operations['createMedia']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/media/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of media */
    get: operations['getMedia']
    put?: never
    post?: never
    /** Delete a document of media */
    delete: operations['deleteMedia']
    options?: never
    head?: never
    /** Change a document of media */
    patch: operations['updateMedia']
    trace?: never
  }
  '/api/redirects': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List redirects */
    get: operations['listRedirects']
    put?: never
    /** Create a document in redirects */
    post: operations['createRedirects']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/redirects/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of redirects */
    get: operations['getRedirects']
    put?: never
    post?: never
    /** Delete a document of redirects */
    delete: operations['deleteRedirects']
    options?: never
    head?: never
    /** Change a document of redirects */
    patch: operations['updateRedirects']
    trace?: never
  }
  '/api/comments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List comments */
    get: operations['listComments']
    put?: never
    /** Create a document in comments */
    post: operations['createComments']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/comments/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of comments */
    get: operations['getComments']
    put?: never
    post?: never
    /** Delete a document of comments */
    delete: operations['deleteComments']
    options?: never
    head?: never
    /** Change a document of comments */
    patch: operations['updateComments']
    trace?: never
  }
  '/api/notifications': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List notifications */
    get: operations['listNotifications']
    put?: never
    /** Create a document in notifications */
    post: operations['createNotifications']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/notifications/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of notifications */
    get: operations['getNotifications']
    put?: never
    post?: never
    /** Delete a document of notifications */
    delete: operations['deleteNotifications']
    options?: never
    head?: never
    /** Change a document of notifications */
    patch: operations['updateNotifications']
    trace?: never
  }
  '/api/imports': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List imports */
    get: operations['listImports']
    put?: never
    /** Create a document in imports */
    post: operations['createImports']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/imports/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of imports */
    get: operations['getImports']
    put?: never
    post?: never
    /** Delete a document of imports */
    delete: operations['deleteImports']
    options?: never
    head?: never
    /** Change a document of imports */
    patch: operations['updateImports']
    trace?: never
  }
  '/api/activity': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List activity */
    get: operations['listActivity']
    put?: never
    /** Create a document in activity */
    post: operations['createActivity']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/activity/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of activity */
    get: operations['getActivity']
    put?: never
    post?: never
    /** Delete a document of activity */
    delete: operations['deleteActivity']
    options?: never
    head?: never
    /** Change a document of activity */
    patch: operations['updateActivity']
    trace?: never
  }
  '/api/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List webhooks */
    get: operations['listWebhooks']
    put?: never
    /** Create a document in webhooks */
    post: operations['createWebhooks']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/webhooks/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of webhooks */
    get: operations['getWebhooks']
    put?: never
    post?: never
    /** Delete a document of webhooks */
    delete: operations['deleteWebhooks']
    options?: never
    head?: never
    /** Change a document of webhooks */
    patch: operations['updateWebhooks']
    trace?: never
  }
  '/api/webhook-deliveries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List webhook-deliveries */
    get: operations['listWebhookDeliveries']
    put?: never
    /** Create a document in webhook-deliveries */
    post: operations['createWebhookDeliveries']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/webhook-deliveries/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of webhook-deliveries */
    get: operations['getWebhookDeliveries']
    put?: never
    post?: never
    /** Delete a document of webhook-deliveries */
    delete: operations['deleteWebhookDeliveries']
    options?: never
    head?: never
    /** Change a document of webhook-deliveries */
    patch: operations['updateWebhookDeliveries']
    trace?: never
  }
  '/api/users': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List users */
    get: operations['listUsers']
    put?: never
    /** Create a document in users */
    post: operations['createUsers']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/users/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of users */
    get: operations['getUsers']
    put?: never
    post?: never
    /** Delete a document of users */
    delete: operations['deleteUsers']
    options?: never
    head?: never
    /** Change a document of users */
    patch: operations['updateUsers']
    trace?: never
  }
  '/api/api-keys': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** List api-keys */
    get: operations['listApiKeys']
    put?: never
    /** Create a document in api-keys */
    post: operations['createApiKeys']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/api-keys/{id}': {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    /** Read a document of api-keys */
    get: operations['getApiKeys']
    put?: never
    post?: never
    /** Delete a document of api-keys */
    delete: operations['deleteApiKeys']
    options?: never
    head?: never
    /** Change a document of api-keys */
    patch: operations['updateApiKeys']
    trace?: never
  }
  '/feeds/{address}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A feed: `all`, `category/<path>`, `tag/<slug>`, `author/<slug>`, `language/<locale>`, as `.rss`, `.atom` or `.json` */
    get: operations['getFeed']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sitemap.xml': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The index of sitemaps */
    get: operations['getSitemapIndex']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sitemaps/{name}.xml': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** A sitemap of the index */
    get: operations['getSitemap']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/robots.txt': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** What robots may visit */
    get: operations['getRobots']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/redirects/lookup': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Where an old address leads now */
    get: operations['lookUpRedirect']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/by-slug/{slug}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An article by its slug */
    get: operations['getArticleBySlug']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/by-slug/{locale}/{slug}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An article by language and slug */
    get: operations['getArticleByLocaleAndSlug']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/by-address': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** An article by the address it has or had */
    get: operations['getArticleByAddress']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/{id}/neighbours': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The articles before and after */
    get: operations['getNeighbours']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/{id}/related': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Articles that share tags, categories, authors */
    get: operations['getRelated']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/articles/{id}/open-graph': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tags for the head of an article’s page */
    get: operations['getOpenGraph']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/archive': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Counts of articles by month */
    get: operations['getArchive']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/categories/tree': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** The tree of categories with counts */
    get: operations['getCategoryTree']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/tags/counts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Tags with counts */
    get: operations['getTagCounts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/authors/counts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Authors with counts */
    get: operations['getAuthorCounts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/search': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** Search public articles */
    get: operations['search']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/api/oembed': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /** oEmbed data of an article’s address */
    get: operations['getOembed']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
export type webhooks = Record<string, never>
export interface components {
  schemas: {
    /** ApiKey */
    'api-keys': {
      id: string
      name: string
      scopes: ('read-published' | 'read-drafts' | 'write')[]
      prefix: string
      createdBy?: (string | null) | components['schemas']['users']
      expiresAt?: string | null
      /** @description To the hour. */
      lastUsedAt?: string | null
      revokedAt?: string | null
      updatedAt: string
      createdAt: string
      /** @enum {string} */
      collection: 'api-keys'
    }
    /** User */
    users: {
      id: string
      name: string
      /** @enum {string} */
      role: 'admin' | 'editor' | 'author' | 'contributor'
      /** @description IANA zone such as Asia/Shanghai, for the first page and the calendar. Empty: the one of the browser. */
      timezone?: string | null
      /** @enum {string|null} */
      language?: 'en' | 'zh' | null
      updatedAt: string
      createdAt: string
      email: string
      sessions?:
        | {
            id: string
            createdAt?: string | null
            expiresAt: string
          }[]
        | null
      password?: string | null
      /** @enum {string} */
      collection: 'users'
    }
    /**
     * WebhookDelivery
     * @description What was sent to your programs. A message appears when an article is published, changed or withdrawn and a webhook asks for it; one that got no answer can be sent again.
     */
    'webhook-deliveries': {
      id: string
      webhook?: (string | null) | components['schemas']['webhooks']
      /** @enum {string} */
      event: 'publish' | 'update' | 'unpublish' | 'delete'
      title?: string | null
      /** @enum {string} */
      state: 'queued' | 'sending' | 'retrying' | 'delivered' | 'failed'
      attempts?: number | null
      answer?: string | null
      sentAt?: string | null
      body?: Record<string, never> | unknown[] | string | number | boolean | null
      updatedAt: string
      createdAt: string
    }
    /** Webhook */
    webhooks: {
      id: string
      name: string
      url: string
      events: ('publish' | 'update' | 'unpublish' | 'delete')[]
      /** @description Signs each message; the receiver checks it. */
      secret: string
      active?: boolean | null
      updatedAt: string
      createdAt: string
    }
    /** Activity */
    activity: {
      id: string
      user?: (string | null) | components['schemas']['users']
      userName?: string | null
      /** @enum {string} */
      action:
        | 'create'
        | 'update'
        | 'move'
        | 'merge'
        | 'publish'
        | 'unpublish'
        | 'trash'
        | 'restore'
        | 'delete'
        | 'login'
        | 'logout'
        | 'login-failed'
        | 'revoke'
      documentType?: string | null
      documentId?: string | null
      title?: string | null
      detail?: string | null
      address?: string | null
      userAgent?: string | null
      updatedAt: string
      createdAt: string
    }
    /** Import */
    imports: {
      id: string
      title: string
      /** @enum {string} */
      status: 'planning' | 'planned' | 'running' | 'finished' | 'failed' | 'undoing' | 'undone'
      startedAt?: string | null
      finishedAt?: string | null
      startedBy?: string | null
      /** @enum {string|null} */
      origin?: 'command' | 'upload' | 'folder' | null
      process?: string | null
      folder?: string | null
      counts?: {
        new?: number | null
        changed?: number | null
        same?: number | null
        conflict?: number | null
        gone?: number | null
        failed?: number | null
      }
      options?: Record<string, never> | unknown[] | string | number | boolean | null
      problems?: Record<string, never> | unknown[] | string | number | boolean | null
      plan?: Record<string, never> | unknown[] | string | number | boolean | null
      progress?: Record<string, never> | unknown[] | string | number | boolean | null
      failure?: Record<string, never> | unknown[] | string | number | boolean | null
      undo?: Record<string, never> | unknown[] | string | number | boolean | null
      startedWritingAt?: string | null
      updatedAt: string
      createdAt: string
    }
    /** Notification */
    notifications: {
      id: string
      user: string | components['schemas']['users']
      /** @enum {string} */
      kind:
        | 'review-asked'
        | 'changes-requested'
        | 'approved'
        | 'published'
        | 'unpublished'
        | 'comment'
        | 'mention'
        | 'schedule-failed'
      title?: string | null
      article?: (string | null) | components['schemas']['articles']
      actor?: (string | null) | components['schemas']['users']
      text?: string | null
      link?: string | null
      readAt?: string | null
      mailedAt?: string | null
      updatedAt: string
      createdAt: string
    }
    /** Article */
    articles: {
      id: string
      title: string
      cover?: (string | null) | components['schemas']['media']
      /** @description Used when the picture is linked and not stored. */
      coverUrl?: string | null
      excerpt?: string | null
      content?: {
        root: {
          type: string
          children: ({
            type: string
            version: number
          } & {
            [key: string]: unknown
          })[]
          direction: ('ltr' | 'rtl') | null
          /** @enum {string} */
          format: 'left' | 'start' | 'center' | 'right' | 'end' | 'justify' | ''
          indent: number
          version: number
        }
      } | null
      meta?: {
        /** @description About 60 characters are shown. */
        title?: string | null
        /** @description About 160 characters are shown. */
        description?: string | null
        image?: (string | null) | components['schemas']['media']
      }
      /** @description Paths such as /2019/05/old-title/ that lead here. */
      aliases?: string[] | null
      source?: {
        path?: string | null
        dialect?: string | null
        address?: string | null
        sha256?: string | null
        archive?: string | null
        run?: string | null
        frontMatter?: Record<string, never> | unknown[] | string | number | boolean | null
        /** @description Shown from their old addresses. The next import tries these again. */
        missingPictures?: Record<string, never> | unknown[] | string | number | boolean | null
        importedAt?: string | null
        updatedAt?: string | null
        editedAt?: string | null
      }
      /** @enum {string} */
      stage: 'draft' | 'in-review' | 'changes-requested' | 'approved'
      stageNote?: string | null
      /** @description Part of the address. Made from the title when left empty. */
      slug?: string | null
      publishedAt?: string | null
      expiresAt?: string | null
      authors?: (string | components['schemas']['authors'])[] | null
      categories?: (string | components['schemas']['categories'])[] | null
      tags?: (string | components['schemas']['tags'])[] | null
      /** @description Shown first; the rest is chosen by tags and categories. */
      related?: (string | components['schemas']['articles'])[] | null
      locale: string
      commentsEnabled?: boolean | null
      createdBy?: (string | null) | components['schemas']['users']
      pictures?: (string | components['schemas']['media'])[] | null
      fullText?: string | null
      section?: (string | null) | components['schemas']['categories']
      contentHtml?: string | null
      contentMarkdown?: string | null
      contentText?: string | null
      toc?: Record<string, never> | unknown[] | string | number | boolean | null
      readingTime?: number | null
      updatedAt: string
      createdAt: string
      deletedAt?: string | null
      /** @enum {string|null} */
      _status?: 'draft' | 'published' | null
    }
    /** Category */
    categories: {
      id: string
      name: string
      /** @description Part of the address. Made from the title when left empty. */
      slug?: string | null
      /** @description Slugs from the root down. */
      path?: string | null
      description?: string | null
      parent?: (string | null) | components['schemas']['categories']
      breadcrumbs?:
        | {
            doc?: (string | null) | components['schemas']['categories']
            url?: string | null
            label?: string | null
            id?: string | null
          }[]
        | null
      updatedAt: string
      createdAt: string
    }
    /** Media */
    media: {
      id: string
      alt?: string | null
      caption?: string | null
      credit?: string | null
      sha256?: string | null
      source?: string | null
      createdBy?: (string | null) | components['schemas']['users']
      /** @description Their addresses lead to the file that took their place. */
      formerNames?: string[] | null
      /** @enum {string|null} */
      usage?: 'used' | 'unused' | null
      /** @enum {string|null} */
      altState?: 'missing' | 'present' | null
      updatedAt: string
      createdAt: string
      url?: string | null
      thumbnailURL?: string | null
      filename?: string | null
      mimeType?: string | null
      filesize?: number | null
      width?: number | null
      height?: number | null
      focalX?: number | null
      focalY?: number | null
      sizes?: {
        thumbnail?: {
          url?: string | null
          width?: number | null
          height?: number | null
          mimeType?: string | null
          filesize?: number | null
          filename?: string | null
        }
        card?: {
          url?: string | null
          width?: number | null
          height?: number | null
          mimeType?: string | null
          filesize?: number | null
          filename?: string | null
        }
        hero?: {
          url?: string | null
          width?: number | null
          height?: number | null
          mimeType?: string | null
          filesize?: number | null
          filename?: string | null
        }
        og?: {
          url?: string | null
          width?: number | null
          height?: number | null
          mimeType?: string | null
          filesize?: number | null
          filename?: string | null
        }
      }
    }
    /** Tag */
    tags: {
      id: string
      name: string
      /** @description Part of the address. Made from the title when left empty. */
      slug?: string | null
      updatedAt: string
      createdAt: string
    }
    /** Author */
    authors: {
      id: string
      name: string
      /** @description Part of the address. Made from the title when left empty. */
      slug?: string | null
      /** @enum {string} */
      kind: 'person' | 'organisation'
      bio?: string | null
      avatar?: (string | null) | components['schemas']['media']
      links?:
        | {
            label?: string | null
            url: string
            id?: string | null
          }[]
        | null
      user?: (string | null) | components['schemas']['users']
      updatedAt: string
      createdAt: string
    }
    /** Comment */
    comments: {
      id: string
      article: string | components['schemas']['articles']
      text: string
      author?: (string | null) | components['schemas']['users']
      /** @enum {string|null} */
      kind?: 'comment' | 'note' | null
      parent?: (string | null) | components['schemas']['comments']
      mentions?: (string | components['schemas']['users'])[] | null
      resolved?: boolean | null
      owner?: (string | null) | components['schemas']['users']
      updatedAt: string
      createdAt: string
    }
    /** Redirect */
    redirects: {
      id: string
      from: string
      to?: {
        article?: (string | null) | components['schemas']['articles']
        url?: string | null
      }
      /** @enum {string} */
      type: '301' | '302' | '410'
      updatedAt: string
      createdAt: string
    }
    Problem: {
      errors: {
        code?: string
        message: string
      }[]
      requestId?: string
    }
    ArticleSummary: {
      id: string
      title: string
      slug: string | null
      locale: string
      url: string
      publishedAt: string | null
      excerpt: string | null
    }
    SearchHit: components['schemas']['ArticleSummary'] & {
      highlight: {
        title: string
        snippet: string
      }
    }
    CategoryNode: {
      id: string
      name: string
      slug: string | null
      path: string | null
      count: number
      total: number
      children: components['schemas']['CategoryNode'][]
    }
    TermCount: {
      id: string
      name: string
      slug: string | null
      count: number
    }
  }
  responses: never
  parameters: never
  requestBodies: never
  headers: never
  pathItems: never
}
export type $defs = Record<string, never>
export interface operations {
  listArticles: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
        /** @description Replaces `content`. */
        format?: 'html' | 'markdown' | 'text'
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['articles'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createArticles: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['articles']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getArticles: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
        /** @description Replaces `content`. */
        format?: 'html' | 'markdown' | 'text'
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['articles']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteArticles: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['articles']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateArticles: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['articles']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listCategories: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['categories'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createCategories: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['categories']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getCategories: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['categories']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteCategories: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['categories']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateCategories: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['categories']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listTags: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['tags'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createTags: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['tags']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getTags: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['tags']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteTags: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['tags']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateTags: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['tags']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listAuthors: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['authors'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createAuthors: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['authors']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getAuthors: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['authors']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteAuthors: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['authors']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateAuthors: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['authors']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listMedia: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['media'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createMedia: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          file?: string
          /** @description The fields, as JSON. */
          _payload?: string
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['media']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getMedia: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['media']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteMedia: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['media']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateMedia: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'multipart/form-data': {
          file?: string
          /** @description The fields, as JSON. */
          _payload?: string
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['media']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listRedirects: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['redirects'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createRedirects: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['redirects']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getRedirects: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['redirects']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteRedirects: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['redirects']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateRedirects: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['redirects']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listComments: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['comments'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createComments: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['comments']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getComments: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['comments']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteComments: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['comments']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateComments: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['comments']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listNotifications: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['notifications'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createNotifications: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['notifications']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getNotifications: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['notifications']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteNotifications: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['notifications']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateNotifications: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['notifications']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listImports: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['imports'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createImports: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['imports']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getImports: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['imports']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteImports: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['imports']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateImports: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['imports']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listActivity: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['activity'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createActivity: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['activity']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getActivity: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['activity']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteActivity: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['activity']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateActivity: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['activity']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listWebhooks: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['webhooks'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createWebhooks: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['webhooks']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhooks: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['webhooks']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteWebhooks: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['webhooks']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateWebhooks: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['webhooks']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['webhook-deliveries'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createWebhookDeliveries: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['webhook-deliveries']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getWebhookDeliveries: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['webhook-deliveries']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteWebhookDeliveries: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['webhook-deliveries']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateWebhookDeliveries: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['webhook-deliveries']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listUsers: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['users'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createUsers: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['users']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getUsers: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['users']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteUsers: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['users']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateUsers: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['users']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  listApiKeys: {
    parameters: {
      query?: {
        /** @description Conditions, such as `where[slug][equals]=ink`. */
        where?: {
          [key: string]: unknown
        }
        /** @description A field; with a hyphen before it, downwards. */
        sort?: string
        /** @description Documents on a page. */
        limit?: number
        /** @description Which page. */
        page?: number
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description A page of documents. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['api-keys'][]
            totalDocs: number
            limit: number
            totalPages: number
            page?: number
            hasNextPage: boolean
            hasPrevPage: boolean
            nextPage?: number | null
            prevPage?: number | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  createApiKeys: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      201: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['api-keys']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getApiKeys: {
    parameters: {
      query?: {
        /** @description The fields to read, such as `select[title]=true`. */
        select?: {
          [key: string]: unknown
        }
        /** @description How far related documents are read too. */
        depth?: number
      }
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['api-keys']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  deleteApiKeys: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['api-keys']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  updateApiKeys: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the document. */
        id: string
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': {
          [key: string]: unknown
        }
      }
    }
    responses: {
      /** @description The document. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            doc: components['schemas']['api-keys']
            message?: string
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getFeed: {
    parameters: {
      query?: {
        /** @description A language, such as `en`. */
        locale?: string
        /** @description A page of RFC 5005. */
        page?: number
        /** @description A month, such as `2024-05`. */
        archive?: string
        /** @description Whole texts or excerpts. */
        content?: 'full' | 'excerpt'
      }
      header?: never
      path: {
        /** @description Such as `all.atom`; may hold slashes. */
        address: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The feed. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/rss+xml': string
          'application/atom+xml': string
          'application/feed+json': Record<string, never>
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getSitemapIndex: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The index. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/xml': string
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getSitemap: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description Such as `articles-1`, `terms`, `news`. */
        name: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The sitemap. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/xml': string
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getRobots: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The rules. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'text/plain': string
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  lookUpRedirect: {
    parameters: {
      query: {
        /** @description A path, or a whole address. */
        path: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The end of the way; 410 has no address. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            path: string
            /** @enum {integer} */
            type: 301 | 302 | 410
            to?: string
            article?: {
              id: string
              slug: string | null
              locale: string
            }
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getArticleBySlug: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The slug. */
        slug: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The article. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['articles']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getArticleByLocaleAndSlug: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The language. */
        locale: string
        /** @description The slug. */
        slug: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The article. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['articles']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getArticleByAddress: {
    parameters: {
      query: {
        /** @description A path, or a whole address. */
        path: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The article. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['articles']
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getNeighbours: {
    parameters: {
      query?: {
        /** @description A language, such as `en`. */
        locale?: string
        /** @description The path of a category, or its slug where one alone has it. */
        category?: string
        /** @description The slug of a tag. */
        tag?: string
        /** @description The slug of an author. */
        author?: string
      }
      header?: never
      path: {
        /** @description The id of the article. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Null at the ends. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            previous: components['schemas']['ArticleSummary'] | null
            next: components['schemas']['ArticleSummary'] | null
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getRelated: {
    parameters: {
      query?: {
        /** @description How many. */
        limit?: number
      }
      header?: never
      path: {
        /** @description The id of the article. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The closest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['ArticleSummary'][]
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getOpenGraph: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** @description The id of the article. */
        id: string
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The tags, as a list and as HTML. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            title: string
            description: string
            canonical: string
            html: string
            tags: {
              property?: string
              name?: string
              content: string
            }[]
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getArchive: {
    parameters: {
      query?: {
        /** @description A language, such as `en`. */
        locale?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Newest first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            total: number
            months: {
              month: string
              count: number
            }[]
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getCategoryTree: {
    parameters: {
      query?: {
        /** @description A language, such as `en`. */
        locale?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The roots. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['CategoryNode'][]
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getTagCounts: {
    parameters: {
      query?: {
        /** @description A language, such as `en`. */
        locale?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Those in use. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['TermCount'][]
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getAuthorCounts: {
    parameters: {
      query?: {
        /** @description A language, such as `en`. */
        locale?: string
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description Those in use. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['TermCount'][]
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  search: {
    parameters: {
      query: {
        /** @description What to look for. */
        q: string
        /** @description A language, such as `en`. */
        locale?: string
        /** @description The path of a category, or its slug where one alone has it. */
        category?: string
        /** @description The slug of a tag. */
        tag?: string
        /** @description The slug of an author. */
        author?: string
        /** @description Published at or after. */
        from?: string
        /** @description Published before. */
        before?: string
        /** @description Which page. */
        page?: number
        /** @description How many. */
        limit?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description The best first. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            docs: components['schemas']['SearchHit'][]
            totalDocs: number
            totalPages: number
            page: number
            limit: number
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
  getOembed: {
    parameters: {
      query: {
        /** @description The address of the page. */
        url: string
        /** @description JSON or XML. */
        format?: 'json' | 'xml'
        /** @description Greatest width. */
        maxwidth?: number
        /** @description Greatest height. */
        maxheight?: number
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** @description oEmbed 1.0, type `rich`. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': {
            [key: string]: unknown
          }
        }
      }
      /** @description Refused: the code says why. */
      '4XX': {
        headers: {
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Problem']
        }
      }
    }
  }
}
