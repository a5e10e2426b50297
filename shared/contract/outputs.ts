import type { z } from 'zod'
import type { AssignConflict, AssignConflictKind } from '../domain/assign-conflict.ts'
import type { AssignOutcome } from '../domain/assign-outcome.ts'
import type { ClientCandidate } from '../domain/client-guess.ts'
import type { ClientForecast } from '../domain/defect-forecast.ts'
import type { ModeMark, ModeVerdict } from '../domain/mode-desk.ts'
import type { BlockProblem, CheckMethod, DrawProblem } from '../domain/pro-number.ts'
import type { CarrierRule, RuleProblem } from '../domain/carrier-rule.ts'
import type { CarrierKind, ProPolicy, TrackingStrategy } from '../domain/carrier.ts'
import type { FileProblem, PublishProblem, TemplateProblem } from '../domain/file-problem.ts'
import type { ImportDifference } from '../domain/import-plan.ts'
import type { ImportField } from '../domain/sheet/import-field.ts'
import type { CellProblem } from '../domain/sheet/imported-shipment.ts'
import type { Mismatch, PairingRule, PlannedMove, SkippedLines } from '../domain/pairing/pairing.ts'
import type { HeldScan } from '../domain/scan/plan-scan.ts'
import type { ScanOutcome } from '../domain/scan/scan-session.ts'
import type { PolicySettings } from '../domain/policy-settings.ts'
import type { ReissueProblem } from '../domain/reissue.ts'
import type { ReadinessReason, ShipmentStatus } from '../domain/readiness.ts'
import type { RulePackProblem } from '../domain/rule-pack/check-rule-pack.ts'
import type { Marketplace } from '../domain/rule-pack/marketplace.ts'
import type { Confidence, RuleLevel } from '../domain/rule-pack/rule.ts'
import type { ValueRefusal } from '../domain/shipment-edit.ts'
import type { ForeignShape, SheetLayout } from '../domain/sheet/sheet-layout.ts'
import type { StandIn } from '../domain/stand-in.ts'
import type { SheetNotice } from '../domain/sheet/sheet-notices.ts'
import type { EncodingPreview } from '../domain/sheet/text-encodings.ts'
import type { AmazonMode, RoadMode } from '../domain/shipment.ts'
import type { ValidityClock } from '../domain/validity-clock.ts'
import type { DueCheck } from '../domain/verify-due.ts'
import type { LeaseRefusal } from '../domain/number-lease.ts'
import type { NumberState, ReleaseRefusal } from '../domain/number-state.ts'
import type { DrawLock, OpenProblem, StoreProblem } from '../domain/store-problem.ts'
import type { assignDraft } from './inputs.ts'

export type { AssignConflict, AssignConflictKind, ConflictChoice } from '../domain/assign-conflict.ts'
export type { AssignOutcome } from '../domain/assign-outcome.ts'
export type { ClientCheck } from '../domain/missing-rate.ts'
export type { ShipmentFacets, ShipmentView } from '../domain/shipment-list.ts'

/** What can go wrong in a call, as data; the locales put it into words. */
export type CallProblem =
  | OpenProblem
  | StoreProblem
  | BlockProblem
  | DrawProblem
  | RuleProblem
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
  /** Its numbers were drawn before, spelt from other parts. */
  | { kind: 'block-drawn-before'; first: string }
  | { kind: 'block-unknown'; blockId: number }
  | { kind: 'nothing-to-release' }
  | { kind: 'number-not-released'; number: string; reason: ReleaseRefusal }
  | { kind: 'lease-refused'; fileName: string; reason: LeaseRefusal }
  | { kind: 'lock-answer'; lock: DrawLock | null }
  | { kind: 'carrier-unknown'; name: string }
  | { kind: 'client-unknown'; name: string }
  | { kind: 'shipment-unknown'; fbaId: string }
  | { kind: 'reissue-refused'; problem: ReissueProblem }
  | { kind: 'name-taken'; name: string }
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
  | { kind: 'rule-set-unknown'; name: string }
  | { kind: 'share-reason-missing' }
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
  /** Labels of earlier shipment IDs, a blank between two, the newest last. */
  formerBoxIds: string | null
  carrier: string | null
  /** `kept`: the check digit is wrong, and a reason for that is on file. */
  check: 'valid' | 'invalid' | 'kept' | 'unknown' | 'missing'
  /** Why the number stands there against a rule. */
  keptBecause: string | null
}

/** An ID that closes within 14 days, may be closed, or has to be looked up; the nearest first. */
export interface ClosingShipment {
  fbaId: string
  client: string
  clock: ValidityClock
  dueCheck: DueCheck | null
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
  position: number
  first: number
  last: number
  increment: number
  next: number
  lowStock: number
  isClosed: boolean
  isRetired: boolean
  firstNumber: string
  lastNumber: string
  nextNumber: string | null
  left: number
  issued: number
  released: number
  isLow: boolean
  /** For all open blocks of its carrier; null where nothing was drawn yet. */
  daysLeft: number | null
}

/** What drew a number last, as the history has it. */
export interface NumberBatch {
  command: string
  label: Record<string, string | number>
  who: string
  atMs: number
  isUndone: boolean
}

/** One number, or a run of them that nothing tells apart. */
export interface NumberView {
  first: string
  last: string
  count: number
  state: NumberState
  fbaId: string | null
  isExported: boolean
  batch: NumberBatch | null
}

export type NumberCounts = Record<NumberState, number>

export interface NumberStateView {
  number: string
  /** Null: outside every block. */
  block: { id: number; carrier: string } | null
  /** Null where the number is in no block, or in one but for its check digit. */
  state: NumberState | null
  /** What the check character should be; null where it is right or there is no block. */
  wantedCheck: string | null
  fbaId: string | null
  batch: NumberBatch | null
  /** It left the desk, or was about to when an export failed; then `exported` is null. */
  isExported: boolean
  exported: { id: number; atMs: number; folder: string } | null
}

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

/** First rule of its set that fits wins; null fits all. */
export interface RuleView extends Omit<CarrierRule, 'position'> {
  /** From 1, within its set. */
  place: number
  client: string | null
  carrier: string
}

export interface RuleSetView {
  /** Null: the standard set, which is always there and whose name is ''. */
  id: number | null
  name: string
  rules: number
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
  /** Of the rule pack, of a box's number or of the mode desk. */
  rule: string
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
  /** Set where the file's shipments are closed and only teach. */
  history: HistoryView | null
  problems: CellProblem[]
  /** Problems beyond those listed. */
  moreProblems: number
  /** Rows that only the client can mend. */
  clientQuestions: number
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
  mode: { before: AmazonMode; after: AmazonMode } | null
  carrier: { before: string | null; after: string | null } | null
  /** The rule that named a carrier, kept or not: its set's name, '' the standard set, and its place there from 1. */
  rule: { set: string; place: number; carrier: string } | null
  /** `after` is what the block would give now; the number is drawn only when applied. */
  pro: { before: string | null; after: string | null } | null
  /** The same PRO is proposed for other shipments. */
  isProShared: boolean
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
  kept: { carriers: number; pros: number }
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
  firstPro: string | null
  lastPro: string | null
  /** What was left undone, by kind. */
  conflicts: { kind: AssignConflictKind; count: number }[]
}

export interface PairingView {
  rule: PairingRule | null
  pairs: { boxRowId: number; boxName: string; fbaId: string; trackingId: string; before: string | null }[]
  /** Boxes that lose their number to one of the pairs. */
  moves: PlannedMove[]
  /** What was left out of the list. */
  skipped: SkippedLines
  /** Where one shipment is meant: whose numbers it takes, and how they stand on its boxes. */
  target: { fbaId: string; carrier: string | null; strategy: TrackingStrategy | null } | null
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

/** The shipment in hand at the scan station. */
export interface ScanShipment {
  id: number
  fbaId: string
  client: string
  carrier: string | null
  boxes: number
  paired: number
  /** The first box without a number, in the order of the boxes. */
  nextBoxId: string | null
}

export interface ScanAnswer {
  outcome: ScanOutcome
  /** What waits for its other half now. */
  held: HeldScan | null
  shipment: ScanShipment | null
}

/** A client's forecast, and the language its messages are written in. */
export interface ForecastView extends ClientForecast {
  language: 'zh-CN' | 'en'
}

export interface ForecastAnswer {
  on: string
  settings: PolicySettings
  /** One per client and marketplace, the worst first. */
  clients: ForecastView[]
}

/** A shipment on the mode desk. */
export interface ModeRow {
  id: number
  fbaId: string
  client: string
  language: 'zh-CN' | 'en'
  fc: string | null
  amazonMode: AmazonMode | null
  roadMode: RoadMode | null
  carrier: string | null
  pro: string | null
  boxes: number
  paired: number
  verdict: ModeVerdict
  /** The oldest first; `value` is the number of `same-number`. */
  marks: { mark: ModeMark; value: string; reason: string; who: string; atMs: number }[]
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
  blocks: { name: string; left: number; isLow: boolean; daysLeft: number | null }[]
  /** Why no number can be drawn. */
  drawLock: DrawLock | null
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
  /** Numbers that stand nowhere now and are never drawn again; null where there are none. */
  voided: { count: number; first: string; last: string } | null
}
