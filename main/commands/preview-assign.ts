import { getProOwners } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { AssignPreview, AssignRow } from '../../shared/contract/outputs.ts'
import type { AssignConflict } from '../../shared/domain/assign-conflict.ts'
import { findRowsOf, type AssignOutcome } from '../../shared/domain/assign-outcome.ts'
import type { AssignRow as PlannedRow } from '../../shared/domain/assign-row.ts'
import { getPlaces } from '../../shared/domain/carrier-rule.ts'
import { countLeft } from '../../shared/domain/pro-number.ts'
import { ok } from '../../shared/result.ts'
import type { Handler } from '../engine/context.ts'
import { countConflicts, sumUpAssign } from './count-assign.ts'
import { planAssignNow, type AssignInput, type PlannedAssign } from './plan-assign.ts'

/** The same plan that apply would make now; nothing is drawn. */
export const previewAssign: Handler<'assign.preview'> = (desk, { rowIds, ...input }) => {
  const planned = planAssignNow(desk, input)
  if (!planned.ok) return planned
  const { rows, draws } = planned.value.plan
  const preview: AssignPreview = {
    target: rows.length,
    outcomes: countOutcomes(rows),
    conflicts: countConflicts(rows, () => true),
    ...sumUpAssign(rows),
    drawn: draws.reduce((sum, draw) => sum + draw.numbers.length, 0),
    blockLeft: countBlockLeft(planned.value, input),
    kept: {
      carriers: rows.filter((row) => row.conflicts.some(isKeptCarrier)).length,
      pros: rows.filter((row) => row.keepsPro).length,
      loads: rows.filter((row) => row.keepsLoad).length,
    },
    ruleSets: getUsedSets(planned.value),
    loads: viewLoads(planned.value),
    needsLoadReason: planned.value.plan.loads.loads.some((load) => load.needsReason),
    rows: pickRows(rows, rowIds).map(createRowView(desk.store, planned.value)),
  }
  return ok(preview)
}

export const listAssignIds: Handler<'assign.ids'> = (desk, { of, ...input }) => {
  const planned = planAssignNow(desk, input)
  if (!planned.ok) return planned
  return ok({ ids: findRowsOf(planned.value.plan.rows, of).map((row) => row.id) })
}

function countOutcomes(rows: readonly PlannedRow[]): AssignPreview['outcomes'] {
  const count = (outcome: AssignOutcome) => findRowsOf(rows, outcome).length
  return {
    fills: count('fills'),
    unchanged: count('unchanged'),
    conflicts: count('conflicts'),
    skipped: count('skipped'),
  }
}

function pickRows(rows: readonly PlannedRow[], ids: readonly number[] | undefined): readonly PlannedRow[] {
  if (ids === undefined) return rows
  const wanted = new Set(ids)
  return rows.filter((row) => wanted.has(row.id))
}

const isKeptCarrier = ({ kind, choice }: AssignConflict): boolean =>
  kind === 'carrier-kept' && choice === 'keep'

/** In the blocks of the carriers that numbers are drawn for. */
function countBlockLeft({ context, plan }: PlannedAssign, { blockId }: AssignInput): number | null {
  const drawnFrom = new Set(plan.draws.map((draw) => draw.blockId))
  const carrierIds = new Set(
    context.blocks.filter((block) => drawnFrom.has(block.id)).map((block) => block.carrierId),
  )
  const usable = context.blocks.filter((block) =>
    blockId === null ? carrierIds.size === 0 || carrierIds.has(block.carrierId) : block.id === blockId,
  )
  return usable.length === 0 ? null : usable.reduce((sum, block) => sum + countLeft(block), 0)
}

function getUsedSets({ targets, sets, getSetId }: PlannedAssign): string[] {
  const used = new Set(targets.map((target) => getSetId(target.clientId)))
  return [...used].map((setId) => sets.find((set) => set.id === setId)?.name ?? '')
}

function createRowView(store: Store, planned: PlannedAssign): (row: PlannedRow) => AssignRow {
  const names = new Map(planned.context.carriers.map((carrier) => [carrier.id, carrier.name]))
  const nameOf = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  const rules = nameRules(planned)
  const loads = new Map(planned.plan.loads.loads.map((load) => [load.key, load]))
  const onFile = new Map(planned.context.loads.map((load) => [load.id, load.number]))
  const nameLoad = (id: number | null) => (id === null ? null : (onFile.get(id) ?? null))
  return (row) => ({
    id: row.id,
    fbaId: row.fbaId,
    mode: row.mode,
    carrier: row.carrierId && { before: nameOf(row.carrierId.before), after: nameOf(row.carrierId.after) },
    rule: row.ruleId === null ? null : (rules.get(row.ruleId) ?? null),
    pro: row.pro,
    load: row.load && {
      before: nameLoad(row.load.before),
      after: loads.get(row.load.key)!.number,
      key: row.load.key,
    },
    isProShared: row.isProShared,
    usedPros: row.usedPros.map((number) => ({
      number,
      fbaId: getProOwners(store, number)[0]?.fbaId ?? null,
    })),
    conflicts: row.conflicts,
  })
}

function viewLoads({ plan, context }: PlannedAssign): AssignPreview['loads'] {
  const find = <T extends { id: number }>(rows: readonly T[], id: number | null) =>
    rows.find((row) => row.id === id)
  return plan.loads.loads.map(({ standing, shipmentIds, needsReason, ...load }) => ({
    key: load.key,
    number: load.number,
    isNew: standing === null,
    carrierId: load.carrierId,
    carrier: find(context.carriers, load.carrierId)!.name,
    fc: load.fc,
    day: load.day,
    isa: load.isa,
    appointmentAt: load.appointmentAt,
    vehicleId: load.vehicleId,
    vehicle: find(context.vehicles, load.vehicleId)?.plate ?? null,
    driverId: load.driverId,
    driver: find(context.drivers, load.driverId)?.name ?? null,
    maxPallets: load.maxPallets,
    maxBoxes: load.maxBoxes,
    maxKg: load.maxKg,
    fill: load.fill,
    isOver: needsReason,
    isDayAssumed: load.isDayAssumed,
    shipments: shipmentIds.length,
  }))
}

function nameRules({ rules, sets, context }: PlannedAssign): Map<number, NonNullable<AssignRow['rule']>> {
  const carriers = new Map(context.carriers.map((carrier) => [carrier.id, carrier.name]))
  const names = new Map(sets.map((set) => [set.id, set.name]))
  const places = getPlaces(rules)
  return new Map(
    rules.map(({ id, setId, carrierId }) => {
      const set = setId === null ? '' : (names.get(setId) ?? '')
      return [id, { set, place: places.get(id)!, carrier: carriers.get(carrierId)! }]
    }),
  )
}
