import type { RawCell, RawCellType, RawCellValue, RawRow } from '../../shared/domain/sheet/raw-cell.ts'

/**
 * A batch of rows as one text and a few number arrays: cloning half a million short strings between processes
 * costs several times more than cutting them out of one.
 */
export interface PackedRows {
  rowNumbers: Uint32Array
  widths: Uint16Array
  /** One code a cell, see `codes` below. */
  cells: Uint8Array
  /** For each cell with a value its length in `text`, followed by that of its shown text if it has one. */
  lengths: Uint32Array
  /** As bytes where every character fits one: a string cut from a wide one stays wide ever after. */
  text: Uint8Array | Uint16Array
}

const codes = { empty: 0, plain: 1, typed: 2, shown: 32, formula: 64 }
const cellTypes: RawCellType[] = ['text', 'number', 'date', 'boolean', 'error']

export function packRows(rows: readonly RawRow[]): PackedRows {
  const rowNumbers = new Uint32Array(rows.length)
  const widths = new Uint16Array(rows.length)
  const cells = new Uint8Array(rows.reduce((sum, row) => sum + row.cells.length, 0))
  const lengths = new Uint32Array(cells.length * 2)
  const text = createTextPacker(cells.length * 8)
  let texts = 0
  const addText = (value: string) => {
    lengths[texts] = value.length
    texts += 1
    text.add(value)
  }
  let at = 0
  for (const [index, row] of rows.entries()) {
    rowNumbers[index] = row.row
    widths[index] = row.cells.length
    for (const cell of row.cells) {
      if (cell === null) cells[at] = codes.empty
      else if (typeof cell === 'string') {
        cells[at] = codes.plain
        addText(cell)
      } else {
        cells[at] =
          (codes.typed + cellTypes.indexOf(cell.type)) |
          (cell.shown === undefined ? 0 : codes.shown) |
          (cell.isFormula ? codes.formula : 0)
        addText(cell.raw)
        if (cell.shown !== undefined) addText(cell.shown)
      }
      at += 1
    }
  }
  return { rowNumbers, widths, cells, lengths: lengths.slice(0, texts), text: text.finish() }
}

/** Joins texts code unit by code unit: half a million small strings are not put into one longer string first. */
function createTextPacker(expectedUnits: number) {
  let units = new Uint16Array(expectedUnits)
  let used = 0
  let seen = 0
  return {
    add(text: string) {
      const { length } = text
      if (used + length > units.length) {
        const longer = new Uint16Array((used + length) * 2)
        longer.set(units)
        units = longer
      }
      const target = units
      for (let index = 0; index < length; index += 1) {
        const unit = text.charCodeAt(index)
        seen |= unit
        target[used + index] = unit
      }
      used += length
    },
    finish: (): Uint8Array | Uint16Array =>
      seen > 0xff ? units.slice(0, used) : new Uint8Array(units.subarray(0, used)),
  }
}

const unpackText = (packed: Uint8Array | Uint16Array): string =>
  Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength).toString(
    packed instanceof Uint16Array ? 'utf16le' : 'latin1',
  )

export function unpackRows(packed: PackedRows): RawRow[] {
  const text = unpackText(packed.text)
  let cellAt = 0
  let lengthAt = 0
  let textAt = 0
  const takeText = (): string => {
    const end = textAt + packed.lengths[lengthAt]!
    const start = textAt
    lengthAt += 1
    textAt = end
    return text.slice(start, end)
  }
  const takeCell = (code: number): RawCellValue => {
    if (code === codes.empty) return null
    if (code === codes.plain) return takeText()
    const cell: RawCell = { type: cellTypes[(code & 31) - codes.typed]!, raw: takeText() }
    if (code & codes.shown) cell.shown = takeText()
    if (code & codes.formula) cell.isFormula = true
    return cell
  }
  const rows: RawRow[] = []
  for (const [index, row] of packed.rowNumbers.entries()) {
    const cells: RawCellValue[] = []
    for (const end = cellAt + packed.widths[index]!; cellAt < end; cellAt += 1) {
      cells.push(takeCell(packed.cells[cellAt]!))
    }
    rows.push({ row, cells })
  }
  return rows
}
