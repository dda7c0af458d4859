import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { decodeText, parseFrontMatter, type ParsedFile } from '../frontmatter'
import type { FileProblem } from './report'
import { unreadable, type ScannedFile } from './scan'

/** Greatest file that is imported, in bytes. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

/** The bytes of a file and their digest, in hex. */
export type FileContent = { bytes: Buffer; sha256: string }

/** A text with its front matter, its body, and what was noticed on the way. */
export type ParsedArticle = { parsed: ParsedFile; problems: FileProblem[] }

/** Reads one file, waiting for it: a worker thread has nothing else to do. Gives a problem when it can't be had. */
export const readContent = (file: ScannedFile): FileContent | FileProblem => {
  if (file.size > MAX_FILE_BYTES) {
    return {
      path: file.path,
      code: 'file-too-large',
      message: `Has ${Math.round(file.size / 1024 / 1024)} MB; texts of up to ${MAX_FILE_BYTES / 1024 / 1024} MB are imported. Split it and import again.`,
    }
  }
  try {
    const bytes = readFileSync(file.absolute)
    return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
  } catch (error) {
    return unreadable(file.path, error)
  }
}

/** Parses the front matter of a file. Gives a problem when it is no text. */
export const parseArticle = (path: string, bytes: Buffer): ParsedArticle | FileProblem => {
  const decoded = decodeText(bytes)
  if (decoded.isBinary) {
    return {
      path,
      code: 'file-binary',
      message:
        'Is no text, whatever its name says. Take it out of the archive, or move it to the pictures.',
    }
  }
  const parsed = parseFrontMatter({ text: decoded.text, path })
  const problems = [...decoded.problems, ...parsed.problems].map((problem) => ({
    ...problem,
    path,
  }))
  return { parsed, problems }
}
