import { readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { AT_WORK, removeFiles } from './runs'
import { importSettings } from './settings'

const KEPT_MS = 7 * 86_400_000

/** Removes dropped archives a week after their last use, and those whose run was deleted. */
export const removeOldArchives = async (payload: Payload, now = Date.now()): Promise<void> => {
  const { workDir } = importSettings()
  const ids = await readdir(workDir).catch(() => [])
  for (const id of ids) {
    const { docs } = await payload.find({
      collection: 'imports',
      where: { id: { equals: id } },
      select: { status: true, updatedAt: true },
      depth: 0,
      limit: 1,
    })
    const [run] = docs
    const isAtWork = run && AT_WORK.includes(run.status)
    // A zip that is arriving has no run yet.
    const lastUse = run ? Date.parse(run.updatedAt) : await changedAt(path.join(workDir, id))
    const kept = run ? KEPT_MS : KEPT_MS / 7
    if (!isAtWork && now - lastUse > kept) await removeFiles(id)
  }
}

const changedAt = async (file: string): Promise<number> => (await stat(file)).mtimeMs
