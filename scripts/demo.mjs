// `npm run demo [-- <folder>]`: from a fresh clone to a running newsroom, without a question. A second run does
// nothing twice. Plain JavaScript: it runs before anything is installed.
import { requireNode } from './setup/node.mjs'

requireNode()

const { demo } = await import('./setup/demo.mjs')
const { report } = await import('./setup/problem.mjs')

process.exitCode = await demo(process.argv.slice(2)).catch(report)
