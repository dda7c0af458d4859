import { expect, test } from 'vitest'
import { fill } from '../../../src/strings/fill'

test('a number stands with its noun in singular or plural', () => {
  const text =
    'Moves {{articles|article|articles}} and {{children|category|categories}} of {{name}}.'
  expect(fill(text, { articles: 1, children: 0, name: 'News' })).toBe(
    'Moves 1 article and 0 categories of News.',
  )
})

test('a value that is not given is empty', () => {
  expect(fill('Hello {{name}}!')).toBe('Hello !')
})
