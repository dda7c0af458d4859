import type MarkdownIt from 'markdown-it'

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
      item.meta = { checkbox: match[1] === ' ' ? 'open' : 'done' }
      token.content = token.content.slice(match[0].length).trimStart()
      token.meta = item.meta
    })
  })
  md.core.ruler.after('inline', 'galley_task_boxes', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.meta?.checkbox) continue
      const box = new state.Token('html_inline', '', 0)
      box.content = `<input type="checkbox"${token.meta.checkbox === 'done' ? ' checked' : ''} disabled> `
      token.children?.unshift(box)
    }
  })
}
