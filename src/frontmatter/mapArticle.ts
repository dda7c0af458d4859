import type { Problem } from '../problem'
import { DIALECTS } from './dialects'
import type { Dialect } from './dialects'
import type { AddressParts, DialectRules } from './dialects/dialect'
import type { ArticleDraft, PictureDraft } from './draft'
import { openFields } from './fields'
import type { Fields } from './fields'
import { filledText } from './json'
import type { JsonObject, JsonValue } from './json'
import { languageInPath, languageOf } from './locale'
import { readAddress, readAliases } from './map/addresses'
import { readAuthorsOf } from './map/authors'
import { readDates } from './map/datesOf'
import { readCommentsEnabled, readHidden, readStatus } from './map/flags'
import { KEYS, PICTURE_WORDS } from './map/keys'
import { readPicture, readResource } from './map/pictures'
import { readCategories, readTerms } from './map/terms'
import { readTitle } from './map/title'
import type { ParsedFile } from './parse'
import type { Site } from './site'
import { givenSlug, nameOf, slugOf } from './slug'
import { isLatinLanguage, languageOfText } from './textLanguage'
import { offsetAt } from './timezone'

export type MapInput = {
  /** Path below the archive, with `/`. */
  path: string
  parsed: ParsedFile
  dialect: Dialect
  site: Site
  /** IANA zone for dates without one; the site's own, then UTC. */
  timezone?: string
  /** The time of the run, which tells scheduled from published and expired from current. */
  now: Date
}

type Context = MapInput & {
  rules: DialectRules
  zone: string
  fields: Fields
  /** The configuration's front matter for this file. */
  defaults: JsonObject
  problems: Problem[]
}

/**
 * Maps the front matter of one file to an article. Every value that finds no field, or that a field holds only in part, is
 * in `rest`, so no word is lost. Pure; never throws on what a file says.
 */
export function mapArticle(input: MapInput): { article: ArticleDraft; problems: Problem[] } {
  const context = contextOf(input)
  const { fields, path, parsed, problems, site, defaults } = context
  const title = readTitle(fields.take(KEYS.title, isTitle), { body: parsed.body, path })
  const {
    problems: dateProblems,
    offset = 0,
    ...dates
  } = readDates(fields, {
    path,
    context: { timezone: context.zone, isMonthFirst: context.rules.isMonthFirst ?? false },
    now: input.now,
    ...(parsed.format === 'none' ? {} : { line: 1 }),
  })
  problems.push(...dateProblems)
  const terms = termsOf(context)
  const named = localeOf(context)
  const locale = toldLocale(context) ?? named
  const slug = slugOfFile(context, title)
  const parts: AddressParts = {
    path,
    data: { ...defaults, ...parsed.data },
    title: title.title,
    categories: terms.categories,
    site,
    ...(slug.written ? { slug: slug.written } : {}),
    ...(named ? { locale: named } : {}),
    ...(dates.publishedAt
      ? {
          date: localDate(dates.publishedAt, context, offset),
          epoch: Math.floor(Date.parse(dates.publishedAt) / 1000),
        }
      : {}),
  }
  const address = addressOf(context, parts)
  const template = filledText(parts.data['permalink'])
  if (address === undefined && template && /\{[{%]/.test(template))
    problems.push(templated(template))
  const kind = kindOf(context, dates.publishedAt !== undefined)
  const article: ArticleDraft = {
    ...title,
    slug: slug.slug,
    ...(address ? { address } : {}),
    aliases: aliasesOf(context, address),
    kind,
    status: readStatus(fields, path),
    isHidden: readHidden(fields),
    ...dates,
    ...wordsOf(context),
    ...picturesOf(context),
    authors: authorsOf(context, { categories: terms.categories, kind }),
    ...terms,
    ...(locale ? { locale } : {}),
    commentsEnabled: readCommentsEnabled(fields),
    meta: metaOf(context),
    rest: {},
  }
  article.rest = fields.rest()
  if (article.expiresAt && article.expiresAt <= input.now.toISOString())
    problems.push(expired(article.expiresAt))
  if (article.titleFrom !== 'frontMatter') problems.push(untitled(article))
  return { article, problems }
}

function contextOf(input: MapInput): Context {
  const { parsed, site, timezone } = input
  const path = input.dialect === 'plain' ? input.path : site.above + input.path
  const defaults = defaultsFor(site, path)
  return {
    ...input,
    path,
    defaults,
    rules: DIALECTS[input.dialect],
    zone: timezone ?? site.timezone ?? 'UTC',
    fields: openFields(parsed.data, defaults),
    problems: [],
  }
}

/** Values that the configuration gives to the folder of this file; the longest path wins. */
function defaultsFor(site: Site, path: string): JsonObject {
  const isPost = /(^|\/)_(posts|drafts)\//.test(path)
  const matching = site.defaults
    .filter(
      (it) => it.path === '' || path.startsWith(`${it.path}/`) || path.includes(`/${it.path}/`),
    )
    .filter(({ type }) => type === undefined || (type === 'posts') === isPost)
    .sort((a, b) => a.path.length - b.path.length)
  const defaults: JsonObject = {}
  for (const { values } of matching) Object.assign(defaults, values)
  return defaults
}

function isTitle(value: JsonValue): boolean {
  return Array.isArray(value) || filledText(value) !== undefined
}

function slugOfFile(
  { fields, path }: Context,
  { title, titleFrom }: Pick<ArticleDraft, 'title' | 'titleFrom'>,
) {
  const written = KEYS.slug.map((name) => slugText(fields.peek(name))).find((text) => text)
  if (written) {
    const last = written.split('/').findLast((part) => part !== '') ?? title
    const slug = givenSlug(last)
    for (const name of KEYS.slug) if (slugText(fields.peek(name)) === slug) fields.use(name)
    return { slug, written }
  }
  const name = nameOf(path)
  // A series whose files differ in their dates alone, and whose titles are numbered.
  const numbered = slugOf(title)
  if (
    numbered.startsWith(`${slugOf(name)}-`) &&
    /^\d+$/.test(numbered.slice(slugOf(name).length + 1))
  )
    return { slug: numbered }
  const isTelling = !/^(?:_?index|readme|untitled|new-post|\d{1,2})$/i.test(name)
  return { slug: slugOf(isTelling || titleFrom === 'fileName' ? name : title) }
}

function slugText(value: JsonValue | undefined): string | undefined {
  return typeof value === 'boolean' ? undefined : filledText(value)
}

function termsOf({
  fields,
  rules,
  path,
  site,
}: Context): Pick<ArticleDraft, 'categories' | 'tags'> {
  const categories = (rules.pathCategories?.(path, site) ?? []).map((name) => [name])
  for (const name of KEYS.categories) {
    const value = fields.peek(name)
    const isPlural = name.endsWith('s')
    const found =
      value === undefined
        ? []
        : readCategories(value, {
            isPath: rules.isCategoryPath ?? false,
            isSpaceSeparated: (rules.isSpaceSeparated ?? false) && isPlural,
          })
    if (value === undefined || (found.length > 0 && isPlainTerms(value))) fields.use(name)
    categories.push(
      ...found.filter((path) => !categories.some((it) => it.join('\n') === path.join('\n'))),
    )
  }
  const tags: string[] = []
  for (const name of KEYS.tags) readTags({ name, tags, fields, rules })
  if (tags.length === 0)
    for (const name of KEYS.keywords)
      readTags({ name, tags, fields, rules: { ...rules, isSpaceSeparated: false } })
  return { categories, tags }
}

function readTags({
  name,
  tags,
  fields,
  rules,
}: {
  name: string
  tags: string[]
  fields: Fields
  rules: DialectRules
}): void {
  const value = fields.peek(name)
  if (value === undefined) return fields.use(name)
  const found = readTerms(value, {
    isSpaceSeparated: (rules.isSpaceSeparated ?? false) && name.endsWith('s'),
  })
  if (found.length > 0 && isPlainTerms(value)) fields.use(name)
  tags.push(...found.filter((tag) => !tags.includes(tag)))
}

/** Names only: objects say more than the name that was taken from them. */
function isPlainTerms(value: JsonValue): boolean {
  const items = Array.isArray(value) ? value.flat(5) : [value]
  return items.every((item) => item === null || typeof item !== 'object')
}

function localeOf({ fields, path, site }: Context): string | undefined {
  for (const name of KEYS.locale) {
    const written = filledText(fields.peek(name))
    const locale = languageOf(written ?? '')
    if (!written) fields.use(name)
    if (!written || !locale) continue
    // `zh-Hans` says more than the `zh` that it becomes, so it stays in the rest.
    if (written.toLowerCase() === locale.toLowerCase()) fields.use(name)
    return locale
  }
  return languageInPath(path, site.languages) ?? site.language
}

/**
 * The language that the letters of a text tell where nothing names one, or only the configuration does: many a site never
 * changed the English of its generator's sample. Addresses know nothing of it.
 */
function toldLocale({ fields, path, site, parsed }: Context): string | undefined {
  const isNamed = KEYS.locale.some((name) => languageOf(filledText(fields.peek(name)) ?? ''))
  if (isNamed) return undefined
  const title = filledText(fields.peek('title')) ?? ''
  const told = () => languageOfText(`${title}\n${parsed.body.slice(0, LANGUAGE_SAMPLE)}`)
  const isOther = site.language !== undefined && !isLatinLanguage(site.language)
  const inPath = languageInPath(path, site.languages)
  if (inPath === undefined) return isOther ? undefined : told()
  // A Chinese site’s folder `es` is about Elasticsearch.
  const isTopic = isOther && isLatinLanguage(inPath) && !site.languages.includes(inPath)
  return isTopic && told() === site.language ? site.language : undefined
}

const LANGUAGE_SAMPLE = 6_000

/** The day in an address: that of the site's zone; as it was written where no zone is known and in Hugo and Zola. */
function localDate(
  iso: string,
  { zone, timezone, site, dialect }: Context,
  written: number,
): AddressParts['date'] {
  const time = Date.parse(iso)
  const isZoned =
    (timezone ?? site.timezone) !== undefined && dialect !== 'hugo' && dialect !== 'zola'
  const offset = isZoned ? offsetFromUtc(time, zone) : written
  const [date = '', clock = ''] = new Date(time + offset * 60_000).toISOString().split('T')
  const [year = '', month = '', day = ''] = date.split('-')
  const [hour = '', minute = '', second = ''] = clock.slice(0, 8).split(':')
  return { year, month, day, hour, minute, second }
}

function offsetFromUtc(time: number, zone: string): number {
  const guess = offsetAt(zone, time) ?? 0
  return offsetAt(zone, time + guess * 60_000) ?? 0
}

const ADDRESS_KEYS = ['permalink', 'url', 'path', 'abbrlink', ...KEYS.slug]

function addressOf({ fields }: Context, parts: AddressParts): string | undefined {
  const address = readAddress(parts)
  for (const key of ADDRESS_KEYS) {
    const text = filledText(fields.peek(key))
    if (text && address?.includes(text.replace(/^\/|\/$/g, ''))) fields.use(key)
  }
  return address
}

function aliasesOf({ fields, site }: Context, address: string | undefined): string[] {
  const aliases: string[] = []
  const folder = (address ?? '/').replace(/[^/]*\/?$/, '')
  for (const name of KEYS.aliases) {
    const value = fields.peek(name)
    if (value === undefined) fields.use(name)
    else if (isPlainTerms(value)) {
      aliases.push(...readAliases(value, { basePath: site.basePath, folder }))
      fields.use(name)
    }
  }
  return [...new Set(aliases)].filter((alias) => alias !== address)
}

function kindOf({ fields, path, rules }: Context, isDated: boolean): ArticleDraft['kind'] {
  const layout = filledText(fields.peek('layout')) ?? filledText(fields.peek('type')) ?? ''
  if (/^(post|blog|news|article)s?$/i.test(layout)) return 'post'
  if (/^page$/i.test(layout) || /(^|\/)_index(\.[\w-]+)?\.\w+$/.test(path)) return 'page'
  return rules.posts.test(path) || isDated ? 'post' : 'page'
}

function wordsOf({ fields }: Context): Pick<ArticleDraft, 'excerpt'> {
  const found = fields.take(KEYS.excerpt, (value) => typeof value === 'string')
  return typeof found?.value === 'string' ? { excerpt: found.value.trim() } : {}
}

function picturesOf(context: Context): Pick<ArticleDraft, 'cover' | 'thumbnail'> {
  const thumbnail = pictureOf(context, KEYS.thumbnail)
  const cover =
    pictureOf(context, KEYS.cover) ??
    thumbnail ??
    readResource(context.fields.peek('resources'))?.picture
  if (cover) addWords(context.fields, cover)
  return { ...(cover ? { cover } : {}), ...(thumbnail ? { thumbnail } : {}) }
}

function pictureOf(
  { fields, problems }: Context,
  names: readonly string[],
): PictureDraft | undefined {
  for (const name of names) {
    const value = fields.peek(name)
    if (value === undefined) {
      fields.use(name)
      continue
    }
    const reading = readPicture(value)
    if (!reading) continue
    if (reading.isWhole) fields.use(name)
    if (reading.isRepaired) problems.push(pictureProblem(reading.picture.url))
    return { ...reading.picture }
  }
  return undefined
}

function addWords(fields: Fields, cover: PictureDraft): void {
  for (const field of ['alt', 'caption', 'credit'] as const) {
    if (cover[field] !== undefined) continue
    const names = [
      ...PICTURE_WORDS[field].filter((name) => name.includes('_')),
      ...(field === 'credit' ? ['header_img_credit'] : []),
    ]
    const found = fields.take(names, (value) => typeof value === 'string')
    if (typeof found?.value === 'string') cover[field] = found.value.trim()
  }
}

function authorsOf(
  { fields, site, problems }: Context,
  { categories, kind }: { categories: string[][]; kind: ArticleDraft['kind'] },
): ArticleDraft['authors'] {
  for (const name of KEYS.authors) {
    const value = fields.peek(name)
    if (value === undefined) {
      fields.use(name)
      continue
    }
    const said = authorKeysBeside(value, { fields, site })
    const { authors, isWhole } = readAuthorsOf(said.value, { site, categories })
    // A number that no directory knows is the key of some database, and no name.
    if (name === 'author_id' && authors.some(({ handle }) => handle === undefined)) continue
    if (authors.length === 0) continue
    if (isWhole) for (const key of [name, ...said.keys]) fields.use(key)
    const unknown =
      site.authors.size === 0
        ? undefined
        : authors.find(
            (author) =>
              !author.handle &&
              /^[a-z0-9][\w.-]*$/.test(author.name) &&
              !site.authors.has(author.name),
          )
    if (unknown) problems.push(unknownAuthor(unknown.name))
    return authors
  }
  // Feeds and themes name the site's author for posts that name none; pages have no byline.
  return site.author && kind === 'post'
    ? readAuthorsOf(site.author, { site, categories }).authors
    : []
}

/** What is said of a text's one author in keys of their own, as Docusaurus once had it: by the name of an object's key. */
const AUTHOR_KEYS = new Map([
  ['author_title', 'job_title'],
  ['author_bio', 'bio'],
  ['author_url', 'url'],
  ['author_image_url', 'image_url'],
  ['author_image', 'image_url'],
  ['author_avatar', 'image_url'],
  ['author_email', 'email'],
  ['author_twitter', 'twitter'],
])

function authorKeysBeside(
  value: JsonValue,
  { fields, site }: Pick<Context, 'fields' | 'site'>,
): { value: JsonValue; keys: string[] } {
  const name = filledText(value)
  const isSeveral = name === undefined || /[,;，；、]/.test(name) || site.authors.has(name)
  const said = isSeveral
    ? []
    : [...AUTHOR_KEYS].flatMap(([key, inObject]) => {
        const text = filledText(fields.peek(key))
        return text === undefined ? [] : [{ key, inObject, text }]
      })
  if (name === undefined || said.length === 0) return { value, keys: [] }
  const known = Object.fromEntries(said.map(({ inObject, text }) => [inObject, text]))
  return { value: { name, ...known }, keys: said.map(({ key }) => key) }
}

function metaOf({ fields }: Context): ArticleDraft['meta'] {
  const title = fields.take(KEYS.metaTitle, isText)
  const description = fields.take(KEYS.metaDescription, isText)
  const image = KEYS.metaImage
    .map((name) => ({ name, found: readPicture(fields.peek(name) ?? null) }))
    .find(({ found }) => found)
  if (image?.found?.isWhole) fields.use(image.name)
  return {
    ...(title ? { title: filledText(title.value) ?? '' } : {}),
    ...(description ? { description: filledText(description.value) ?? '' } : {}),
    ...(image?.found ? { image: image.found.picture.url } : {}),
  }
}

function isText(value: JsonValue): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

function expired(expiresAt: string): Problem {
  return {
    code: 'article-expired',
    message: `The text expired on ${expiresAt.slice(0, 10)}, so the old site may no longer show it; decide whether it is to be published.`,
  }
}

function templated(template: string): Problem {
  return {
    code: 'address-template',
    message: `The address is a template (“${template.slice(0, 80)}”), which an import does not run, so the old address is not known; add it to the article’s aliases.`,
  }
}

function untitled({ title, titleFrom }: ArticleDraft): Problem {
  const origin = titleFrom === 'heading' ? 'its first heading' : 'the file name'
  return {
    code: 'title-missing',
    message: `The front matter has no title; “${title.slice(0, 100)}” was taken from ${origin}.`,
  }
}

function unknownAuthor(name: string): Problem {
  return {
    code: 'author-unknown',
    message: `The author “${name}” is not in the site’s directory of authors; the handle was taken as the name.`,
  }
}

function pictureProblem(url: string): Problem {
  return {
    code: 'cover-address-repaired',
    message: `The address of the picture held signs that do not belong to it and was read as “${url}”.`,
  }
}
