/** A problem of setting up or starting: its message is for the user, its code is stable. */
export class SetupProblem extends Error {
  /**
   * @param {string} code stable, in kebab case
   * @param {string} message what happened and what to do
   * @param {number} exitCode 2: could not run
   */
  constructor(code, message, exitCode = 2) {
    super(message)
    this.code = code
    this.exitCode = exitCode
  }
}

/**
 * Prints an error: a known problem as its sentence, anything else with its stack.
 * @param {unknown} error
 * @returns {number} the exit code
 */
export const report = (error) => {
  if (error instanceof SetupProblem) {
    console.error(`${error.code}: ${error.message}`)
    return error.exitCode
  }
  console.error(error)
  return 2
}
