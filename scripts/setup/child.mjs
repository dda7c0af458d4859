import { spawn } from 'node:child_process'
import os from 'node:os'
import { root } from './root.mjs'

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT']

/**
 * Runs a JavaScript file with this Node, in the project's folder, on this terminal.
 * @param {string[]} args Node's arguments: the file and its own
 * @param {{ env?: Record<string, string | undefined> }} [options] variables to add; undefined removes one
 * @returns {Promise<number>} the exit code; 128 + the signal's number when a signal ended it
 */
export const runNode = async (args, { env = {} } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    })
    const stopForwarding = forwardSignals(child)
    child.once('error', reject)
    child.once('close', (code, signal) => {
      stopForwarding()
      resolve(signal ? 128 + (os.constants.signals[signal] ?? 0) : (code ?? 1))
    })
  })

/**
 * Hands signals on to a child until it has ended.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops it
 */
export const forwardSignals = (child) => {
  const handlers = FORWARDED.map((signal) => {
    const handler = () => {
      // A terminal sends Ctrl-C to the whole group: the child already has it.
      if (signal === 'SIGINT' && process.stdin.isTTY) return
      child.kill(signal)
    }
    process.on(signal, handler)
    return { signal, handler }
  })
  return () => {
    for (const { signal, handler } of handlers) process.off(signal, handler)
  }
}
