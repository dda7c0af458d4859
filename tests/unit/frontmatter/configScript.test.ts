import { describe, expect, it } from 'vitest'
import { readConfigScript } from '../../../src/frontmatter/configScript'

describe('readConfigScript', () => {
  it('reads literals and leaves everything else out', () => {
    const text = `
      import x from 'y' // title: 'no'
      const base = '/b/'
      /** @type {import('z').Config} */
      const config: Config = {
        title: "T", 'sub-title': \`S\`, n: -1.5, on: true, off: null, baseUrl: base,
        list: ['a', require('b'), ...more, { c: 'd' },],
        call: fn({ title: 'inner' }), sum: 1 + 2, template: \`a\${b}\`,
        method() { return { deep: 1 } }, ...spread, typed: ({ e: 'f' }) satisfies G,
      } as const
      export default config`
    expect(readConfigScript(text)).toEqual({
      title: 'T',
      'sub-title': 'S',
      n: -1.5,
      on: true,
      off: null,
      baseUrl: '/b/',
      list: ['a', { c: 'd' }],
      typed: { e: 'f' },
      deep: 1,
    })
  })

  it('follows names of objects and lists, and comes to an end where they name themselves', () => {
    const text =
      'const a: Options = { b: c }\nconst c = [1]\nexport default { a, d: [a, e] }\nconst e = { e, f: e }'
    expect(readConfigScript(text)).toMatchObject({ d: [{ b: [1] }, { f: { f: {} } }] })
  })

  it.each([
    ['module.exports = { a: 1 }'],
    ['export default defineConfig({ a: 1 })'],
    ['module.exports = function (c) { return { a: 1 } }'],
    ['export default () => ({ a: 1 })'],
    ['export const config = { a: 1 }'],
  ])('finds the object in %s', (text) => {
    expect(readConfigScript(text)).toEqual({ a: 1 })
  })

  it.each([
    '',
    '{',
    'module.exports = {',
    'return { a: [',
    `return {${'a: {'.repeat(5000)}`,
    "return { a: 'b",
  ])('does not throw on %j', (text) => {
    expect(readConfigScript(text)).toBeTypeOf('object')
  })
})
