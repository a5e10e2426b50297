import type { ClientCandidate } from '../../domain/client-guess.ts'
import type { ImportDifference } from '../../domain/import-plan.ts'
import type { ImportField } from '../../domain/sheet/import-field.ts'
import type { CellProblem } from '../../domain/sheet/imported-shipment.ts'
import type { SheetLayout } from '../../domain/sheet/sheet-layout.ts'
import type { SheetNotice } from '../../domain/sheet/sheet-notices.ts'
import type { EncodingPreview } from '../../domain/sheet/text-encodings.ts'
import type { CallProblem } from './problem.ts'

export interface DraftSummary {
  draftId: number
  fileName: string
  /** known: nothing to ask · confirm: columns to settle · new: client or layout not known · refused: not readable. */
  verdict: 'known' | 'confirm' | 'new' | 'refused' | 'same-file'
  problem: CallProblem | null
  client: string | null
  /** Who may have sent it and why, where that is in doubt. */
  candidates: ClientCandidate[]
  encoding: string | null
  /** What a text file could be read as, where that makes a difference; to choose from when `encoding` is not known. */
  encodings: EncodingPreview[]
  sheets: DraftSheet[]
  questions: number
  /** Headings whose field was chosen here. */
  corrections: number
  /** They go for all clients from the commit on. */
  teachesAll: boolean
  /** The import this file revises; what is gone is gone against that. */
  revisionOf: { fileName: string; atMs: number } | null
  difference: ImportDifference | null
  /** Set where the file's shipments are closed and only teach. */
  history: HistoryView | null
  problems: CellProblem[]
  /** Problems beyond those listed. */
  moreProblems: number
  /** Rows that only the client can mend. */
  clientQuestions: number
}

export interface DraftSheet {
  index: number
  name: string
  layout: SheetLayout
  rows: number
  skipped: { blank: number; totals: number; held: number }
  notices: SheetNotice[]
  /** First rows as shown, for the raw view; heading rows among them. */
  preview: { row: number; cells: string[] }[]
}

export interface CommittedImport {
  draftId: number
  shipments: number
  boxes: number
  changed: number
  problems: number
  /** Of an old sheet. */
  history?: HistoryView
}

/** What an old sheet teaches the number blocks; numbers as they are printed. */
export interface HistoryView {
  blocks: {
    firstNumber: string
    lastNumber: string
    /** Numbers that the sheet names, and those between them that it does not. None is given out any more. */
    used: number
    skipped: number
    /** Null: the block is used up. */
    nextNumber: string | null
    /** Used numbers so far ahead that the block does not go behind them. */
    far: string[]
  }[]
}

/** The folder whose new files are opened as drafts. */
export interface WatchView {
  /** Null: off. */
  folder: string | null
  /** False in a browser and in practice. */
  canWatch: boolean
  isReachable: boolean
}

/** The client's own file with its questions, as saved. */
export interface ReturnedFile {
  fileName: string
  folder: string
  /** Rows with a question. */
  questions: number
  /** False: a list of questions was written, since the file takes no column. */
  isOwnFile: boolean
  /** To download where the door has no folders to show (browser host); else null. */
  download: string | null
}

export interface LayoutView {
  id: number
  clientId: number
  client: string
  columns: string[]
}

/** A heading taught for all clients. */
export interface TaughtHeadingView {
  id: number
  heading: string
  /** Null: kept as an extra column. */
  field: ImportField | null
}
