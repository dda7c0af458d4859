import fs from 'node:fs'
import { SetupProblem } from './problem.mjs'

/**
 * @param {{ folder: string, megabytes: number }} need
 * @throws {SetupProblem} `disk-full` when less is free
 */
export const requireDiskSpace = ({ folder, megabytes }) => {
  const { bavail, bsize } = fs.statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  if (free >= megabytes) return
  throw new SetupProblem(
    'disk-full',
    `${free} MB are free at ${folder}, and this step needs ${megabytes} MB. Free some space and run the command again.`,
  )
}
