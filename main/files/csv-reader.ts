import type { RawCellValue, RawRow, RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import { parseCsvRecords } from './csv-records.ts'
import { parserLimits, type FileLimits } from './file-limits.ts'
import { FileRefusal } from './file-refusal.ts'
import type { SheetFacts, TableSink } from './table-sink.ts'

const info: RawSheetInfo = { name: '', isHidden: false, merges: [], hiddenRows: [], hiddenColumns: [] }

/** Null for a record without any value. The record becomes the row: it is nobody else's. */
function makeRow(record: string[], row: number, limits: FileLimits): RawRow | null {
  const cells: RawCellValue[] = record
  let last = -1
  for (let index = 0; index < record.length; index += 1) {
    const field = record[index]!
    if (field === '') {
      cells[index] = null
      continue
    }
    last = index
    if (field.length > limits.cellChars) {
      throw new FileRefusal({ kind: 'cell-too-long', row, limit: limits.cellChars })
    }
  }
  if (last >= limits.columns) throw new FileRefusal({ kind: 'too-many-columns', row, limit: limits.columns })
  return last === -1 ? null : { row, cells }
}

function countUnreadable(text: string): number {
  let count = 0
  for (let at = text.indexOf('\uFFFD'); at !== -1; at = text.indexOf('\uFFFD', at + 1)) count += 1
  return count
}

/**
 * Reads delimited text into the sink as one sheet without a name. A row keeps the width of its record, so that
 * ragged rows can be told; records without a value are counted but not handed on. Throws FileRefusal.
 */
export async function readCsv(
  text: string,
  delimiter: string,
  sink: TableSink,
  limits: FileLimits,
): Promise<SheetFacts[]> {
  let batch: RawRow[] = []
  let recordCount = 0
  let rowCount = 0
  let cellCount = 0
  const passOn = async () => {
    const rows = batch
    batch = []
    await sink.rows(0, rows)
  }
  sink.begin?.(info)
  for (const records of parseCsvRecords(text, delimiter, limits)) {
    for (const record of records) {
      recordCount += 1
      if (recordCount > limits.rows) throw new FileRefusal({ kind: 'too-many-rows', limit: limits.rows })
      cellCount += record.length
      if (cellCount > limits.cells) throw new FileRefusal({ kind: 'too-many-cells', limit: limits.cells })
      const row = makeRow(record, recordCount, limits)
      if (row === null) continue
      rowCount += 1
      if (batch.push(row) >= parserLimits.batchRows) await passOn()
    }
  }
  if (batch.length > 0) await passOn()
  const unreadableCharacters = countUnreadable(text)
  await sink.sheet({ ...info, ...(unreadableCharacters > 0 ? { unreadableCharacters } : {}) })
  return [{ name: info.name, isHidden: false, rowCount }]
}
