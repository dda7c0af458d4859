import { DIALECTS } from './dialects'
import type { Dialect } from './dialects'
import { isAuthorPage } from './siteAuthors'
import { siteFileNames } from './site'
import type { SiteChoice } from './siteChoices'

const TEXT = /\.(md|markdown|mdown|mkdn?|mdx|mdwn|mdoc|rmd|rmarkdown|qmd|html?|xhtml)$/i
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

/**
 * Says what becomes of one file; a text that is not imported comes with a code and a reason. `choice` is what the site's
 * configuration says of it, see `readSiteChoices`.
 */
export function fateOf(path: string, dialect: Dialect, choice?: SiteChoice): FileFate {
  if (isAuthorPage(path)) return { use: 'site' }
  if (!TEXT.test(path)) return siteFileNames(path) ? { use: 'site' } : otherFate(path, dialect)
  if (choice === 'included') return { use: 'content' }
  if (choice !== undefined) return { use: 'ignored', ...CHOSEN[choice] }
  return ignoredFate(path, dialect) ?? { use: 'content' }
}

function ignoredFate(path: string, dialect: Dialect): FileFate | undefined {
  const reason = REASONS.find(({ matches }) => matches(path, dialect))
  return reason && { use: 'ignored', code: reason.code, message: reason.message }
}

const CHOSEN: Record<Exclude<SiteChoice, 'included'>, { code: string; message: string }> = {
  excluded: {
    code: 'file-excluded-by-site',
    message: 'The site’s configuration leaves the file out. Take it off that list to import it.',
  },
  outside: {
    code: 'file-outside-content',
    message:
      'The generator of this archive reads texts in its folders of content only, and the file stands beside them. Move it there, or import its folder by itself.',
  },
  copied: {
    code: 'file-copied-by-site',
    message:
      'The site’s configuration copies the file as it is (skip_render), so it is a page of its own design and no article. Take it off that list to import it.',
  },
}

/** Languages of texts that are not read, by the ending of their files. */
const UNREAD: Readonly<Record<string, string>> = {
  rst: 'reStructuredText',
  org: 'Org mode',
  adoc: 'AsciiDoc',
  asciidoc: 'AsciiDoc',
  dj: 'Djot',
  textile: 'Textile',
  ipynb: 'Jupyter’s notebook format',
  mediawiki: 'MediaWiki’s markup',
  wiki: 'MediaWiki’s markup',
  creole: 'Creole',
  rdoc: 'RDoc',
}

/** Template languages in which Eleventy has pages written too. */
const TEMPLATES: Readonly<Record<string, string>> = {
  njk: 'Nunjucks',
  liquid: 'Liquid',
  webc: 'WebC',
  hbs: 'Handlebars',
  mustache: 'Mustache',
  vto: 'Vento',
  haml: 'Haml',
  pug: 'Pug',
  ejs: 'EJS',
}

/** A text in a language that is not read is reported; all else may be wanted by an article. */
function otherFate(path: string, dialect: Dialect): FileFate {
  const ending = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const language = Object.hasOwn(UNREAD, ending) ? UNREAD[ending] : undefined
  const isTemplate = dialect === 'eleventy' && Object.hasOwn(TEMPLATES, ending)
  if ((!language && !isTemplate) || ignoredFate(path, dialect)) return { use: 'asset' }
  return language
    ? {
        use: 'ignored',
        code: 'file-format-unread',
        message: `The file is written in ${language}, which is not read. Convert it to Markdown, for example with pandoc, and import again.`,
      }
    : {
        use: 'ignored',
        code: 'file-template',
        message: `The page is a template in ${TEMPLATES[ending] ?? ending}, which an import does not run. Take its text from the built site, if it is to be an article.`,
      }
}

/** True for a text that is computed from code, of which the result may lie beside it. */
export function isComputed(path: string): boolean {
  return COMPUTED.test(path)
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
    if (!isComputed(path)) continue
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
