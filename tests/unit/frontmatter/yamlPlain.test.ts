import { describe, expect, it } from 'vitest'
import { readWholeYaml } from '../../../src/frontmatter/yaml'
import { readPlainYaml } from '../../../src/frontmatter/yamlPlain'

const VALUES = [
  'x',
  'a b',
  '1',
  '-1',
  '1.50',
  '007',
  '1e3',
  '0x1F',
  'true',
  'False',
  'yes',
  'null',
  '~',
  '',
  ' ',
  "'it''s'",
  "'a'b",
  '"q"',
  '"q\\n"',
  '"open',
  '[a, b]',
  '[]',
  '[a,]',
  '[\'x\', "y", 2]',
  '[a: b]',
  '[a, [b]]',
  '{a: b}',
  'a: b',
  'a #c',
  'a#c',
  '#c',
  '- x',
  '-x',
  '*a',
  '&a',
  '!t x',
  '| ',
  '> ',
  '%x',
  '@x',
  '2020-01-02 10:00:00 +0800',
  'http://x/y?a=b&c',
  '中文：标题',
  '　　中',
  'a:',
  '12:30:45',
  '.5',
  '+1',
  '-',
  '?',
  '=x',
  "a'b",
  'a, b',
  "[a'b]",
  '["a,b"]',
  '<<',
  'a\tb',
]
const LINES = [
  '- a',
  '  - b',
  ' - "c"',
  '  more',
  '',
  '# c',
  '  # c',
  '- a: b',
  '-',
  '...',
  'b: 1',
  'b:',
  '  k: v',
]

describe('readPlainYaml', () => {
  it('gives what the whole parser gives, or nothing', () => {
    let read = 0
    for (const value of VALUES)
      for (const first of LINES)
        for (const second of LINES) {
          const block = `a: ${value}\n${first}\n${second}\nz: end`
          const plain = readPlainYaml(block)
          if (!plain) continue
          read++
          const whole = readWholeYaml(block)
          expect([block, plain, whole.errors]).toEqual([block, whole.value, []])
        }
    expect(read).toBeGreaterThan(500)
  })
})
