import type { FileProblem } from './report'
import { scan, unreadable, type ScannedFile } from './scan'

/** Files below the `--assets` folders, by path; of two with one path the first folder's counts. */
export const scanAssets = async (
  folders: readonly string[],
): Promise<{ assets: Map<string, ScannedFile>; problems: FileProblem[] }> => {
  const assets = new Map<string, ScannedFile>()
  const problems: FileProblem[] = []
  for (const folder of folders) {
    try {
      const { files } = await scan(folder)
      for (const file of files) if (!assets.has(file.path)) assets.set(file.path, file)
    } catch (error) {
      problems.push(unreadable(folder, error))
    }
  }
  return { assets, problems }
}
