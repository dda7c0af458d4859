import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const run = (work: string) =>
  spawnSync(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '--eval',
      `import { exitWith } from './scripts/setup/exitWith.ts'\nawait exitWith(${work})`,
    ],
    { encoding: 'utf8' },
  )

describe('a command', () => {
  it('ends with the code that its work gives', () => {
    expect(run('async () => 1').status).toBe(1)
  })

  it('fails, and says so, when Node leaves while it still waits', () => {
    const { status, stderr } = run('() => new Promise(() => undefined)')
    expect(status).toBe(2)
    expect(stderr).toContain('command-unfinished: ')
  })
})
