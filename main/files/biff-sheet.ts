import {
  formatCellAddress,
  type MergedRange,
  type RawCellValue,
  type RawRow,
  type RawSheetInfo,
} from '../../shared/domain/sheet/raw-cell.ts'
import { readBiffCells, readFormulaCell } from './biff-cells.ts'
import { biff, readBiffPart, refuseXls, type BiffRecord } from './biff-records.ts'
import { createBiffCursor, readBiffText } from './biff-text.ts'
import { worksheetPart, type BiffSheetEntry, type BiffWorkbook } from './biff-workbook.ts'
import type { FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'

const hiddenRowFlag = 0x20

export interface BiffSheet {
  info: RawSheetInfo
  /** In order of their numbers; only those with a value. */
  rows: RawRow[]
}

/** Reads one worksheet. `allocated` counts the cells over all sheets of the file. Throws FileRefusal. */
export function readBiffSheet(
  stream: Buffer,
  entry: BiffSheetEntry,
  workbook: BiffWorkbook,
  limits: FileLimits,
  allocated: { cells: number },
): BiffSheet {
  const { textFormat } = workbook
  const rows = new Map<number, RawCellValue[]>()
  const hidden = new Set<number>()
  const hiddenColumns = new Set<number>()
  const merges: MergedRange[] = []
  let filter: RawSheetInfo['filter']
  let awaited: { row: number; column: number } | null = null
  let isFirst = true

  const place = (row: number, column: number, cell: RawCellValue) => {
    if (cell === null) refuseXls(formatCellAddress(column, row + 1))
    if (row >= limits.rows) throw new FileRefusal({ kind: 'too-many-rows', limit: limits.rows })
    if (column >= limits.columns)
      throw new FileRefusal({ kind: 'too-many-columns', row: row + 1, limit: limits.columns })
    const text = typeof cell === 'string' ? cell : cell!.raw
    if (text.length > limits.cellChars)
      throw new FileRefusal({ kind: 'cell-too-long', row: row + 1, limit: limits.cellChars })
    const cells = rows.get(row) ?? []
    // Which of two values for one address counts would be a guess.
    if (cells[column] != null) refuseXls(formatCellAddress(column, row + 1))
    if (cell === '') return
    allocated.cells += Math.max(0, column + 1 - cells.length)
    if (allocated.cells > limits.cells) throw new FileRefusal({ kind: 'too-many-cells', limit: limits.cells })
    while (cells.length < column) cells.push(null)
    cells[column] = cell
    rows.set(row, cells)
  }
  const takeMerges = ({ data }: BiffRecord) => {
    for (let left = data.readUInt16LE(0), at = 2; left > 0; left -= 1, at += 8) {
      if (merges.length >= limits.merges)
        throw new FileRefusal({ kind: 'too-many-merges', limit: limits.merges })
      merges.push({
        top: data.readUInt16LE(at) + 1,
        bottom: data.readUInt16LE(at + 2) + 1,
        left: data.readUInt16LE(at + 4),
        right: data.readUInt16LE(at + 6),
      })
    }
  }
  const takeColumns = ({ data }: BiffRecord) => {
    if ((data.readUInt16LE(8) & 1) === 0) return
    const last = Math.min(data.readUInt16LE(2), limits.columns - 1, 255)
    for (let column = data.readUInt16LE(0); column <= last; column += 1) hiddenColumns.add(column)
  }
  const takeFormula = (record: BiffRecord) => {
    const [row, column] = [record.data.readUInt16LE(0), record.data.readUInt16LE(2)]
    const cell = readFormulaCell(record, workbook)
    if (cell === 'text') awaited = { row, column }
    else place(row, column, cell)
  }
  const takeFormulaText = (record: BiffRecord) => {
    if (awaited === null) return
    const raw = readBiffText(createBiffCursor(record), 2, textFormat)
    place(awaited.row, awaited.column, { type: 'text', raw, isFormula: true })
    awaited = null
  }

  for (const record of readBiffPart(stream, entry.start)) {
    const { type, data } = record
    if (isFirst && data.readUInt16LE(2) !== worksheetPart) refuseXls()
    isFirst = false
    if (type === biff.row) {
      if (data.readUInt16LE(12) & hiddenRowFlag) hidden.add(data.readUInt16LE(0))
    } else if (type === biff.columnInfo) takeColumns(record)
    else if (type === biff.mergeCells) takeMerges(record)
    else if (type === biff.autoFilterInfo) filter ??= 'shown'
    else if (type === biff.filterMode) filter = 'hiding'
    else if (type === biff.formula) takeFormula(record)
    else if (type === biff.string) takeFormulaText(record)
    else for (const { row, column, cell } of readBiffCells(record, workbook)) place(row, column, cell)
  }
  if (awaited !== null) refuseXls()

  const inOrder = [...rows].toSorted(([first], [second]) => first - second)
  return {
    info: {
      name: entry.name,
      isHidden: entry.isHidden,
      merges,
      hiddenRows: inOrder.filter(([row]) => hidden.has(row)).map(([row]) => row + 1),
      hiddenColumns: [...hiddenColumns].toSorted((first, second) => first - second),
      ...(filter === undefined ? {} : { filter }),
      ...(workbook.isDate1904 ? { isDate1904: true } : {}),
    },
    rows: inOrder.map(([row, cells]) => ({ row: row + 1, cells })),
  }
}
