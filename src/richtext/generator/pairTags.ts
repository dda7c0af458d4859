import type { Tag } from './tag'

/**
 * Takes the tags of a text in order and returns each closing tag's opening tag, marking the latter with `hasBody`.
 * An opening tag without a closing one stands alone, and so does a closing one without an opening one. Linear.
 *
 * @param closesAny whether a closing tag names nothing and closes the innermost open one (Zola's `{% end %}`)
 */
export const pairTags = (tags: readonly Tag[], closesAny = false): Map<Tag, Tag> => {
  const openingOf = new Map<Tag, Tag>()
  const open: Tag[] = []
  const openByName = new Map<string, number>()
  const count = (name: string, change: number) =>
    openByName.set(name, (openByName.get(name) ?? 0) + change)

  for (const tag of tags) {
    if (tag.kind === 'open' && tag.body === undefined) {
      open.push(tag)
      count(tag.name, 1)
    } else if (tag.kind === 'close') {
      if (!closesAny && !openByName.get(tag.name)) continue
      for (let opening = open.pop(); opening; opening = open.pop()) {
        count(opening.name, -1)
        if (!closesAny && opening.name !== tag.name) continue
        opening.hasBody = true
        openingOf.set(tag, opening)
        break
      }
    }
  }
  return openingOf
}
