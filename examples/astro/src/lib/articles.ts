import { createGalley, type Article } from '../../../fetch/galley'

const galley = createGalley({
  url: process.env.GALLEY_URL ?? 'http://localhost:3000',
  key: process.env.GALLEY_KEY,
})

export type StaticPath = { params: { locale: string; slug: string }; props: { article: Article } }

/** Every article of some languages as Astro's `getStaticPaths` wants it: page after page, texts at the end. */
export const articlePaths = async (locales: string[]): Promise<StaticPath[]> => {
  const paths: StaticPath[] = []
  for (const locale of locales) {
    for (let page = 1; ; page += 1) {
      const { docs, hasNextPage } = await galley.latest(locale, { page, limit: 100 })
      for (const { slug } of docs) {
        const article = slug ? await galley.article(locale, slug) : undefined
        if (slug && article) paths.push({ params: { locale, slug }, props: { article } })
      }
      if (!hasNextPage) break
    }
  }
  return paths
}

/** The tags for the head of an article's page. */
export const headOf = async (article: Article): Promise<string> =>
  (await galley.head(article.id)).html
