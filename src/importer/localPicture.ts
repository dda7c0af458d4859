import path from 'node:path'
import { decodeAddress } from './decodeAddress'
import type { ScannedFile } from './scan'
import type { SurveyedFile } from './survey'

/** Folders that generators serve at the site's root. */
const PUBLIC_FOLDERS = [
  '',
  'static/',
  'public/',
  'source/',
  'assets/',
  'src/',
  'content/',
  'docs/',
  'themes/static/',
]

/**
 * Finds the file that a local picture address means: beside the text, in the post's asset folder, at the site's root, or
 * below one of the `--assets` folders.
 */
export const findLocalPicture = ({
  url,
  from,
  assets,
}: {
  url: string
  from: SurveyedFile
  /** Files of the `--assets` folders by path below them. */
  assets: ReadonlyMap<string, ScannedFile>
}): ScannedFile | undefined => {
  const plain = decodeAddress(url.replace(/^galley-ref:asset:/, '').replace(/[?#].*$/s, ''))
  for (const candidate of candidatesOf(plain, from)) {
    const found = from.archive.files.get(candidate)
    if (found) return found
  }
  return assets.get(plain.replace(/^(\.?\/)+/, ''))
}

const candidatesOf = (plain: string, { file, archive }: SurveyedFile): string[] => {
  const folder = path.posix.dirname(file.path)
  const assetFolder = file.path.replace(/\.[^./]+$/, '')
  const { basePath } = archive.site
  const rootless = plain.replace(/^(\.?\/)+/, '')
  const withoutBase =
    basePath && plain.startsWith(`${basePath}/`) ? plain.slice(basePath.length + 1) : rootless
  const atRoot = [rootless, withoutBase].flatMap((name) =>
    PUBLIC_FOLDERS.map((publicFolder) => `${archive.folder}${publicFolder}${name}`),
  )
  if (plain.startsWith('/')) return atRoot
  return [path.posix.join(folder, plain), path.posix.join(assetFolder, plain), ...atRoot]
}
