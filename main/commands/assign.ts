import { applyChange } from '../../db/change-log.ts'
import { getCarrierRules, getCarriers } from '../../db/carrier.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { readNumbersToAvoid } from '../../db/numbers-on-file.ts'
import { getAllPros } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { AssignPreview, CallProblem } from '../../shared/contract/outputs.ts'
import {
  planAssign,
  type AssignConflictKind,
  type AssignContext,
  type AssignPlan,
  type AssignRow,
  type AssignTarget,
} from '../../shared/domain/assign.ts'
import { countLeft, formatProNumber, type NumberBlock } from '../../shared/domain/pro-number.ts'
import { sortShipments } from '../../shared/domain/shipment-list.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext, Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'

type Options = Omit<ParsedInput<'assign.preview'>, 'rowLimit'>

/** The same plan that apply would make now; nothing is drawn. */
export const previewAssign: Handler<'assign.preview'> = (context, { rowLimit, ...options }) => {
  const planned = plan(context, options)
  if (!planned.ok) return planned
  const { targets, inputs, outcome } = planned.value
  const names = new Map(inputs.carriers.map((carrier) => [carrier.id, carrier.name]))
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  const pros = outcome.rows.filter((row) => row.pro !== null)
  const isFilled = (row: AssignRow) => row.carrierId !== null || row.pro !== null
  const preview: AssignPreview = {
    target: targets.length,
    fills: outcome.rows.filter(isFilled).length,
    unchanged: outcome.rows.filter((row) => !isFilled(row) && row.conflicts.length === 0).length,
    conflicts: countConflicts(outcome.rows),
    carriers: outcome.rows.filter((row) => row.carrierId !== null).length,
    pros: pros.length,
    firstPro: pros[0]?.pro?.after ?? null,
    lastPro: pros.at(-1)?.pro?.after ?? null,
    blockLeft: getBlockLeft(inputs, options),
    rows: outcome.rows.slice(0, rowLimit).map((row) => ({
      id: row.id,
      fbaId: row.fbaId,
      carrier: row.carrierId && { before: nameOf(row.carrierId.before), after: nameOf(row.carrierId.after) },
      pro: row.pro,
      conflicts: row.conflicts,
    })),
  }
  return ok(preview)
}

/** Carriers and PRO numbers in one transaction; numbers are drawn inside it and never again free. */
export const applyAssign: Handler<'assign.apply'> = (context, { opId, ...options }) => {
  const touched: number[] = []
  const request = toRequest(context, opId, 'assign', {})
  const applied = applyChange(context.store, request, () => {
    const planned = plan(context, options)
    if (!planned.ok) return planned
    const { outcome } = planned.value
    if (outcome.cells.length === 0) return fail(explainNothing(outcome.rows, planned.value.inputs, options))
    const filled = outcome.rows.filter((row) => row.carrierId !== null || row.pro !== null)
    touched.push(...filled.map((row) => row.id))
    const pros = outcome.rows.filter((row) => row.pro !== null)
    const result = {
      shipments: filled.length,
      carriers: outcome.rows.filter((row) => row.carrierId !== null).length,
      pros: pros.length,
      firstPro: pros[0]?.pro?.after ?? null,
      lastPro: pros.at(-1)?.pro?.after ?? null,
      conflicts: countConflicts(outcome.rows),
    }
    const label = { shipments: result.shipments, carriers: result.carriers, pros: result.pros }
    return ok({ patch: { inserts: [], cells: outcome.cells }, draws: outcome.draws, label, result })
  })
  if (!applied.ok) return applied
  context.index.refresh(touched)
  context.emit('changed', { shipments: touched, lists: true })
  return ok(applied.value.result)
}

function plan(
  context: CommandContext,
  options: Options,
): Result<{ targets: AssignTarget[]; inputs: AssignContext; outcome: AssignPlan }, CallProblem> {
  const { store, index } = context
  let taken: Set<string> | null = null
  const blocks = getNumberBlocks(store)
  const inputs: AssignContext = {
    carriers: getCarriers(store),
    rules: getCarrierRules(store),
    blocks,
    isProTaken: (number) => (taken ??= readTakenNumbers(store, blocks)).has(number),
  }
  const carrier = findCarrier(inputs, options.carrier)
  if (carrier === null) return fail({ kind: 'carrier-unknown', name: options.carrier })
  const except = new Set(options.except)
  const rows = sortShipments(index.select(options.filter), null).filter((row) => !except.has(row.id))
  // The index is level with the database here, and the change log checks every cell's `before` again.
  const targets = rows.map((row) => ({ shipment: row, clientId: row.clientId, status: row.status }))
  return ok({ targets, inputs, outcome: planAssign(targets, { ...options, carrier }, inputs) })
}

/** PRO numbers that stand on a shipment, and numbers of the blocks that are an appointment or a tracking ID. */
function readTakenNumbers(store: Store, blocks: readonly NumberBlock[]): Set<string> {
  const ranges = blocks.map((block) => ({
    first: formatProNumber(block, block.first),
    last: formatProNumber(block, block.last),
  }))
  const taken = getAllPros(store)
  for (const number of readNumbersToAvoid(store, ranges)) taken.add(number)
  return taken
}

function findCarrier({ carriers }: AssignContext, text: string): number | 'auto' | null {
  if (text === 'auto') return 'auto'
  const wanted = text.trim().toUpperCase()
  const found = carriers.find((carrier) => carrier.name.toUpperCase() === wanted || carrier.scac === wanted)
  return found?.id ?? null
}

/** Why not one cell is filled: that no number is left says more than that there is nothing to do. */
function explainNothing(
  rows: readonly AssignRow[],
  { blocks }: AssignContext,
  { blockId }: Options,
): CallProblem {
  const countRows = (kind: AssignConflictKind) => rows.filter((row) => row.conflicts.includes(kind)).length
  const wanted = countRows('block-runs-out')
  const blockIds = blockId === null ? blocks.map((block) => block.id) : [blockId]
  if (wanted > 0) return { kind: 'block-runs-out', wanted, left: 0, blockIds }
  return countRows('no-block') > 0 ? { kind: 'no-block', carrierId: null } : { kind: 'nothing-to-assign' }
}

function countConflicts(rows: readonly AssignRow[]): { kind: AssignConflictKind; count: number }[] {
  const counts = new Map<AssignConflictKind, number>()
  for (const row of rows) for (const kind of row.conflicts) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].map(([kind, count]) => ({ kind, count }))
}

function getBlockLeft({ blocks }: AssignContext, options: Options): number | null {
  const usable = options.blockId === null ? blocks : blocks.filter((block) => block.id === options.blockId)
  return usable.length === 0 ? null : usable.reduce((sum, block) => sum + countLeft(block), 0)
}
