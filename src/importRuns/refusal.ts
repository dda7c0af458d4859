/** Why an archive is not taken: the name of a sentence in `src/strings/importRefusals.ts`, and the file it is about. */
export type RefusalCode =
  | 'zip-invalid'
  | 'zip-encrypted'
  | 'zip-method-unknown'
  | 'zip-path-escapes'
  | 'zip-link'
  | 'zip-names-collide'
  | 'zip-too-many-files'
  | 'zip-too-large'
  | 'zip-bomb'
  | 'zip-damaged'
  | 'import-empty'
  | 'import-files-missing'
  | 'import-failed'
  | 'import-cut'
  | 'import-stopped'
  | 'upload-too-large'
  | 'upload-missing'
  | 'folder-unknown'
  | 'folders-off'
  | 'import-not-now'
  | 'options-invalid'

/** An archive or a request that is refused. */
export class ImportRefusal extends Error {
  override name = 'ImportRefusal'
  readonly code: RefusalCode
  /** The file or value that it is about. */
  readonly subject: string | undefined

  constructor(code: RefusalCode, subject?: string) {
    super(subject === undefined ? code : `${code}: ${subject}`)
    this.code = code
    this.subject = subject
  }
}
