import { filledText } from '../json'
import { withoutDate } from '../slug'
import {
  contentSegments,
  dateValues,
  fillPermalink,
  folded,
  githubSlug,
  toPath,
} from './addressParts'
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
  const { data } = parts
  const own = data['permalink']
  if (own === false) return undefined
  const permalink = withVariables(filledText(own), parts)
  if (permalink && /\{[{%]/.test(permalink)) return undefined
  if (permalink)
    return fillPermalink(permalink, { values: dateValues(parts), data }).replace(
      /\/index\.html$/,
      '/',
    )
  const folders = folded(contentSegments(parts, eleventy.roots))
  return toPath([...folders.slice(0, -1), withoutDate(folders.at(-1) ?? '')])
}

/** Fills the variables that a template of an address mostly uses; a template that asks for more keeps its braces. */
function withVariables(template: string | undefined, parts: AddressParts): string | undefined {
  const folders = folded(contentSegments(parts, eleventy.roots))
  const fileSlug = withoutDate(folders.at(-1) ?? '')
  const stem = `/${[...folders.slice(0, -1), fileSlug].join('/')}`
  return template?.replace(
    /\{\{-?\s*([\w.]+)\s*(?:\|\s*(slug|slugify|url)\s*)?-?\}\}/g,
    (whole, name: string, filter?: string) => {
      const value =
        name === 'page.fileSlug'
          ? fileSlug
          : name === 'page.filePathStem'
            ? stem
            : filledText(parts.data[name])
      if (value === undefined) return whole
      return filter === 'slug' || filter === 'slugify' ? githubSlug(value.trim()) : value
    },
  )
}
