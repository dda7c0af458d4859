import { describe, expect, it } from 'vitest'
import { readDate } from '../../../src/frontmatter'
import { dateInPath } from '../../../src/frontmatter/dates'

const inShanghai = (text: unknown) => readDate(text, { timezone: 'Asia/Shanghai' })

describe('readDate', () => {
  it.each([
    ['Sun, 23 Jan 2022 17:09:23 GMT', '2022-01-23T17:09:23.000Z'],
    ['2022-01-13 05:12:08', '2022-01-12T21:12:08.000Z'],
    ['2022-01-13', '2022-01-12T16:00:00.000Z'],
    ['2016-03-23 9:00:00 -4', '2016-03-23T13:00:00.000Z'],
    ['2023-2-07T00:00:00.000Z', '2023-02-07T00:00:00.000Z'],
    ['2021年10月01日', '2021-09-30T16:00:00.000Z'],
    ['2021年10月1日 下午3点20分', '2021-10-01T07:20:00.000Z'],
    ['2023-01-29 18:30:22 2023 -0800', '2023-01-30T02:30:22.000Z'],
    ['2014-10-1 12:00:00', '2014-10-01T04:00:00.000Z'],
    ['2017-07-15T0:10:32+00:00', '2017-07-15T00:10:32.000Z'],
    ['2018-04-30T13:22:33.903-0400', '2018-04-30T17:22:33.903Z'],
    ['2022-01-13T05:12:08.123456789Z', '2022-01-13T05:12:08.123Z'],
    ['2026/01/02', '2026-01-01T16:00:00.000Z'],
    ['2019-01-11 22:13', '2019-01-11T14:13:00.000Z'],
    ['"2013-05-06 02:12:52 +0200"', '2013-05-06T00:12:52.000Z'],
    ['2014-03-12T10:11:00−04:00', '2014-03-12T14:11:00.000Z'],
    ['2015-01-29 12:00:00 Asia/Tokyo', '2015-01-29T03:00:00.000Z'],
    ['2020-11-01 03:30 America/New_York', '2020-11-01T08:30:00.000Z'],
    ['Sun Jan 23 2022 17:09:23 GMT+0800 (CST)', '2022-01-23T09:09:23.000Z'],
    ['Mon Jan 2 15:04:05 MST 2006', '2006-01-02T22:04:05.000Z'],
    ['Jan 23, 2022 5:00 PM', '2022-01-23T09:00:00.000Z'],
    ['January 23rd, 2022', '2022-01-22T16:00:00.000Z'],
    ['Friday, September 3, 2021 at 10:00 AM', '2021-09-03T02:00:00.000Z'],
    ['12/25/2020', '2020-12-24T16:00:00.000Z'],
    ['25.12.2020', '2020-12-24T16:00:00.000Z'],
    [20220123, '2022-01-22T16:00:00.000Z'],
    [1642957763, '2022-01-23T17:09:23.000Z'],
    ['1642957763000', '2022-01-23T17:09:23.000Z'],
    ['2015-01-29T24:00:00Z', '2015-01-30T00:00:00.000Z'],
    ['2025-04-01 20:00.000000000 +08:00', '2025-04-01T12:00:00.000Z'],
    ['2017-02-10 00:10::00 -03:00', '2017-02-10T03:10:00.000Z'],
  ])('reads %s', (text, iso) => {
    expect(inShanghai(text)).toMatchObject({ iso })
  })

  it.each([
    'Invalid Date',
    '2021-02-30',
    '2021-13-01',
    '2020-01-01 25:00',
    '2020-01-01 10:61',
    '0001-01-01T00:00:00Z',
    '`r Sys.Date()`',
    'YYYY-mm-dd',
    'tomorrow',
    '1999',
    '',
    null,
    true,
  ])('gives no date for %s', (text) => {
    expect(inShanghai(text)).toEqual({ reason: 'invalid' })
  })

  it.each([
    '2021-02-08 16:30-:00+16:30',
    '2021-02-08 16:30:00+16:30',
    '2021-02-08 16:30 Mars/Olympus',
    '2021-02-08 16:30 XYZT',
  ])('keeps day and time of %s, whose zone does not exist, and notes it', (text) => {
    expect(inShanghai(text)).toMatchObject({ iso: '2021-02-08T08:30:00.000Z', note: 'zone' })
  })

  it('does not guess between day and month unless something decides', () => {
    expect(readDate('3/4/2020', { timezone: 'UTC' })).toEqual({ reason: 'ambiguous' })
    expect(readDate('3/4/2020', { timezone: 'UTC', hint: '2020-04-03' })).toMatchObject({
      iso: '2020-04-03T00:00:00.000Z',
    })
    expect(readDate('3/4/2020', { timezone: 'UTC', isMonthFirst: true })).toMatchObject({
      iso: '2020-03-04T00:00:00.000Z',
      note: 'ambiguous',
    })
  })

  it('takes the first of a month that names no day, and notes it', () => {
    expect(readDate('2020-05', { timezone: 'UTC' })).toMatchObject({
      iso: '2020-05-01T00:00:00.000Z',
      note: 'approximate',
    })
  })

  it('follows summer time', () => {
    expect(readDate('2020-07-01 12:00', { timezone: 'Europe/Berlin' })).toMatchObject({
      iso: '2020-07-01T10:00:00.000Z',
    })
    expect(readDate('2020-01-01 12:00', { timezone: 'Europe/Berlin' })).toMatchObject({
      iso: '2020-01-01T11:00:00.000Z',
    })
  })

  it('takes CST for China’s time in China and for Chicago’s elsewhere', () => {
    expect(inShanghai('2020-01-01 12:00 CST')).toMatchObject({ iso: '2020-01-01T04:00:00.000Z' })
    expect(readDate('2020-01-01 12:00 CST', { timezone: 'UTC' })).toMatchObject({
      iso: '2020-01-01T18:00:00.000Z',
    })
  })
})

describe('dateInPath', () => {
  it.each([
    ['_posts/2013-11-18-x.md', '2013-11-18'],
    ['_posts/2021-9-1-x.md', '2021-09-01'],
    ['blog/2013/11/18/x.md', '2013-11-18'],
    ['blog/2020-01-02-bundle/index.md', '2020-01-02'],
    ['/2017/09/05/Survey', '2017-09-05'],
    ['news/2018/09/x.md', undefined],
    ['2013-13-18-x.md', undefined],
    ['x-2013-11-18.md', undefined],
  ])('finds in %s %s', (path, date) => {
    expect(dateInPath(path)).toBe(date)
  })
})
