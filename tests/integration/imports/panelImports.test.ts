import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { handleEndpoints } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { markCutRuns } from '../../../src/importRuns/runs'
import { removeOldArchives } from '../../../src/importRuns/purge'
import { workOn } from '../../../src/importRuns/work'
import { runDueImports } from '../../../src/jobs/runner'
import { postOf } from '../../harness/archive'
import { createNewsroom, type Newsroom } from '../../harness/newsroom'
import { openTestPayload, type TestPayload } from '../../harness/openTestPayload'
import { authorization, callRest, isObject, type Json } from '../../harness/rest'
import { zipOf, type ZipPart } from '../../harness/zip'

let test: TestPayload
let newsroom: Newsroom
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-imports-'))
  process.env.IMPORT_DIR = path.join(folder, 'work')
  process.env.IMPORT_ROOT = path.join(folder, 'root')
  await mkdir(path.join(folder, 'root/blog/_posts'), { recursive: true })
  await mkdir(path.join(folder, 'outside'))
  await symlink(path.join(folder, 'outside'), path.join(folder, 'root/way-out'))
  await writeFile(path.join(folder, 'root/blog/_posts/2020-01-02-a.md'), postOf('Text.'))
  test = await openTestPayload()
  newsroom = await createNewsroom(test.payload, test.config)
})

afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

/** Works on what is queued, in this process: a process of its own takes seconds to start. */
const work = async (): Promise<void> => {
  const { docs } = await test.payload.find({
    collection: 'payload-jobs',
    where: { queue: { equals: 'imports' } },
    depth: 0,
  })
  for (const { id, input } of docs) {
    const { run, action, user } = isObject(input) ? input : {}
    await workOn({
      payload: test.payload,
      run: String(run),
      action: String(action),
      user: String(user),
    })
    await test.payload.delete({ collection: 'payload-jobs', id })
  }
}

const files = (change: Record<string, string> = {}): ZipPart[] =>
  Object.entries({
    'site/_posts/2020-01-02-one.md': postOf('One.', 'title: One\ndate: 2020-01-02'),
    'site/_posts/2020-01-03-two.md': postOf('Two.', 'title: Two\ndate: 2020-01-03'),
    'site/_posts/2020-01-04-bad.md': postOf('Bad date.', 'title: Bad\ndate: some day'),
    ...change,
  }).map(([name, content]) => ({ name, content }))

type Who = keyof Newsroom | 'public'

const upload = async (
  content: Buffer,
  {
    who = 'admin',
    name = 'site.zip',
    language = 'en',
  }: { who?: Who; name?: string; language?: string } = {},
): Promise<{ status: number; body: Json }> => {
  const credentials = who === 'public' ? {} : newsroom[who].credentials
  const query = new URLSearchParams({ name, options: JSON.stringify({ media: 'skip' }) })
  const response = await handleEndpoints({
    config: test.config,
    request: new Request(`http://localhost:3000/api/import-runs/upload?${query.toString()}`, {
      method: 'POST',
      headers: {
        ...authorization(credentials),
        'content-type': 'application/zip',
        'accept-language': language,
      },
      body: new Uint8Array(content),
    }),
  })
  const body: unknown = await response.json()
  return { status: response.status, body: isObject(body) ? body : {} }
}

const call = (path: string, method: 'GET' | 'POST' = 'GET', who: Who = 'admin', body?: Json) =>
  callRest(test.config, {
    method,
    path: `/import-runs${path}`,
    body,
    ...(who === 'public' ? {} : newsroom[who].credentials),
  })

const runOf = async (id: unknown) => (await call(`/${String(id)}`)).body

const articles = async () => {
  const { docs } = await test.payload.find({
    collection: 'articles',
    where: { 'source.archive': { equals: 'site' } },
    trash: true,
    draft: true,
    depth: 0,
    sort: 'source.path',
  })
  return docs.map(({ id, title, deletedAt, source }) => ({
    id,
    title,
    isTrashed: Boolean(deletedAt),
    path: source?.path,
  }))
}

const errorOf = ({ body }: { body: Json }): Json => {
  const [error] = Array.isArray(body.errors) ? body.errors : []
  return isObject(error) ? error : {}
}

describe('an archive that an admin drops', () => {
  let id = ''

  it('is planned in a process of its own, and nothing is written', async () => {
    const answer = await upload(zipOf(files()), { name: 'site (1).zip' })
    expect(answer).toMatchObject({ status: 200, body: { status: 'planning' } })
    id = String(answer.body.id)
    await runDueImports(test.payload)
    const run = await runOf(id)
    expect(run).toMatchObject({
      title: 'site',
      status: 'planned',
      origin: 'upload',
      startedBy: newsroom.admin.email,
      hasFiles: true,
      plan: {
        counts: { new: 3, changed: 0 },
        samples: {
          new: ['_posts/2020-01-02-one.md', '_posts/2020-01-03-two.md', '_posts/2020-01-04-bad.md'],
        },
      },
    })
    expect(run).not.toHaveProperty('folder')
    expect(run).not.toHaveProperty('process')
    expect(await articles()).toEqual([])
  })

  it('is written when it is started, and once though two start it', async () => {
    const [one, other] = await Promise.all([
      call(`/${id}/start`, 'POST'),
      call(`/${id}/start`, 'POST'),
    ])
    expect([one.status, other.status].sort()).toEqual([200, 409])
    expect(errorOf(one.status === 409 ? one : other).message).toMatch(/not in a state/)
    await work()
    const run = await runOf(id)
    expect(run).toMatchObject({ status: 'finished', counts: { new: 3, failed: 0 }, failure: null })
    expect((await articles()).map(({ title }) => title)).toEqual(['One', 'Two', 'Bad'])
  })

  it('shows each problem with its file, its line and its article', async () => {
    const { body } = await call(`/${id}/problems?code=date-invalid`, 'GET', 'editor')
    const bad = (await articles())[2]
    expect(body).toMatchObject({
      totalDocs: 1,
      docs: [{ path: '_posts/2020-01-04-bad.md', article: { id: bad?.id, title: 'Bad' } }],
      codes: expect.arrayContaining([['date-invalid', 1]]),
    })
    const source = await call(`/${id}/source?path=_posts/2020-01-04-bad.md&line=3`)
    expect(source.body).toMatchObject({ first: 1 })
    expect(JSON.stringify(source.body)).toContain('date: some day')
    const escaped = await call(`/${id}/source?path=../../upload.zip`)
    expect(escaped.status).toBe(409)
  })

  it('is tried again without changing what it has written', async () => {
    const before = await articles()
    expect((await call(`/${id}/start`, 'POST')).status).toBe(200)
    await work()
    expect(await runOf(id)).toMatchObject({
      status: 'finished',
      counts: { new: 3, changed: 0, same: 0 },
    })
    expect(await articles()).toEqual(before)
    expect(await call(`/${id}/problems?code=date-invalid`)).toMatchObject({
      body: { totalDocs: 1 },
    })
  })

  it('is undone: made articles go to the trash, changed ones go back, an editor’s stay', async () => {
    const changed = await upload(
      zipOf(
        files({
          'site/_posts/2020-01-02-one.md': postOf(
            'New text.',
            'title: One again\ndate: 2020-01-02',
          ),
          'site/_posts/2020-01-03-two.md': postOf('New too.', 'title: Two again\ndate: 2020-01-03'),
          'site/_posts/2020-01-05-new.md': postOf('New.', 'title: Newer\ndate: 2020-01-05'),
          'site/_posts/2020-01-06-kept.md': postOf('Kept.', 'title: Kept\ndate: 2020-01-06'),
        }),
      ),
    )
    const second = String(changed.body.id)
    await work()
    expect(await runOf(second)).toMatchObject({ plan: { counts: { new: 2, changed: 2, same: 1 } } })
    await call(`/${second}/start`, 'POST')
    await work()
    const kept = (await articles()).find(({ title }) => title === 'Kept')
    await test.payload.update({
      collection: 'articles',
      id: String(kept?.id),
      data: { title: 'Kept by an editor' },
    })

    expect((await call(`/${second}/undo`, 'POST')).status).toBe(200)
    await work()
    expect(await runOf(second)).toMatchObject({
      status: 'undone',
      hasFiles: false,
      undo: { trashed: 1, restored: 2, keptCount: 1, kept: [{ id: kept?.id, reason: 'edited' }] },
    })
    expect((await articles()).map(({ title, isTrashed }) => [title, isTrashed])).toEqual([
      ['One', false],
      ['Two', false],
      ['Bad', false],
      ['Newer', true],
      ['Kept by an editor', false],
    ])
    expect((await call(`/${second}/undo`, 'POST')).status).toBe(409)
  })

  it('shows a run that was cut as such, and resumes it', async () => {
    const { payload } = test
    await payload.update({
      collection: 'imports',
      id,
      data: { status: 'running', process: `${os.hostname()}:999999` },
    })
    await markCutRuns(payload)
    expect(await runOf(id)).toMatchObject({ status: 'failed', failure: { code: 'import-cut' } })
    expect((await call(`/${id}/start`, 'POST')).status).toBe(200)
    await work()
    expect(await runOf(id)).toMatchObject({ status: 'finished', counts: { new: 3 }, failure: null })
  })

  it('is not worked on after it was stopped', async () => {
    const { body } = await upload(zipOf(files()), { name: 'stopped.zip' })
    expect((await call(`/${String(body.id)}/stop`, 'POST')).status).toBe(200)
    await work()
    expect(await runOf(body.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'import-stopped' },
    })
    expect((await call(`/${String(body.id)}/plan`, 'POST')).status).toBe(200)
    await work()
    expect(await runOf(body.id)).toMatchObject({ status: 'planned' })
  })

  it('is removed from the disk a week after its last use', async () => {
    expect(await readdir(path.join(folder, 'work'))).not.toEqual([])
    await removeOldArchives(test.payload)
    expect(await readdir(path.join(folder, 'work'))).toContain(id)
    await removeOldArchives(test.payload, Date.now() + 8 * 86_400_000)
    expect(await readdir(path.join(folder, 'work'))).toEqual([])
    const refused = await call(`/${id}/start`, 'POST')
    expect([refused.status, errorOf(refused).message]).toEqual([
      409,
      expect.stringContaining('not on the server any more'),
    ])
  })
})

describe('what is not taken', () => {
  it.each([
    ['a path out of the archive', 'zip-path-escapes', [{ name: '../x.md', content: 'x' }]],
    ['a link', 'zip-link', [{ name: 'x.md', content: '/etc/passwd', mode: 0o120777 }]],
    ['an encrypted file', 'zip-encrypted', [{ name: 'x.md', isEncrypted: true }]],
    ['a bomb', 'zip-bomb', [{ name: 'x.md', content: Buffer.alloc(30 * 1024 * 1024) }]],
    ['nothing at all', 'import-empty', []],
  ])(
    '%s is refused in both languages and leaves no file',
    async (_what, code, parts: ZipPart[]) => {
      const english = await upload(zipOf(parts))
      const chinese = await upload(zipOf(parts), { language: 'zh' })
      expect([english.status, chinese.status]).toEqual([422, 422])
      expect(errorOf(english)).toMatchObject({ data: { code } })
      expect(errorOf(english).message).toMatch(/^[\x20-\x7e“”’]+$/)
      expect(errorOf(chinese).message).toMatch(/[\u4e00-\u9fff]{4}/)
      expect(await readdir(path.join(folder, 'work'))).toEqual([])
    },
  )

  it('a zip that grows over the limit is refused while it arrives', async () => {
    process.env.IMPORT_MAX_MEGABYTES = '1'
    const answer = await upload(Buffer.alloc(2 * 1024 * 1024))
    delete process.env.IMPORT_MAX_MEGABYTES
    expect([answer.status, errorOf(answer).data]).toEqual([413, { code: 'upload-too-large' }])
    expect(await readdir(path.join(folder, 'work'))).toEqual([])
  })

  it('an archive without an article is told, and its files are removed', async () => {
    const { body } = await upload(zipOf([{ name: 'picture.bin', content: 'x' }]))
    await work()
    expect(await runOf(body.id)).toMatchObject({
      status: 'failed',
      failure: { code: 'import-empty' },
      hasFiles: false,
    })
  })
})

describe('a folder on the server', () => {
  it('is chosen below IMPORT_ROOT alone', async () => {
    expect((await call('/folders')).body).toMatchObject({ isOn: true, folders: ['blog'] })
    for (const outside of ['..', '../outside', 'way-out', 'nowhere', 'blog/../../outside']) {
      expect((await call(`/folders?path=${outside}`)).status).toBe(404)
      expect((await call('/folder', 'POST', 'admin', { path: outside })).status).toBe(404)
    }
    const { body } = await call('/folder', 'POST', 'admin', { path: 'blog' })
    await work()
    expect(await runOf(body.id)).toMatchObject({
      title: 'blog',
      status: 'planned',
      plan: { counts: { new: 1 } },
    })
  })

  it('is not offered without IMPORT_ROOT', async () => {
    const root = process.env.IMPORT_ROOT
    delete process.env.IMPORT_ROOT
    expect((await call('/folders')).body).toMatchObject({ isOn: false })
    expect((await call('/folder', 'POST', 'admin', { path: '' })).status).toBe(404)
    process.env.IMPORT_ROOT = root
  })
})

describe('who may', () => {
  const others: Who[] = ['editor', 'author', 'contributor', 'frontend', 'public']

  it.each(others)('%s neither drops, starts, stops nor undoes an import', async (who) => {
    const { id } = await test.payload.create({
      collection: 'imports',
      data: { title: 'x', status: 'planned' },
    })
    const answers = [
      await upload(zipOf(files()), { who }),
      await call('/folder', 'POST', who, { path: 'blog' }),
      await call('/folders', 'GET', who),
      ...(await Promise.all(
        ['plan', 'start', 'stop', 'undo'].map((action) => call(`/${id}/${action}`, 'POST', who)),
      )),
    ]
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
    const reads = await Promise.all(
      ['', '/problems', '/source?path=x'].map((rest) => call(`/${id}${rest}`, 'GET', who)),
    )
    expect(reads.map(({ status }) => status)).toEqual(
      who === 'editor' ? [200, 200, 409] : [403, 403, 403],
    )
  })
})
