import type { PayloadRequest } from 'payload'
import { ROLES } from '../access/roles'

/** Everyone who reviews. */
export const editorIds = async (req: PayloadRequest): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'users',
    where: { role: { in: ['admin', 'editor'] } },
    select: { role: true },
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

/** The users whose name stands after an @ in a text. The longest name wins where one begins with another. */
export const mentionedIds = async (text: string, req: PayloadRequest): Promise<string[]> => {
  if (!text.includes('@')) return []
  const { docs } = await req.payload.db.find<{ id: string; name?: string | null }>({
    collection: 'users',
    where: { role: { in: [...ROLES] } },
    select: { name: true },
    limit: 0,
    pagination: false,
    req,
  })
  const named = docs.map(({ id, name }) => ({ id, name: name ?? '' }))
  return mentionsIn(text, named)
}

/** The same for a given list of users. */
export const mentionsIn = (text: string, users: { id: string; name: string }[]): string[] => {
  const longestFirst = users
    .filter(({ name }) => name)
    .sort((one, other) => other.name.length - one.name.length)
  const found = new Set<string>()
  for (const { index } of text.matchAll(/@/g)) {
    const rest = text.slice(index + 1).toLowerCase()
    const user = longestFirst.find(({ name }) => rest.startsWith(name.toLowerCase()))
    if (user) found.add(user.id)
  }
  return [...found]
}
