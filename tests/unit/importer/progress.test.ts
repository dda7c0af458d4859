import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { openProgress } from '../../../src/importer/progress'

describe('progress where there is no terminal', () => {
  it('is a plain line with rate, time left and problems by code', async () => {
    const stream = new PassThrough()
    const progress = openProgress(stream as unknown as NodeJS.WriteStream)
    const problems = new Map([
      ['title-missing', 2],
      ['picture-missing', 7],
    ])
    progress.show({ stage: 'write', done: 5, total: 10, problems })
    progress.show({ stage: 'write', done: 10, total: 10, problems })
    progress.close()
    stream.end()
    expect(await text(stream)).toMatch(
      /^Importing 10\/10 \(\d+\/s, 0 s left\) {2}7 picture-missing, 2 title-missing\n$/,
    )
  })
})
