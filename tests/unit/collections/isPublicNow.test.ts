import { expect, test } from 'vitest'
import { isPublicNow } from '../../../collections/access/policy'

const NOW = new Date('2024-05-01T12:00:00.000Z')
const BEFORE = '2024-05-01T11:59:59.999Z'
const AFTER = '2024-05-01T12:00:00.001Z'

test.each([
  [{ _status: 'published', publishedAt: BEFORE }, true],
  [{ _status: 'published', publishedAt: NOW.toISOString(), expiresAt: AFTER }, true],
  [{ _status: 'published', publishedAt: AFTER }, false],
  [{ _status: 'published' }, false],
  [{ _status: 'published', publishedAt: BEFORE, expiresAt: NOW.toISOString() }, false],
  [{ _status: 'published', publishedAt: BEFORE, deletedAt: BEFORE }, false],
  [{ _status: 'draft', publishedAt: BEFORE }, false],
  [{ publishedAt: BEFORE }, false],
] as const)('of %o says %s', (article, isSeen) => {
  expect(isPublicNow(article, NOW)).toBe(isSeen)
})
