import { appendAll } from '../appendAll'
import type { RichTextNode } from '../document'
import { childrenOf, numberOf } from '../readNode'
import { attributes } from './escape'
import type { RenderContext } from './options'
import { renderMixed, renderNodes, runsOf, splitParagraphs } from './render'

/** A list; items that begin with a nested list belong into the item before them, as Lexical stores them. */
export function renderList(node: RichTextNode, context: RenderContext): string {
  const isOrdered = node.listType === 'number'
  const isTasks = node.listType === 'check'
  const start = numberOf(node.start) ?? 1
  const items = itemGroups(node)
  const html = items.map(
    (item) =>
      `<li${isTasks ? ' class="task-list-item"' : ''}>${renderItem(item, isTasks, context)}</li>\n`,
  )
  const tag = isOrdered ? 'ol' : 'ul'
  const attrs = attributes({
    start: isOrdered && start !== 1 && start,
    class: isTasks && 'contains-task-list',
    dir: node.direction === 'rtl' ? 'rtl' : undefined,
  })
  return `<${tag}${attrs}>\n${html.join('')}</${tag}>\n`
}

export type ItemGroup = { checked: boolean; children: RichTextNode[] }

/** The items of a list as a reader sees them. */
export function itemGroups(list: RichTextNode): ItemGroup[] {
  const groups: ItemGroup[] = []
  for (const item of childrenOf(list)) {
    const children = item.type === 'listitem' ? childrenOf(item) : [item]
    const last = groups.at(-1)
    if (last && children[0]?.type === 'list') appendAll(last.children, children)
    else groups.push({ checked: item.checked === true, children: [...children] })
  }
  return groups
}

function renderItem(
  { checked, children }: ItemGroup,
  isTask: boolean,
  context: RenderContext,
): string {
  const box = isTask ? `<input type="checkbox"${checked ? ' checked' : ''} disabled> ` : ''
  const runs = runsOf(children)
  const [first] = runs
  const isTight =
    runs.every((run, index) =>
      run.isInline ? index === 0 : run.nodes.every(({ type }) => type === 'list'),
    ) &&
    (!first?.isInline || splitParagraphs(first.nodes).length <= 1)
  if (isTight) return box + runs.map((run) => renderNodes(run.nodes, context)).join('')
  const html = renderMixed(children, context)
  return html.startsWith('<p>') ? `<p>${box}${html.slice(3)}` : `${box}${html}`
}
