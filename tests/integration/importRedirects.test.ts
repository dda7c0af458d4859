import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArchive, postOf, removeArchives } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

let test: TestPayload

beforeAll(async () => {
  test = await openTestPayload()
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

const redirectsTo = async (id: string): Promise<string[]> => {
  const { docs } = await test.payload.find({
    collection: 'redirects',
    where: { 'to.article': { equals: id } },
    depth: 0,
    limit: 0,
  })
  return docs.map(({ from }) => from).sort()
}

describe('redirects', () => {
  it('lead from each old address to the document, and a second run makes none', async () => {
    const archive = await makeArchive(test.payload, {
      '_config.yml': 'title: S\npermalink: /:year/:title.html\n',
      '_posts/2020-01-02-moved.md': postOf(
        'Text.',
        'title: M\nredirect_from: [/old/, /older.html, "https://other.example/x", /old/, /]',
      ),
    })
    await archive.import()
    const { id } = await archive.article('_posts/2020-01-02-moved.md')
    const made = ['/2020/moved.html', '/old/', '/older.html']
    expect(await redirectsTo(id)).toEqual(made)
    await archive.write(
      '_posts/2020-01-02-moved.md',
      postOf('New.', 'title: M\nredirect_from: /old'),
    )
    await archive.import()
    expect(await redirectsTo(id)).toEqual(made)
  })

  it('are not made from an address that an article has now', async () => {
    const archive = await makeArchive(test.payload, {
      'a.md': postOf('Text.', 'title: A\npermalink: /en/stays/\nslug: stays\nlang: en'),
      'b.md': postOf('Text.', 'title: B\npermalink: /b/\nlang: en\nslug: b\naliases: [/en/stays]'),
    })
    await archive.import()
    expect(await redirectsTo((await archive.article('a.md')).id)).toEqual([])
    expect(await redirectsTo((await archive.article('b.md')).id)).toEqual(['/b/'])
  })

  it('are not made from it either where an earlier run has stored that article', async () => {
    const archive = await makeArchive(test.payload, {
      'a.md': postOf('Text.', 'title: A\npermalink: /en/there/\nslug: there\nlang: en'),
    })
    await archive.import()
    await archive.write(
      'b.md',
      postOf('Text.', 'title: C\npermalink: /c/\nlang: en\nslug: c\naliases: [/en/there]'),
    )
    await archive.import()
    expect(await redirectsTo((await archive.article('b.md')).id)).toEqual(['/c/'])
  })

  it('lead to the first of two texts that had one address', async () => {
    const archive = await makeArchive(test.payload, {
      'one.md': postOf('Text.', 'title: One\npermalink: /one/\naliases: [/both/]'),
      'two.md': postOf('Text.', 'title: Two\npermalink: /two/\naliases: [/both]'),
    })
    await archive.import()
    expect(await redirectsTo((await archive.article('one.md')).id)).toEqual(['/both/', '/one/'])
    expect(await redirectsTo((await archive.article('two.md')).id)).toEqual(['/two/'])
  })
})
