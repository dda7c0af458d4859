import { readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { decodeText } from '../frontmatter'
import { ImportRefusal } from './refusal'

const AROUND = 4
const LONGEST_LINE = 400
const LARGEST_BYTES = 5 * 1024 * 1024

/** Some lines of a file of the archive; `first` is the number of the first of them. */
export type SourceLines = { first: number; lines: string[] }

/**
 * Reads the lines around one, to show what a problem is about.
 * @throws ImportRefusal `import-files-missing` when the file is not there, not in the archive, or no text
 */
export const readSource = async ({
  root,
  file,
  line,
}: {
  root: string
  file: string
  line: number
}): Promise<SourceLines> => {
  const text = await readBelow(root, file)
  const all = text.split(/\r\n|\n|\r/)
  const first = Math.max(1, Math.min(line, all.length) - AROUND)
  const lines = all.slice(first - 1, first + AROUND * 2)
  return { first, lines: lines.map((one) => one.slice(0, LONGEST_LINE)) }
}

const readBelow = async (root: string, file: string): Promise<string> => {
  try {
    const boundary = await realpath(root)
    const target = await realpath(path.join(boundary, ...file.split('/')))
    const { size } = await stat(target)
    if (target.startsWith(boundary + path.sep) && size <= LARGEST_BYTES) {
      return decodeText(await readFile(target)).text
    }
  } catch {
    // Removed meanwhile, or never there.
  }
  throw new ImportRefusal('import-files-missing')
}
