import type { CollectionConfig } from 'payload'
import { sayIn } from '../../src/strings'
import { DEFAULT_LOCALE } from '../locale'
import { panelAddress } from '../panelAddress'

type PasswordMail = NonNullable<
  Exclude<NonNullable<CollectionConfig['auth']>, boolean>['forgotPassword']
>
type Receiver = { name: string; language?: string | null }

/** The mail to who has forgotten the password, in the language of that user. */
export const passwordMail: PasswordMail = {
  generateEmailSubject: (given) => sayIn(languageOf(given?.user))('security:resetSubject'),
  generateEmailHTML: (given) => {
    const text = sayIn(languageOf(given?.user))('security:resetText', {
      name: isReceiver(given?.user) ? given.user.name : '',
      link: panelAddress(`/admin/reset/${given?.token ?? ''}`),
    })
    return asHtml(text)
  },
}

const languageOf = (user: unknown): string =>
  (isReceiver(user) ? user.language : undefined) ?? DEFAULT_LOCALE

const isReceiver = (user: unknown): user is Receiver =>
  typeof user === 'object' && user !== null && 'name' in user && typeof user.name === 'string'

/** A text as paragraphs, its address as a link. */
const asHtml = (text: string): string =>
  text
    .trim()
    .split('\n\n')
    .map((part) => `<p>${linked(escaped(part)).replaceAll('\n', '<br>')}</p>`)
    .join('\n')

const linked = (html: string): string => html.replace(/https?:\/\/[^\s<]+/g, '<a href="$&">$&</a>')

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
