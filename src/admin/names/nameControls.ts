import { controls } from '../../strings/controls'
import type { StringKey } from '../../strings'

/** Words for what Payload draws without a name. */
export type ControlWords = {
  say: (key: StringKey, values?: Record<string, string>) => string
  more: string
  clear: string
  next: string
  previous: string
  allRows: string
}

type Rule = { on: string; mend: (element: Element, words: ControlWords) => void }

/** What is wrong with which of Payload's own elements, for who uses a screen reader or the keyboard. */
const RULES: readonly Rule[] = [
  {
    on: '.toolbar-popup__button[data-button-key]',
    mend: (element, { say }) => {
      const key = element.getAttribute('data-button-key') ?? ''
      name(element, key in controls ? say(`controls:${key}` as StringKey) : key)
    },
  },
  {
    on: '[aria-label$=" dropdown"], [aria-label="Edit link"], [aria-label="Remove link"], [aria-label="Insert Paragraph"]',
    mend: (element, { say }) => {
      const key = element.getAttribute('aria-label') ?? ''
      if (key in controls) name(element, say(`controls:${key}` as StringKey))
    },
  },
  {
    on: 'section[aria-label^="Notifications "]',
    mend: (element, { say }) => name(element, say('notifications:title')),
  },
  // Beside a label the hint would only say the field's name in the database.
  {
    on: '.checkbox-input input[title]:not(#select-all)',
    mend: (element) => element.removeAttribute('title'),
  },
  // The name would not begin as what it shows, so that nobody could call it by voice.
  {
    on: '#empty-trash-button[aria-label]',
    mend: (element) => element.removeAttribute('aria-label'),
  },
  {
    on: '.popup-button:not([aria-label])',
    mend: (element, { more }) => {
      if (!element.textContent?.trim()) name(element, more)
    },
  },
  { on: '.date-time-picker__clear-button', mend: (element, { clear }) => name(element, clear) },
  { on: '.clickable-arrow--left', mend: (element, { previous }) => name(element, previous) },
  { on: '.clickable-arrow--right', mend: (element, { next }) => name(element, next) },
  {
    on: '.react-datepicker__input-container input, .rs__input, .ContentEditable__root',
    mend: (element) => name(element, labelBeside(element)),
  },
  // They can be reached by the keyboard and are hidden from a screen reader: the field itself does what they do.
  {
    on: '.dropdown-indicator[aria-hidden], .clear-indicator[aria-hidden]',
    mend: (element) => set(element, 'tabindex', '-1'),
  },
  // A button with a button in it.
  { on: '.rs__multi-value[role=button]', mend: (element) => set(element, 'role', 'group') },
  // A list of links that are no items.
  { on: 'ul.doc-tabs__tabs', mend: (element) => set(element, 'role', 'group') },
  // What it says is its name; Payload gives it another one beside.
  {
    on: '.doc-tab[aria-label], .list-create-new-doc__create-new-button[aria-label]',
    mend: (element) => element.removeAttribute('aria-label'),
  },
  {
    on: 'tr[data-id] .select-row input',
    mend: (element, { say }) => {
      const title = element.closest('tr')?.querySelector('a, button')?.textContent?.trim() ?? ''
      name(element, say('finding:select', { title }))
    },
  },
  {
    on: '#select-all',
    mend: (element, { allRows }) => {
      element.removeAttribute('title')
      name(element, allRows)
    },
  },
]

/** Mends what the page shows now. It does nothing where that is done. */
export const nameControls = (words: ControlWords): void => {
  for (const { on, mend } of RULES) {
    for (const element of document.querySelectorAll(on)) mend(element, words)
  }
}

const name = (element: Element, text: string): void => {
  if (!text) return
  if (element.hasAttribute('aria-labelledby')) element.removeAttribute('aria-labelledby')
  set(element, 'aria-label', text)
}

const set = (element: Element, attribute: string, value: string): void => {
  if (element.getAttribute(attribute) !== value) element.setAttribute(attribute, value)
}

/** The label of the field in which an element stands, without the star of a required one. */
const labelBeside = (element: Element): string => {
  const field = element.closest('.field-type, .payload-settings__language, .condition__field')
  const label =
    field?.querySelector('label, .field-label') ?? field?.querySelector('.rs__placeholder')
  return label?.textContent?.replace('*', '').trim() ?? ''
}
