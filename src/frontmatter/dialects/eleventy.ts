import { filledText } from '../json'
import { withoutDate } from '../slug'
import { dateValues, fillPermalink, folded, segmentsBelow, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://www.11ty.dev/docs/permalinks/ */
export const eleventy: DialectRules = {
  configFiles: /(^|\/)(\.eleventy|eleventy\.config)\.\w+$/,
  layout: [
    {
      pattern: /\.(11tydata)\.\w+$|\.njk$/,
      weight: 5,
      reason: 'it has templates or data of Eleventy',
    },
    {
      pattern: /(^|\/)content\/posts\/\d{4}-\d{2}-\d{2}-/,
      weight: 3,
      reason: 'posts are named after their dates',
    },
  ],
  keys: [
    'eleventyNavigation',
    'eleventyExcludeFromCollections',
    'eleventyImport',
    'eleventyComputed',
  ],
  ignored: /(^|\/)(node_modules|_site|_includes|_layouts|_data)\//,
  roots: ['content', 'src'],
  posts: /(^|\/)(_?posts?|blog|news|articles?)\//,
  isMonthFirst: true,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data } = parts
  const own = data['permalink']
  if (own === false) return undefined
  const permalink = filledText(own)
  if (permalink && !/\{[{%]/.test(permalink))
    return fillPermalink(permalink, { values: dateValues(parts), data }).replace(
      /\/index\.html$/,
      '/',
    )
  const folders = folded(segmentsBelow(path, eleventy.roots))
  return toPath([...folders.slice(0, -1), withoutDate(folders.at(-1) ?? '')])
}
