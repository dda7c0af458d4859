const PART = /^#([^\s#.]\S*)$|^\.([^\s#]+)$|^([\w:-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))$/

/**
 * Takes the inside of an attribute list (`#id .class key="value"`) and returns the attributes, or undefined when it is
 * none, so that ordinary text in braces stays text.
 */
export const parseAttributeList = (text: string): Record<string, string> | undefined => {
  const parts = text.trim().match(/[^\s"']*(?:"[^"]*"|'[^']*')|\S+/g) ?? []
  const attributes: Record<string, string> = {}
  const classes: string[] = []
  for (const part of parts) {
    const [, id, className, name, double, single, bare] = PART.exec(part) ?? []
    if (id) attributes.id = id
    else if (className) classes.push(...className.split('.').filter(Boolean))
    else if (name) attributes[name] = double ?? single ?? bare ?? ''
    else return undefined
  }
  if (classes.length > 0) attributes.class = classes.join(' ')
  return Object.keys(attributes).length > 0 ? attributes : undefined
}
