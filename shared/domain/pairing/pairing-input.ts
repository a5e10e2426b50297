import { fail } from '../../result.ts'
import { toInputCell } from './pairing-cell.ts'
import { findColumns } from './pairing-columns.ts'
import type { InputRow, PlaceOf, ReadLine, ReadList, SkippedLines } from './pairing-list.ts'
import { readRunningText } from './pairing-running-text.ts'
import { settleIntegers } from './pairing-sequence.ts'
import { readTable } from './pairing-table.ts'
import { splitTable } from './pairing-text-table.ts'
import { formatCellAddress, type RawRow } from '../sheet/raw-cell.ts'
import type { TrackingLine } from './tracking-line.ts'
import { createZeroedTailWatch } from '../sheet/zeroed-tail.ts'

export interface PairingList {
  lines: TrackingLine[]
  skipped: SkippedLines
}

/** One or two pasted columns, a carrier's table, or a message with numbers in it. */
export const parsePairingText = (text: string): TrackingLine[] => readPairingText(text).lines

/** The same with what was left out, counted. */
export function readPairingText(text: string): PairingList {
  const { rows, separator } = splitTable(text)
  return finishList(readRows(rows, separator, (line) => ({ line })))
}

export function readPairingRows(rows: readonly RawRow[], sheetName: string): PairingList {
  const inputRows = rows.map(({ row, cells }) => ({ row, cells: cells.map(toInputCell) }))
  const placeOf: PlaceOf = (row, column) => ({ sheet: sheetName, cell: formatCellAddress(column, row) })
  return finishList(readRows(inputRows, null, placeOf))
}

function readRows(rows: readonly InputRow[], separator: string | null, placeOf: PlaceOf): ReadList {
  const used = new Set<number>()
  for (const row of rows) {
    for (const [column, cell] of row.cells.entries()) if (cell.text.trim() !== '') used.add(column)
  }
  const only = [...used][0] ?? 0
  if (used.size <= 1)
    return readRunningText(
      rows.map((row) => ({ place: placeOf(row.row, only), cell: row.cells[only] ?? { text: '' } })),
      separator === null,
    )
  const columns = findColumns(rows)
  const isGrid = columns.tracking.length > 1 && !columns.hasLabels
  // Numbers in a row read on from line to line; a sheet's grid may be meant down its columns and is refused.
  if (isGrid && (separator === ',' || separator === ';' || rows.length === 1))
    return readRunningText(
      rows.map((row) => ({
        place: placeOf(row.row, 0),
        cell: { text: row.cells.map((cell) => cell.text).join(' | ') },
      })),
      false,
    )
  return readTable(rows, columns, placeOf)
}

function finishList({ lines, skipped }: ReadList): PairingList {
  settleIntegers(lines)
  const watch = createZeroedTailWatch<ReadLine>()
  for (const line of lines) if (line.trackingId.ok) watch.add(line.trackingId.value, () => line)
  for (const line of watch.list()) line.trackingId = fail({ kind: 'zeroed-tail', text: line.raw })
  return { lines: lines.map((line, index) => ({ index, ...line })), skipped }
}
