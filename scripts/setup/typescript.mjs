import fs from 'node:fs'
import { runNode } from './child.mjs'
import { callerFolder } from './caller.mjs'
import { inRoot } from './root.mjs'

/**
 * Lexical's packages choose their build by a condition of `exports`. Without one they wait for each other by `await import()` at the
 * top of their modules, which on Node 20 now and then never ends: the program then stops in silence, with exit code 0.
 */
export const NODE_ARGUMENTS = ['--conditions=production']

/**
 * For a program that works with threads on large texts: glibc otherwise keeps memory for each thread apart, and gives little of it
 * back. Other systems don't know the variable.
 */
export const FEW_ARENAS = { MALLOC_ARENA_MAX: '2' }

/**
 * Runs a TypeScript file of the project, with the variables of .env where the environment doesn't set them.
 * Paths among its arguments are relative to INIT_CWD, the folder where the user called.
 * @param {string} file relative to the project
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} exit code
 */
export const runTypeScript = async (file, args, env = {}) =>
  runNode([...NODE_ARGUMENTS, ...dotEnv(), '--import', 'tsx', inRoot(file), ...args], {
    env: { INIT_CWD: callerFolder(), ...env },
  })

/**
 * Runs a program in its compiled form, otherwise like `runTypeScript`.
 * @param {string} file one of the programs of programs.mjs
 * @param {string[]} args
 * @param {Record<string, string | undefined>} [env]
 * @returns {Promise<number>} exit code
 */
export const runProgram = async (file, args, env = {}) =>
  runNode([...programArguments(file), ...args], { env: { INIT_CWD: callerFolder(), ...env } })

/**
 * Node's own arguments for a program.
 * @param {string} file
 */
export const programArguments = (file) => [
  ...NODE_ARGUMENTS,
  ...dotEnv(),
  inRoot('scripts', 'launch.mjs'),
  file,
]

const dotEnv = () => (fs.existsSync(inRoot('.env')) ? [`--env-file=${inRoot('.env')}`] : [])
