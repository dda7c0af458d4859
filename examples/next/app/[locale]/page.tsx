import { galley } from '../../lib/galley'

type Props = { params: Promise<{ locale: string }> }

export default async function LatestPage({ params }: Props) {
  const { locale } = await params
  const { docs } = await galley.latest(locale)
  return (
    <ul>
      {docs.map(({ id, slug, title, excerpt }) => (
        <li key={id}>
          <a href={`/${locale}/${slug}`}>{title}</a>
          <p>{excerpt}</p>
        </li>
      ))}
    </ul>
  )
}
