/** The variables of a process. */
export type Environment = Partial<Record<string, string>>

type Range = { fallback: number; minimum?: number; maximum: number }

/**
 * A whole number from the environment, or its fallback where the variable is unset or empty.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const wholeNumberFrom = (
  environment: Environment,
  name: string,
  { fallback, minimum = 0, maximum }: Range,
): number => {
  const value = environment[name]
  const number = value ? Number(value) : fallback
  if (Number.isInteger(number) && number >= minimum && number <= maximum) return number
  throw invalidSetting(name, value, `a whole number from ${minimum} to ${maximum}`)
}

/**
 * An address of the web from the environment.
 * @param example shown to who set another thing
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const addressFrom = (
  environment: Environment,
  name: string,
  example: string,
): URL | undefined => {
  const value = environment[name]
  if (!value) return undefined
  if (URL.canParse(value) && /^https?:/.test(value)) return new URL(value)
  throw invalidSetting(name, value, `an address such as ${example}`)
}

/**
 * One of a few words from the environment; the first where the variable is unset or empty.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const choiceFrom = <Choice extends string>(
  environment: Environment,
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice => {
  const value = environment[name]
  if (!value) return choices[0]
  const choice = choices.find((one) => one === value)
  if (choice === undefined) throw invalidSetting(name, value, `one of ${choices.join(', ')}`)
  return choice
}

/** The error of a setting that can't be used: names it, shows its value, and says what to use instead. */
export const invalidSetting = (name: string, value: string | undefined, wanted: string): Error =>
  new Error(`setting-invalid: ${name} is "${value}". Use ${wanted}.`)
