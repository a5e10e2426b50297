import type { DrawLock } from '../../domain/store-problem.ts'

export interface LedgerState {
  lock: DrawLock | null
  file: string
  /** The first line that is not what was written. */
  damagedAt: number | null
  head: string
  installId: string
  /** Taken out of a block and not in the database: given out after this copy was made, or burnt. */
  lost: { carrier: string; first: string; last: string; count: number }[]
}

export interface AcceptedLease {
  blockId: number
  carrier: string
  first: string
  last: string
  /** Of those lent: what this desk has in use or drew before is none of them. */
  usable: number
  count: number
}

export interface WrittenLease {
  fileName: string
  folder: string
  first: string
  last: string
  count: number
  /** To download where the door has no folders to show (browser host); else null. */
  download: string | null
}
