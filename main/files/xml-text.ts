/** Characters that no XML 1.0 document may hold anywhere. Lone surrogates cannot come out of strict UTF-8. */
function holdsForbidden(raw: string): boolean {
  for (let at = 0; at < raw.length; at += 1) {
    const code = raw.charCodeAt(at)
    if (code < 0x20 ? code !== 9 && code !== 10 && code !== 13 : code >= 0xfffe) return true
  }
  return false
}

/** Above it come the two code units that XML forbids. */
export const lastOrdinary = 0xfffd
const [space, ampersand, less, bracket] = [32, 38, 60, 93]

/** Whether a code unit of a text between tags stands for itself, with nothing to decode or to look at again. */
export const isPlainCode = (code: number): boolean =>
  code >= space && code !== ampersand && code !== bracket && code <= lastOrdinary

/** Where a text that needs no decoding ends: at a `<`, at the first character that needs a look, or at the end. */
export function findPlainTextEnd(text: string, from: number): number {
  let at = from
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === less || !isPlainCode(code)) break
  }
  return at
}

const namedReferences: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}
const reference = /&(?:(lt|gt|amp|quot|apos)|#(\d+)|#x([0-9A-Fa-f]+));|&/g

function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 9 || code === 10 || code === 13
  return code <= 0xd7ff || (code >= 0xe000 && code <= 0x10ffff && code !== 0xfffe && code !== 0xffff)
}

/** Null where a reference is not one of XML's own five or of a character: no entity is ever declared. */
function decodeReferences(raw: string): string | null {
  if (!raw.includes('&')) return raw
  let isSound = true
  const decoded = raw.replace(reference, (_, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return namedReferences[name]!
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : 0
    if (isCharacter(code)) return String.fromCodePoint(code)
    isSound = false
    return ''
  })
  return isSound ? decoded : null
}

/** Every line end becomes LF before anything else is made of the text (XML 1.0, 2.11; read November 2026). */
const unifyLineEnds = (raw: string): string => (raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw)

/** Text as a comment, an instruction or a CDATA section holds it. Null if it may not stand in XML. */
export const readLiteral = (raw: string): string | null => (holdsForbidden(raw) ? null : unifyLineEnds(raw))

/** Text between tags, with its references. Null if it may not stand there. */
export function readCharacterData(raw: string): string | null {
  const text = raw.includes(']]>') ? null : readLiteral(raw)
  return text === null ? null : decodeReferences(text)
}

/** Null if the value may not stand in an attribute. */
export function readAttributeValue(raw: string): string | null {
  const text = readLiteral(raw)
  return text === null ? null : decodeReferences(text.replace(/[\t\n]/g, ' '))
}
