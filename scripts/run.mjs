// One entry for every npm script: `node scripts/run.mjs <command> [arguments]`. It installs what is missing and
// then starts the command's own program. Plain JavaScript: it runs before anything is installed.
import { requireNode } from './setup/node.mjs'

requireNode()

const { commands } = await import('./setup/commands.mjs')
const { report } = await import('./setup/problem.mjs')

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(commands, name) ? commands[name] : undefined

if (command) {
  process.exitCode = await command(args).catch(report)
} else {
  const known = Object.keys(commands).join(', ')
  console.error(`command-unknown: there is no command "${name}". Use one of: ${known}.`)
  process.exitCode = 2
}
