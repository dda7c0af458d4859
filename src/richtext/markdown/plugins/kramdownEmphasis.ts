import type MarkdownIt from 'markdown-it'

const ASTERISK = 0x2a

/**
 * kramdown lets an asterisk open before anything but a blank and close behind anything but a blank; CommonMark wants no
 * punctuation between a closing marker and a letter, which Chinese has all the time (`**粗体。**后面`).
 */
export const kramdownEmphasis = (md: MarkdownIt): void => {
  md.inline.State = class extends md.inline.State {
    override scanDelims(start: number, canSplitWord: boolean) {
      const scanned = super.scanDelims(start, canSplitWord)
      if (this.src.charCodeAt(start) !== ASTERISK) return scanned
      const isBlank = (character: string | undefined) => !character || /\s/.test(character)
      return {
        ...scanned,
        can_open: !isBlank(this.src[start + scanned.length]),
        can_close: start > 0 && !isBlank(this.src[start - 1]),
      }
    }
  }
}
