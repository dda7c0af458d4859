import { decodeAddress } from '../decodeAddress'

/** Names of files that hold a text, by their ends. */
export const TEXT_EXTENSION = /\.(md|markdown|mdown|mkdn?|mdx|mdwn|rmd|rmarkdown|qmd|html?|xhtml)$/i

/**
 * One spelling for an address: decoded, without query, fragment, `index.html`, `.html`, and slashes at its ends or double
 * ones. Case and Unicode form make no difference.
 */
export const addressKey = (address: string): string =>
  decodeAddress(address.replace(/[?#].*$/s, ''))
    .normalize('NFC')
    .toLowerCase()
    .replace(/\/{2,}/g, '/')
    .replace(/(^|\/)index\.x?html?$/, '$1')
    .replace(/\.x?html?$/, '')
    .replace(/^\/+|\/+$/g, '')

/** One spelling for the name of a text, which people write with its extension or without. */
export const nameKey = (name: string): string =>
  name.replace(TEXT_EXTENSION, '').normalize('NFC').toLowerCase()

/** The names by which others may call a file: with its date and without, and its slug. */
export const namesOf = (filePath: string, slug: string): string[] => {
  const segments = filePath.replace(TEXT_EXTENSION, '').split('/')
  const last = segments.at(-1) ?? ''
  const name = /^(_?index|readme)$/i.test(last) ? (segments.at(-2) ?? last) : last
  const withoutLanguage = name.replace(/\.[a-z]{2}(-[a-z]{2,4})?$/i, '')
  return [...new Set([name, withoutDate(name), withoutDate(withoutLanguage), slug].map(nameKey))]
}

const withoutDate = (name: string): string => name.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, '')
