import { answer, pathParameter, queryParameter, refusals, wholeNumber } from './parts'
import { schemaRef, type Schema } from './schemas'

const text: Schema = { type: 'string' }
const orNull = (type: string): Schema => ({ type: [type, 'null'] })
const listOf = (items: Schema): Schema => ({ type: 'array', items })
const record = (properties: Record<string, Schema>, optional: string[] = []): Schema => ({
  type: 'object',
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
})

const locale = queryParameter('locale', 'A language, such as `en`.')
const scope = [
  locale,
  queryParameter('category', 'The path of a category, or its slug where one alone has it.'),
  queryParameter('tag', 'The slug of a tag.'),
  queryParameter('author', 'The slug of an author.'),
]
const id = pathParameter('id', 'The id of the article.')

const read = (
  operationId: string,
  summary: string,
  parameters: Schema[],
  response: Schema,
): Record<string, unknown> => ({
  get: {
    tags: ['site'],
    operationId,
    summary,
    security: [{}],
    ...(parameters.length > 0 && { parameters }),
    responses: { '200': response, ...refusals },
  },
})

/** Schemas of what the site's reads answer. */
export const siteSchemas: Record<string, Schema> = {
  Problem: record(
    {
      errors: listOf(record({ code: text, message: text }, ['code'])),
      requestId: text,
    },
    ['requestId'],
  ),
  ArticleSummary: record({
    id: text,
    title: text,
    slug: orNull('string'),
    locale: text,
    url: text,
    publishedAt: orNull('string'),
    excerpt: orNull('string'),
  }),
  SearchHit: {
    allOf: [
      schemaRef('ArticleSummary'),
      record({ highlight: record({ title: text, snippet: text }) }),
    ],
  },
  CategoryNode: record({
    id: text,
    name: text,
    slug: orNull('string'),
    path: orNull('string'),
    count: { type: 'integer' },
    total: { type: 'integer' },
    children: listOf(schemaRef('CategoryNode')),
  }),
  TermCount: record({ id: text, name: text, slug: orNull('string'), count: { type: 'integer' } }),
}

const summary = schemaRef('ArticleSummary')
const termCounts = answer('Those in use.', record({ docs: listOf(schemaRef('TermCount')) }))

/** The reads of `src/server/site`, by their addresses in OpenAPI's way. */
export const sitePaths: Record<string, Record<string, unknown>> = {
  '/feeds/{address}': read(
    'getFeed',
    'A feed: `all`, `category/<path>`, `tag/<slug>`, `author/<slug>`, `language/<locale>`, as `.rss`, `.atom` or `.json`',
    [
      pathParameter('address', 'Such as `all.atom`; may hold slashes.'),
      locale,
      queryParameter('page', 'A page of RFC 5005.', wholeNumber(1)),
      queryParameter('archive', 'A month, such as `2024-05`.'),
      queryParameter('content', 'Whole texts or excerpts.', {
        type: 'string',
        enum: ['full', 'excerpt'],
      }),
    ],
    {
      description: 'The feed.',
      content: {
        'application/rss+xml': { schema: text },
        'application/atom+xml': { schema: text },
        'application/feed+json': { schema: { type: 'object' } },
      },
    },
  ),
  '/sitemap.xml': read(
    'getSitemapIndex',
    'The index of sitemaps',
    [],
    answer('The index.', text, 'application/xml'),
  ),
  '/sitemaps/{name}.xml': read(
    'getSitemap',
    'A sitemap of the index',
    [pathParameter('name', 'Such as `articles-1`, `terms`, `news`.')],
    answer('The sitemap.', text, 'application/xml'),
  ),
  '/robots.txt': read(
    'getRobots',
    'What robots may visit',
    [],
    answer('The rules.', text, 'text/plain'),
  ),
  '/api/redirects/lookup': read(
    'lookUpRedirect',
    'Where an old address leads now',
    [queryParameter('path', 'A path, or a whole address.', text, { required: true })],
    answer(
      'The end of the way; 410 has no address.',
      record(
        {
          path: text,
          type: { type: 'integer', enum: [301, 302, 410] },
          to: text,
          article: record({ id: text, slug: orNull('string'), locale: text }),
        },
        ['to', 'article'],
      ),
    ),
  ),
  '/api/articles/by-slug/{slug}': read(
    'getArticleBySlug',
    'An article by its slug',
    [pathParameter('slug', 'The slug.')],
    answer('The article.', schemaRef('articles')),
  ),
  '/api/articles/by-slug/{locale}/{slug}': read(
    'getArticleByLocaleAndSlug',
    'An article by language and slug',
    [pathParameter('locale', 'The language.'), pathParameter('slug', 'The slug.')],
    answer('The article.', schemaRef('articles')),
  ),
  '/api/articles/by-address': read(
    'getArticleByAddress',
    'An article by the address it has or had',
    [queryParameter('path', 'A path, or a whole address.', text, { required: true })],
    answer('The article.', schemaRef('articles')),
  ),
  '/api/articles/{id}/neighbours': read(
    'getNeighbours',
    'The articles before and after',
    [id, ...scope],
    answer(
      'Null at the ends.',
      record({
        previous: { anyOf: [summary, { type: 'null' }] },
        next: { anyOf: [summary, { type: 'null' }] },
      }),
    ),
  ),
  '/api/articles/{id}/related': read(
    'getRelated',
    'Articles that share tags, categories, authors',
    [id, queryParameter('limit', 'How many.', wholeNumber(1, 20))],
    answer('The closest first.', record({ docs: listOf(summary) })),
  ),
  '/api/articles/{id}/open-graph': read(
    'getOpenGraph',
    'Tags for the head of an article’s page',
    [id],
    answer(
      'The tags, as a list and as HTML.',
      record({
        title: text,
        description: text,
        canonical: text,
        html: text,
        tags: listOf(record({ property: text, name: text, content: text }, ['property', 'name'])),
      }),
    ),
  ),
  '/api/archive': read(
    'getArchive',
    'Counts of articles by month',
    [locale],
    answer(
      'Newest first.',
      record({
        total: { type: 'integer' },
        months: listOf(record({ month: text, count: { type: 'integer' } })),
      }),
    ),
  ),
  '/api/categories/tree': read(
    'getCategoryTree',
    'The tree of categories with counts',
    [locale],
    answer('The roots.', record({ docs: listOf(schemaRef('CategoryNode')) })),
  ),
  '/api/tags/counts': read('getTagCounts', 'Tags with counts', [locale], termCounts),
  '/api/authors/counts': read('getAuthorCounts', 'Authors with counts', [locale], termCounts),
  '/api/search': read(
    'search',
    'Search public articles',
    [
      queryParameter('q', 'What to look for.', text, { required: true }),
      ...scope,
      queryParameter('from', 'Published at or after.'),
      queryParameter('before', 'Published before.'),
      queryParameter('page', 'Which page.', wholeNumber(1)),
      queryParameter('limit', 'How many.', wholeNumber(1, 50)),
    ],
    answer(
      'The best first.',
      record({
        docs: listOf(schemaRef('SearchHit')),
        totalDocs: { type: 'integer' },
        totalPages: { type: 'integer' },
        page: { type: 'integer' },
        limit: { type: 'integer' },
      }),
    ),
  ),
  '/api/oembed': read(
    'getOembed',
    'oEmbed data of an article’s address',
    [
      queryParameter('url', 'The address of the page.', text, { required: true }),
      queryParameter('format', 'JSON or XML.', { type: 'string', enum: ['json', 'xml'] }),
      queryParameter('maxwidth', 'Greatest width.', wholeNumber(1)),
      queryParameter('maxheight', 'Greatest height.', wholeNumber(1)),
    ],
    answer('oEmbed 1.0, type `rich`.', { type: 'object', additionalProperties: true }),
  ),
}
