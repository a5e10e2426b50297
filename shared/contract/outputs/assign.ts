import type { z } from 'zod'
import type { AssignConflict, AssignConflictKind } from '../../domain/assign-conflict.ts'
import type { AssignOutcome } from '../../domain/assign-outcome.ts'
import type { AmazonMode } from '../../domain/shipment.ts'
import type { assignDraft } from '../inputs.ts'
import type { PlannedLoadView } from './load.ts'

export interface AssignRow {
  id: number
  fbaId: string
  mode: { before: AmazonMode; after: AmazonMode } | null
  carrier: { before: string | null; after: string | null } | null
  /** The rule that named a carrier, kept or not: its set's name, '' the standard set, and its place there from 1. */
  rule: { set: string; place: number; carrier: string } | null
  /** `after` is what the block would give now; the number is drawn only when applied. */
  pro: { before: string | null; after: string | null } | null
  /** The same PRO is proposed for other shipments. */
  isProShared: boolean
  /** Number of the load, with its key in the plan. */
  load: { before: string | null; after: string; key: string } | null
  /** Numbers passed over, and the shipment each stands on where it is still there. */
  usedPros: { number: string; fbaId: string | null }[]
  conflicts: AssignConflict[]
}

export interface AssignPreview {
  target: number
  /** Rows by what would happen to them; one filled in part has a conflict too. */
  outcomes: Record<AssignOutcome, number>
  conflicts: { kind: AssignConflictKind; count: number }[]
  carriers: number
  pros: number
  /** PRO numbers drawn for them, fewer where they are shared; passed-over ones count too. */
  drawn: number
  firstPro: string | null
  lastPro: string | null
  blockLeft: number | null
  /** Values that stand and are kept, which replacing would change. */
  kept: { carriers: number; pros: number; loads: number }
  loads: PlannedLoadView[]
  /** Something goes over the caps, or somebody is in two places at once: it wants a reason. */
  needsLoadReason: boolean
  /** The rule sets that were used, '' the standard set. */
  ruleSets: string[]
  /** Those that were asked for. */
  rows: AssignRow[]
}

export type AssignDraft = z.output<typeof assignDraft>

export interface AssignResult {
  shipments: number
  carriers: number
  pros: number
  /** Loads that shipments were put on, new ones and others. */
  loads: number
  firstPro: string | null
  lastPro: string | null
  /** What was left undone, by kind. */
  conflicts: { kind: AssignConflictKind; count: number }[]
}
