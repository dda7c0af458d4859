'use client'
import { useFormFields } from '@payloadcms/ui'
import { fitting } from '../../richtext/shownLength'
import { useSay } from '../useSay'

/** As the fields of `meta` say; what is empty comes from the article itself. */
export const SearchPreview = ({
  titleLimit,
  textLimit,
}: {
  titleLimit: number
  textLimit: number
}) => {
  const say = useSay()
  const [metaTitle, title] = [useText('meta.title'), useText('title')]
  const [metaText, excerpt] = [useText('meta.description'), useText('excerpt')]
  const [slug, locale] = [useText('slug'), useText('locale')]
  return (
    <section className="galley-search-preview" aria-label={say('writing:searchPreview')}>
      <strong>{say('writing:searchPreview')}</strong>
      <div>
        <p className="galley-search-preview__address">
          … › {locale} › {slug}
        </p>
        <p className="galley-search-preview__title">
          {fitting(metaTitle || title, titleLimit) || say('writing:searchUntitled')}
        </p>
        <p className="galley-search-preview__text">
          {fitting(metaText || excerpt, textLimit) || say('writing:searchNoText')}
        </p>
      </div>
    </section>
  )
}

const useText = (path: string): string => {
  const value = useFormFields(([fields]) => fields[path]?.value)
  return typeof value === 'string' ? value : ''
}
