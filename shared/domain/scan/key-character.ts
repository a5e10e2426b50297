/** US layout, which scanners type on unless told otherwise: [plain, with Shift]. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadSubtract: ['-', '-'],
  NumpadAdd: ['+', '+'],
  NumpadDivide: ['/', '/'],
  NumpadDecimal: ['.', '.'],
}
const shiftedDigits = ')!@#$%^&*('

/**
 * The character of a physical key, letters in upper case; null for a key that writes none. An input method cannot change
 * it: it changes `key`, not `code`.
 */
export function getKeyCharacter(code: string, isShifted: boolean): string | null {
  const letter = /^Key([A-Z])$/.exec(code)
  if (letter) return letter[1]!
  const digit = /^(Digit|Numpad)(\d)$/.exec(code)
  if (digit) return isShifted && digit[1] === 'Digit' ? shiftedDigits[Number(digit[2])]! : digit[2]!
  return marks[code]?.[isShifted ? 1 : 0] ?? null
}
