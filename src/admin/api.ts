/** What the API answered: its JSON, or the sentence of its refusal. */
export type ApiAnswer =
  { isOk: true; body: unknown } | { isOk: false; message: string | undefined; body?: unknown }

/** Calls our API from the panel, as the user who is logged in. Never throws: a lost connection is a refusal. */
export const callApi = async (
  path: string,
  { method = 'GET', body }: { method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; body?: object } = {},
): Promise<ApiAnswer> => {
  try {
    const response = await fetch(`/api${path}`, {
      method,
      credentials: 'include',
      ...(body && {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    })
    const answer: unknown = await response.json().catch(() => undefined)
    return response.ok
      ? { isOk: true, body: answer }
      : { isOk: false, message: messageOf(answer), body: answer }
  } catch {
    return { isOk: false, message: undefined }
  }
}

const messageOf = (answer: unknown): string | undefined => {
  if (!isObject(answer)) return undefined
  const first: unknown = Array.isArray(answer.errors) ? answer.errors[0] : answer
  return isObject(first) && typeof first.message === 'string' ? first.message : undefined
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
