import type { FileProblem } from '../../domain/file-problem.ts'
import type { ForeignShape } from '../../domain/sheet/sheet-layout.ts'

export type ImportProblem =
  | { kind: 'file-refused'; fileName: string; problem: FileProblem }
  | { kind: 'token-unknown' }
  | { kind: 'draft-unknown'; draftId: number }
  | { kind: 'client-needed'; fileName: string }
  | { kind: 'same-file'; fileName: string; atMs: number }
  | { kind: 'nothing-to-import'; fileName: string }
  /** Every shipment of the file is another client's. */
  | { kind: 'all-claimed'; fileName: string; client: string; shipments: number }
  /** A file known for what it is, and not one to import. */
  | { kind: 'known-file'; fileName: string; shape: ForeignShape }
  | { kind: 'columns-to-confirm'; fileName: string; questions: number }
  | { kind: 'import-unknown'; importId: number }
  | { kind: 'watch-unreachable'; folder: string }
  | { kind: 'nothing-to-ask'; fileName: string }
