/**
 * Makes the first administrator of an empty installation, or logs the one of an earlier run in.
 * @returns the token of the session
 */
export const firstAdmin = async (address: string): Promise<string> => {
  const user = { name: 'Admin', email: 'admin@bench.test', password: 'a-long-password-1' }
  const ask = async (route: string) => {
    const response = await fetch(`${address}/api/users/${route}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...user, role: 'admin' }),
    })
    return (await response.json()) as { token?: string }
  }
  const token = (await ask('first-register')).token ?? (await ask('login')).token
  if (!token) throw new Error('There is no administrator to write as; use an empty database.')
  return token
}
