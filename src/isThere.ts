import { stat } from 'node:fs/promises'

/** Whether there is a file or folder at a path that this process can reach. */
export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
