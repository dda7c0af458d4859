import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const run = (work: string) =>
  spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { failWhenStuck } from './scripts/setup/failWhenStuck.mjs'\nfailWhenStuck('a program')\n${work}`,
    ],
    { encoding: 'utf8' },
  )

describe('a program', () => {
  it('ends with the code that its work gives', () => {
    expect(run('process.exit(1)').status).toBe(1)
  })

  it('fails, and says so, when Node leaves while it still waits', () => {
    const { status, stderr } = run('new Promise(() => undefined).then(() => process.exit(0))')
    expect(status).toBe(2)
    expect(stderr).toContain('command-unfinished: a program stopped')
  })
})
