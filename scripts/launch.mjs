// Runs one of the programs in this process, compiled: `node scripts/launch.mjs scripts/start.ts [arguments]`. Plain
// JavaScript: nothing has to be compiled to run it.
import { pathToFileURL } from 'node:url'
import { compiledProgram } from './setup/programs.mjs'

const [program] = process.argv.splice(2, 1)

// Every program ends itself: one that has nothing left to wait for and hasn't is stuck, and must not count as done.
process.once('beforeExit', () => {
  console.error(`program-stuck: ${program} stopped before its end. Run it again, and report it.`)
  process.exitCode = 1
})
process.setSourceMapsEnabled(true)
await import(pathToFileURL(await compiledProgram(program)).href)
