import type { Random } from './random'
import type { Stock } from './writes'

/** A question that everybody may ask: an address, or a GraphQL query. */
export type Question = { path: string; query?: string }

const rest = (path: string): Question => ({ path: `/api${path}` })
const graphql = (query: string): Question => ({ path: '/api/graphql', query })

const LISTS = [
  '/articles',
  '/articles?depth=0',
  '/articles?limit=3&sort=title&depth=2',
  '/articles?limit=2&page=2&sort=-publishedAt&depth=1',
  '/articles?where[locale][equals]=en&select[title]=true&select[tags]=true',
  '/articles?where[tags.name][like]=Tag&depth=0&sort=title',
  '/articles?where[tags__name][like]=Tag&limit=4&sort=title',
  '/articles?where[authors.name][like]=author&sort=title',
  '/articles?sort=title&pagination=false&limit=5&populate[authors][name]=true',
  '/articles/count',
  '/articles/count?where[locale][equals]=zh',
  '/categories?sort=name&depth=1',
  '/categories?sort=path&depth=3',
  '/tags?sort=name',
  '/authors?sort=name&limit=5',
  '/media',
  '/redirects?depth=1',
]

const QUERIES = [
  '{ Articles(limit: 5, sort: "title") { docs { title slug authors { name } categories { name breadcrumbs { label } } tags { slug } } totalDocs } }',
  '{ Articles(limit: 3, sort: "-title") { docs { id title excerpt } } Tags(sort: "name") { docs { name } } }',
  '{ Categories(sort: "name") { docs { name path parent { name } } } countArticles { totalDocs } }',
  '{ Authors(sort: "name") { docs { name slug } hasNextPage } }',
  '{ Articles(where: { title: { like: "Edited" } }, sort: "title") { docs { title content } } }',
]

/** Some question about what there is, or was. */
export const ask = (stock: Stock, random: Random): Question => {
  const kind = random.below(4)
  if (kind === 0) return graphql(random.oneOf(QUERIES) ?? '')
  if (kind === 1) return one(stock, random)
  return rest(random.oneOf(LISTS) ?? '')
}

const one = (stock: Stock, random: Random): Question => {
  const article = random.oneOf([...stock.articles, ...stock.trashed]) ?? 'none'
  const tag = random.oneOf(stock.tags) ?? 'none'
  const category = random.oneOf(stock.categories) ?? 'none'
  const questions = [
    rest(`/articles/${article}?depth=1`),
    rest(`/articles/${article}?depth=0`),
    rest(`/articles?where[id][equals]=${article}`),
    rest(`/articles?where[tags][in]=${tag}&sort=title`),
    rest(`/articles?where[categories][equals]=${category}&sort=title&depth=0`),
    rest(`/tags/${tag}`),
    rest(`/categories/${category}?depth=1`),
    graphql(`{ Article(id: "${article}") { title authors { name } tags { name } } }`),
  ]
  return random.oneOf(questions) ?? rest('/tags')
}
