import { decodeAddress } from '../decodeAddress'

/** An address without what generators and image servers put around a path. */
const WRAPPED = /^\{\{-?\s*["']([^"'{}]+)["']\s*\|[^{}]*\}\}/
const VARIABLE = /^(?:\{\{[^{}]*\}\}|%7B%7B[^{}]*?%7D%7D|\$withBase\()+/i
/** Names that bundlers give to the site's own folders. */
const ALIAS = /^(?:@site|~|@)\//
const NAMED_ALIAS = /^[@~](?=[a-z][\w-]*\/)/i
/** `x.jpg@s_2,w_820` and `x.jpg!thumb` ask an image server for a size. */
const SIZE = /(\.[a-z\d]{2,5})[@!][\w,.:-]+$/i

/**
 * The paths that a local address may mean, the most literal first: as written, without query, decoded, without what
 * an image server adds, and with slashes for backslashes.
 */
export const addressForms = (url: string): string[] => {
  const written = url
    .trim()
    .replace(/^galley-ref:\w+:/, '')
    .replace(WRAPPED, '$1')
    .replace(VARIABLE, '')
    .replace(ALIAS, '/')
    .replace(NAMED_ALIAS, '/')
  const withoutQuery = written.replace(/[?#].*$/s, '')
  const forms = [decodeAddress(withoutQuery), withoutQuery, decodeAddress(written)].flatMap(
    (form) => [form, form.replace(SIZE, '$1')],
  )
  return [...new Set(forms.flatMap((form) => [form, form.replaceAll('\\', '/')]))].filter(
    (form) => form.replace(/[./]+/g, '') !== '',
  )
}

/** One spelling for names that differ in case or Unicode form alone. */
export const spelling = (name: string): string => name.normalize('NFC').toLowerCase()
