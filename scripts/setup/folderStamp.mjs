import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/**
 * A hash of the names, sizes and times of every file below a folder: it changes when one of them does.
 * @param {string} folder a folder or one file
 * @returns {string}
 */
export const folderStamp = (folder) => {
  const hash = createHash('sha256')
  const waiting = [folder]
  while (waiting.length > 0) {
    const current = waiting.pop()
    const stats = fs.lstatSync(current, { throwIfNoEntry: false })
    if (stats?.isFile()) {
      hash.update(`${path.relative(folder, current)}\0${stats.size}\0${stats.mtimeMs}\n`)
    }
    if (!stats?.isDirectory()) continue
    const names = fs.readdirSync(current).sort().reverse()
    waiting.push(...names.map((name) => path.join(current, name)))
  }
  return hash.digest('hex')
}
