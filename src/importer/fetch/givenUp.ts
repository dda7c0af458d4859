/** Hosts that answer no more: their other pictures are left to the next run, instead of waiting for each. */
export type GivenUp = {
  has: (host: string) => boolean
  /** Notes what came of a try; `isFinal` when the host itself asks for a longer peace. */
  note: (host: string, outcome: { isAnswer: boolean; isFinal?: boolean }) => void
}

/** Gives a host up after so many tries in a row that got no answer. */
export const openGivenUp = (tries: number): GivenUp => {
  const failures = new Map<string, number>()
  return {
    has: (host) => (failures.get(host) ?? 0) >= tries,
    note: (host, { isAnswer, isFinal = false }) => {
      if (isAnswer) failures.delete(host)
      else failures.set(host, isFinal ? tries : (failures.get(host) ?? 0) + 1)
    },
  }
}
