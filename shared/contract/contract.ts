import { z } from 'zod'
import type { NumberReport } from '../domain/number/explain-number.ts'
import { modeMarks, modeStandings, type StandingCount } from '../domain/mode-desk.ts'
import { leastWindowDays, mostWindowDays, type PolicySettings } from '../domain/policy-settings.ts'
import { readinessReasons } from '../domain/readiness.ts'
import { ruleLevels } from '../domain/rule-pack/rule.ts'
import type { ReissueSummary } from '../domain/reissue.ts'
import { numberStates } from '../domain/number-state.ts'
import { textEncodings } from '../domain/sheet/text-encodings.ts'
import { call, type Call } from './call.ts'
import * as inputs from './inputs.ts'
import type * as outputs from './outputs.ts'

const { opId, rowId, fileToken } = inputs
const none = z.object({}).strict()

/** Every call of every door, once: name, audience, input, output. A call without a handler does not compile. */
export const contract = {
  'app.state': call<outputs.AppState>().page(none),
  'app.setWho': call<null>().page(z.object({ who: z.string().trim().min(1).max(100) }).strict()),

  'practice.open': call<{ files: { token: string; name: string }[] }>().page(none),
  'practice.close': call<null>().page(none),
  'practice.remove': call<null>().page(none),
  'practice.files': call<{
    files: { token: string; name: string }[]
    lists: { token: string; name: string }[]
  }>().page(none),

  'file.offer': call<{ token: string }>().door(
    z.object({ path: z.string(), name: z.string().optional() }).strict(),
  ),
  'folder.offer': call<{ token: string }>().door(z.object({ path: z.string() }).strict()),

  'import.open': call<{ drafts: outputs.DraftSummary[] }>().page(
    z.object({ files: z.array(fileToken).min(1).max(200), client: z.string().max(200).optional() }).strict(),
  ),
  'import.drafts': call<{ drafts: outputs.DraftSummary[] }>().page(none),
  'import.settle': call<outputs.DraftSummary>().page(
    z
      .object({
        draftId: rowId,
        client: z.string().trim().min(1).max(200).optional(),
        columns: z.array(inputs.columnChoice).max(2_000).optional(),
        /** Accept every proposed column as it stands. */
        acceptsAll: z.boolean().optional(),
        /** Reads a text file anew in this encoding. */
        encoding: z.enum(textEncodings).optional(),
        /** What was chosen for columns of this draft goes for all clients from its commit on. */
        teachesAll: z.boolean().optional(),
        /** The file's shipments are closed: they teach number blocks and layouts, and become no work. */
        isHistory: z.boolean().optional(),
      })
      .strict(),
  ),
  'import.discard': call<null>().page(z.object({ draftId: rowId }).strict()),
  'import.commit': call<{
    imports: outputs.CommittedImport[]
    failed: { draftId: number; fileName: string; problem: outputs.CallProblem }[]
    /** Old IDs of a file whose boxes and numbers did not go to the new one, and why. */
    refused: outputs.CallProblem[]
  }>().page(
    z
      .object({ opId, draftIds: z.array(rowId).min(1).max(200), overwritesTyped: z.boolean().default(false) })
      .strict(),
  ),
  /** Of a draft, or of what was imported. Without a folder it is saved beside the exports. */
  'import.returnToClient': call<outputs.ReturnedFile>().page(
    z
      .object({ opId, draftId: rowId.optional(), importId: rowId.optional(), folder: fileToken.optional() })
      .strict()
      .refine(({ draftId, importId }) => (draftId === undefined) !== (importId === undefined)),
  ),
  'import.list': call<{
    imports: { id: number; fileName: string; client: string; atMs: number; rows: number; problems: number }[]
  }>().page(none),

  'watch.get': call<outputs.WatchView>().page(none),
  /** Null switches it off. */
  'watch.set': call<outputs.WatchView>().page(z.object({ folder: fileToken.nullable() }).strict()),

  'shipment.page': call<{ total: number; rows: outputs.ShipmentView[] }>().page(
    z.object({ filter: inputs.shipmentFilter, sort: inputs.shipmentSort, ...inputs.page }).strict(),
  ),
  'shipment.facets': call<outputs.ShipmentFacets & { total: number; boxes: number; weightKg: number }>().page(
    z.object({ filter: inputs.shipmentFilter }).strict(),
  ),
  'shipment.ids': call<{ ids: number[] }>().page(
    z.object({ filter: inputs.shipmentFilter, sort: inputs.shipmentSort }).strict(),
  ),
  'shipment.edit': call<{ cells: number }>().page(
    z
      .object({
        opId,
        edits: z.array(inputs.shipmentEdit).min(1).max(200_000),
        /** Lets PRO numbers through that are something else, or that a load shares. */
        reason: inputs.reason.optional(),
        gesture: z.enum(['edit', 'paste', 'fill', 'clear', 'cut']),
      })
      .strict(),
  ),
  'shipment.provenance': call<{
    cells: { field: string; who: string; atMs: number; source: string | null; command: string }[]
  }>().page(z.object({ id: rowId }).strict()),

  'shipment.verify': call<{ shipments: number }>().page(inputs.verification.extend({ opId })),
  'reissue.preview': call<ReissueSummary>().page(inputs.reissue),
  'reissue.apply': call<ReissueSummary>().page(inputs.reissue.extend({ opId })),

  'box.page': call<{ total: number; rows: outputs.BoxView[] }>().page(
    z
      .object({
        filter: z
          .object({
            shipmentIds: z.array(rowId).max(50_000),
            missingOnly: z.boolean(),
            search: z.string().max(200_000),
          })
          .partial()
          .strict(),
        ...inputs.page,
      })
      .strict(),
  ),
  'box.edit': call<{ cells: number }>().page(
    z
      .object({
        opId,
        edits: z.array(inputs.boxEdit).min(1).max(200_000),
        gesture: z.enum(['edit', 'paste', 'fill', 'clear', 'cut']),
      })
      .strict(),
  ),

  'assign.preview': call<outputs.AssignPreview>().page(
    inputs.assignOptions.extend({ rowIds: inputs.assignRowIds }),
  ),
  /** The shipments behind a count of the preview. */
  'assign.ids': call<{ ids: number[] }>().page(inputs.assignOptions.extend({ of: inputs.assignCount })),
  'assign.apply': call<outputs.AssignResult>().page(inputs.assignOptions.extend({ opId })),
  /** The sheet as it was left; null after it was applied, and before it is opened first. */
  'assign.getDraft': call<{ draft: outputs.AssignDraft | null }>().page(none),
  'assign.keepDraft': call<null>().page(z.object({ draft: inputs.assignDraft.nullable() }).strict()),

  'pairing.preview': call<outputs.PairingView>().page(inputs.pairingInput),
  'pairing.apply': call<outputs.PairingResult>().page(inputs.pairingInput.extend({ opId })),

  'scan.shipment': call<outputs.ScanShipment | null>().page(z.object({ id: rowId }).strict()),
  /** One scan: it is held, stored with its other half, or refused. */
  'scan.take': call<outputs.ScanAnswer>().page(inputs.scanInput.extend({ opId })),
  /** Takes back the newest change if it is a scanned pair, and nothing else. */
  'scan.undo': call<outputs.UndoResult>().page(z.object({ opId }).strict()),

  /** `on`: by the rules of that day instead of today's. */
  'check.run': call<{
    clients: outputs.ClientCheck[]
    totals: outputs.ClientCheck
    /** IDs that close soon or have to be looked up. */
    closing: outputs.ClosingShipment[]
    judgedBy: { packId: string; day: string }
    clock: outputs.CallProblem | null
  }>().page(z.object({ client: z.string().max(200).optional(), on: inputs.day.optional() }).strict()),

  'policy.rules': call<{ packId: string; day: string; rules: outputs.PolicyRuleView[] }>().page(
    z.object({ on: inputs.day.optional() }).strict(),
  ),
  /** The text of a pack file; null for the pack that ships. */
  'policy.usePack': call<{ packId: string; rules: number }>().door(
    z.object({ opId, text: z.string().max(1_000_000).nullable() }).strict(),
  ),
  /** Null: back to the level of the pack. */
  'policy.setLevel': call<null>().page(
    z
      .object({
        opId,
        rule: z.enum(readinessReasons),
        level: z.enum(ruleLevels).nullable(),
        reason: inputs.reason,
      })
      .strict(),
  ),
  'override.list': call<{ overrides: outputs.OverrideView[] }>().page(
    z.object({ ids: z.array(rowId).max(50_000).optional() }).strict(),
  ),
  /** Without a value: whatever stands there now, on those that the rule holds. */
  'override.add': call<{ shipments: number }>().page(
    z
      .object({
        opId,
        ids: z.array(rowId).min(1).max(50_000),
        rule: z.enum(readinessReasons),
        value: z.string().max(200).optional(),
        reason: inputs.reason,
      })
      .strict(),
  ),
  'override.withdraw': call<null>().page(z.object({ opId, id: rowId }).strict()),

  /** Without a day: today's, as this computer has it. */
  'forecast.run': call<outputs.ForecastAnswer>().page(
    z
      .object({
        client: z.string().max(200).optional(),
        on: z.iso.date().optional(),
        /** Considered to have their numbers in the what-if; all that still can where it is left out. */
        filled: z.array(rowId).max(50_000).optional(),
      })
      .strict(),
  ),
  'policy.settings': call<PolicySettings>().page(none),
  'policy.setSettings': call<PolicySettings>().page(
    z
      .object({
        windowDays: z.number().int().min(leastWindowDays).max(mostWindowDays),
        acceptableRate: z.number().min(0).max(1).nullable(),
      })
      .strict(),
  ),

  /** `standings` counts all of the client's, whatever is listed. */
  'mode.list': call<{
    standings: StandingCount[]
    rows: outputs.ModeRow[]
  }>().page(
    z
      .object({
        client: z.string().max(200).optional(),
        standings: z.array(z.enum(modeStandings)).optional(),
        ids: z.array(rowId).max(50_000).optional(),
      })
      .strict(),
  ),
  'mode.markTwoTrucks': call<{ shipments: number }>().page(
    z.object({ opId, ids: z.array(rowId).min(1).max(1_000), reason: inputs.reason }).strict(),
  ),
  'mode.useSameNumber': call<{ boxes: number }>().page(
    z.object({ opId, id: rowId, number: z.string().trim().min(1).max(200), reason: inputs.reason }).strict(),
  ),
  'mode.removeMark': call<{ shipments: number }>().page(
    z.object({ opId, ids: z.array(rowId).min(1).max(1_000), mark: z.enum(modeMarks) }).strict(),
  ),

  'export.plan': call<outputs.ExportPlan>().page(
    z.object({ client: z.string().max(200).optional() }).strict(),
  ),
  'export.run': call<outputs.ExportResult>().page(
    z.object({ opId, client: z.string().max(200).optional(), folder: fileToken.optional() }).strict(),
  ),
  'export.list': call<{
    exports: {
      id: number
      atMs: number
      who: string
      folder: string
      files: number
      shipments: number
      rulePack: string | null
      judgedOn: string | null
    }[]
  }>().page(none),

  'history.list': call<{ entries: outputs.HistoryEntry[] }>().page(
    z.object({ limit: z.number().int().min(1).max(1_000).default(200) }).strict(),
  ),
  'history.undo': call<outputs.UndoResult>().page(z.object({ opId }).strict()),
  'history.redo': call<outputs.UndoResult>().page(z.object({ opId }).strict()),

  /** As tracking numbers, of all couriers or of one; with a SCAC as that carrier's PRO numbers. */
  'number.check': call<{ numbers: NumberReport[] }>().page(
    z
      .object({
        numbers: z.array(z.string().max(1_000)).max(100_000),
        courier: z.string().max(100).optional(),
        scac: inputs.scac.optional(),
      })
      .strict()
      .refine(({ courier, scac }) => courier === undefined || scac === undefined),
  ),

  'client.list': call<{ clients: outputs.ClientView[] }>().page(none),
  'client.save': call<{ id: number }>().page(inputs.clientInput.extend({ opId })),
  'carrier.list': call<{ carriers: outputs.CarrierView[] }>().page(none),
  'carrier.save': call<{ id: number }>().page(inputs.carrierInput.extend({ opId })),
  'block.list': call<{ blocks: outputs.BlockView[] }>().page(none),
  'block.add': call<{ id: number }>().page(inputs.blockInput.extend({ opId })),
  'block.change': call<null>().page(
    z
      .object({ opId, id: rowId, isClosed: z.boolean().optional(), lowStock: inputs.lowStock.optional() })
      .strict(),
  ),
  /** Among the blocks of its carrier, which are drawn from in order. */
  'block.move': call<null>().page(z.object({ opId, id: rowId, direction: z.enum(['up', 'down']) }).strict()),
  /** Without a state: assigned, void and released numbers together. */
  'block.numbers': call<{ counts: outputs.NumberCounts; total: number; rows: outputs.NumberView[] }>().page(
    z.object({ blockId: rowId, state: z.enum(numberStates).optional(), ...inputs.page }).strict(),
  ),
  /** Without a folder the file is saved beside the exports. */
  'block.lease': call<outputs.WrittenLease>().page(
    z
      .object({
        opId,
        blockId: rowId,
        count: z.number().int().min(1).max(10_000_000),
        /** Install id of the one desk that may accept it. */
        to: z.string().trim().toLowerCase().max(64),
        folder: fileToken.optional(),
        fileName: z.string().max(200).optional(),
      })
      .strict(),
  ),
  /** Without a carrier: the one with the lender's SCAC or name. */
  'block.accept': call<outputs.AcceptedLease>().page(
    z.object({ opId, file: fileToken, carrierId: rowId.optional() }).strict(),
  ),
  'number.state': call<outputs.NumberStateView>().page(
    z.object({ number: z.string().trim().min(1).max(64) }).strict(),
  ),
  /** All of a block that were never exported, or the numbers named; `isPreview` releases nothing. */
  'number.release': call<{ numbers: number }>().page(
    z
      .object({
        opId,
        blockId: rowId.optional(),
        numbers: z.array(z.string().max(64)).min(1).max(100_000).optional(),
        isPreview: z.boolean().default(false),
      })
      .strict()
      .refine(({ blockId, numbers }) => (blockId === undefined) !== (numbers === undefined)),
  ),
  /** A verified copy of the database, the ledger's head beside it. */
  'backup.write': call<{ file: string; bytes: number; ledgerHead: string }>().door(
    z.object({ path: z.string().min(1) }).strict(),
  ),
  'ledger.state': call<outputs.LedgerState>().page(none),
  'ledger.confirm': call<null>().page(
    z.object({ opId, answer: z.enum(['confirmed', 'moved', 'split']) }).strict(),
  ),
  'vehicle.list': call<{ vehicles: outputs.VehicleView[] }>().page(none),
  'vehicle.save': call<{ id: number }>().page(inputs.vehicleInput.extend({ opId })),
  'driver.list': call<{ drivers: outputs.DriverView[] }>().page(none),
  'driver.save': call<{ id: number }>().page(inputs.driverInput.extend({ opId })),
  /** By day and number. */
  'load.list': call<{ loads: outputs.LoadView[] }>().page(
    z.object({ from: inputs.day.optional(), to: inputs.day.optional() }).strict(),
  ),
  /** A new appointment goes to its shipments too. Without a reason nobody is put in two places at once. */
  'load.save': call<{ id: number }>().page(inputs.loadInput.extend({ opId })),
  /** Its shipments stand on no load then. */
  'load.remove': call<{ shipments: number }>().page(z.object({ opId, id: rowId }).strict()),
  'rule.list': call<{ sets: outputs.RuleSetView[]; rules: outputs.RuleView[] }>().page(none),
  'rule.save': call<{ id: number }>().page(inputs.ruleInput.extend({ opId })),
  /** One place up (-1) or down (1) in its set. */
  'rule.move': call<null>().page(
    z.object({ opId, id: rowId, by: z.union([z.literal(-1), z.literal(1)]) }).strict(),
  ),
  'rule.remove': call<null>().page(z.object({ opId, id: rowId }).strict()),
  'ruleSet.save': call<{ id: number }>().page(inputs.ruleSetInput.extend({ opId })),
  /** With its rules. */
  'ruleSet.remove': call<null>().page(z.object({ opId, id: rowId }).strict()),
  'layout.list': call<{ layouts: outputs.LayoutView[]; taught: outputs.TaughtHeadingView[] }>().page(none),
  'layout.forget': call<null>().page(z.object({ opId, id: rowId }).strict()),
  'layout.forgetHeading': call<null>().page(z.object({ opId, id: rowId }).strict()),
} as const satisfies Record<string, Call>

export type Contract = typeof contract
export type CallName = keyof Contract
/** As a caller writes it. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
/** As a handler gets it, after the door has parsed it. */
export type ParsedInput<N extends CallName> = z.output<Contract[N]['input']>
export type CallOutput<N extends CallName> =
  NonNullable<Contract[N]['output']> | Extract<Contract[N]['output'], null>

export type CallAnswer<N extends CallName> =
  { ok: true; value: CallOutput<N> } | { ok: false; problem: outputs.CallProblem }
