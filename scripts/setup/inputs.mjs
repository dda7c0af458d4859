import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { inRoot } from './root.mjs'

/**
 * A hash of the contents of files and of all files below folders, and of Node's major version.
 * @param {string[]} inputs paths in the project; those that are not there count as empty
 * @returns {string} hexadecimal
 */
export const hashInputs = (inputs) => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of inputs.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(inRoot(file)))
  }
  return hash.digest('hex')
}

/** All files below a path of the project, relative to it, sorted. */
const listFiles = (start) => {
  const files = []
  const waiting = [start]
  while (waiting.length > 0) {
    const current = waiting.pop()
    const stats = fs.statSync(inRoot(current), { throwIfNoEntry: false })
    if (stats?.isFile()) files.push(current)
    if (!stats?.isDirectory()) continue
    waiting.push(...fs.readdirSync(inRoot(current)).map((name) => path.posix.join(current, name)))
  }
  return files.sort()
}
