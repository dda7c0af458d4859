import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { forwardSignals } from './child.mjs'
import { requireDiskSpace } from './diskSpace.mjs'
import { SetupProblem } from './problem.mjs'
import { inRoot, root } from './root.mjs'

const MEGABYTES_NEEDED = 1500
const stampFile = inRoot('node_modules', '.galley-lock')

/**
 * Installs the packages of package-lock.json when they are missing or the lock has changed since.
 * @returns {Promise<boolean>} whether anything was installed
 * @throws {SetupProblem} `install-failed`, `network-unreachable`, `disk-full`, `npm-missing`
 */
export const ensureInstalled = async () => {
  const stamp = lockHash()
  if (readStamp() === stamp) return false
  if (hasEveryPackage()) {
    writeStamp(stamp)
    return false
  }
  requireDiskSpace({ folder: root, megabytes: MEGABYTES_NEEDED })
  console.error('Installing packages (npm ci) …')
  await npmInstall()
  writeStamp(stamp)
  return true
}

const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(inRoot('package-lock.json')))
    .digest('hex')

const readStamp = () => {
  try {
    return fs.readFileSync(stampFile, 'utf8').trim()
  } catch {
    return undefined
  }
}

const writeStamp = (stamp) => {
  try {
    fs.writeFileSync(stampFile, `${stamp}\n`)
  } catch {
    // A read-only installation, as in a container, works without the stamp.
  }
}

/** Whether somebody has already run `npm ci` for this lock: npm notes what it has installed. */
const hasEveryPackage = () => {
  try {
    const wanted = readPackages(inRoot('package-lock.json'))
    const installed = readPackages(inRoot('node_modules', '.package-lock.json'))
    const isOnlyProduction = process.env.NODE_ENV === 'production'
    return Object.entries(wanted).every(([folder, entry]) => {
      if (folder === '' || entry.optional || entry.peer) return true
      if ((entry.dev || entry.devOptional) && isOnlyProduction) return true
      return installed[folder]?.version === entry.version
    })
  } catch {
    return false
  }
}

const readPackages = (file) => JSON.parse(fs.readFileSync(file, 'utf8')).packages

const npmInstall = async () => {
  const { code, output } = await runNpm(['ci', '--no-audit', '--no-fund'])
  if (code !== 0) throw installProblem(output, code)
}

const runNpm = async (args) =>
  new Promise((resolve, reject) => {
    const [command, first] = npmCommand()
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      // The build needs the development packages, whatever the shell says.
      env: { ...process.env, NODE_ENV: 'development', npm_config_omit: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32' && command === 'npm',
    })
    const stopForwarding = forwardSignals(child)
    let output = ''
    const show = (chunk) => {
      output = (output + chunk).slice(-20_000)
      process.stderr.write(chunk)
    }
    child.stdout.on('data', show)
    child.stderr.on('data', show)
    child.once('error', (error) =>
      reject(
        new SetupProblem(
          'npm-missing',
          `npm could not be started (${error.message}). It comes with Node: install Node from https://nodejs.org and try again.`,
        ),
      ),
    )
    child.once('close', (code) => {
      stopForwarding()
      resolve({ code: code ?? 1, output })
    })
  })

/** npm by its own file where npm has started us, which works on every system without a shell. */
const npmCommand = () => {
  const file = process.env.npm_execpath ?? ''
  return /npm-cli\.(c|m)?js$/.test(file) ? [process.execPath, [file]] : ['npm', []]
}

/** Why npm failed, by the error codes that it prints. */
const REASONS = [
  {
    pattern: /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ERR_SOCKET_TIMEOUT|ENETUNREACH/,
    code: 'network-unreachable',
    message:
      'npm could not reach the package registry. Check the network or the proxy (npm config get proxy, npm config get registry), then run the command again.',
  },
  {
    pattern: /ENOSPC|EDQUOT/,
    code: 'disk-full',
    message: 'the disk is full. Free about 1.5 GB and run the command again.',
  },
  {
    pattern: /EACCES|EPERM|EROFS/,
    code: 'folder-not-writable',
    message: `npm may not write into ${root}. Make the folder writable for this user and run the command again.`,
  },
  {
    pattern: /EUSAGE|can only install packages when your package\.json and package-lock\.json/,
    code: 'lock-out-of-date',
    message:
      'package-lock.json does not fit package.json. Run `npm install`, keep the new package-lock.json, and try again.',
  },
]

const installProblem = (output, exitCode) => {
  const reason = REASONS.find(({ pattern }) => pattern.test(output))
  if (reason) return new SetupProblem(reason.code, reason.message)
  return new SetupProblem(
    'install-failed',
    `npm ci ended with code ${exitCode}; its messages stand above. Delete node_modules and try again.`,
  )
}
