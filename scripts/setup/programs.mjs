import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { hashInputs } from './inputs.mjs'
import { inRoot } from './root.mjs'

/** The programs that users run, and the modules that they start in processes and threads of their own. */
const PROGRAMS = [
  'scripts/start.ts',
  'scripts/import.ts',
  'scripts/export.ts',
  'scripts/reindex.ts',
  'scripts/setup/createAdmin.ts',
  'scripts/bench/import/task.ts',
  'src/importRuns/child.ts',
  'src/importer/worker.ts',
]

const INPUTS = ['src', 'collections', 'scripts', 'package-lock.json', 'tsconfig.json']
const FOLDER = inRoot('.galley')
/** Programs that run now still load from the folder that they were started from. */
const KEPT_FOLDERS = 3

/**
 * Compiles the programs to JavaScript, unless it is done: a loader of TypeScript would cost seconds at each
 * start, and memory in each thread.
 * @returns {Promise<string>} the folder of the compiled programs
 */
export const ensureCompiled = async () => {
  const folder = path.join(FOLDER, hashInputs(INPUTS).slice(0, 16))
  if (fs.existsSync(folder)) return folder
  const unfinished = `${folder}.${process.pid}`
  try {
    await compile(unfinished)
    fs.renameSync(unfinished, folder)
  } catch (error) {
    fs.rmSync(unfinished, { recursive: true, force: true })
    // Another process was faster.
    if (!fs.existsSync(folder)) throw error
  }
  removeOldFolders()
  return folder
}

/**
 * The compiled form of a program.
 * @param {string} file its source, relative to the project
 * @returns {Promise<string>} absolute path
 */
export const compiledProgram = async (file) =>
  path.join(await ensureCompiled(), file.replace(/\.ts$/, '.mjs'))

const compile = async (outdir) => {
  const { build, stop } = await import('esbuild')
  await build({
    absWorkingDir: inRoot(),
    entryPoints: PROGRAMS,
    outbase: '.',
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    jsx: 'automatic',
    sourcemap: true,
    sourcesContent: false,
    keepNames: true,
    logLevel: 'error',
    plugins: [sourceAddresses],
  })
  // Its process would stay as long as this one.
  await stop()
}

/** What code says of its own place stays true: files beside it are found where its source lies. */
const sourceAddresses = {
  name: 'source-addresses',
  setup: ({ onLoad }) => {
    onLoad({ filter: /\.tsx?$/ }, ({ path: file }) => {
      const text = fs.readFileSync(file, 'utf8')
      if (!text.includes('import.meta.url')) return undefined
      const address = JSON.stringify(pathToFileURL(file).href)
      return {
        contents: text.replaceAll('import.meta.url', address),
        loader: file.endsWith('x') ? 'tsx' : 'ts',
      }
    })
  },
}

const removeOldFolders = () => {
  const folders = fs
    .readdirSync(FOLDER)
    .map((name) => path.join(FOLDER, name))
    .map((folder) => ({
      folder,
      time: fs.statSync(folder, { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((one, other) => other.time - one.time)
  for (const { folder } of folders.slice(KEPT_FOLDERS)) {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
