/** What can stop the database from being opened. */
export type OpenProblem =
  | { kind: 'database-newer'; file: string; version: number; known: number }
  | { kind: 'database-not-ours'; file: string }
  | { kind: 'database-in-use'; file: string }
  | { kind: 'database-damaged'; file: string; detail: string }
  | { kind: 'database-place'; file: string; reason: 'network' | 'link' | 'not-a-file' | 'synced-folder' }
  | { kind: 'database-unwritable'; file: string; code: string }

/**
 * Why no number is drawn until somebody has said what happened: the ledger is not there, lacks what the database has
 * drawn, or was changed; or the data came from another machine or folder.
 */
export type DrawLock = 'ledger-missing' | 'ledger-behind' | 'ledger-damaged' | 'other-install'

/** What can stop a change from being stored. Nothing was written, unless `commit-in-doubt` says so. */
export type StoreProblem =
  | OpenProblem
  | { kind: 'disk-full'; path: string; freeMb: number | null }
  | { kind: 'commit-in-doubt'; opId: string; code: string }
  | { kind: 'row-moved-on'; entity: string; id: number; field: string }
  | { kind: 'drawing-locked'; lock: DrawLock }
  | { kind: 'nothing-to-undo' }
  | { kind: 'nothing-to-redo' }
