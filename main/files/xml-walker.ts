import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import {
  createTagScanner,
  findNameEnd,
  isNameStart,
  isXmlSpace,
  skipSpaces,
  tagDamaged,
  tagIncomplete,
  type XmlAttributes,
} from './xml-attributes.ts'
import { isPlainCode, readCharacterData, readLiteral } from './xml-text.ts'

/** The two spellings of true in XML. */
export const isXmlTrue = (value: string | undefined): boolean => value === '1' || value === 'true'

/** Names come without the root's namespace prefix: some writers say `x:row` for `row`. */
export interface XmlHandlers {
  /** `attributes` are those of this tag, and only until it is handled. */
  open: (name: string, attributes: XmlAttributes) => void
  close: (name: string) => void
  text: (text: string) => void
  /**
   * Asked where a tag starts below the root: takes elements that stand whole and in their usual spelling in `text`, of
   * at most two levels, and answers the position behind them; `at` for all else, which is walked. What it takes must
   * be what walking would have given.
   */
  shortcut?: (text: string, at: number) => number
}

export interface XmlWalker {
  write: (chunk: string) => void
  end: () => void
  /** Offset in the whole text just behind the token being handled. */
  getPosition: () => number
}

const doctype = '<!DOCTYPE'
const cdata = '<![CDATA['
const comment = '<!--'
const [exclamation, slash, less, greater, question] = [33, 47, 60, 62, 63]
/**
 * Of a new chunk so much is joined to what was left of the last one; the rest is walked as it came. Every look into a
 * string that V8 has joined costs a step more.
 */
const seamChars = 1_024
const shortcutLevels = 2
const byteOrderMark = 0xfeff

/**
 * Walks one XML part, strictly but for what a workbook can do without: a DOCTYPE, with all that it could declare, is
 * refused, and so are deep nesting and endless tokens. Throws FileRefusal.
 */
export function createXmlWalker(
  entry: string,
  handlers: XmlHandlers,
  limits: Pick<FileLimits, 'xmlDepth' | 'xmlTokenChars'>,
): XmlWalker {
  const tag = createTagScanner()
  const open: string[] = []
  let prefix = ''
  let hasRoot = false
  /** What came last and was not walked yet; `at` is where its next token starts. */
  let text = ''
  let at = 0
  let charsBefore = 0
  let tokenEnd = 0
  /** Of a text whose end has not come: how much has been looked at, and whether it holds nothing to decode. */
  let seenChars = 0
  let seenPlain = true

  const refuseDamage = (): never => {
    throw new FileRefusal({ kind: 'damaged-xml', entry })
  }
  const getLocalName = (name: string): string =>
    prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name

  const takeTo = (end: number): true => {
    tokenEnd = end
    return true
  }
  const takeLiteral = (end: number): true => {
    if (readLiteral(text.slice(at, end)) === null) refuseDamage()
    return takeTo(end)
  }

  const takeText = (): boolean => {
    const source = text
    let isPlain = seenPlain
    let end = at + seenChars
    let code = 0
    for (; end < source.length; end += 1) {
      code = source.charCodeAt(end)
      if (code === less) break
      if (!isPlainCode(code)) isPlain = false
    }
    const isWhole = end < source.length
    seenChars = isWhole ? 0 : end - at
    seenPlain = isWhole || isPlain
    if (!isWhole) return false
    const raw = source.slice(at, end)
    if (open.length > 0) handlers.text(isPlain ? raw : (readCharacterData(raw) ?? refuseDamage()))
    else {
      const isAtStart = charsBefore + at === 0 && raw.charCodeAt(0) === byteOrderMark
      if (skipSpaces(raw, isAtStart ? 1 : 0) < raw.length) refuseDamage()
    }
    return takeTo(end)
  }

  const takeStartTag = (): boolean => {
    if (at + 1 >= text.length) return false
    if (!isNameStart(text.charCodeAt(at + 1))) refuseDamage()
    const nameEnd = findNameEnd(text, at + 1)
    const end = tag.scan(text, nameEnd)
    if (end === tagIncomplete) return false
    if (end === tagDamaged || (open.length === 0 && hasRoot)) refuseDamage()
    const name = text.slice(at + 1, nameEnd)
    if (!hasRoot) prefix = name.slice(0, name.indexOf(':') + 1)
    hasRoot = true
    tokenEnd = end
    open.push(name)
    if (open.length > limits.xmlDepth)
      throw new FileRefusal({ kind: 'too-deep', entry, limit: limits.xmlDepth })
    handlers.open(getLocalName(name), tag)
    if (text.charCodeAt(end - 2) === slash) handlers.close(getLocalName(open.pop()!))
    return true
  }

  const takeEndTag = (): boolean => {
    const name = open.at(-1) ?? refuseDamage()
    const behind = skipSpaces(text, at + 2 + name.length)
    if (behind >= text.length) return false
    if (!text.startsWith(name, at + 2) || text.charCodeAt(behind) !== greater) refuseDamage()
    tokenEnd = behind + 1
    open.pop()
    handlers.close(getLocalName(name))
    return true
  }

  const takeCdata = (): boolean => {
    if (open.length === 0) refuseDamage()
    const end = text.indexOf(']]>', at + cdata.length)
    if (end === -1) return false
    tokenEnd = end + 3
    handlers.text(readLiteral(text.slice(at + cdata.length, end)) ?? refuseDamage())
    return true
  }

  const takeComment = (): boolean => {
    const end = text.indexOf('--', at + comment.length)
    if (end === -1 || end + 2 >= text.length) return false
    if (text.charCodeAt(end + 2) !== greater) refuseDamage()
    return takeLiteral(end + 3)
  }

  const takeInstruction = (): boolean => {
    const end = text.indexOf('?>', at + 2)
    if (end === -1) return false
    const targetEnd = Math.min(end, findNameEnd(text, at + 2))
    const target = text.slice(at + 2, targetEnd)
    if (targetEnd < end && !isXmlSpace(text.charCodeAt(targetEnd))) refuseDamage()
    const isAtStart = charsBefore + at === 0 || (charsBefore + at === 1 && !hasRoot)
    if (!isNameStart(target.charCodeAt(0)) || (target.toLowerCase() === 'xml' && !isAtStart)) refuseDamage()
    return takeLiteral(end + 2)
  }

  const takeDeclaration = (): boolean => {
    if (text.startsWith(comment, at)) return takeComment()
    if (text.startsWith(cdata, at)) return takeCdata()
    if (text.startsWith(doctype, at)) throw new FileRefusal({ kind: 'doctype', entry })
    const begun = text.slice(at)
    const isBegun = [comment, cdata, doctype].some((start) => start.startsWith(begun))
    return isBegun ? false : refuseDamage()
  }

  const takeMarkup = (): boolean => {
    switch (text.charCodeAt(at + 1)) {
      case slash:
        return takeEndTag()
      case exclamation:
        return takeDeclaration()
      case question:
        return takeInstruction()
      default:
        return takeStartTag()
    }
  }

  const { shortcut } = handlers
  const takeShortcut = (): boolean => {
    if (shortcut === undefined || open.length === 0 || prefix !== '') return false
    if (open.length + shortcutLevels > limits.xmlDepth) return false
    tokenEnd = shortcut(text, at)
    return tokenEnd > at
  }

  const walk = (): void => {
    while (at < text.length) {
      if (text.charCodeAt(at) === less && takeShortcut()) {
        at = tokenEnd
        continue
      }
      const isTaken = text.charCodeAt(at) === less ? takeMarkup() : takeText()
      if (!isTaken) return
      at = tokenEnd
    }
  }

  const walkFrom = (source: string, start: number): void => {
    text = source
    at = start
    walk()
  }

  return {
    write(chunk) {
      charsBefore += at
      const rest = text.slice(at)
      if (rest !== '' && rest.length <= seamChars) {
        walkFrom(rest + chunk.slice(0, seamChars), 0)
        if (at < rest.length) walkFrom(rest + chunk, at)
        else {
          charsBefore += rest.length
          walkFrom(chunk, at - rest.length)
        }
      } else walkFrom(rest + chunk, 0)
      if (text.length - at > limits.xmlTokenChars) refuseDamage()
    },
    end() {
      if (!hasRoot || open.length > 0 || skipSpaces(text, at) < text.length) refuseDamage()
    },
    getPosition: () => charsBefore + tokenEnd,
  }
}
