/**
 * Texts in a workbook spell characters that XML cannot hold as `_xHHHH_`, and a literal `_x` that would read
 * so as `_x005F_x…` (ECMA-376 part 1, 22.9.2.19; read November 2026).
 */
export const decodeXlsxText = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

const spellCode = (code: number): string => `_x${code.toString(16).toUpperCase().padStart(4, '0')}_`

const special = /[&<>"\p{Cc}\p{Cs}\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4})/u
const everySpecial = new RegExp(special, 'gu')
const spelledInXml = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ['\t', '\t'],
  ['\n', '\n'],
])

/** Text for an element or attribute of a workbook part; every JS string survives being read back. */
export const encodeXlsxText = (text: string): string =>
  special.test(text)
    ? text.replace(everySpecial, (char) => spelledInXml.get(char) ?? spellCode(char.charCodeAt(0)))
    : text
