import { pinyin } from 'pinyin-pro'
import { choiceFrom } from '../src/environment'
import { slugOf } from '../src/frontmatter/slug'

const STYLES = ['unicode', 'pinyin'] as const
type SlugStyle = (typeof STYLES)[number]

/**
 * The slug of a title that an editor has written: Chinese as it is, or by pinyin where `SLUG_STYLE` says so.
 * @throws Error `setting-invalid: SLUG_STYLE …`
 */
export const titleSlug = (title: string, style: SlugStyle = slugStyle()): string =>
  slugOf(style === 'pinyin' ? inPinyin(title) : title)

/**
 * Whether a slug was made from a title and nobody has chosen it: it is the title's, perhaps with a number that tells it
 * from another article's, or it dates from before there was a title.
 */
export const isMadeFrom = (slug: string, title: string): boolean => {
  const made = titleSlug(title)
  return slug === made || (slug.startsWith(`${made}-`) && /^\d+$/.test(slug.slice(made.length + 1)))
}

const inPinyin = (title: string): string =>
  pinyin(title, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true }).join(' ')

const slugStyle = (): SlugStyle => choiceFrom(process.env, 'SLUG_STYLE', STYLES)
