import type { AssignConflictKind } from '../domain/assign.ts'
import type { ClientCandidate } from '../domain/client-guess.ts'
import type { BlockProblem, CheckMethod, DrawProblem } from '../domain/pro-number.ts'
import type { CarrierKind, ProPolicy, TrackingStrategy } from '../domain/carrier.ts'
import type { FileProblem, PublishProblem, TemplateProblem } from '../domain/file-problem.ts'
import type { ImportDifference } from '../domain/import-plan.ts'
import type { ImportField } from '../domain/sheet/import-field.ts'
import type { CellProblem } from '../domain/sheet/imported-shipment.ts'
import type { Mismatch, PairingRule } from '../domain/pairing/pairing.ts'
import type { ReadinessReason, ShipmentStatus } from '../domain/readiness.ts'
import type { RulePackProblem } from '../domain/rule-pack/check-rule-pack.ts'
import type { Marketplace } from '../domain/rule-pack/marketplace.ts'
import type { Confidence, RuleLevel } from '../domain/rule-pack/rule.ts'
import type { ValueRefusal } from '../domain/shipment-edit.ts'
import type { ForeignShape, SheetLayout } from '../domain/sheet/sheet-layout.ts'
import type { StandIn } from '../domain/stand-in.ts'
import type { SheetNotice } from '../domain/sheet/sheet-notices.ts'
import type { EncodingPreview } from '../domain/sheet/text-encodings.ts'
import type { AmazonMode } from '../domain/shipment.ts'
import type { OpenProblem, StoreProblem } from '../domain/store-problem.ts'

export type { AssignConflictKind } from '../domain/assign.ts'
export type { ClientCheck } from '../domain/missing-rate.ts'
export type { ShipmentFacets, ShipmentView } from '../domain/shipment-list.ts'

/** What can go wrong in a call, as data; the locales put it into words. */
export type CallProblem =
  | OpenProblem
  | StoreProblem
  | BlockProblem
  | DrawProblem
  | { kind: 'bad-input'; issues: string[] }
  | { kind: 'unknown-call'; name: string }
  | { kind: 'not-allowed'; name: string }
  | { kind: 'file-refused'; fileName: string; problem: FileProblem }
  | { kind: 'template-refused'; fbaId: string; problem: TemplateProblem }
  | { kind: 'not-published'; problem: PublishProblem }
  | { kind: 'cancelled' }
  | { kind: 'engine-gone' }
  /** A bug: the stack is in the log under the reference. */
  | { kind: 'bug'; reference: string }
  | { kind: 'token-unknown' }
  | { kind: 'draft-unknown'; draftId: number }
  | { kind: 'client-needed'; fileName: string }
  | { kind: 'same-file'; fileName: string; atMs: number }
  | { kind: 'nothing-to-import'; fileName: string }
  /** A file known for what it is, and not one to import. */
  | { kind: 'known-file'; fileName: string; shape: ForeignShape }
  | { kind: 'columns-to-confirm'; fileName: string; questions: number }
  | { kind: 'import-unknown'; importId: number }
  | { kind: 'watch-unreachable'; folder: string }
  | { kind: 'nothing-to-ask'; fileName: string }
  | { kind: 'carrier-unknown'; name: string }
  | { kind: 'client-unknown'; name: string }
  | { kind: 'name-taken'; name: string }
  | { kind: 'shipment-unknown'; fbaId: string }
  | { kind: 'value-refused'; field: string; value: string; reason: ValueRefusal; owner: string | null }
  /** No PRO of the shipment's own: it goes in with a reason only. `more` like it are in the same edit. */
  | {
      kind: 'stand-in'
      fbaId: string
      value: string
      standIn: StandIn | 'other-pro'
      owner: string | null
      more: number
    }
  /** Changing its level would let go out what is wrong in any case. */
  | { kind: 'rule-fixed'; rule: ReadinessReason }
  | { kind: 'rule-uncertain'; rule: ReadinessReason }
  | { kind: 'rule-pack-unreadable'; issues: string[] }
  | { kind: 'rule-pack-refused'; packId: string; problems: RulePackProblem[] }
  | { kind: 'never-let-through'; rule: ReadinessReason }
  | { kind: 'nothing-to-let-through'; rule: ReadinessReason }
  /** Days; the clock stands before the newest change. */
  | { kind: 'clock-in-past'; today: string; newest: string }
  | { kind: 'nothing-to-assign' }
  | { kind: 'nothing-to-pair' }
  | { kind: 'nothing-to-export' }

export interface BoxView {
  id: number
  shipmentId: number
  fbaId: string
  client: string
  position: number
  boxId: string | null
  trackingId: string | null
  isTrackingShared: boolean
  weightKg: number | null
  carrier: string | null
  check: 'valid' | 'invalid' | 'unknown' | 'missing'
}

export interface ClientView {
  id: number
  name: string
  folder: string | null
  language: 'zh-CN' | 'en'
  shipments: number
  layouts: number
}

export interface CarrierView {
  id: number
  name: string
  kind: CarrierKind
  scac: string | null
  amazonName: string
  strategy: TrackingStrategy
  courier: string | null
  proPolicy: ProPolicy
  isActive: boolean
  shipments: number
}

export interface BlockView {
  id: number
  carrierId: number
  carrier: string
  prefix: string
  width: number
  checkMethod: CheckMethod
  first: number
  last: number
  firstNumber: string
  lastNumber: string
  nextNumber: string | null
  left: number
  issued: number
}

/** First rule that fits wins; null fits all. */
export interface RuleView {
  id: number
  client: string | null
  fc: string | null
  amazonMode: AmazonMode | null
  carrier: string
}

/** One entry of the rule pack; a rule may have several, by marketplace and time. */
export interface PolicyRuleView {
  id: ReadinessReason
  marketplaces: readonly Marketplace[] | 'all'
  effectiveFrom: string | null
  effectiveTo: string | null
  isInForce: boolean
  isFixed: boolean
  canLetThrough: boolean
  packLevel: RuleLevel
  level: RuleLevel
  /** Null: a rule of the desk itself. */
  source: string | null
  confidence: Confidence
  limits: Readonly<Record<string, number>>
  change: { reason: string; who: string; atMs: number } | null
}

export interface OverrideView {
  id: number
  shipmentId: number
  fbaId: string
  rule: ReadinessReason
  value: string
  reason: string
  who: string
  atMs: number
  /** Whether it lets something through now. */
  isInForce: boolean
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
  problems: CellProblem[]
  /** Problems beyond those listed. */
  moreProblems: number
  /** Rows that only the client can mend. */
  clientQuestions: number
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

export interface AssignRow {
  id: number
  fbaId: string
  carrier: { before: string | null; after: string | null } | null
  /** `after` is what the block would give now; the number is drawn only when applied. */
  pro: { before: string | null; after: string | null } | null
  conflicts: AssignConflictKind[]
}

export interface AssignPreview {
  target: number
  fills: number
  unchanged: number
  conflicts: { kind: AssignConflictKind; count: number }[]
  carriers: number
  pros: number
  firstPro: string | null
  lastPro: string | null
  blockLeft: number | null
  rows: AssignRow[]
}

export interface AssignResult {
  shipments: number
  carriers: number
  pros: number
  firstPro: string | null
  lastPro: string | null
  conflicts: { kind: AssignConflictKind; count: number }[]
}

export interface PairingView {
  rule: PairingRule | null
  pairs: { boxRowId: number; boxName: string; fbaId: string; trackingId: string; before: string | null }[]
  mismatches: Mismatch[]
  /** Numbers in the order they were read. */
  numbers: { index: number; text: string; trackingId: string | null; place: string }[]
  /** Boxes of the target without a number after this pairing. */
  boxesLeft: number
  canWrite: boolean
}

export interface PairingResult {
  written: number
  shipments: number
}

export interface ExportPlan {
  folderName: string
  clients: {
    client: string
    folder: string
    shipments: number
    files: string[]
    added: number
    changed: number
    unchanged: number
  }[]
  leftOut: { id: number; fbaId: string; client: string; status: ShipmentStatus; reasons: ReadinessReason[] }[]
  ready: number
}

export interface ExportResult {
  exportId: number
  folder: string
  files: number
  shipments: number
  leftOut: number
  manifestSha256: string
  /** A ZIP to download where the door has no folders to show (browser host); else null. */
  download: string | null
}

export interface AppState {
  version: string
  workspace: 'own' | 'practice'
  hasPractice: boolean
  who: string
  databaseFile: string
  shipments: number
  notReady: number
  undo: { command: string; label: Record<string, string | number> } | null
  redo: { command: string; label: Record<string, string | number> } | null
  blocks: { name: string; left: number }[]
  /** Folder that exports go to unless the door chooses another. */
  exportFolder: string
  canPickFolder: boolean
}

export interface UndoResult {
  command: string
  label: Record<string, string | number>
  cells: number
  rows: number
  kept: number
}
