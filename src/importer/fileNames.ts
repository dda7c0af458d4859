import path from 'node:path'

/** The names of the media library's files; each is given to one file. */
export type FileNames = {
  /** The name itself, or one with a number after it that is free. The kind doesn't part two names: a picture's sizes have another. */
  take: (name: string) => string
  /** Gives a name back whose file was not stored. */
  giveBack: (name: string) => void
}

/**
 * Chooses names as Payload does, but before it, and without asking the database for each number: two files at once then
 * never find the same name free.
 */
export const openFileNames = (): FileNames => {
  const taken = new Set<string>()
  const numbers = new Map<string, number>()
  return {
    take: (name) => {
      const { name: stem, ext } = path.parse(name)
      let free = stem
      if (taken.has(keyOf(stem))) {
        const [, base = stem, number = '0'] = /^(.*)-(\d+)$/.exec(stem) ?? []
        let next = Math.max(numbers.get(keyOf(base)) ?? 0, Number(number)) + 1
        while (taken.has(keyOf(`${base}-${next}`))) next += 1
        numbers.set(keyOf(base), next)
        free = `${base}-${next}`
      }
      taken.add(keyOf(free))
      return `${free}${ext}`
    },
    giveBack: (name) => void taken.delete(keyOf(path.parse(name).name)),
  }
}

/** What file systems take for one name, without the characters that Payload leaves out. */
const keyOf = (stem: string): string => stem.replace(/[/?<>\\:*|"\p{Cc}]/gu, '').toLowerCase()
