import { describe, expect, it } from 'vitest'
import { parseFrontMatter } from '../../../src/frontmatter'
import { codes, parsedFixture } from './fixture'

const parse = (text: string) => parseFrontMatter({ text })

describe('where front matter begins and ends', () => {
  it.each([
    ['YAML', '---\ntitle: x\n---\nB', 'yaml', 4],
    ['empty lines before the fence', '\n \n---\ntitle: x\n---\nB', 'yaml', 6],
    ['blanks behind fences', '---  \ntitle: x\n--- \t\nB', 'yaml', 4],
    ['an end of dots', '---\ntitle: x\n...\nB', 'yaml', 4],
    ['indented fences', ' ---\ntitle: x\n ---\nB', 'yaml', 4],
    ['long fences', '----\ntitle: x\n----\nB', 'yaml', 4],
    ['an end longer than the start', '---\ntitle: x\n-----\nB', 'yaml', 4],
    ['TOML', '+++\ntitle = "x"\n+++\nB', 'toml', 4],
    ['JSON behind ---json', '---json\n{"title": "x"}\n---\nB', 'json', 4],
    ['JSON between semicolons', ';;;\n"title": "x"\n;;;\nB', 'json', 4],
    ['JSON without an opening', '"title": "x",\n"b": 1\n;;;\nB', 'json', 4],
    ['bare JSON', '{\n"title": "x"\n}\nB', 'json', 4],
    ['YAML without an opening', 'title: x\n---\nB', 'yaml', 3],
    ['YAML without an end', '---\ntitle: x\n\nB', 'yaml', 4],
    ['invisible signs before the fence', '\ufeff\u200b---\ntitle: x\n---\nB', 'yaml', 4],
    ['keys with colons of Chinese', '---\ntitle：x\n---\nB', 'yaml', 4],
  ])('finds %s', (_name, text, format, bodyLine) => {
    expect(parse(text)).toMatchObject({ format, bodyLine, body: 'B', data: { title: 'x' } })
  })

  it.each([
    ['a rule above a text', '---\n\nSome text.\n\n---\nmore'],
    ['a rule alone', '---\n'],
    ['a heading underlined', 'Note: this\n---\nmore'],
    ['a template', '{% include x %}\ntext'],
    ['no front matter', '# Title\n\ntext'],
    ['nothing', ''],
    ['a block of code', '{\n  x\n}\nmore'],
    ['a text that begins with “Title:”', 'Title: x\nand more text\n\nB'],
    ['a long header', `Title: x\n${'Date: 1\n'.repeat(70)}\nB`],
  ])('takes %s for text', (_name, text) => {
    expect(parse(text)).toEqual({ data: {}, format: 'none', body: text, bodyLine: 1, problems: [] })
  })

  it('knows front matter that holds only a comment', () => {
    expect(parse('---\n# keep\n---\nB')).toMatchObject({ format: 'yaml', data: {}, body: 'B' })
  })

  it.each(['---\n- a\n- b\n---\nmore', '---\nOnly words\n---\nmore'])(
    'keeps %j as text and says so',
    (text) => {
      const parsed = parse(text)
      expect(parsed.body).toBe(text)
      expect(codes(parsed.problems)).toEqual(['front-matter-not-mapping'])
    },
  )

  it('does not take a rule in the text for the end of a block that was never closed', () => {
    const parsed = parse('---\ntitle: x\n\nFirst words of the text\n\n---\nmore')
    expect(parsed).toMatchObject({
      data: { title: 'x' },
      body: 'First words of the text\n\n---\nmore',
      bodyLine: 4,
    })
    expect(codes(parsed.problems)).toEqual(['front-matter-unclosed'])
  })
})

describe('rules inside front matter', () => {
  it.each([
    ['in a text block', '---\nd: |\n  one\n  ---\n  two\nt: x\n---\nB', 'one\n---\ntwo\n'],
    ['in a folded text', '---\nd: >\n   ---\n   two\nt: x\n---\nB', '--- two\n'],
    ['in quotes', '---\nd: "one\n  ---\n  two"\nt: x\n---\nB', 'one --- two'],
  ])('do not end it: %s', (_name, text, d) => {
    expect(parse(text)).toMatchObject({ data: { d, t: 'x' }, body: 'B', problems: [] })
  })

  it('end it when nothing else does', () => {
    const parsed = parse('---\ntitle: x\n ---\nSome text\n\n---\nmore')
    expect(parsed).toMatchObject({ data: { title: 'x' }, body: 'Some text\n\n---\nmore' })
  })
})

describe('a header of Pelican', () => {
  it('is read up to the first empty line', () => {
    const parsed = parse(
      'Title: This: Week\nDate: 2013-06-01\nTags: a, b\nSummary: One\n    two\n\nB',
    )
    expect(parsed).toMatchObject({
      data: { Title: 'This: Week', Date: '2013-06-01', Tags: 'a, b', Summary: 'One\ntwo' },
      body: '\nB',
      bodyLine: 6,
      problems: [],
    })
  })
})

describe('values keep their spelling', () => {
  it('leaves dates, odd numbers and the words of YAML 1.1 as text', () => {
    const { data } = parse(
      '---\na: 007\nb: 1.10\nc: 2020-01-01 10:00:00 +0800\nd: no\ne: 12\nf: 12345678901234567890\n---\n',
    )
    expect(data).toEqual({
      a: '007',
      b: '1.10',
      c: '2020-01-01 10:00:00 +0800',
      d: 'no',
      e: 12,
      f: '12345678901234567890',
    })
  })

  it('leaves the zone on dates of TOML', () => {
    const { data } = parse('+++\na = 2020-01-01T10:00:00+08:00\nb = 2020-01-01\n+++\n')
    expect(data).toEqual({ a: '2020-01-01T10:00:00.000+08:00', b: '2020-01-01' })
  })

  it('reads a template as the text it is', () => {
    expect(parse('---\ntitle: {{ page.title }}\n---\n').data).toEqual({ title: '{{ page.title }}' })
  })

  it('follows merge keys and aliases', () => {
    const { data } = parse('---\nbase: &b { x: 1, y: 2 }\nown:\n  <<: *b\n  y: 3\n---\n')
    expect(data['own']).toEqual({ x: 1, y: 3 })
  })
})

describe('front matter that does not parse', () => {
  it('repairs what has one meaning, each with the line of its key', () => {
    const { data, problems } = parsedFixture('broken-yaml.md')
    expect(data).toEqual({
      title: 'Release: the second',
      author: '@ann',
      progress: '%50',
      star: '*north',
      note: '`code`',
      said: '"Hello" she said',
      open: 'never closed',
      tags: ['c#', '@home', 'a: b'],
      list: ['one', 'two'],
      date: '2020-01-02',
      unparsedFrontMatter: 'stray words',
    })
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'front-matter-repaired', line: 2 }),
    )
    expect(problems).toContainEqual(
      expect.objectContaining({ code: 'front-matter-stray-text', line: 13 }),
    )
  })

  it('reads a quoted value that goes on at the margin as the generators do', () => {
    const { data, problems } = parsedFixture('quoted-value-at-margin.md')
    expect(Object.keys(data)).toEqual(['title', 'excerpt', 'tags'])
    expect(data['excerpt']).toContain('learn to jump. So I tried: practice.')
    expect(problems).toEqual([])
  })

  it('takes the last of repeated keys and keeps the others', () => {
    const { data, problems } = parse('---\ntitle: a\ntitle: b\n---\n')
    expect(data).toEqual({ title: 'b', repeatedKeys: { title: ['a'] } })
    expect(problems).toMatchObject([{ code: 'front-matter-duplicate-key', line: 3 }])
  })

  it.each([
    [
      'blanks from a web page',
      'title:\u00a0Foo\ntags:\n\u00a0\u00a0- a',
      { title: 'Foo', tags: ['a'] },
    ],
    ['a list with uneven indents', 'tags:\n - a\n   - b\n- c', { tags: ['a', 'b', 'c'] }],
    ['hashed tags', 'tags: #a #b\nx: # note', { tags: '#a #b', x: null }],
    [
      'words that begin as a tag or an anchor',
      'a: !important note\nb: &amp',
      { a: '!important note', b: '&amp' },
    ],
  ])('reads %s', (_name, block, data) => {
    expect(parse(`---\n${block}\n---\nB`)).toMatchObject({ data, body: 'B' })
  })

  it('leaves the indent of a Chinese paragraph in a value alone', () => {
    expect(parse('---\nexcerpt: 　　我\n---\n')).toMatchObject({
      data: { excerpt: '　　我' },
      problems: [],
    })
  })

  it('does not take a list behind an unclosed block for a part of its last value', () => {
    expect(parse('---\ntitle: x\n\n- item\n\npara')).toMatchObject({
      data: { title: 'x' },
      body: '- item\n\npara',
    })
  })

  it('keeps both values of a key that TOML has twice', () => {
    expect(parse('+++\na = "x"\na = "y"\n+++\n').data).toEqual({
      a: 'y',
      repeatedKeys: { a: ['x'] },
    })
  })

  it('leaves comments out of JSON, but not out of its texts', () => {
    const { data } = parse('---json\n{"a": "http://b//c", // d\n "e": [1,],}\n---\n')
    expect(data).toEqual({ a: 'http://b//c', e: [1] })
  })

  it('pulls a key out that was indented by mistake', () => {
    expect(parse('---\nlayout: post\n  title: x\n---\n').data).toEqual({
      layout: 'post',
      title: 'x',
    })
  })

  it('reads TOML entry by entry and JSON with a comma too many', () => {
    const toml = parse('+++\ntitle = "x\nn = 1\n[extra]\na = 2\n+++\nB')
    expect(toml.data).toEqual({ title: 'x', n: 1, extra: { a: 2 } })
    const json = parse('---json\n{ "title": "x", }\n---\nB')
    expect([json.data, codes(json.problems)]).toEqual([{ title: 'x' }, ['front-matter-repaired']])
  })
})

describe('hostile front matter', () => {
  it('does not expand a bomb of aliases', () => {
    const lines = ['a0: &a0 [x,x,x,x,x,x,x,x,x,x]']
    for (let at = 1; at < 9; at++)
      lines.push(
        `a${at}: &a${at} [${Array(10)
          .fill(`*a${at - 1}`)
          .join(',')}]`,
      )
    const parsed = parse(`---\n${lines.join('\n')}\n---\n`)
    expect(JSON.stringify(parsed.data).length).toBeLessThan(2_000_000)
    expect(codes(parsed.problems)).toContain('front-matter-alias')
  })

  it('keeps a hundred levels and survives ten thousand', () => {
    const nested = (levels: number) =>
      parse(`---\na: ${'['.repeat(levels)}x${']'.repeat(levels)}\n---\nB`)
    expect(JSON.stringify(nested(100).data)).toBe(`{"a":${'['.repeat(100)}"x"${']'.repeat(100)}}`)
    expect(nested(10_000)).toMatchObject({ body: 'B' })
  })

  it('does not let a key change what an object is', () => {
    const { data } = parse('---\n__proto__: { isAdmin: true }\nconstructor: y\n---\n')
    expect(Reflect.get(data, 'isAdmin')).toBeUndefined()
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
    expect(data['_proto_']).toEqual({ isAdmin: true })
  })

  it('survives nesting that would exhaust the stack in the middle of a regular expression', () => {
    const text = `---\ntitle: x\ncover: ${'!['.repeat(5_000)}\n---\nB`
    expect(parse(text)).toMatchObject({
      data: { title: 'x', cover: '!['.repeat(5_000) },
      body: 'B',
    })
    expect(parse(`---\na: ${'- '.repeat(5_000)}x\n---\nB`).body).toBe('B')
  })

  const many = (count: number, line: (at: number) => string) =>
    Array.from({ length: count }, (_, at) => line(at)).join('\n')

  it.each([
    ['values with colons', many(30_000, (at) => `key${at}: a: ${at}`)],
    ['quotes that never close', many(30_000, (at) => `key${at}: "open ${at}`)],
    ['repeated keys', many(30_000, (at) => `title: ${at}`)],
    ['aliases', `a: &a [x]\n${many(20_000, (at) => `k${at}: *a`)}`],
    ['an open list', `a: [${many(50_000, (at) => `t${at},`)}`],
    ['blanks', `title: x${' '.repeat(300_000)}y`],
    ['fences', many(50_000, () => ' ---')],
  ])('reads a megabyte of %s in time, with a bounded report', (_name, block) => {
    const started = process.cpuUsage()
    const { problems } = parse(`---\n${block}\n---\nB`)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(8_000)
    expect(problems.length).toBeLessThan(110)
  })

  it('reads a hundred thousand keyless lines in reasonable time', () => {
    const started = process.cpuUsage()
    parse(`---\n${'a b c\n'.repeat(100_000)}`)
    parse(`---\ntitle: "${'x: '.repeat(20_000)}\n---\n`)
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(6_000)
  })
})
