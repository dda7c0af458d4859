import { execFileSync } from 'node:child_process'
import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scan } from '../../../src/importer/scan'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(os.tmpdir(), 'galley-scan-'))
})

afterEach(async () => {
  await rm(root, { recursive: true, force: true })
})

const write = async (file: string, content = 'text'): Promise<void> => {
  await mkdir(path.dirname(path.join(root, file)), { recursive: true })
  await writeFile(path.join(root, file), content)
}

const scanned = async (...options: Parameters<typeof scan>) => {
  const { files, problems } = await scan(...options)
  return {
    paths: files.map(({ path: file }) => file),
    problems: problems.map(({ code, path: file }) => `${code} ${file}`),
  }
}

describe('scan', () => {
  it('lists files sorted by path, without node_modules and .git', async () => {
    for (const file of ['b/2.md', 'a.md', 'b/1.md', 'node_modules/x/README.md', '.git/HEAD']) {
      await write(file)
    }
    expect(await scanned(root)).toEqual({ paths: ['a.md', 'b/1.md', 'b/2.md'], problems: [] })
  })

  it('lists the one file that is given', async () => {
    await write('a.md', 'four')
    const { files } = await scan(path.join(root, 'a.md'))
    expect(files).toEqual([{ path: 'a.md', absolute: path.join(root, 'a.md'), size: 4 }])
  })

  it('lists a folder of thousands of files', async () => {
    for (let index = 0; index < 3000; index += 1) await write(`many/${index}.md`, '')
    expect((await scan(root)).files).toHaveLength(3000)
  })

  it('ends on links in a circle, and reports them', async () => {
    await write('posts/a.md')
    await symlink('..', path.join(root, 'posts/up'))
    await symlink('.', path.join(root, 'self'))
    await symlink('loop-b', path.join(root, 'loop-a'))
    await symlink('loop-a', path.join(root, 'loop-b'))
    expect(await scanned(root)).toEqual({
      paths: ['posts/a.md'],
      problems: [
        'link-broken loop-a',
        'link-broken loop-b',
        'link-repeats posts/up',
        'link-repeats self',
      ],
    })
  })

  it('follows links within the archive, and reads a folder once, at its own path', async () => {
    await write('z/real.md')
    await symlink('z', path.join(root, 'a'))
    await symlink('z/real.md', path.join(root, 'copy.md'))
    expect(await scanned(root)).toEqual({
      paths: ['copy.md', 'z/real.md'],
      problems: ['link-repeats a'],
    })
  })

  it('does not follow links out of the archive', async () => {
    await write('inside/a.md')
    await write('outside/secret.md')
    await symlink('../outside', path.join(root, 'inside/folder'))
    await symlink('../outside/secret.md', path.join(root, 'inside/file.md'))
    await symlink('/etc/passwd', path.join(root, 'inside/passwd.md'))
    expect(await scanned(path.join(root, 'inside'))).toEqual({
      paths: ['a.md'],
      problems: [
        'link-leaves-archive file.md',
        'link-leaves-archive folder',
        'link-leaves-archive passwd.md',
      ],
    })
  })

  it('follows links into the rest of the site when it is told of it', async () => {
    await write('content/a.md')
    await write('shared/b.md')
    await symlink('../shared', path.join(root, 'content/shared'))
    const { paths } = await scanned(path.join(root, 'content'), { within: root })
    expect(paths).toEqual(['a.md', 'shared/b.md'])
  })

  it('is not misled by a folder whose name starts like the archive', async () => {
    await write('site/a.md')
    await write('site-private/b.md')
    await symlink('../site-private', path.join(root, 'site/link'))
    expect((await scanned(path.join(root, 'site'))).problems).toEqual(['link-leaves-archive link'])
  })

  it('reports pipes and sockets, and does not open them', async () => {
    await write('a.md')
    execFileSync('mkfifo', [path.join(root, 'pipe.md')])
    const server = createServer().listen(path.join(root, 'socket.md'))
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await scanned(root)).toEqual({
      paths: ['a.md'],
      problems: ['file-not-regular pipe.md', 'file-not-regular socket.md'],
    })
    await new Promise((resolve) => server.close(resolve))
  })

  it('reports a name that is no UTF-8, and keeps one that holds the replacement character', async () => {
    await write('\uFFFD.md')
    await writeFile(
      Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xd6, 0xd0, 0x2e, 0x6d, 0x64])]),
      'text',
    )
    const { paths, problems } = await scanned(root)
    expect(paths).toEqual(['\uFFFD.md'])
    expect(problems).toEqual(['file-name-undecodable \uFFFD\uFFFD.md'])
  })

  it('reports a folder that may not be read, and goes on', async () => {
    await write('closed/a.md')
    await write('open/b.md')
    await chmod(path.join(root, 'closed'), 0o000)
    await chmod(root, 0o755)
    const { paths, problems } = await asNobody(() => scanned(root))
    await chmod(path.join(root, 'closed'), 0o755)
    expect(paths).toEqual(['open/b.md'])
    expect(problems).toEqual(['file-unreadable closed'])
  })

  it('reads paths of more than a thousand characters', async () => {
    const deep = Array.from({ length: 12 }, (_, index) => `${index}`.padEnd(100, 'x')).join('/')
    await write(`${deep}/a.md`)
    expect((await scanned(root)).paths).toEqual([`${deep}/a.md`])
  })
})

/** The superuser may read everything: the test gives that up for a moment. */
const asNobody = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  if (process.geteuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
