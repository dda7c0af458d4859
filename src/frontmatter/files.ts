import { DIALECTS } from './dialects'
import type { Dialect } from './dialects'
import { isAuthorPage } from './siteAuthors'
import { siteFileNames } from './site'

const TEXT = /\.(md|markdown|mdown|mkdn?|mdx|mdwn|rmd|rmarkdown|qmd|html?|xhtml)$/i
const MARKDOWN = /\.(md|markdown|mdown|mkdn?|mdx|mdwn)$/i
const HTML = /\.(html?|xhtml)$/i
const COMPUTED = /\.(rmd|rmarkdown|qmd)$/i
/** Files about a repository rather than of the site, when they stand at its top. */
const REPOSITORY_FILE =
  /^(readme|license|licence|licen[cs]e[-.\w]*|contributing|changelog|code[_-]of[_-]conduct|security|authors|maintainers|pull_request_template|issue_template|support|governance|claude|agents)(\.[\w-]+)?\.(md|markdown|html?|txt)$/i
const HIDDEN = /(^|\/)\.(?!\/)[^/]+/
const WIDGET = /(^|\/)[^/]+_files\//

export type FileFate =
  | { use: 'content' }
  /** Read by `parseSite`, not an article. */
  | { use: 'site' }
  /** A picture, a style sheet, data: not an article, may be wanted by one. */
  | { use: 'asset' }
  | { use: 'ignored'; code: string; message: string }

/** Says what becomes of one file; a text that is not imported comes with a code and a reason. */
export function fateOf(path: string, dialect: Dialect): FileFate {
  if (isAuthorPage(path)) return { use: 'site' }
  if (!TEXT.test(path)) return siteFileNames(path) ? { use: 'site' } : { use: 'asset' }
  for (const { code, message, matches } of REASONS)
    if (matches(path, dialect)) return { use: 'ignored', code, message }
  return { use: 'content' }
}

/** True for a text that the generator makes a page of (drafts too). */
export function isContentFile(path: string, dialect: Dialect): boolean {
  return fateOf(path, dialect).use === 'content'
}

/** True for a text that the generator leaves out, such as templates, themes and built pages. */
export function isIgnoredFile(path: string, dialect: Dialect): boolean {
  return fateOf(path, dialect).use === 'ignored'
}

/**
 * Sources that were computed into another file beside them: of `post.Rmd` and `post.html` or `post.md`, the site serves
 * the latter. Gives the paths to leave out, each with the path that stands for it.
 */
export function supersededFiles(paths: readonly string[]): Map<string, string> {
  const all = new Set(paths)
  const superseded = new Map<string, string>()
  for (const path of paths) {
    if (!COMPUTED.test(path)) continue
    const base = path.replace(COMPUTED, '')
    const result = [`${base}.md`, `${base}.markdown`, `${base}.html`].find((it) => all.has(it))
    if (result) superseded.set(path, result)
  }
  return superseded
}

type Reason = {
  code: string
  message: string
  matches: (path: string, dialect: Dialect) => boolean
}

const REASONS: readonly Reason[] = [
  {
    code: 'file-ignored-hidden',
    message: 'The file or its folder starts with a dot, so no generator reads it.',
    matches: (path) => HIDDEN.test(path),
  },
  {
    code: 'file-ignored-repository',
    message:
      'The file is about the repository and no part of the site; move it into a folder of content to import it.',
    matches: (path, dialect) =>
      REPOSITORY_FILE.test(path) && (dialect !== 'plain' || !/^readme/i.test(path)),
  },
  {
    code: 'file-ignored-by-generator',
    message:
      'The generator of this archive does not read the folder as content (templates, themes, built pages).',
    matches: (path, dialect) => DIALECTS[dialect].ignored.test(path),
  },
  {
    code: 'file-ignored-widget',
    message: 'The file belongs to a computed widget beside an article.',
    matches: (path) => WIDGET.test(path) && (HTML.test(path) || MARKDOWN.test(path)),
  },
]
