import type { RawRow, RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import { parserLimits } from './file-limits.ts'
import type { SheetFacts, TableSink } from './table-sink.ts'

/** Holds what a parser finds between two pieces of its input, because only then the sink can hold it back. */
export interface RowQueue {
  addRow: (row: RawRow) => void
  endSheet: (info: RawSheetInfo) => void
  passOn: () => Promise<void>
  /** Of the sheets that have ended. */
  facts: SheetFacts[]
}

interface Waiting {
  sheet: number
  rows: RawRow[]
  /** Set behind the sheet's last row. */
  info: RawSheetInfo | null
}

export function createRowQueue(sink: TableSink): RowQueue {
  const facts: SheetFacts[] = []
  let waiting: Waiting[] = []
  let rowCount = 0
  const getLast = () => {
    const last = waiting.at(-1)
    if (last !== undefined && last.info === null && last.rows.length < parserLimits.batchRows) return last
    const next: Waiting = { sheet: facts.length, rows: [], info: null }
    waiting.push(next)
    return next
  }
  return {
    facts,
    addRow(row) {
      rowCount += 1
      getLast().rows.push(row)
    },
    endSheet(info) {
      getLast().info = info
      facts.push({ name: info.name, isHidden: info.isHidden, rowCount })
      rowCount = 0
    },
    async passOn() {
      const due = waiting
      waiting = []
      for (const { sheet, rows, info } of due) {
        if (rows.length > 0) await sink.rows(sheet, rows)
        if (info !== null) await sink.sheet(info)
      }
    },
  }
}
