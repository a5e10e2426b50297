/** A block of cells, row by row. */
export type CellBlock = readonly (readonly string[])[]

const needsQuotes = /[\t\n\r]|^"/

const formatTsvCell = (text: string): string =>
  needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text

/**
 * Cells as tab-separated text the way spreadsheets put them on the clipboard. The last line is left open, so that one
 * cell pastes into other programs without a line break, unless that would hide an empty last row.
 */
export function formatTsv(block: CellBlock): string {
  const lines = block.map((cells) => cells.map(formatTsvCell).join('\t'))
  const isLastLineLost = lines.length > 1 && lines.at(-1) === ''
  return lines.join('\r\n') + (isLastLineLost ? '\r\n' : '')
}

const quotedCell = /"((?:[^"]|"")*)"(?=[\t\r\n]|$)/y
const plainCell = /[^\t\r\n]*/y
const lineBreak = /\r\n|\r|\n/y

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/**
 * Reads tab-separated text from a clipboard; every character of a cell is kept. Spreadsheets quote a cell only when it
 * holds a tab, a line break or a doubled quote, so quotes round anything else are part of the text.
 */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (true) {
    const quoted = matchAt(quotedCell, text, at)
    const inner = quoted?.[1]
    const isQuoted = inner !== undefined && /[\t\n\r"]/.test(inner)
    rows.at(-1)!.push(isQuoted ? inner.replaceAll('""', '"') : matchAt(plainCell, text, at)![0])
    at = isQuoted ? quotedCell.lastIndex : plainCell.lastIndex
    if (text[at] === '\t') {
      at += 1
      continue
    }
    const newline = matchAt(lineBreak, text, at)
    if (newline === null) return rows
    at += newline[0].length
    if (at === text.length) return rows
    rows.push([])
  }
}

const htmlEscapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

const formatHtmlCell = (tag: 'td' | 'th', text: string): string => {
  const escaped = text
    .replace(/[&<>"]/g, (character) => htmlEscapes[character]!)
    .replaceAll('\r', '&#13;')
    .replaceAll('\n', '<br style="mso-data-placement:same-cell">')
  return `<${tag} style='mso-number-format:"\\@";white-space:pre-wrap'>${escaped}</${tag}>`
}

/**
 * Cells as an HTML table. `mso-number-format:"\@"` is Excel's own mark for "text": an id keeps every digit and its
 * leading zeros when pasted there.
 */
export function formatHtmlTable(block: CellBlock, hasHeadings = false): string {
  const rows = block.map((cells, index) => {
    const tag = hasHeadings && index === 0 ? 'th' : 'td'
    return `<tr>${cells.map((text) => formatHtmlCell(tag, text)).join('')}</tr>`
  })
  return `<meta charset="utf-8"><table>${rows.join('')}</table>`
}

const namedEntities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const decodeEntities = (text: string): string =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return namedEntities[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
  })

const htmlRow = /<tr[\s>].*?(?=<tr[\s>]|<\/table|$)/gis
const htmlCell = /<t[dh](?:\s(?:[^>"']|"[^"]*"|'[^']*')*)?>(.*?)(?=<\/t[dh]|<t[dh][\s>]|<\/tr|$)/gis

function readHtmlCell(content: string): string {
  // Line breaks in the source are only layout; the cell's own are <br>.
  const text = content
    .replace(/(<br[^>]*>)\s*\n\s*/gi, '$1')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<br[^>]*>/gi, '\n')
  return decodeEntities(text.replace(/<[^>]*>/g, ''))
}

/** The first table in a clipboard's HTML, for programs that offer no plain text; undefined if there is none. */
export function parseHtmlTable(html: string): string[][] | undefined {
  const table = /<table[\s>].*?(?:<\/table|$)/is.exec(html)
  const rows = table?.[0].match(htmlRow)
  if (!rows) return undefined
  return rows.map((row) => [...row.matchAll(htmlCell)].map((cell) => readHtmlCell(cell[1]!)))
}
