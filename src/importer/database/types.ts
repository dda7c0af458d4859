import type { DatabaseAdapter } from 'payload'
import type { IndexEntry } from '../../search/searchIndex'
import type { SealedText } from '../sealedText'

/** A stored article as the plan needs it: identity, and what the importer noted on it. */
export type StoredArticle = {
  id: string
  slug: string
  locale: string
  path: string
  sha256?: string
  /** The path at which the old site served it. */
  address?: string
  aliases: string[]
  isEdited: boolean
  isTrashed: boolean
  publishedAt?: string
  /** As stored: pictures that an earlier run could not have. */
  missingPictures: unknown
}

/** What is stored before a run. */
export type StoredState = {
  /** Articles of the archive, as their latest version says. */
  articles: StoredArticle[]
  /** Slugs of all articles, published ones and those of drafts. */
  slugs: { locale: string; slug: string; id: string }[]
}

/** The database writes of one document, recorded instead of made. */
export type RecordedWrites = {
  /** Path of the file that the document comes from. */
  path: string
  /** An adapter whose `create`, `createVersion` and `updateOne` record; Payload's own code calls it. */
  recorder: DatabaseAdapter
  /** Id of the document that is updated; undefined for a new one. */
  updates?: string
  /** When the version that is written was changed. */
  versionAt?: string
  /** What the search is to find an article by. */
  indexed?: { article: string; entries: IndexEntry[] }
  /** Documents whose locks an update ends. */
  unlocks: { collection: string; id: string }[]
  /**
   * The id of a document that is stored beside a change. Where a batch may be stored in part it is the same when the batch is
   * written again, so that nothing is there twice.
   */
  companionId: (change: { collection: string; doc: { id: string } }, number: number) => string
}

/** A document that the database refused, such as one whose slug was taken a moment ago. */
export type Refusal = { document: RecordedWrites; message: string }

/** Writes many documents at a time, in the form in which Payload's adapter writes each. */
export type BulkDatabase = {
  name: 'sqlite' | 'mongodb'
  /** Whether a batch is stored as a whole or not at all, also when the run is killed. */
  isAtomic: boolean
  /**
   * Prepares the connection for many writes.
   * @returns what undoes it
   */
  prepare: () => Promise<() => Promise<void>>
  readState: (archive: string) => Promise<StoredState>
  /**
   * Opens the record of one document.
   * @param latest the document as its latest version says, when it is to be updated
   * @param text takes the place of the outline that a new article is recorded with
   */
  record: (document: {
    path: string
    latest?: LatestVersion
    text?: Pick<SealedText, 'json'>
  }) => RecordedWrites
  /**
   * Stores recorded documents, together where the database has transactions. What it refuses (a value that must be unique)
   * is returned, and the rest is stored.
   * @throws whatever the database throws when it is gone
   */
  store: (documents: readonly RecordedWrites[]) => Promise<Refusal[]>
}

/** As `findVersions` gives it. */
export type LatestVersion = { id: string; parent: string; updatedAt: string; version: object }
