// The code of a thread of an import: src/importer/worker.ts in its compiled form: a thread has no loader of TypeScript.
import { pathToFileURL } from 'node:url'
import { compiledProgram } from './setup/programs.mjs'

const program = await compiledProgram('src/importer/worker.ts')
export const { survey, compile } = await import(pathToFileURL(program).href)
