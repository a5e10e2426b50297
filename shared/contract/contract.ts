import { z } from 'zod'
import type { NumberCheck } from '../domain/number/tracking-number.ts'
import { readinessReasons } from '../domain/readiness.ts'
import { ruleLevels } from '../domain/rule-pack/rule.ts'
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
      })
      .strict(),
  ),
  'import.discard': call<null>().page(z.object({ draftId: rowId }).strict()),
  'import.commit': call<{
    imports: { draftId: number; shipments: number; boxes: number; changed: number; problems: number }[]
    failed: { draftId: number; fileName: string; problem: outputs.CallProblem }[]
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
    inputs.assignOptions.extend({ rowLimit: z.number().int().min(0).max(50_000).default(50_000) }),
  ),
  'assign.apply': call<outputs.AssignResult>().page(inputs.assignOptions.extend({ opId })),

  'pairing.preview': call<outputs.PairingView>().page(inputs.pairingInput),
  /** `order` is what the panel settled: for each box row its number's index, or null for a gap. */
  'pairing.apply': call<outputs.PairingResult>().page(
    inputs.pairingInput.extend({
      opId,
      order: z
        .array(z.object({ boxRowId: rowId, numberIndex: z.number().int().min(0).nullable() }).strict())
        .max(10_000)
        .optional(),
    }),
  ),

  /** `on`: by the rules of that day instead of today's. */
  'check.run': call<{
    clients: outputs.ClientCheck[]
    totals: outputs.ClientCheck
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

  'number.check': call<{ numbers: NumberCheck[] }>().page(
    z.object({ numbers: z.array(z.string().max(1_000)).max(100_000) }).strict(),
  ),

  'client.list': call<{ clients: outputs.ClientView[] }>().page(none),
  'client.save': call<{ id: number }>().page(inputs.clientInput.extend({ opId })),
  'carrier.list': call<{ carriers: outputs.CarrierView[] }>().page(none),
  'carrier.save': call<{ id: number }>().page(inputs.carrierInput.extend({ opId })),
  'block.list': call<{ blocks: outputs.BlockView[] }>().page(none),
  'block.add': call<{ id: number }>().page(inputs.blockInput.extend({ opId })),
  'rule.list': call<{ rules: outputs.RuleView[] }>().page(none),
  'rule.add': call<{ id: number }>().page(inputs.ruleInput.extend({ opId })),
  'rule.remove': call<null>().page(z.object({ opId, id: rowId }).strict()),
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
