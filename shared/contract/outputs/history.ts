export interface HistoryEntry {
  changeId: number
  kind: 'do' | 'undo' | 'redo'
  command: string
  label: Record<string, string | number>
  atMs: number
  who: string
  isUndone: boolean
  isReversible: boolean
}

export interface UndoResult {
  command: string
  label: Record<string, string | number>
  cells: number
  rows: number
  kept: number
  /** Numbers that stand nowhere now and are never drawn again; null where there are none. */
  /** `exported` of them stand in files that went out. */
  voided: { count: number; first: string; last: string; exported: number } | null
}
