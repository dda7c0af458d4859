/**
 * A loader of the build: Payload's bundle loads its code editor (Monaco) from a public CDN, and has no setting for it.
 * Here it comes from this server, which `src/server/codeEditor.ts` answers: no other host learns who edits, and it works
 * without the internet.
 * @param {string} source text of a module
 * @returns {string} the same with our address
 */
module.exports = function codeEditorFromHere(source) {
  return source.replaceAll(
    /https:\/\/cdn\.jsdelivr\.net\/npm\/monaco-editor@[\d.]+\/min\/vs/g,
    '/code-editor/vs',
  )
}
