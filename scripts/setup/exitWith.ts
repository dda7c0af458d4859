const COULD_NOT_RUN = 2

/**
 * Takes a command's work and ends the process with the exit code that it gives. Now and then the loader of TypeScript never
 * ends a module's import, on a busy machine; with nothing else under way Node would leave with exit code 0, as if all were
 * done.
 */
export const exitWith = async (work: () => Promise<number>): Promise<never> => {
  process.once('beforeExit', () => {
    process.stderr.write(
      'command-unfinished: Node could not load a part of the program and stopped. Start the command again: what is done stays.\n',
    )
    process.exit(COULD_NOT_RUN)
  })
  return process.exit(await work())
}
