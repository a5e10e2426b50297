import type { RawCell, RawCellValue } from '../../shared/domain/sheet/raw-cell.ts'
import { biff, type BiffRecord } from './biff-records.ts'
import { createBiffCursor, readBiffText } from './biff-text.ts'
import type { BiffWorkbook } from './biff-workbook.ts'
import { makeNumberCell } from './number-cell.ts'

/** A cell as its record holds it; null where the record says something that no workbook can mean. */
export interface PlacedCell {
  /** 0-based. */
  row: number
  column: number
  cell: RawCellValue
}

type CellContext = Pick<BiffWorkbook, 'sharedStrings' | 'formats' | 'textFormat'>

const errorTexts: ReadonlyMap<number, string> = new Map([
  [0x00, '#NULL!'],
  [0x07, '#DIV/0!'],
  [0x0f, '#VALUE!'],
  [0x17, '#REF!'],
  [0x1d, '#NAME?'],
  [0x24, '#NUM!'],
  [0x2a, '#N/A'],
  [0x2b, '#GETTING_DATA'],
])

const makeBoolean = (byte: number): RawCell | null =>
  byte > 1 ? null : { type: 'boolean', raw: String(byte), shown: byte === 1 ? 'TRUE' : 'FALSE' }

function makeError(code: number): RawCell | null {
  const raw = errorTexts.get(code)
  return raw === undefined ? null : { type: 'error', raw }
}

/** Thirty bits of a double or of a whole number, possibly a hundred times the value. */
function readRk(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at)
  const double = Buffer.alloc(8)
  double.writeInt32LE(bits & ~3, 4)
  const value = bits & 2 ? bits >> 2 : double.readDoubleLE(0)
  return bits & 1 ? value / 100 : value
}

/** The shortest text that is this double and no other, as a workbook of today stores it. */
const makeDouble = (value: number, style: number, { formats }: CellContext): RawCell | null =>
  Number.isFinite(value) ? makeNumberCell(String(value), formats[style] ?? null) : null

function readFormulaValue(data: Buffer, style: number, context: CellContext): RawCell | 'text' | null {
  if (data.readUInt16LE(12) !== 0xffff) return makeDouble(data.readDoubleLE(6), style, context)
  switch (data[6]) {
    case 0:
      return 'text'
    case 1:
      return makeBoolean(data[8]!)
    case 2:
      return makeError(data[8]!)
    case 3:
      return { type: 'text', raw: '' }
    default:
      return null
  }
}

/** A formula's stored result; `text` where it follows in a record of its own. */
export function readFormulaCell(record: BiffRecord, context: CellContext): RawCell | 'text' | null {
  const value = readFormulaValue(record.data, record.data.readUInt16LE(4), context)
  return value === null || value === 'text' ? value : { ...value, isFormula: true }
}

/** The cells of one record; none for a record that holds no cells. */
export function* readBiffCells(record: BiffRecord, context: CellContext): Generator<PlacedCell> {
  const { type, data } = record
  switch (type) {
    case biff.number:
    case biff.rk:
    case biff.labelShared:
    case biff.label:
    case biff.richString:
    case biff.booleanOrError: {
      const cell = readSingleCell(record, data.readUInt16LE(4), context)
      yield { row: data.readUInt16LE(0), column: data.readUInt16LE(2), cell }
      break
    }
    case biff.mulRk: {
      const first = data.readUInt16LE(2)
      for (let at = 4; at + 8 <= data.length; at += 6) {
        const cell = makeDouble(readRk(data, at + 2), data.readUInt16LE(at), context)
        yield { row: data.readUInt16LE(0), column: first + (at - 4) / 6, cell }
      }
      break
    }
  }
}

function readSingleCell(record: BiffRecord, style: number, context: CellContext): RawCellValue {
  const { type, data } = record
  switch (type) {
    case biff.number:
      return makeDouble(data.readDoubleLE(6), style, context)
    case biff.rk:
      return makeDouble(readRk(data, 6), style, context)
    case biff.labelShared:
      return context.sharedStrings[data.readUInt32LE(6)] ?? null
    case biff.booleanOrError:
      return data[7] === 1 ? makeError(data[6]!) : makeBoolean(data[6]!)
    default:
      return readBiffText(createBiffCursor(record, 6), 2, context.textFormat)
  }
}
