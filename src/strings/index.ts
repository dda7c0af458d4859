import { activityLog } from './activityLog'
import { apiKeys } from './apiKeys'
import { calendar } from './calendar'
import { comments } from './comments'
import { controls } from './controls'
import { desk } from './desk'
import { fill, type Values } from './fill'
import { finding } from './finding'
import { importProblems } from './importProblems'
import { importRefusals } from './importRefusals'
import { imports } from './imports'
import { media } from './media'
import { notifications } from './notifications'
import { security } from './security'
import { terms } from './terms'
import type { Language, Strings } from './text'
import { tour } from './tour'
import { writing } from './writing'
import { workflow } from './workflow'

/** Every sentence of ours in the panel and in mail, by group. A new group is one file and one line here. */
export const groups = {
  activityLog,
  apiKeys,
  calendar,
  comments,
  controls,
  desk,
  finding,
  importProblems,
  importRefusals,
  imports,
  media,
  notifications,
  security,
  tour,
  terms,
  workflow,
  writing,
}

type Groups = typeof groups

/** `group:name`, as Payload's `t` takes it. */
export type StringKey = {
  [Group in keyof Groups]: `${Group}:${keyof Groups[Group] & string}`
}[keyof Groups]

/** The sentence in a language, with values put in. Other languages than Chinese read English. */
export type Say = (key: StringKey, values?: Values) => string

/** @returns the way to say things in a language, such as `req.i18n.language` */
export const sayIn = (language: string): Say => {
  const own: Language = language.startsWith('zh') ? 'zh' : 'en'
  return (key, values) => {
    const [group = '', name = ''] = key.split(':')
    return fill(stringOf(group, name)?.[own] ?? key, values)
  }
}

const all: Record<string, Strings> = groups

const stringOf = (group: string, name: string) => all[group]?.[name]
