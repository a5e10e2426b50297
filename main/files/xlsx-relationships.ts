import type { XmlHandlers } from './xml-walker.ts'

export interface Relationship {
  /** Last word of the type's address, the same in the transitional and the strict format: `worksheet`, `styles`. */
  type: string
  /** Part name without a leading slash. */
  target: string
}

/** Part name of a relationship's target, seen from the part it belongs to. */
function resolvePartName(source: string, target: string): string {
  const segments = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
  for (const segment of target.split('/')) {
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  }
  return segments.join('/')
}

export function getRelationshipsName(part: string): string {
  const slash = part.lastIndexOf('/')
  return `${part.slice(0, slash + 1)}_rels/${part.slice(slash + 1)}.rels`
}

/** Collects the relationships of one part by id; links to places outside the file are left out. */
export function createRelationshipsCollector(
  source: string,
): XmlHandlers & { relationships: Map<string, Relationship> } {
  const relationships = new Map<string, Relationship>()
  return {
    relationships,
    open(name, attributes) {
      const id = attributes.get('Id')
      if (name !== 'Relationship' || id === undefined || attributes.get('TargetMode') === 'External') return
      relationships.set(id, {
        type: (attributes.get('Type') ?? '').split('/').at(-1)!,
        target: resolvePartName(source, attributes.get('Target') ?? ''),
      })
    },
    close() {},
    text() {},
  }
}
