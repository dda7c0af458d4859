import { openOwnHosts, type OwnHosts } from '../ownHosts'
import type { SurveyedFile } from '../survey'
import { addressKey, namesOf } from './addressKey'
import { datedKeysOf, datedKeysOfPath } from './datedKeys'

/** An article that links can lead to. */
export type LinkTarget = { id: string; address?: string; path: string }

/** Every name under which the archive's texts refer to each other. */
export type LinkIndex = {
  /** By `addressKey` of the address and the aliases. */
  byAddress: ReadonlyMap<string, LinkTarget>
  /** By the path of the file, below the folder given. */
  byPath: ReadonlyMap<string, LinkTarget>
  /** All texts of one name, by `nameKey`. */
  byName: ReadonlyMap<string, readonly LinkTarget[]>
  /** By date and name; undefined where several have them. */
  byDate: ReadonlyMap<string, LinkTarget | undefined>
  hosts: OwnHosts
}

/** Builds the index from the first pass; of two files with one address the first keeps it. */
export const buildLinkIndex = ({
  files,
  baseUrls,
}: {
  files: readonly { surveyed: SurveyedFile; id: string }[]
  baseUrls: readonly (string | undefined)[]
}): LinkIndex => {
  const byAddress = new Map<string, LinkTarget>()
  const aliases = new Map<string, LinkTarget>()
  const byPath = new Map<string, LinkTarget>()
  const byName = new Map<string, LinkTarget[]>()
  const byDate = new Map<string, LinkTarget | undefined>()
  for (const { surveyed, id } of files) {
    const { draft, file } = surveyed
    const target = { id, address: draft.address, path: file.path }
    if (draft.address !== undefined) addFirst(byAddress, addressKey(draft.address), target)
    for (const alias of draft.aliases) addFirst(aliases, addressKey(alias), target)
    addFirst(byPath, file.path, target)
    for (const name of namesOf(file.path, draft.slug)) addAlso(byName, name, target)
    const dated = [...datedKeysOf(draft.address ?? ''), ...datedKeysOfPath(file.path)]
    for (const key of dated) addOnly(byDate, key, target)
  }
  // What a page is called now counts more than what another was called once.
  for (const [key, target] of aliases) addFirst(byAddress, key, target)
  return { byAddress, byPath, byName, byDate, hosts: openOwnHosts(baseUrls) }
}

const addFirst = (map: Map<string, LinkTarget>, key: string, target: LinkTarget): void => {
  if (key !== '' && !map.has(key)) map.set(key, target)
}

const addAlso = (map: Map<string, LinkTarget[]>, key: string, target: LinkTarget): void => {
  const known = map.get(key)
  if (known) known.push(target)
  else map.set(key, [target])
}

const addOnly = (
  map: Map<string, LinkTarget | undefined>,
  key: string,
  target: LinkTarget,
): void => {
  const known = map.get(key)
  map.set(key, map.has(key) && known !== target ? undefined : target)
}
