import fs from 'node:fs'
import { runNode } from './child.mjs'
import { callerFolder } from './caller.mjs'
import { inRoot } from './root.mjs'

/**
 * Runs a TypeScript file of the project, with the variables of .env where the environment doesn't set them.
 * Paths among its arguments are relative to INIT_CWD, the folder where the user called.
 * @param {string} file relative to the project
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} exit code
 */
export const runTypeScript = async (file, args, env = {}) =>
  runNode([...nodeArguments(), inRoot(file), ...args], {
    env: { INIT_CWD: callerFolder(), ...env },
  })

/** Node's own arguments for a TypeScript file. */
export const nodeArguments = () => [
  ...(fs.existsSync(inRoot('.env')) ? [`--env-file=${inRoot('.env')}`] : []),
  '--import',
  'tsx',
]
