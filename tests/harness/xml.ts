import type { Element, Root } from 'xast'
import { fromXml } from 'xast-util-from-xml'

/** A well-formed document's elements; throws where it is not well-formed. */
export const parsedXml = (text: string): XmlElement => {
  const root: Root = fromXml(text)
  const element = root.children.find((child): child is Element => child.type === 'element')
  if (!element) throw new Error('The document has no element.')
  return wrap(element)
}

export type XmlElement = {
  name: string
  attributes: Record<string, string | null | undefined>
  text: string
  all: (name: string) => XmlElement[]
  one: (name: string) => XmlElement
  has: (name: string) => boolean
}

const wrap = (element: Element): XmlElement => {
  const children = element.children.filter((child): child is Element => child.type === 'element')
  const all = (name: string) => children.filter((child) => child.name === name).map(wrap)
  return {
    name: element.name,
    attributes: element.attributes,
    text: element.children
      .map((child) => (child.type === 'text' || child.type === 'cdata' ? child.value : ''))
      .join(''),
    all,
    has: (name) => all(name).length > 0,
    one: (name) => {
      const [first, ...rest] = all(name)
      if (!first || rest.length > 0) {
        throw new Error(`<${element.name}> has ${all(name).length} <${name}>, not one.`)
      }
      return first
    },
  }
}
