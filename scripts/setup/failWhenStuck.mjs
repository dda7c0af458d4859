const COULD_NOT_RUN = 2

/**
 * Has a program fail that comes to a stop while it still waits for something that nothing works at: Node would end it with exit
 * code 0, as if all were done. Every program ends itself by `process.exit`.
 * @param {string} program its name, for the message
 */
export const failWhenStuck = (program) => {
  process.once('beforeExit', () => {
    console.error(
      `command-unfinished: ${program} stopped before its end. Start it again: what is done stays. If it stops again, report it.`,
    )
    process.exit(COULD_NOT_RUN)
  })
}
