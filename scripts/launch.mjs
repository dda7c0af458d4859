// Runs one of the programs in this process, compiled: `node scripts/launch.mjs scripts/start.ts [arguments]`. Plain
// JavaScript: nothing has to be compiled to run it.
import { pathToFileURL } from 'node:url'
import { failWhenStuck } from './setup/failWhenStuck.mjs'
import { compiledProgram } from './setup/programs.mjs'

const [program] = process.argv.splice(2, 1)
failWhenStuck(program)
process.setSourceMapsEnabled(true)
await import(pathToFileURL(await compiledProgram(program)).href)
