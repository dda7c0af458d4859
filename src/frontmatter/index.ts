/**
 * Turns the bytes of one file, and the configuration of its archive, into front-matter data, a body and an article draft.
 * Pure: no disk, network or database, so it runs in worker threads.
 */
export { readDate } from './dates'
export type { DateContext, DateReading } from './dates'
export { decodeText } from './decode'
export type { DecodedText } from './decode'
export { detectDialect, isDialect, sampleKeysOf } from './detect'
export type { Detection } from './detect'
export type { Dialect } from './dialects'
export type { ArticleDraft, AuthorDraft, AuthorLink, PictureDraft } from './draft'
export { fateOf, isContentFile, isIgnoredFile, supersededFiles } from './files'
export type { FileFate } from './files'
export type { JsonObject, JsonValue } from './json'
export { languageOf } from './locale'
export { mapArticle } from './mapArticle'
export type { MapInput } from './mapArticle'
export { parseFrontMatter } from './parse'
export type { FrontMatterFormat, ParsedFile } from './parse'
export { emptySite, isConfigFile, parseSite, siteFileNames } from './site'
export type { Site } from './site'
export { slugOf } from './slug'
export { isTimezone } from './timezone'
