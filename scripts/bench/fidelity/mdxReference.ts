import type { Element, ElementContent, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mdxFromMarkdown, type MdxJsxFlowElement, type MdxJsxTextElement } from 'mdast-util-mdx'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { mdxjs } from 'micromark-extension-mdxjs'
import { NOTHING } from './content'

const JSX = ['mdxJsxFlowElement', 'mdxJsxTextElement'] as const
const EXPRESSIONS = ['mdxFlowExpression', 'mdxTextExpression'] as const
const NODES = [...JSX, ...EXPRESSIONS, 'mdxjsEsm'] as const

/**
 * Takes MDX and returns it as HTML: elements as they are, of components the content. Undefined when it is no MDX, or when it
 * may be Markdown as well and has none of its syntax. What only running it would tell goes to `unjudged`.
 */
export const mdxReference = (
  text: string,
  { isMdx }: { isMdx: boolean },
): { html: string; unjudged: string } | undefined => {
  const tree = parseMdx(text)
  if (!tree || !(isMdx || hasMdx(tree))) return undefined
  const unjudged: string[] = []
  const page = toHast(tree, { passThrough: [...NODES] })
  const children = 'children' in page ? page.children : []
  const html = toHtml({ type: 'root', children: children.flatMap((node) => plain(node, unjudged)) })
  return { html, unjudged: unjudged.join('\n') }
}

const parseMdx = (text: string) => {
  try {
    return fromMarkdown(text, {
      extensions: [mdxjs(), gfm()],
      mdastExtensions: [mdxFromMarkdown(), gfmFromMarkdown()],
    })
  } catch {
    return undefined
  }
}

const hasMdx = (node: Nodes): boolean =>
  NODES.some((type) => type === node.type) || ('children' in node && node.children.some(hasMdx))

type Node = { type: string }

const plain = (node: Node, unjudged: string[]): ElementContent[] => {
  if (isJsx(node)) return elementOf(node, unjudged)
  // What stands for an imported picture is known only to who imports it.
  if (isModule(node)) unjudged.push(node.value)
  if (isExpression(node)) return expressionOf(node.value, unjudged)
  if (isElement(node)) {
    return [{ ...node, children: node.children.flatMap((child) => plain(child, unjudged)) }]
  }
  return isText(node) ? [node] : []
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement
const isJsx = (node: Node): node is Jsx => JSX.some((type) => type === node.type)
const isExpression = (node: Node): node is Node & { value: string } =>
  EXPRESSIONS.some((type) => type === node.type)
const isModule = (node: Node): node is Node & { value: string } => node.type === 'mdxjsEsm'
const isElement = (node: Node): node is Element => node.type === 'element'
const isText = (node: Node): node is Text => node.type === 'text'

const elementOf = ({ name, attributes, children }: Jsx, unjudged: string[]): ElementContent[] => {
  const properties: Element['properties'] = {}
  for (const attribute of attributes) {
    if (attribute.type !== 'mdxJsxAttribute') continue
    const { value } = attribute
    const known = typeof value === 'string' ? value : stringOf(value?.value ?? '')
    if (known !== undefined) properties[attribute.name] = known
    else unjudged.push(attribute.name, typeof value === 'object' ? (value?.value ?? '') : '')
  }
  const inside = children.flatMap((child) => plain(child, unjudged))
  if (name !== null && /^[a-z][\w-]*$/.test(name)) {
    return [{ type: 'element', tagName: name, properties, children: inside }]
  }
  unjudged.push(name ?? '', ...Object.entries(properties).flat().map(String))
  return name === null ? inside : [text('\n'), ...inside, text('\n')]
}

const expressionOf = (source: string, unjudged: string[]): ElementContent[] => {
  const known = stringOf(source)
  if (known !== undefined) return [text(known)]
  unjudged.push(source)
  return [text(NOTHING)]
}

const stringOf = (source: string): string | undefined =>
  /^\s*(["'`])((?:(?!\1)[^\\$]|\\.)*)\1\s*$/
    .exec(source)?.[2]
    ?.replace(/\\(.)/g, (_found, character: string) => (character === 'n' ? '\n' : character))

const text = (value: string): Text => ({ type: 'text', value })
