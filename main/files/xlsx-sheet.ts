import {
  formatCellAddress,
  type MergedRange,
  type RawCell,
  type RawCellValue,
  type RawRow,
  type RawSheetInfo,
} from '../../shared/domain/sheet/raw-cell.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import { makeNumberCell } from './number-cell.ts'
import { readCell, type CellContext } from './xlsx-cell.ts'
import { createPlainCellScanner } from './xlsx-plain-cell.ts'
import type { XmlAttributes } from './xml-attributes.ts'
import { isXmlTrue, type XmlHandlers } from './xml-walker.ts'

export interface SheetContext extends CellContext {
  entry: string
  limits: Pick<FileLimits, 'cellChars' | 'rows' | 'columns' | 'cells' | 'merges'>
  /** Cells allocated so far over all sheets of the file. */
  allocated: { cells: number }
  onRow: (row: RawRow) => void
}

export interface SheetCollector extends XmlHandlers {
  merges: MergedRange[]
  hiddenRows: number[]
  hiddenColumns: number[]
  getFilter: () => RawSheetInfo['filter']
}

const referencePattern = /^([A-Z]{1,3})([0-9]{1,7})$/

/** 0-based column of an A1 reference, -1 if it does not start with a letter. */
function readColumn(reference: string): number {
  let column = 0
  for (let index = 0; index < reference.length && index < 4; index += 1) {
    const code = reference.charCodeAt(index)
    if (code < 65 || code > 90) break
    column = column * 26 + code - 64
  }
  return column - 1
}

const isInRow = (reference: string, column: number, row: string): boolean =>
  reference.endsWith(row) && reference.length - row.length === (column < 26 ? 1 : column < 702 ? 2 : 3)

function readRange(reference: string): MergedRange | null {
  const [first = '', last = first] = reference.split(':')
  const start = referencePattern.exec(first)
  const end = referencePattern.exec(last)
  if (start === null || end === null) return null
  return {
    top: Number(start[2]),
    left: readColumn(first),
    bottom: Number(end[2]),
    right: readColumn(last),
  }
}

/**
 * Collects one worksheet: rows with a value go to `onRow` in order, cells as the file stored them. What the
 * sheet claims about its size is not read. Rows or cells out of order are refused: which of two values for one
 * address counts would be a guess.
 */
export function createSheetCollector(context: SheetContext): SheetCollector {
  const { entry, limits, allocated } = context
  const merges: MergedRange[] = []
  const hiddenRows: number[] = []
  const hiddenColumns: number[] = []

  let filter: RawSheetInfo['filter']
  let rowNumber = 0
  let rowText = ''
  let isRowHidden = false
  let cells: RawCellValue[] = []
  let column = -1
  let type: string | undefined
  let style: string | undefined
  let isInCell = false
  let isFormula = false
  let isInPhonetic = false
  let isCapturing = false
  let captured = ''

  const refuseCell = (cell = formatCellAddress(column, rowNumber)): never => {
    throw new FileRefusal({ kind: 'damaged-xml', entry, cell })
  }

  const openRow = (attributes: XmlAttributes) => {
    const claimed = attributes.get('r')
    const next = claimed === undefined ? rowNumber + 1 : Number(claimed)
    if (next > limits.rows) throw new FileRefusal({ kind: 'too-many-rows', limit: limits.rows })
    if (!Number.isSafeInteger(next) || next <= rowNumber)
      throw new FileRefusal({ kind: 'damaged-xml', entry })
    rowNumber = next
    rowText = String(next)
    isRowHidden = isXmlTrue(attributes.get('hidden'))
    cells = []
    column = -1
  }

  const openCell = (attributes: XmlAttributes) => {
    const reference = attributes.get('r')
    const next = reference === undefined ? column + 1 : readColumn(reference)
    const before = column
    column = next
    if (next <= before || (reference !== undefined && !isInRow(reference, next, rowText))) {
      refuseCell(reference?.slice(0, 20))
    }
    type = attributes.get('t')
    style = attributes.get('s')
    isInCell = true
    isFormula = false
    captured = ''
  }

  const plain = createPlainCellScanner()
  const takePlainCell = (text: string, at: number): number => {
    if (isInCell) return at
    const end = plain.scan(text, at)
    if (end === at || plain.row !== rowNumber || plain.column <= column) return at
    const { sharedString, style: index } = plain
    const cell =
      sharedString === -1
        ? makeNumberCell(
            text.slice(plain.valueStart, plain.valueEnd),
            index === -1 ? null : (context.formats[index] ?? null),
          )
        : context.sharedStrings[sharedString]
    if (cell === undefined) return at
    column = plain.column
    if (cell !== '') placeCell(cell)
    return end
  }

  const openHiddenColumns = (attributes: XmlAttributes) => {
    const first = Math.max(Number(attributes.get('min')) - 1, (hiddenColumns.at(-1) ?? -1) + 1)
    const last = Math.min(Number(attributes.get('max')) - 1, limits.columns - 1)
    for (let index = first; index <= last; index += 1) hiddenColumns.push(index)
  }

  const openMerge = (attributes: XmlAttributes) => {
    const range = readRange(attributes.get('ref') ?? '')
    if (range === null) return
    if (merges.length >= limits.merges)
      throw new FileRefusal({ kind: 'too-many-merges', limit: limits.merges })
    merges.push(range)
  }

  const placeCell = (cell: RawCell | string) => {
    if (column >= limits.columns) {
      throw new FileRefusal({ kind: 'too-many-columns', row: rowNumber, limit: limits.columns })
    }
    const length = typeof cell === 'string' ? cell.length : cell.raw.length
    if (length > limits.cellChars) {
      throw new FileRefusal({ kind: 'cell-too-long', row: rowNumber, limit: limits.cellChars })
    }
    while (cells.length < column) cells.push(null)
    cells.push(cell)
  }

  const closeCell = () => {
    isInCell = false
    if (captured === '' && !isFormula) return
    const cell = readCell({ type, style, text: captured }, context) ?? refuseCell()
    if (isFormula)
      placeCell(typeof cell === 'string' ? { type: 'text', raw: cell, isFormula } : { ...cell, isFormula })
    else if (cell !== '') placeCell(cell)
  }

  const closeRow = () => {
    if (cells.length === 0) return
    allocated.cells += cells.length
    if (allocated.cells > limits.cells) throw new FileRefusal({ kind: 'too-many-cells', limit: limits.cells })
    if (isRowHidden) hiddenRows.push(rowNumber)
    context.onRow({ row: rowNumber, cells })
  }

  return {
    merges,
    hiddenRows,
    hiddenColumns,
    getFilter: () => filter,
    shortcut: takePlainCell,
    open(name, attributes) {
      switch (name) {
        case 'c':
          openCell(attributes)
          break
        case 'v':
          isCapturing = isInCell
          break
        case 't':
          isCapturing = isInCell && !isInPhonetic
          break
        case 'row':
          openRow(attributes)
          break
        case 'f':
          isFormula = isInCell
          break
        case 'rPh':
          isInPhonetic = true
          break
        case 'col':
          if (isXmlTrue(attributes.get('hidden'))) openHiddenColumns(attributes)
          break
        case 'autoFilter':
          filter ??= 'shown'
          break
        case 'filterColumn':
          filter = 'hiding'
          break
        case 'mergeCell':
          openMerge(attributes)
          break
      }
    },
    close(name) {
      switch (name) {
        case 'c':
          closeCell()
          break
        case 'v':
        case 't':
          isCapturing = false
          break
        case 'row':
          closeRow()
          break
        case 'rPh':
          isInPhonetic = false
          break
      }
    },
    text(text) {
      if (isCapturing) captured = captured === '' ? text : captured + text
    },
  }
}
