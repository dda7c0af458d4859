/** Longer than any wait; the timer does nothing. */
const A_DAY_MS = 86_400_000

/**
 * Takes a command's work and ends the process with the exit code that it gives. The loader of TypeScript reads modules in a
 * thread that doesn't keep Node running: while one is awaited and nothing else is under way, Node would leave with exit code
 * 0, as if all were done.
 */
export const exitWith = async (work: () => Promise<number>): Promise<never> => {
  const timer = setInterval(() => undefined, A_DAY_MS)
  try {
    process.exit(await work())
  } finally {
    clearInterval(timer)
  }
}
