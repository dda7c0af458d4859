import { randomUUID } from 'node:crypto'
import { rename } from 'node:fs/promises'
import path from 'node:path'
import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { mayReadImports, mayRunImports } from '../../collections/access/policy'
import { personOf } from '../../collections/access/roles'
import { importOptions } from '../importer/options'
import { isThere } from '../isThere'
import { sayIn } from '../strings'
import { articlesOfProblems } from './problemArticles'
import { receiveUpload } from './receiveUpload'
import { ImportRefusal, type RefusalCode } from './refusal'
import {
  ACTIONS,
  AT_WORK,
  changeRun,
  queueRun,
  removeFiles,
  workFolder,
  type RunAction,
} from './runs'
import { folderBelow, listFolder } from './serverFolders'
import { importSettings } from './settings'
import { readSource } from './readSource'
import { openZip } from './zip/readEntries'

/** The options that the panel offers; those that reach into the server's disk or network are for the command line. */
const panelOptions = importOptions.pick({
  dialect: true,
  media: true,
  status: true,
  baseUrl: true,
  timezone: true,
  force: true,
  prune: true,
})

const STATUS: Partial<Record<RefusalCode, number>> = {
  'upload-too-large': 413,
  'folder-unknown': 404,
  'folders-off': 404,
  'import-not-now': 409,
  'import-files-missing': 409,
  'upload-missing': 400,
  'options-invalid': 400,
}

type Handler = (req: PayloadRequest) => Promise<unknown>

/** An endpoint for those who may, whose refusals have a code and a sentence in the user's language. */
const endpoint = (
  method: 'get' | 'post',
  path: string,
  mayCall: (req: PayloadRequest) => boolean,
  handle: Handler,
): Endpoint => ({
  path,
  method,
  handler: async (req) => {
    if (!mayCall(req)) throw new Forbidden(req.t)
    try {
      return Response.json(await handle(req))
    } catch (error) {
      if (!(error instanceof ImportRefusal)) throw error
      const { code, subject = '' } = error
      const message = sayIn(req.i18n.language)(`importRefusals:${code}`, { subject })
      throw new APIError(message, STATUS[code] ?? 422, { code }, true)
    }
  },
})

const upload: Handler = async (req) => {
  const options = optionsFrom(req.query.options)
  const settings = importSettings()
  const arriving = randomUUID()
  const file = path.join(workFolder(arriving), 'upload.zip')
  try {
    await receiveUpload({ body: req.body, file, maxBytes: settings.maxUploadBytes })
    const zip = await openZip(file, settings)
    zip.close()
    if (zip.files.length === 0) throw new ImportRefusal('import-empty')
    const title = archiveName(String(req.query.name ?? ''))
    const { id } = await createRun(req, { title, origin: 'upload', options })
    await rename(workFolder(arriving), workFolder(id))
    return await begin(req, id, 'plan')
  } catch (error) {
    await removeFiles(arriving)
    throw error
  }
}

const chooseFolder: Handler = async (req) => {
  const given = bodySchema.safeParse(await req.json?.().catch(() => undefined))
  if (!given.success) throw new ImportRefusal('options-invalid', z.prettifyError(given.error))
  const folder = await folderBelow(importSettings().root, given.data.path)
  const { id } = await createRun(req, {
    title: path.basename(folder),
    origin: 'folder',
    folder,
    options: given.data.options,
  })
  return begin(req, id, 'plan')
}

const bodySchema = z.object({
  path: z.string(),
  options: panelOptions.default(panelOptions.parse({})),
})

const optionsFrom = (text: unknown) => {
  const parsed = panelOptions.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  throw new ImportRefusal('options-invalid', z.prettifyError(parsed.error))
}

const jsonOf = (text: unknown): unknown => {
  try {
    return JSON.parse(typeof text === 'string' ? text : '{}')
  } catch {
    return undefined
  }
}

/** The name of the archive, by which a later import knows its articles again. Browsers number what is downloaded twice. */
const archiveName = (file: string): string => {
  const name = file
    .replace(/\.zip$/i, '')
    .replace(/ \(\d+\)$/, '')
    .replaceAll(/[\\/:*?"<>|\p{Cc}]/gu, '-')
    .replace(/^\.+/, '')
    .trim()
  return name.slice(0, 100) || 'archive'
}

const createRun = (
  req: PayloadRequest,
  data: { title: string; origin: 'upload' | 'folder'; folder?: string; options: object },
) =>
  req.payload.create({
    collection: 'imports',
    data: {
      ...data,
      options: { ...data.options },
      status: 'planning',
      startedAt: new Date().toISOString(),
      startedBy: personOf(req)?.email,
    },
    depth: 0,
  })

const begin = async (req: PayloadRequest, run: string, action: RunAction) => {
  await queueRun(req.payload, { run, action, user: req.user?.id })
  return { id: run, status: ACTIONS[action].during }
}

const act =
  (action: RunAction): Handler =>
  async (req) => {
    const id = idOf(req)
    const run = await runOf(req)
    if (action !== 'undo' && !(await hasFiles(run))) throw new ImportRefusal('import-files-missing')
    const { from, during } = ACTIONS[action]
    const data = { status: during, process: null, failure: null, progress: null }
    const isMine = await changeRun(req.payload, { id, from, data })
    if (!isMine) throw new ImportRefusal('import-not-now')
    return begin(req, id, action)
  }

/** Looks at the archive again, such as after a refusal to start or a change of its folder. */
const planAgain: Handler = async (req) => {
  const run = await runOf(req)
  if (!(await hasFiles(run))) throw new ImportRefusal('import-files-missing')
  const data = { status: 'planning' as const, process: null, failure: null }
  // A run that has begun to write is resumed, not planned.
  const where = { startedWritingAt: { exists: false } }
  const isMine = await changeRun(req.payload, {
    id: run.id,
    from: ['planned', 'failed'],
    where,
    data,
  })
  if (!isMine) throw new ImportRefusal('import-not-now')
  return begin(req, run.id, 'plan')
}

const stop: Handler = async (req) => {
  const isStopped = await changeRun(req.payload, {
    id: idOf(req),
    from: AT_WORK,
    data: {
      status: 'failed',
      process: null,
      failure: { code: 'import-stopped' },
      finishedAt: new Date().toISOString(),
    },
  })
  if (!isStopped) throw new ImportRefusal('import-not-now')
  return { id: idOf(req), status: 'failed' }
}

const hasFiles = async ({ id, origin, folder }: Awaited<ReturnType<typeof runOf>>) =>
  origin !== 'command' && isThere(origin === 'folder' && folder ? folder : workFolder(id))

const show: Handler = async (req) => {
  const { problems: _problems, folder: _folder, process: _process, ...run } = await runOf(req)
  return { ...run, hasFiles: await hasFiles({ ...run, folder: _folder }) }
}

const problems: Handler = async (req) => {
  const { page = '1', code } = req.query
  return articlesOfProblems({
    req,
    run: await runOf(req),
    code: typeof code === 'string' && code !== '' ? code : undefined,
    page: Math.max(1, Math.trunc(Number(page)) || 1),
  })
}

const source: Handler = async (req) => {
  const run = await runOf(req)
  const root =
    run.origin === 'folder' && run.folder
      ? run.folder
      : path.join(workFolder(run.id), 'files', run.title)
  return readSource({
    root,
    file: String(req.query.path ?? ''),
    line: Math.max(1, Math.trunc(Number(req.query.line)) || 1),
  })
}

const folders: Handler = async (req) => {
  const { root } = importSettings()
  if (!root) return { isOn: false, path: '', folders: [], files: 0 }
  return { isOn: true, ...(await listFolder(root, String(req.query.path ?? ''))) }
}

const idOf = (req: PayloadRequest): string => String(req.routeParams?.id)

const runOf = (req: PayloadRequest) =>
  req.payload.findByID({ collection: 'imports', id: idOf(req), depth: 0 })

const admin = (req: PayloadRequest): boolean => mayRunImports({ req })
const reader = (req: PayloadRequest): boolean => mayReadImports({ req })

/** `/api/import-runs/…`: what the panel asks of imports. */
export const importEndpoints: Endpoint[] = [
  endpoint('post', '/import-runs/upload', admin, upload),
  endpoint('post', '/import-runs/folder', admin, chooseFolder),
  endpoint('get', '/import-runs/folders', admin, folders),
  endpoint('post', '/import-runs/:id/plan', admin, planAgain),
  endpoint('post', '/import-runs/:id/start', admin, act('write')),
  endpoint('post', '/import-runs/:id/undo', admin, act('undo')),
  endpoint('post', '/import-runs/:id/stop', admin, stop),
  endpoint('get', '/import-runs/:id/problems', reader, problems),
  endpoint('get', '/import-runs/:id/source', reader, source),
  endpoint('get', '/import-runs/:id', reader, show),
]
