import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { canPublish, isStaff } from '../../../collections/access/roles'
import { sayIn } from '../../strings'
import { readCalendar } from './readCalendar'

const LONGEST_MS = 62 * 86_400_000

/** `GET /api/calendar?from=…&to=…`: what is planned and published, for the panel's calendar. */
export const calendarEndpoint: Endpoint = {
  path: '/calendar',
  method: 'get',
  handler: async (req) => {
    if (!req.user || !isStaff({ req })) throw new Forbidden(req.t)
    const [from, to] = [Date.parse(String(req.query.from)), Date.parse(String(req.query.to))]
    if (!(to > from && to - from <= LONGEST_MS)) {
      throw refusal(400, 'calendar-range', sayIn(req.i18n.language)('calendar:badRange'))
    }
    const span = { from: new Date(from).toISOString(), to: new Date(to).toISOString() }
    return Response.json(await readCalendar({ req, user: req.user, ...span }))
  },
}

/** `POST /api/schedules/:job/retry`: lets a schedule that has failed run again, now. */
export const retrySchedule: Endpoint = {
  path: '/schedules/:job/retry',
  method: 'post',
  handler: async (req) => {
    const id = await schedule(req)
    await req.payload.db.updateOne({
      collection: 'payload-jobs',
      id,
      data: { hasError: false, error: null, processing: false, totalTried: 0 },
      req,
    })
    return Response.json({ id })
  },
}

/** `DELETE /api/schedules/:job`: gives a schedule up. */
export const removeSchedule: Endpoint = {
  path: '/schedules/:job',
  method: 'delete',
  handler: async (req) => {
    const id = await schedule(req)
    await req.payload.db.deleteOne({
      collection: 'payload-jobs',
      where: { id: { equals: id } },
      req,
    })
    return Response.json({ id })
  },
}

/** The id of the schedule that the address names, if the user may change it and it is one. */
const schedule = async (req: PayloadRequest): Promise<string> => {
  const say = sayIn(req.i18n.language)
  if (!canPublish(req.user)) throw refusal(403, 'schedule-forbidden', say('calendar:forbidden'))
  const found = await req.payload.db.findOne<{ id: string }>({
    collection: 'payload-jobs',
    where: {
      and: [{ id: { equals: req.routeParams?.job } }, { taskSlug: { equals: 'schedulePublish' } }],
    },
    req,
  })
  if (!found) throw refusal(404, 'schedule-gone', say('calendar:gone'))
  return found.id
}

const refusal = (status: number, code: string, message: string): APIError =>
  new APIError(message, status, { code }, true)
