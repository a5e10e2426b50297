import type { FoundText } from './pairing-find.ts'
import type { LineProblem, TrackingLine, TrackingPlace } from './tracking-line.ts'

/** A cell or a line of text; `problem` is what its file's cell type already refuses. */
export interface InputCell {
  text: string
  problem?: LineProblem
  /** The file stored a number, so that zeros in front may be gone. */
  isNumeric?: true
}

export interface InputRow {
  /** 1-based. */
  row: number
  cells: InputCell[]
}

/** 0-based column and 1-based row to a place a person can find. */
export type PlaceOf = (row: number, column: number) => TrackingPlace

/** A line before it is settled whether its whole number is a sequence. */
export interface ReadLine extends Omit<TrackingLine, 'index'> {
  integer?: string
  /** The column's heading says that its whole numbers count boxes. */
  isIntegerNamed?: true
}

export interface SkippedLines {
  blank: number
  /** Headings, greetings, totals: text that holds neither a number nor the place of one. */
  words: number
  /** Rows that the carrier's file marks as voided. */
  voided: number
}

export interface ReadList {
  lines: ReadLine[]
  skipped: SkippedLines
}

type Labels = Pick<TrackingLine, 'boxId' | 'fbaId' | 'sequence' | 'sequenceTotal'>

/** Several labels of a kind are kept as one text that names nothing. */
export function getLabels(found: Pick<FoundText, 'boxIds' | 'fbaIds' | 'sequence'>): Labels {
  const labels: Labels = {}
  if (found.boxIds.length > 0) labels.boxId = found.boxIds.join(' ')
  if (found.fbaIds.length > 0) labels.fbaId = found.fbaIds.join(' ')
  if (found.sequence) {
    labels.sequence = found.sequence.position
    if (found.sequence.total !== undefined) labels.sequenceTotal = found.sequence.total
  }
  return labels
}
