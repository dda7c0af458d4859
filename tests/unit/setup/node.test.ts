import { describe, expect, it } from 'vitest'
import { isSupported } from '../../../scripts/setup/node.mjs'

describe('the Node that Galley accepts', () => {
  it.each(['20.9.0', '20.20.2', '22.0.0', '24.15.1'])('takes %s', (version) => {
    expect(isSupported(version)).toBe(true)
  })

  it.each(['18.20.4', '20.8.1', '16.0.0'])('refuses %s', (version) => {
    expect(isSupported(version)).toBe(false)
  })
})
