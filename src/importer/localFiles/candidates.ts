import path from 'node:path'
import { pathInSite } from '../archive'
import type { LinkIndex } from '../links'
import { addressKey } from '../links/addressKey'
import type { SurveyedFile } from '../survey'

/** Folders that generators serve at the site's root, or keep pictures in. */
const PUBLIC_FOLDERS = [
  '',
  'static/',
  'public/',
  'source/',
  'assets/',
  'src/',
  'content/',
  'docs/',
  'src/assets/',
  'src/static/',
  'src/public/',
  'src/content/',
  'src/pages/',
  'source/_posts/',
  'blog/',
]

/**
 * The places at which a path may stand, as paths below the site, the likeliest first: beside the text, in its asset
 * folder, at the root of the site or of the part of it that holds the text, and where the old page's address leads.
 */
export const candidatesOf = (form: string, from: SurveyedFile): string[] => {
  const own = pathInSite(from.archive, from.file)
  const folder = path.posix.dirname(own)
  const assetFolder = own.replace(/\.[^./]+$/, '')
  const beside = form.startsWith('/')
    ? []
    : [path.posix.join(folder, form), path.posix.join(assetFolder, form)]
  const rooted = rootedForms(form, from).flatMap((name) => atRoots(name, folder))
  return [...new Set([...beside, ...belowOwnAddress(form, from, folder, assetFolder), ...rooted])]
    .map((candidate) => path.posix.normalize(candidate))
    .filter((candidate) => candidate !== '.' && !candidate.startsWith('../'))
}

/** The path below the site's root: as written, without its base path, and as a browser resolves it on the old page. */
const rootedForms = (form: string, { archive, draft }: SurveyedFile): string[] => {
  const { basePath } = archive.site
  const forms = [form.replace(/^(\.{0,2}\/)+/, '')]
  if (basePath && form.startsWith(`${basePath}/`)) forms.push(form.slice(basePath.length + 1))
  if (!form.startsWith('/') && form.includes('../') && draft.address) {
    forms.push(path.posix.join(baseOf(draft.address), form).replace(/^\/+/, ''))
  }
  return forms
}

/** Every folder from the text's up to the top may be the site's root: archives hold sites in subfolders. */
const atRoots = (name: string, folder: string): string[] => {
  const parts = folder === '.' ? [] : folder.split('/')
  const roots = parts.map((_part, index) => `${parts.slice(0, parts.length - index).join('/')}/`)
  return [...roots, ''].flatMap((root) => PUBLIC_FOLDERS.map((open) => `${root}${open}${name}`))
}

/** A page's own files by the page's address: `/2019/05/post/x.png` stands beside `post.md`, or in its asset folder. */
const belowOwnAddress = (
  form: string,
  { draft: { address } }: SurveyedFile,
  folder: string,
  assetFolder: string,
): string[] => {
  if (!address || address === '/' || !form.startsWith(baseOf(address))) return []
  const rest = form.slice(baseOf(address).length)
  return rest === '' ? [] : [path.posix.join(assetFolder, rest), path.posix.join(folder, rest)]
}

/** The places of a page's own files, where an address says the page's address and a file's name. */
export const besidePagesOf = (form: string, from: SurveyedFile, links: LinkIndex): string[] => {
  const { address = '/' } = from.draft
  const whole = form.startsWith('/') ? form : path.posix.join(baseOf(address), form)
  const page = links.byAddress.get(addressKey(path.posix.dirname(whole)))
  if (!page) return []
  const own = pathInSite(from.archive, page)
  const name = path.posix.basename(whole)
  return [
    path.posix.join(path.posix.dirname(own), name),
    path.posix.join(own.replace(/\.[^./]+$/, ''), name),
  ]
}

const baseOf = (address: string): string => address.slice(0, address.lastIndexOf('/') + 1)
