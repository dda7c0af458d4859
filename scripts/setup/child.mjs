import { spawn } from 'node:child_process'
import os from 'node:os'
import { root } from './root.mjs'

const FORWARDED = ['SIGTERM', 'SIGHUP', 'SIGINT']
const PARENT_CHECK_MS = 300

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
  const stopWatching = endWithParent(child)
  return () => {
    stopWatching()
    for (const { signal, handler } of handlers) process.off(signal, handler)
  }
}

// npm starts scripts through a shell, which ends at SIGTERM without handing it on: `npm start` would leave the server
// behind. A second signal would cut requests off, so it is sent once.
const endWithParent = (child) => {
  if (!process.env.npm_lifecycle_event) return () => {}
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    child.kill('SIGTERM')
  }, PARENT_CHECK_MS)
  timer.unref()
  return () => clearInterval(timer)
}
