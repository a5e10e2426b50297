import { keepLastUsedSet } from '../../db/carrier-rule.ts'
import { applyChange } from '../../db/change-log.ts'
import { takeRowIds } from '../../db/row-ids.ts'
import { readAssignedCells } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { AssignResult, CallProblem } from '../../shared/contract/outputs.ts'
import { isLeftOpen, type AssignConflictKind } from '../../shared/domain/assign-conflict.ts'
import { isLeaveAlone } from '../../shared/domain/assign-outcome.ts'
import { isFilled, type AssignRow as PlannedRow } from '../../shared/domain/assign-row.ts'
import { countNewLoads, writeLoads } from '../../shared/domain/assign-load-patch.ts'
import { fail, ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { toRequest } from './change-request.ts'
import { countConflicts, sumUpAssign } from './count-assign.ts'
import { putBeside } from './put-beside.ts'
import { planOverrides, type WantedOverride } from './plan-overrides.ts'
import { planAssignNow, type AssignInput, type PlannedAssign } from './plan-assign.ts'

/**
 * Carriers and PRO numbers in one transaction; numbers are drawn inside it and never again free. Says what the database
 * holds afterwards.
 */
export const applyAssign: Handler<'assign.apply'> = (desk, { opId, ...input }) => {
  if (input.wantsPro && input.sharesPro && input.shareReason.trim() === '')
    return fail({ kind: 'share-reason-missing' })
  let filled: PlannedRow[] = []
  const request = toRequest(desk, opId, 'assign', {})
  const applied = applyChange<AssignResult, CallProblem>(desk.store, request, (store) => {
    const planned = planAssignNow(desk, input)
    if (!planned.ok) return planned
    const { rows, cells, draws, loads } = planned.value.plan
    if (loads.loads.some((load) => load.needsReason) && input.loadReason.trim() === '')
      return fail({ kind: 'load-reason-missing' })
    const isNothing = cells.length === 0 && loads.loads.length === 0
    if (isNothing) return fail(explainNothing(rows, planned.value, input))
    filled = rows.filter(isFilled)
    const sums = sumUpAssign(rows)
    const result = {
      shipments: filled.length,
      ...sums,
      loads: loads.loads.length,
      conflicts: countConflicts(rows, isLeftOpen),
    }
    const { carriers, pros } = sums
    const label = {
      shipments: filled.length,
      carriers,
      pros,
      ...getLoadLabel(loads.loads.length),
      ...getShareLabel(filled, input),
    }
    const shared = filled.filter((row) => row.isProShared).map(toOverride)
    // Why one PRO stands on several shipments is kept with each of them.
    const loadPatch = planLoadPatch(store, planned.value, input.loadReason.trim())
    const inserts = [...loadPatch.inserts, planOverrides(desk, store, shared, input.shareReason.trim())]
    const writeRecords = () => keepUsedSet(store, planned.value, input)
    return ok({
      patch: { inserts, cells: putBeside(cells, loadPatch.cells), removes: loadPatch.removes },
      draws,
      writeRecords,
      label,
      result,
    })
  })
  if (!applied.ok) return applied
  if (applied.value.wasDone) return ok(applied.value.result)
  const touched = filled.map((row) => row.id)
  desk.index.refresh(touched)
  desk.emit('changed', { shipments: touched, lists: true })
  return ok({ ...applied.value.result, ...countStored(desk.store, filled) })
}

const getLoadLabel = (loads: number) => (loads === 0 ? {} : { loads })

function planLoadPatch(store: Store, { plan, targets }: PlannedAssign, reason: string) {
  const fresh = countNewLoads(plan.loads)
  const firstId = fresh === 0 ? 0 : takeRowIds(store, 'load', fresh)
  const shipments = new Map(targets.map(({ shipment }) => [shipment.id, shipment]))
  return writeLoads(plan.loads, plan.rows, firstId, reason, (id) => shipments.get(id)!)
}

/** Read back from the database, so that what is said is what stands there. */
function countStored(store: Store, filled: readonly PlannedRow[]) {
  const standing = readAssignedCells(
    store,
    filled.map((row) => row.id),
  )
  let carriers = 0
  let pros = 0
  let shipments = 0
  const loads = new Set<number>()
  for (const row of filled) {
    const stored = standing.get(row.id)
    if (!stored) continue
    const hasCarrier = row.carrierId !== null && stored.carrierId === row.carrierId.after
    const hasPro = row.pro !== null && stored.pro === row.pro.after
    if (hasCarrier) carriers++
    if (hasPro) pros++
    const hasLoad = row.load !== null && stored.loadId !== null && stored.loadId !== row.load.before
    if (hasLoad) loads.add(stored.loadId!)
    if (hasCarrier || hasPro || hasLoad || stored.amazonMode === row.mode?.after) shipments++
  }
  return { shipments, carriers, pros, loads: loads.size }
}

const toOverride = (row: PlannedRow): WantedOverride => ({
  shipmentId: row.id,
  rule: 'pro-repeated',
  value: row.pro!.after,
})

function getShareLabel(filled: readonly PlannedRow[], { shareReason }: AssignInput) {
  const shared = filled.filter((row) => row.isProShared).length
  return shared === 0 ? {} : { shared, reason: shareReason.trim() }
}

function keepUsedSet(store: Store, { targets, getSetId }: PlannedAssign, input: AssignInput): void {
  if (!input.wantsCarrier || input.carrier !== 'auto' || input.rules === null) return
  const clientIds = new Set(targets.map((target) => target.clientId))
  const [first] = clientIds
  if (first !== undefined) keepLastUsedSet(store, clientIds, getSetId(first))
}

/** What stands and what is left alone is no want of something. */
const isKept = (kind: AssignConflictKind): boolean => kind.endsWith('-kept') || isLeaveAlone(kind)

/** Why not one cell is filled: that no number is left says more than that there is nothing to do. */
function explainNothing(
  rows: readonly PlannedRow[],
  { context }: PlannedAssign,
  { blockId }: AssignInput,
): CallProblem {
  const count = (kind: AssignConflictKind) =>
    rows.filter((row) => row.conflicts.some((conflict) => conflict.kind === kind)).length
  const wanted = count('block-runs-out')
  const blockIds = blockId === null ? context.blocks.map((block) => block.id) : [blockId]
  if (wanted > 0) return { kind: 'block-runs-out', wanted, left: 0, blockIds }
  if (count('no-block') > 0) return { kind: 'no-block', carrierId: null }
  if (rows.length === 0) return { kind: 'no-shipment-fits' }
  const conflicts = countConflicts(rows, isLeftOpen).filter(({ kind }) => !isKept(kind))
  return conflicts.length > 0 ? { kind: 'nothing-assigned', conflicts } : { kind: 'nothing-to-assign' }
}
