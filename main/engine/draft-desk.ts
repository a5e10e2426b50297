import type { ClientCandidate } from '../../shared/domain/client-guess.ts'
import type { ImportDifference } from '../../shared/domain/import-changes.ts'
import type { ImportedShipment, CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import type { ColumnChoice, ReadTable } from '../../shared/domain/sheet/sheet-reader.ts'
import type { EncodingPreview, TextEncoding } from '../../shared/domain/sheet/text-encodings.ts'
import type { BlockHistory } from '../../shared/domain/used-numbers.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'

/** What the user settled for a file; with the stored file it is enough to rebuild the draft after a crash. */
export interface DraftChoices {
  columns: ColumnChoice[]
  acceptsAll: boolean
  /** What a text file is read as instead of what it seems to be. */
  encoding?: TextEncoding
  /** What was chosen for columns goes for all clients from the commit on. */
  teachesAll?: boolean
  /** The shipments are closed: they teach numbers and layouts, and nothing is asked about them. */
  isHistory?: boolean
}

/** A client's file, read and understood. */
export interface DraftContent {
  /** Of the bytes that were read. */
  sha256: string
  encoding: string | null
  /** The client whose layouts it was understood by; null: nobody knew whose file it is. */
  readAs: string | null
  /** Its tables, sheet by sheet. */
  sheets: ReadTable[]
  shipments: ImportedShipment[]
  problems: CellProblem[]
  rowCount: number
  /** Client names the file itself states. */
  clientNames: string[]
  /** Set where the file is Amazon's tracking workbook: it is kept and filled in place on export. */
  isTrackingWorkbook: boolean
}

export interface Draft {
  id: number
  fileName: string
  sha256: string
  clientName: string | null
  choices: DraftChoices
  content: DraftContent | null
  /** What a text file could be read as, where that makes a difference. */
  encodings: EncodingPreview[]
  /** What an import would do, as last compared with the database. */
  compared?: {
    content: DraftContent
    client: string
    revision: number
    isHistory: boolean
    difference: ImportDifference
    usedNumbers: BlockHistory[]
    revisionOf: { fileName: string; atMs: number } | null
  }
  problem: CallProblem | null
  /** Who may have sent it, where that is in doubt. */
  candidates?: ClientCandidate[]
}

/** Files opened and not yet committed. */
export interface DraftDesk {
  list(): Draft[]
  get(id: number): Draft | undefined
  put(draft: Draft): void
  remove(id: number): void
}

export function createDraftDesk(): DraftDesk {
  const drafts = new Map<number, Draft>()
  return {
    list: () => [...drafts.values()],
    get: (id) => drafts.get(id),
    put: (draft) => void drafts.set(draft.id, draft),
    remove: (id) => void drafts.delete(id),
  }
}
