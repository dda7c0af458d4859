import { readConfigScript } from './configScript'
import { readDataFile } from './dataFile'
import { filledText, isObject } from './json'
import type { Site } from './site'

/** Eleventy's data for a folder: `posts/posts.json`, `posts/posts.11tydata.js`. */
const FOLDER_DATA = /(?:^|\/)([^/]+)\/\1(?:\.11tydata)?\.(?:json|[cm]?js)$/
/** Eleventy's list of what it does not read, and the name of the setting that keeps it. */
export const IGNORE_FILE = '.eleventyignore'
const VERSIONS = /(?:^|\/)versions\.json$/

/** True for data that decides about addresses and front matter of other files. */
export function isSiteData(path: string): boolean {
  const isFolderData = FOLDER_DATA.test(path) && (path.endsWith('.json') || /11tydata/.test(path))
  return isFolderData || VERSIONS.test(path) || isIgnoreFile(path)
}

/** Takes what such a file says, when it is one of the site's generator. */
export function takeSiteData(site: Site, path: string, text: string): void {
  if (site.dialect === 'eleventy' && FOLDER_DATA.test(path)) takeFolderData(site, path, text)
  if (site.dialect === 'eleventy' && isIgnoreFile(path)) takeIgnored(site, path, text)
  if (site.dialect === 'docusaurus' && path === `${site.root}versions.json`)
    takeVersions(site, path, text)
}

function takeFolderData(site: Site, path: string, text: string): void {
  const values = path.endsWith('.json') ? readDataFile(path, text) : readConfigScript(text)
  if (isObject(values)) site.defaults.push({ path: path.slice(0, path.lastIndexOf('/')), values })
}

function isIgnoreFile(path: string): boolean {
  return path === IGNORE_FILE || path.endsWith(`/${IGNORE_FILE}`)
}

/** Each line is a path or a pattern, from the folder of the list; those that take something off the list are passed over. */
function takeIgnored(site: Site, path: string, text: string): void {
  const folder = path.slice(0, -IGNORE_FILE.length)
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const patterns = lines.filter((line) => line !== '' && !/^[#!]/.test(line))
  const known = site.settings[IGNORE_FILE]
  site.settings[IGNORE_FILE] = [
    ...(Array.isArray(known) ? known : []),
    ...patterns.map((pattern) => folder + pattern.replace(/^\.?\/+/, '')),
  ]
}

/** Docusaurus: the first version named is the newest and has no path of its own, unless the configuration says so. */
function takeVersions(site: Site, path: string, text: string): void {
  const listed = readDataFile(path, text)
  const names = Array.isArray(listed) ? listed.flatMap((item) => filledText(item) ?? []) : []
  if (names.length === 0) return
  const folder = [...site.routes].find(([, { kind }]) => kind === 'docs')?.[0] ?? `${site.root}docs`
  const route = site.routes.get(folder) ?? { kind: 'docs', base: 'docs' }
  const versions = { ...route.versions }
  const hasLast = Object.values(versions).includes('')
  names.forEach((name, at) => {
    versions[name] ??= at === 0 && !hasLast ? '' : name
  })
  versions['current'] ??= 'next'
  site.routes.set(folder, { ...route, versions })
}
