import type { Endpoint, Payload } from 'payload'

/**
 * The methods that Payload takes at a path.
 * @param pathname such as `/api/articles/1`
 * @returns for example `['GET', 'HEAD', 'PATCH', 'DELETE']`; empty where Payload has no route
 */
export const allowedMethods = (payload: Payload, pathname: string): string[] => {
  const [, first = '', ...rest] = segmentsOf(pathname)
  const collection = payload.config.collections.find(({ slug }) => slug === first)
  const endpoints = (collection ? collection.endpoints : payload.config.endpoints) || []
  const path = collection ? rest : [first, ...rest]
  const methods = endpoints
    .filter((endpoint) => isAt(endpoint, path))
    .map(({ method }) => method.toUpperCase())
  return [...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])))]
}

const isAt = (endpoint: Omit<Endpoint, 'root'>, path: string[]): boolean => {
  const pattern = segmentsOf(endpoint.path)
  const isLongEnough = path.length >= pattern.filter((part) => !part.endsWith('?')).length
  return (
    isLongEnough &&
    path.length <= pattern.length &&
    path.every((part, index) => pattern[index]?.startsWith(':') || pattern[index] === part)
  )
}

const segmentsOf = (path: string): string[] => path.split('/').filter((segment) => segment !== '')
