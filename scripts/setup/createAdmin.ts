// Makes the user ADMIN_EMAIL with ADMIN_PASSWORD an admin. A user that exists is left as it is: code 3.
import { openPayload } from '../../src/openPayload'

const ALREADY_THERE = 3

const email = process.env.ADMIN_EMAIL
const password = process.env.ADMIN_PASSWORD
if (!email || !password) {
  console.error('admin-login-missing: set ADMIN_EMAIL and ADMIN_PASSWORD.')
  process.exit(2)
}

const payload = await openPayload()
const { totalDocs } = await payload.count({
  collection: 'users',
  where: { email: { equals: email } },
})
if (totalDocs === 0) {
  await payload.create({
    collection: 'users',
    data: { email, password, name: 'Admin', role: 'admin' },
    depth: 0,
  })
}
await payload.destroy()
process.exit(totalDocs === 0 ? 0 : ALREADY_THERE)
