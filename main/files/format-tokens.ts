export type FormatToken =
  | { kind: 'place'; char: '0' | '#' | '?' }
  | { kind: 'literal'; text: string }
  | { kind: 'letter'; letter: string }
  | { kind: 'point' | 'comma' | 'percent' | 'text' | 'general' | 'elapsed' | 'unsupported' }

/** One lexeme of a number format: quoted, escaped, fill and width, bracketed, General, AM/PM, or one character. */
const lexeme = /"([^"]*)"?|\\([\s\S])|([_*])[\s\S]?|\[([^\]]*)\]|(General)|(AM\/PM|A\/P)|([\s\S])/giu

function readCharacter(char: string): FormatToken {
  if (char === '0' || char === '#' || char === '?') return { kind: 'place', char }
  if (char === '.') return { kind: 'point' }
  if (char === ',') return { kind: 'comma' }
  if (char === '%') return { kind: 'percent' }
  if (char === '@') return { kind: 'text' }
  if (/[ymdhs]/i.test(char)) return { kind: 'letter', letter: char.toLowerCase() }
  if (/[eE]/.test(char)) return { kind: 'unsupported' }
  return { kind: 'literal', text: char }
}

function readBracket(content: string): FormatToken | null {
  if (/^(?:h+|m+|s+)$/i.test(content)) return { kind: 'elapsed' }
  if (/^[<>=]/.test(content)) return { kind: 'unsupported' }
  const currency = /^\$([^-]*)/.exec(content)?.[1]
  return currency ? { kind: 'literal', text: currency } : null
}

/** The sections of a number format (positive; negative; zero; text), each as tokens. Colours and widths are dropped. */
export function splitFormat(code: string): FormatToken[][] {
  const sections: FormatToken[][] = [[]]
  for (const [, quoted, escaped, width, bracket, general, halfDay, char] of code.matchAll(lexeme)) {
    const section = sections[sections.length - 1]!
    if (quoted !== undefined) section.push({ kind: 'literal', text: quoted })
    else if (escaped !== undefined) section.push({ kind: 'literal', text: escaped })
    else if (width !== undefined) continue
    else if (bracket !== undefined) {
      const token = readBracket(bracket)
      if (token !== null) section.push(token)
    } else if (general !== undefined) section.push({ kind: 'general' })
    else if (halfDay !== undefined) section.push({ kind: 'letter', letter: 'h' })
    else if (char === ';') sections.push([])
    else section.push(readCharacter(char!))
  }
  return sections
}
