/** What was found where a table was expected. */
export type ForeignContent =
  'pdf' | 'image' | 'archive' | 'html' | 'xml' | 'word' | 'slides' | 'mail' | 'binary'

/** Why a file cannot be read as a table. `entry` is a part inside a workbook, `row` a 1-based record number. */
export type FileProblem =
  | { kind: 'missing' }
  | { kind: 'is-folder' }
  | { kind: 'not-permitted' }
  | { kind: 'locked' }
  | { kind: 'unreadable'; code: string }
  | { kind: 'empty' }
  | { kind: 'too-large'; bytes: number; limit: number }
  | { kind: 'not-a-table'; found: ForeignContent }
  | { kind: 'not-a-workbook' }
  | { kind: 'legacy-xls' }
  | { kind: 'damaged-xls'; cell?: string }
  | { kind: 'unknown-code-page'; codePage: number }
  | { kind: 'encrypted' }
  | { kind: 'damaged-zip'; entry?: string }
  | { kind: 'too-many-entries'; limit: number }
  | { kind: 'duplicate-entry'; entry: string }
  | { kind: 'unsafe-entry'; entry: string }
  | { kind: 'bomb'; entry: string; limit: number }
  | { kind: 'doctype'; entry: string }
  | { kind: 'too-deep'; entry: string; limit: number }
  | { kind: 'damaged-xml'; entry: string; cell?: string }
  | { kind: 'unknown-encoding' }
  | { kind: 'nul-character'; row: number }
  | { kind: 'unclosed-quote'; row: number }
  | { kind: 'misplaced-quote'; row: number }
  | { kind: 'too-many-rows'; limit: number }
  | { kind: 'too-many-columns'; row: number; limit: number }
  | { kind: 'too-many-cells'; limit: number }
  | { kind: 'too-many-sheets'; limit: number }
  | { kind: 'too-many-merges'; limit: number }
  | { kind: 'cell-too-long'; row: number; limit: number }
  | { kind: 'record-too-long'; limit: number }
  | { kind: 'parser-crashed' }
  | { kind: 'parser-timeout'; limitMs: number }
  | { kind: 'parser-memory'; limit: number }
  | { kind: 'cancelled' }

/** Why a tracking workbook cannot be read or filled. Cells are A1 addresses. */
export type TemplateProblem =
  | { kind: 'unreadable-file'; problem: FileProblem }
  | { kind: 'not-that-layout'; cell?: string }
  | { kind: 'shipment-differs'; expected: string; found: string }
  | { kind: 'duplicate-box'; boxId: string; cells: string[] }
  | { kind: 'boxes-differ'; notInTemplate: string[]; notInBatch: string[] }

/** Why an export folder could not be published. Nothing of it is left at the target. */
export type PublishProblem =
  | { kind: 'disk-full'; path: string }
  | { kind: 'locked'; path: string }
  | { kind: 'target-exists'; path: string }
  | { kind: 'not-a-folder'; path: string }
  | { kind: 'unwritable'; path: string; code: string }
  | { kind: 'not-as-written'; path: string }
  | { kind: 'cancelled'; path: string }
