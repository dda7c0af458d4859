type Stored = {
  title?: unknown
  excerpt?: unknown
  cover?: unknown
  coverUrl?: unknown
  content?: unknown
  publishedAt?: unknown
  authors?: unknown
  categories?: unknown
  tags?: unknown
  stage?: unknown
  _status?: unknown
  source?: unknown
}

/**
 * Whether an article is one that nobody has written into: the panel stores a draft the moment that "Create new" is
 * opened, so that autosave has a document to save to.
 */
export const isBlankArticle = (article: Stored): boolean =>
  article._status === 'draft' &&
  (article.stage ?? 'draft') === 'draft' &&
  !isImported(article.source) &&
  [article.title, article.excerpt, article.cover, article.coverUrl, article.publishedAt].every(
    (value) => value === null || value === undefined || value === '',
  ) &&
  [article.authors, article.categories, article.tags].every(
    (list) => !Array.isArray(list) || list.length === 0,
  ) &&
  isEmptyText(article.content)

const isImported = (source: unknown): boolean =>
  isObject(source) && typeof source.path === 'string' && source.path !== ''

/** Text without a letter, and without anything that isn't text, such as a picture or a line. */
const isEmptyText = (node: unknown): boolean => {
  if (!isObject(node)) return true
  if (isObject(node.root)) return isEmptyText(node.root)
  if (typeof node.text === 'string') return node.text.trim() === ''
  const isParagraph = node.type === 'root' || node.type === 'paragraph' || node.type === 'linebreak'
  const children: unknown[] = Array.isArray(node.children) ? node.children : []
  return isParagraph && children.every(isEmptyText)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
