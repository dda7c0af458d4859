import { expect, test } from 'vitest'
import { createRateLimiter, networkOf } from '../../../src/server/protection/rateLimit'

test('lets as many pass as a minute has, tells what is left, and begins anew after it', () => {
  let now = 1_000_000
  const limiter = createRateLimiter(2, { now: () => now })
  expect(limiter.take('a')).toEqual({
    isAllowed: true,
    headers: [
      ['RateLimit-Policy', '"default";q=2;w=60'],
      ['RateLimit', '"default";r=1;t=60'],
    ],
  })
  now += 20_000
  expect(limiter.take('a').isAllowed).toBe(true)
  const refused = limiter.take('a')
  expect(refused.isAllowed).toBe(false)
  expect(refused.headers).toContainEqual(['Retry-After', '40'])
  expect(refused.headers).toContainEqual(['RateLimit', '"default";r=0;t=40'])
  expect(limiter.take('b').isAllowed).toBe(true)
  now += 40_000
  expect(limiter.take('a').isAllowed).toBe(true)
})

test('counts nothing without a limit', () => {
  const limiter = createRateLimiter(0)
  expect(limiter.take('a')).toEqual({ isAllowed: true, headers: [] })
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8:1:2::9', '2001:db8:1:2'],
])('counts %s as %s', (address, network) => {
  expect(networkOf(address)).toBe(network)
})
