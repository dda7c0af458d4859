const OLDEST = [20, 9]

/**
 * Ends the process when Node is too old to run Galley.
 * @param {string} version as in `process.versions.node`
 */
export const requireNode = (version = process.versions.node) => {
  if (isSupported(version)) return
  console.error(
    `node-too-old: this is Node ${version}, and Galley needs ${OLDEST.join('.')} or newer. ` +
      'Install a current release from https://nodejs.org and run the command again.',
  )
  process.exit(2)
}

/** @param {string} version @returns {boolean} */
export const isSupported = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])
}
