import { addressKey, nameKey } from './addressKey'

/**
 * The forms of an address by date and name, the exact one first: `2020/1/2/name`, `2020/1/name`. Of two dates in
 * an address the last counts. Sites change their
 * addresses, and the texts keep the old ones: `/2020/01/02/name/` is still the post of that day.
 * @returns nothing for an address without year, month and name at its end
 */
export const datedKeysOf = (address: string): string[] => {
  const parts = /(?:^|^.*\/)(\d{4})\/(\d{1,2})\/(?:(\d{1,2})\/)?(?:.*\/)?([^/]+)$/.exec(
    addressKey(address),
  )
  return parts ? keysOf(parts) : []
}

/** The same forms of a file named or filed by its date: `2020-01-02-name.md`, `2020/01/name/index.md`. */
export const datedKeysOfPath = (filePath: string): string[] => {
  const plain = nameKey(filePath).replace(/\/_?index$/, '')
  const parts = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](?:(\d{1,2})[-/])?(?:.*\/)?([^/]+)$/.exec(plain)
  return parts ? keysOf(parts) : []
}

const keysOf = ([, year = '', month = '', day, name = '']: RegExpExecArray): string[] => {
  const of = `${year}/${Number(month)}`
  return [...(day === undefined ? [] : [`${of}/${Number(day)}/${name}`]), `${of}/${name}`]
}
