import type { FileProblem } from './report'
import type { ScannedFile } from './scan'

/** Reports files whose paths differ in case or Unicode form alone: other systems take them for one. */
export const collidingNames = (files: readonly ScannedFile[]): FileProblem[] => {
  const first = new Map<string, string>()
  const problems: FileProblem[] = []
  for (const { path } of files) {
    const key = path.normalize('NFC').toLowerCase()
    const other = first.get(key)
    if (other === undefined) first.set(key, path)
    else {
      problems.push({
        path,
        code: 'file-name-collides',
        message: `Has the name of ${other} but for the case of its letters or their Unicode form; both were read. Rename one: on other systems one of them is lost.`,
      })
    }
  }
  return problems
}
