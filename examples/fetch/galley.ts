import type { components } from '../galley-api'

type Schemas = components['schemas']

export type Article = Schemas['articles']
export type ArticleSummary = Schemas['ArticleSummary']
export type SearchHit = Schemas['SearchHit']

export type GalleyOptions = { url: string; key?: string; fetch?: typeof fetch }

/** A refusal of the server: `code` says why. */
export class GalleyError extends Error {
  override name = 'GalleyError'

  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** Typed reads of a Galley server. */
export const createGalley = ({ url, key, fetch: send = fetch }: GalleyOptions) => {
  const get = async <Answer>(path: string, query: Record<string, string> = {}): Promise<Answer> => {
    const address = new URL(path, url)
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value)
    const response = await send(address, {
      headers: {
        accept: 'application/json',
        ...(key && { authorization: `users API-Key ${key}` }),
      },
    })
    if (!response.ok) throw await refusal(response)
    return (await response.json()) as Answer
  }

  return {
    /** The newest articles of a language, without their texts. */
    latest: async (locale: string, { page = 1, limit = 10 } = {}) =>
      get<{ docs: Article[]; hasNextPage: boolean; totalPages: number }>('/api/articles', {
        'where[locale][equals]': locale,
        sort: '-publishedAt',
        page: String(page),
        limit: String(limit),
        ...selected(['title', 'slug', 'locale', 'publishedAt', 'excerpt']),
      }),

    /** An article with its text as HTML; undefined when there is none. */
    article: (locale: string, slug: string): Promise<Article | undefined> =>
      orUndefined(
        get<Article>(
          `/api/articles/by-slug/${encodeURIComponent(locale)}/${encodeURIComponent(slug)}`,
          selected([
            'title',
            'slug',
            'locale',
            'publishedAt',
            'excerpt',
            'authors',
            'tags',
            'contentHtml',
            'toc',
            'readingTime',
          ]),
        ),
      ),

    related: async (id: string): Promise<ArticleSummary[]> =>
      (await get<{ docs: ArticleSummary[] }>(`/api/articles/${id}/related`)).docs,

    search: (q: string, locale: string) =>
      get<{ docs: SearchHit[]; totalDocs: number }>('/api/search', { q, locale }),

    /** The tags for the head of an article's page. */
    head: (id: string) => get<{ title: string; html: string }>(`/api/articles/${id}/open-graph`),

    /** Where an old address leads now. */
    redirect: (path: string) =>
      orUndefined(get<{ type: 301 | 302 | 410; to?: string }>('/api/redirects/lookup', { path })),
  }
}

const selected = (fields: string[]): Record<string, string> =>
  Object.fromEntries(fields.map((field) => [`select[${field}]`, 'true']))

const orUndefined = <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> =>
  answer.catch((error: unknown) => {
    if (error instanceof GalleyError && error.status === 404) return undefined
    throw error
  })

const refusal = async (response: Response): Promise<GalleyError> => {
  const body = (await response.json().catch(() => ({}))) as Partial<Schemas['Problem']>
  const [error] = body.errors ?? []
  return new GalleyError(
    response.status,
    error?.code ?? 'unknown',
    error?.message ?? response.statusText,
  )
}
