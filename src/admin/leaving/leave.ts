/** Longer than Payload takes to draw the same article anew, which is no leaving. */
const CALM_MS = 1000
/** Longer than an autosave takes: one that is under way would lock the article again. */
const AUTOSAVE_MS = 4000
const KEPT = 'galley-left-blank'

const leaving = new Map<string, ReturnType<typeof setTimeout>>()
const open = new Set<string>()

/** What is known of an article when its page is left. */
export type Left = { id: string; isBlank: boolean; isSaving: boolean }

/** An article is on the page (again). */
export const come = (id: string): void => {
  open.add(id)
  clearTimeout(leaving.get(id))
  leaving.delete(id)
  forget(id)
}

/** Its page was left for another of the panel. */
export const go = (left: Left): void => {
  open.delete(left.id)
  const isBlank = left.isBlank && !left.isSaving
  const later = (): void => {
    leaving.delete(left.id)
    if (!open.has(left.id)) send(left.id, isBlank)
  }
  leaving.set(left.id, setTimeout(later, left.isSaving ? AUTOSAVE_MS : CALM_MS))
}

/**
 * The window closes or loads anew, which nobody can tell apart: the lock is given back, and what is blank is noted for the
 * next page of the panel.
 */
export const closeWindow = ({ id, isBlank, isSaving }: Left): void => {
  send(id, false)
  if (isBlank && !isSaving) remember([...remembered(), id])
}

/** Removes what was left blank by a window that closed. */
export const removeLeft = (): void => {
  setTimeout(() => {
    for (const id of remembered()) {
      forget(id)
      if (!open.has(id)) send(id, true)
    }
  }, CALM_MS)
}

/** `keepalive`: the page may be gone before the answer. A lock that stays for want of a connection ends by itself. */
const send = (id: string, isBlank: boolean): void => {
  void fetch(`/api/articles/${encodeURIComponent(id)}/leave${isBlank ? '?blank=true' : ''}`, {
    method: 'POST',
    credentials: 'include',
    keepalive: true,
  }).catch(() => undefined)
}

const remembered = (): string[] => {
  const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? '[]')
  return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : []
}

const remember = (ids: string[]): void => {
  if (ids.length > 0) localStorage.setItem(KEPT, JSON.stringify(ids))
  else localStorage.removeItem(KEPT)
}

const forget = (id: string): void => {
  const ids = remembered()
  if (ids.includes(id)) remember(ids.filter((other) => other !== id))
}
