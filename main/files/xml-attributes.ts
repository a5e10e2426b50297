import { lastOrdinary, readAttributeValue } from './xml-text.ts'

/** Attributes of the tag being handled, cut out of the text only when they are asked for. */
export interface XmlAttributes {
  get: (name: string) => string | undefined
  names: () => string[]
}

/** Answers of a scan other than where the tag ends. */
export const tagIncomplete = -1
export const tagDamaged = -2

export interface TagScanner extends XmlAttributes {
  /** Takes the attributes from behind the tag's name on; answers the position behind the tag. */
  scan: (text: string, from: number) => number
}

const [space, tab, lineFeed, carriageReturn] = [32, 9, 10, 13]
const [quotation, apostrophe, ampersand, slash, less, equals, greater] = [34, 39, 38, 47, 60, 61, 62]

/** 1: may stand in a name, 2: may start one. Beyond ASCII every character may. */
const nameCodes = new Uint8Array(128)
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_:') nameCodes[char.charCodeAt(0)] = 2
for (const char of '0123456789-.') nameCodes[char.charCodeAt(0)] = 1

export const isNameStart = (code: number): boolean => code > 127 || nameCodes[code] === 2
const isNameCode = (code: number): boolean => code > 127 || nameCodes[code]! > 0

export const isXmlSpace = (code: number): boolean =>
  code === space || code === lineFeed || code === tab || code === carriageReturn

export function findNameEnd(text: string, from: number): number {
  let at = from
  while (isNameCode(text.charCodeAt(at))) at += 1
  return at
}

export function skipSpaces(text: string, from: number): number {
  let at = from
  while (isXmlSpace(text.charCodeAt(at))) at += 1
  return at
}

const fewNames = 8

export function createTagScanner(): TagScanner {
  let source = ''
  let count = 0
  const nameStarts: number[] = []
  const nameEnds: number[] = []
  const valueStarts: number[] = []
  const valueEnds: number[] = []
  /** False where a value holds a reference or a line end. */
  const arePlain: boolean[] = []

  const getName = (index: number): string => source.slice(nameStarts[index], nameEnds[index])
  const isNamed = (index: number, name: string): boolean => {
    const start = nameStarts[index]!
    return (
      nameEnds[index]! - start === name.length &&
      source.charCodeAt(start) === name.charCodeAt(0) &&
      (name.length === 1 || source.startsWith(name, start))
    )
  }
  const isSameName = (one: number, other: number): boolean => {
    const [start, otherStart] = [nameStarts[one]!, nameStarts[other]!]
    return (
      nameEnds[one]! - start === nameEnds[other]! - otherStart &&
      source.charCodeAt(start) === source.charCodeAt(otherStart) &&
      getName(one) === getName(other)
    )
  }
  const names = (): string[] => Array.from({ length: count }, (_, index) => getName(index))

  const hasNameTwice = (): boolean => {
    if (count < 2) return false
    if (count > fewNames) return new Set(names()).size < count
    for (let index = 1; index < count; index += 1)
      for (let before = 0; before < index; before += 1) if (isSameName(before, index)) return true
    return false
  }

  const readValue = (index: number): string | null => {
    const raw = source.slice(valueStarts[index], valueEnds[index])
    return arePlain[index] ? raw : readAttributeValue(raw)
  }

  /** Takes a value up to its quote; false if that is not there yet, null where a value holds what it may not. */
  const takeValue = (from: number, quote: number): boolean | null => {
    const text = source
    let isPlain = true
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === quote) {
        valueStarts[count] = from
        valueEnds[count] = at
        arePlain[count] = isPlain
        return isPlain || readValue(count) !== null ? true : null
      }
      if (code === less) return null
      if (code === ampersand || code < space || code > lastOrdinary) isPlain = false
    }
    return false
  }

  return {
    names,
    get(name) {
      for (let index = 0; index < count; index += 1) if (isNamed(index, name)) return readValue(index)!
      return undefined
    },
    scan(text, from) {
      source = text
      count = 0
      let at = from
      for (;;) {
        const gap = at
        let code = text.charCodeAt(at)
        if (isXmlSpace(code)) {
          at = skipSpaces(text, at + 1)
          code = text.charCodeAt(at)
        }
        if (code === greater) return hasNameTwice() ? tagDamaged : at + 1
        if (at >= text.length) return tagIncomplete
        if (code === slash) {
          if (at + 1 >= text.length) return tagIncomplete
          return text.charCodeAt(at + 1) !== greater || hasNameTwice() ? tagDamaged : at + 2
        }
        if (gap === at || !isNameStart(code)) return tagDamaged
        const nameEnd = findNameEnd(text, at + 1)
        let quoteAt = nameEnd + 1
        let quote = text.charCodeAt(quoteAt)
        if (text.charCodeAt(nameEnd) !== equals || quote !== quotation) {
          const equalsAt = skipSpaces(text, nameEnd)
          if (equalsAt >= text.length) return tagIncomplete
          if (text.charCodeAt(equalsAt) !== equals) return tagDamaged
          quoteAt = skipSpaces(text, equalsAt + 1)
          if (quoteAt >= text.length) return tagIncomplete
          quote = text.charCodeAt(quoteAt)
          if (quote !== quotation && quote !== apostrophe) return tagDamaged
        }
        const isTaken = takeValue(quoteAt + 1, quote)
        if (isTaken !== true) return isTaken === null ? tagDamaged : tagIncomplete
        nameStarts[count] = at
        nameEnds[count] = nameEnd
        at = valueEnds[count]! + 1
        count += 1
      }
    },
  }
}
