import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { importProblems } from '../../../src/strings/importProblems'
import { problemSentence } from '../../../src/strings/problemSentence'

/** Where problems of an import are made. */
const FOLDERS = ['src/importer', 'src/frontmatter', 'src/richtext']
const UPLOADS = ['checkUpload', 'cleanSvg'].map((name) => `collections/hooks/${name}.ts`)
/** What is thrown in these, or put together of other sentences, is no sentence of a problem. */
const OTHERS = /importer\/database\/|validateNew|problemCounter/

const sources = [
  ...UPLOADS,
  ...FOLDERS.flatMap((folder) =>
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => path.join(folder, file)),
  ),
]

/** The texts that an expression can become; what is put into one is X. */
const textsOf = (node: ts.Node): string[] => {
  if (ts.isStringLiteralLike(node)) return [node.text]
  if (ts.isTemplateExpression(node)) {
    return [node.head.text + node.templateSpans.map(({ literal }) => `X${literal.text}`).join('')]
  }
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].flatMap(textsOf)
  if (ts.isParenthesizedExpression(node)) return textsOf(node.expression)
  return []
}

const isMessage = (node: ts.Node): node is ts.PropertyAssignment | ts.VariableDeclaration =>
  (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
  node.name.getText() === 'message'

const isCode = (text: string | undefined): text is string =>
  text !== undefined && /^[a-z]+(-[a-z]+)+$/.test(text)

/** Codes and sentences of problems, as the sources spell them. */
const said = sources.flatMap((file) => {
  const found: { file: string; code?: string; sentence?: string }[] = []
  const visit = (node: ts.Node): void => {
    if (isMessage(node) && node.initializer && !OTHERS.test(file)) {
      for (const sentence of textsOf(node.initializer)) {
        if (/^[^a-z]/.test(sentence)) found.push({ file, sentence })
      }
    }
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') {
      for (const code of textsOf(node.initializer).filter(isCode)) found.push({ file, code })
    }
    const calls = ts.isCallExpression(node) || ts.isNewExpression(node)
    if (calls && /problems\.add$|Refusal$|Failure$|^refusal$/.test(node.expression.getText())) {
      const texts = (node.arguments ?? []).flatMap(textsOf)
      const code = texts.find(isCode)
      const sentence = texts.at(-1)
      if (code !== undefined) found.push({ file, code })
      if (code !== undefined && sentence?.includes(' ')) found.push({ file, sentence })
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(file, fs.readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true))
  return found
})

describe('problems of an import', () => {
  test('have a Chinese sentence, whatever the importer says', () => {
    const sentences = said.flatMap(({ file, sentence }) => (sentence ? [{ file, sentence }] : []))
    expect(sentences.length).toBeGreaterThan(60)
    expect(
      sentences.filter(({ sentence }) => problemSentence(sentence, 'zh').language === 'en'),
    ).toEqual([])
  })

  test('have a name in both languages for each code', () => {
    const codes = new Set(said.flatMap(({ code }) => code ?? []))
    expect(codes.size).toBeGreaterThan(50)
    expect([...codes].filter((code) => !(code in importProblems))).toEqual([])
  })

  test('keep what the file has, and are translated where a part is a sentence of its own', () => {
    const message =
      'Shows https://a.test/x.png, which could not be fetched (the host answered 404); it stays a linked picture. The next import tries it again. (3 times)'
    expect(problemSentence(message, 'zh').text).toBe(
      '图片 https://a.test/x.png 无法下载（对方服务器返回 404），保留为外链图片。下次导入会重试。（3 次）',
    )
    expect(problemSentence(message, 'en').text).toBe(message)
  })

  test('stay English where they have no Chinese', () => {
    expect(problemSentence('Of an older version.', 'zh')).toEqual({
      text: 'Of an older version.',
      language: 'en',
    })
  })
})
