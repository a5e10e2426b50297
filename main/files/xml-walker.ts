import { SaxesParser } from 'saxes'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'

export type XmlAttributes = Record<string, string | undefined>

/** The two spellings of true in XML. */
export const isXmlTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Names come without the root's namespace prefix: some writers say `x:row` for `row`. */
export interface XmlHandlers {
  open: (name: string, attributes: XmlAttributes) => void
  close: (name: string) => void
  text: (text: string) => void
}

export interface XmlWalker {
  write: (chunk: string) => void
  end: () => void
  /** Offset in the whole text just behind the token being handled. */
  getPosition: () => number
}

/** Walks one XML part and refuses a DOCTYPE, deep nesting and endless tokens. Throws FileRefusal. */
export function createXmlWalker(
  entry: string,
  handlers: XmlHandlers,
  limits: Pick<FileLimits, 'xmlDepth' | 'xmlTokenChars'>,
): XmlWalker {
  const parser = new SaxesParser({ xmlns: false, position: false })
  let depth = 0
  let idleChars = 0
  let prefix = ''
  const getLocalName = (name: string): string =>
    prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name

  const refuseDamage = (): never => {
    throw new FileRefusal({ kind: 'damaged-xml', entry })
  }
  parser.on('error', refuseDamage)
  parser.on('doctype', () => {
    throw new FileRefusal({ kind: 'doctype', entry })
  })
  parser.on('opentag', (tag) => {
    idleChars = 0
    if (depth === 0) prefix = tag.name.slice(0, tag.name.indexOf(':') + 1)
    depth += 1
    if (depth > limits.xmlDepth) throw new FileRefusal({ kind: 'too-deep', entry, limit: limits.xmlDepth })
    handlers.open(getLocalName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => {
    idleChars = 0
    depth -= 1
    handlers.close(getLocalName(tag.name))
  })
  parser.on('text', handlers.text)
  parser.on('cdata', handlers.text)

  return {
    write(chunk) {
      parser.write(chunk)
      idleChars += chunk.length
      if (idleChars > limits.xmlTokenChars + chunk.length) refuseDamage()
    },
    end() {
      parser.close()
      if (depth !== 0) refuseDamage()
    },
    getPosition: () => parser.position,
  }
}
