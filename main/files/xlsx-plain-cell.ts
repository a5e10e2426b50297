/** The parts of the cell that was scanned last. */
export interface PlainCellScanner {
  /** 0-based. */
  column: number
  /** 1-based. */
  row: number
  /** Style index, -1 without one. */
  style: number
  /** Index of a shared string, -1 where the cell holds a number. */
  sharedString: number
  /** Where the value stands in the text. */
  valueStart: number
  valueEnd: number
  /**
   * Takes a whole cell as nearly all are written: `<c r="B7" s="1" t="s"><v>12</v></c>`, `s` and `t` or not, the value
   * an index or a number. Answers the position behind it, and `from` for any other spelling: a short way, never
   * another reading.
   */
  scan: (text: string, from: number) => number
}

const opening = '<c r="'
const styleOpening = ' s="'
const sharedType = ' t="s"'
const valueOpening = '><v>'
const closing = '</v></c>'
const [quotation, space, less, letterA, letterZ, zero, nine] = [34, 32, 60, 65, 90, 48, 57]
/** More digits are no column, row, style or string of a workbook. */
const mostLetters = 3
const mostDigits = 7

/** May stand in a stored number: digits, `.`, `+`, `-`, `E`, `e`. */
const isNumberCode = (code: number): boolean =>
  (code >= zero && code <= nine) || code === 46 || code === 43 || code === 45 || code === 69 || code === 101

export function createPlainCellScanner(): PlainCellScanner {
  /** Where the digits read last end; they are a number without a leading zero, or -1 is the answer. */
  let digitsEnd = 0
  const readDigits = (text: string, from: number): number => {
    let value = 0
    let at = from
    for (let code = text.charCodeAt(at); code >= zero && code <= nine; code = text.charCodeAt(at)) {
      value = value * 10 + code - zero
      at += 1
    }
    digitsEnd = at
    const isNumber =
      at > from && at - from <= mostDigits && (at - from === 1 || text.charCodeAt(from) !== zero)
    return isNumber ? value : -1
  }

  const scanner: PlainCellScanner = {
    column: 0,
    row: 0,
    style: -1,
    sharedString: -1,
    valueStart: 0,
    valueEnd: 0,
    scan(text, from) {
      if (!text.startsWith(opening, from)) return from
      let at = from + opening.length
      const letters = at
      let column = 0
      for (let code = text.charCodeAt(at); code >= letterA && code <= letterZ; code = text.charCodeAt(at)) {
        column = column * 26 + code - letterA + 1
        at += 1
      }
      if (at === letters || at - letters > mostLetters) return from
      const row = readDigits(text, at)
      at = digitsEnd
      if (row < 1 || text.charCodeAt(at) !== quotation) return from
      at += 1

      let style = -1
      if (text.charCodeAt(at) === space && text.startsWith(styleOpening, at)) {
        style = readDigits(text, at + styleOpening.length)
        at = digitsEnd
        if (style < 0 || text.charCodeAt(at) !== quotation) return from
        at += 1
      }
      const isShared = text.charCodeAt(at) === space && text.startsWith(sharedType, at)
      if (isShared) at += sharedType.length
      if (!text.startsWith(valueOpening, at)) return from
      at += valueOpening.length

      const valueStart = at
      let sharedString = -1
      if (isShared) {
        sharedString = readDigits(text, at)
        at = digitsEnd
        if (sharedString < 0) return from
      } else {
        while (isNumberCode(text.charCodeAt(at))) at += 1
        if (at === valueStart) return from
      }
      if (text.charCodeAt(at) !== less || !text.startsWith(closing, at)) return from

      scanner.column = column - 1
      scanner.row = row
      scanner.style = style
      scanner.sharedString = sharedString
      scanner.valueStart = valueStart
      scanner.valueEnd = at
      return at + closing.length
    },
  }
  return scanner
}
