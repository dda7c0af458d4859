/** Why a picture could not be fetched, with a stable code. Trying the same again at once would not help. */
export class FetchRefusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** A failure that may pass: the host is busy, the line was cut. `waitMs` is what the host asks for. */
export class PassingFailure extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly waitMs?: number,
  ) {
    super(message)
  }
}
