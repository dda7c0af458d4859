import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestServer, type TestServer } from './openTestServer'

let developing: TestServer

beforeAll(async () => {
  developing = await openTestServer({ isDevelopment: true })
})

afterAll(() => developing.close())

test('GraphiQL is served in development, with a policy that lets it ask this server alone', async () => {
  const answer = await fetch(`${developing.address}/graphiql`)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/html; charset=utf-8',
  ])
  expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self'")
  expect(await answer.text()).toContain('/api/graphql')
})
