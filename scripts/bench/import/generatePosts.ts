import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'

const SOURCES = [
  '北方日报',
  '河谷周刊',
  '港口新闻网',
  '山城晚报',
  '灯塔评论',
  '平原通讯',
  '湖畔杂志',
]
const FEEDS = ['首页', '国际', '财经', '科技', '文化', '体育']
const WORDS =
  '会谈 城市 河流 工程 记者 消息 数据 计划 市场 居民 报告 学校 机构 交通 合作 方案 问题 时间 社会 历史 研究 项目 经济 环境 责任 信息 能源 图书馆 博物馆 观众 代表 会议'.split(
    ' ',
  )
const VERBS = '表示 认为 指出 介绍 完成 推进 讨论 公布 回应 增加 减少 观察'.split(' ')
const PARAGRAPHS = 27
const FILES_PER_FOLDER = 200

/**
 * Writes `count` posts of a news aggregator: Hexo front matter after an empty line, an HTML body of about 9 KB within one
 * `<div>`. The same numbers always give the same files.
 * @returns the folder of the archive
 */
export const generatePosts = async (folder: string, count: number): Promise<string> => {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, '_config.yml'), CONFIGURATION)
  for (let number = 0; number < count; number += 1) {
    const { file, text } = post(number)
    const absolute = path.join(folder, file)
    if (number % FILES_PER_FOLDER < SOURCES.length * FEEDS.length) {
      await mkdir(path.dirname(absolute), { recursive: true })
    }
    await writeFile(absolute, text)
  }
  return folder
}

const CONFIGURATION =
  'title: 聚合\nurl: https://news.example\npermalink: :year/:month/:day/:title/\nlanguage: zh-CN\n'

/** One post of the archive, by its number. */
export const post = (
  number: number,
): { file: string; title: string; text: string; body: string } => {
  const random = randomFrom(number + 1)
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item
  const source = SOURCES[number % SOURCES.length] ?? ''
  const feed = FEEDS[Math.floor(number / SOURCES.length) % FEEDS.length] ?? ''
  const sentence = () =>
    `${pick(WORDS)}${pick(VERBS)}，${pick(WORDS)}与${pick(WORDS)}的${pick(WORDS)}${pick(VERBS)}了${pick(WORDS)}和${pick(WORDS)}，${1 + Math.floor(random() * 30)}日${pick(WORDS)}${pick(VERBS)}${pick(WORDS)}。`
  const paragraph = () => `<p>\n${sentence()}${sentence()}${sentence()}\n</p>`
  const picture = `https://pictures.example/${number}/cover.jpg`
  const title = `_${pick(WORDS)}${pick(VERBS)}${pick(WORDS)}，第${number}号报道_`
  const paragraphs = Array.from({ length: PARAGRAPHS }, paragraph)
  paragraphs.splice(
    4,
    0,
    `<p style="text-align:center;">\n<img src="${picture}" title="点击查看大图" width="530" class="bigimg" referrerpolicy="no-referrer"> \n</p>`,
    `<p style="text-align:center;">\n<span style="color:#666666;">${sentence()}</span> \n</p>`,
  )
  paragraphs.push(
    `<p>\n${sentence()}<a href="https://elsewhere.example/${number}.shtml" target="_blank">${sentence()}</a>\n</p>`,
    `<p>\n<strong>本文系${source}独家稿件，未经授权，不得转载。</strong> \n</p>`,
  )
  const body = `<div>   \n${paragraphs.join('\n')}\n  \n</div>\n            `
  const date = new Date(Date.UTC(2020, 0, 1) + number * 600_000).toUTCString()
  const text = `\n---\ntitle: '${title}'\ncategories: \n - 新媒体\n - ${source}\n - ${feed}\nheadimg: '${picture}'\nauthor: ${source}\ncomments: false\ndate: ${date}\nthumbnail: '${picture}'\n---\n\n${body}`
  return { file: `source/_posts/新媒体/${source}/${feed}/${title}.md`, title, text, body }
}

/** Mulberry32: small, and the same everywhere. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
