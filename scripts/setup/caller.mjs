import path from 'node:path'
import { root } from './root.mjs'

/**
 * The folder where the user called. npm runs scripts in the project's folder and names the caller's in INIT_CWD; a
 * process further down inherits INIT_CWD, where it means nothing.
 * @returns {string}
 */
export const callerFolder = () => {
  const isCalledByNpm = process.env.npm_lifecycle_event && path.resolve(process.cwd()) === root
  return (isCalledByNpm && process.env.INIT_CWD) || process.cwd()
}
