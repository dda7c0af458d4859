import type { Metadata } from 'next'
import { notFound, permanentRedirect } from 'next/navigation'
import { galley } from '../../../lib/galley'

type Props = { params: Promise<{ locale: string; slug: string }> }

const articleOf = async ({ params }: Props) => {
  const { locale, slug } = await params
  const [wanted, language] = [decodeURIComponent(slug), decodeURIComponent(locale)]
  const article = await galley.article(language, wanted)
  if (article) return article
  const redirect = await galley.redirect(`/${language}/${wanted}`)
  if (redirect?.to) permanentRedirect(redirect.to)
  return notFound()
}

export const generateMetadata = async (props: Props): Promise<Metadata> => {
  const { title, excerpt } = await articleOf(props)
  return { title, description: excerpt }
}

export default async function ArticlePage(props: Props) {
  const article = await articleOf(props)
  const related = await galley.related(article.id)
  return (
    <article lang={article.locale}>
      <h1>{article.title}</h1>
      <p>{article.readingTime} min</p>
      {/* The server has sanitised it. */}
      <div dangerouslySetInnerHTML={{ __html: article.contentHtml ?? '' }} />
      <ul>
        {related.map(({ id, url, title }) => (
          <li key={id}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </article>
  )
}
