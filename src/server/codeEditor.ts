import express, { type RequestHandler } from 'express'
import { createRequire } from 'node:module'
import path from 'node:path'

/** Where the panel's code editor (Monaco) finds its scripts; `src/admin/codeEditorFromHere.cjs` puts this address into the panel. */
export const CODE_EDITOR_ROUTE = '/code-editor'

/** Serves the code editor's own files from its package. */
export const serveCodeEditor = (): RequestHandler => {
  const require = createRequire(import.meta.url)
  const folder = path.join(path.dirname(require.resolve('monaco-editor/package.json')), 'min')
  return express.static(folder, { index: false, redirect: false, maxAge: '1d' })
}
