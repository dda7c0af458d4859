/**
 * Makes the ids of block, link and upload nodes: 24 hexadecimal digits as Payload's own, but derived from what the
 * node holds (and how many like it came before), so that the same source always gives the same document and an edit
 * elsewhere in the source leaves the id alone.
 */
export function createNodeIds(): (kind: string, content: string) => string {
  const occurrences = new Map<string, number>()
  return (kind, content) => {
    const hash = digest(`${kind}\n${content}`)
    const occurrence = occurrences.get(hash) ?? 0
    occurrences.set(hash, occurrence + 1)
    return occurrence === 0 ? hash : digest(`${hash}${occurrence}`)
  }
}

/** 96 bits in three lanes of multiply-and-mix; for spreading, not for secrets. */
function digest(text: string): string {
  let a = 0x811c9dc5
  let b = 0x9e3779b9
  let c = 0x85ebca6b
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = Math.imul(b ^ unit, 0x5bd1e995)
    c = Math.imul(c ^ unit, 0xc2b2ae35)
  }
  return hex(a ^ (b >>> 15)) + hex(b ^ (c >>> 13)) + hex(c ^ (a >>> 16))
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0')
}
