import type { RawRow, RawSheetInfo } from '../../shared/domain/sheet/raw-cell.ts'
import type { EncodingPreview } from '../../shared/domain/sheet/text-encodings.ts'
import type { FileLimits } from './file-limits.ts'

/** `name` stands in for the path where only bytes are at hand: its extension tells what the user thinks it is. */
export type TableFile = { path: string } | { bytes: Uint8Array; name?: string }

/**
 * Takes what a reader finds. A sheet's rows come first, in batches and in order; `sheet` follows behind its
 * last row, because merged ranges stand there in the file. Sheets come in the workbook's order, empty ones
 * too. A promise answered by either holds the reader back.
 *
 * Until readTable answers `ok`, everything taken is provisional: damage may show at the very end of a file.
 */
export interface TableSink {
  /**
   * Comes before a sheet's first rows where nothing behind them will change how they are read: it has no merged cells.
   * Its hidden rows are not in `info` yet.
   */
  begin?: (info: RawSheetInfo) => void
  rows: (sheetIndex: number, rows: RawRow[]) => void | Promise<void>
  sheet: (info: RawSheetInfo) => void | Promise<void>
  /** What a text could be read as, where that makes a difference. Comes first, also before a refusal. */
  encodings?: (previews: EncodingPreview[]) => void | Promise<void>
}

export interface ReadOptions {
  /** What the user chose for a text file instead of detection: a WHATWG label such as `big5`. */
  encoding?: string
  /** Characters that are not in the chosen encoding become U+FFFD instead of a refusal. */
  marksUnreadable?: boolean
  delimiter?: string
  limits?: Partial<FileLimits>
  signal?: AbortSignal
}

export interface SheetFacts {
  name: string
  isHidden: boolean
  /** Rows that hold a value. */
  rowCount: number
}

export interface FileFacts {
  type: 'xlsx' | 'xls' | 'csv' | 'xml' | 'html'
  encoding?: string
  delimiter?: string
  /** Hex, of the file's exact bytes. */
  sha256: string
  bytes: number
  sheets: SheetFacts[]
}
