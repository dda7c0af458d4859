import type MarkdownIt from 'markdown-it'

type TaskMeta = { checkbox: 'open' | 'done' }

const BOX = /^\[([ xX])\](?=\s|$)/

/** `- [x] done` becomes a list item with a checkbox. https://github.github.com/gfm/#task-list-items-extension- */
export const taskLists = (md: MarkdownIt): void => {
  md.core.ruler.after('block', 'galley_task_lists', (state) => {
    state.tokens.forEach((token, index) => {
      if (token.type !== 'inline') return
      const item = state.tokens[index - 2]
      if (item?.type !== 'list_item_open' || state.tokens[index - 1]?.type !== 'paragraph_open')
        return
      const match = BOX.exec(token.content)
      if (!match || token.content.length === match[0].length) return
      item.attrJoin('class', 'task-list-item')
      const meta: TaskMeta = { checkbox: match[1] === ' ' ? 'open' : 'done' }
      item.meta = meta
      token.content = token.content.slice(match[0].length).trimStart()
      token.meta = meta
    })
  })
  md.core.ruler.after('inline', 'galley_task_boxes', (state) => {
    for (const token of state.tokens) {
      const meta = token.meta as Partial<TaskMeta> | null
      if (token.type !== 'inline' || !meta?.checkbox) continue
      const box = new state.Token('html_inline', '', 0)
      box.content = `<input type="checkbox"${meta.checkbox === 'done' ? ' checked' : ''} disabled> `
      token.children?.unshift(box)
    }
  })
}
