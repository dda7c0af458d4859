import { expect, it } from 'vitest'
import { fitting, shownLength } from '../../../../src/richtext/shownLength'

it('counts a Chinese character as two letters', () => {
  expect(shownLength('Ink 墨水')).toBe(8)
  expect(shownLength('  ')).toBe(0)
})

it('cuts a text where the room ends', () => {
  expect(fitting('short', 10)).toBe('short')
  expect(fitting('a text that is too long', 10)).toBe('a text th…')
  expect(fitting('一二三四五六', 8)).toBe('一二三…')
})
