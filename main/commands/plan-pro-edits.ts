import { getCarriers } from '../../db/carrier.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { readNumbersOnFile } from '../../db/numbers-on-file.ts'
import { getOverrides } from '../../db/override.ts'
import { getProOwners, type ProHolder, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { findBlockMisfit, misfitRules } from '../../shared/domain/block-misfit.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import { markSharing, mayShare } from '../../shared/domain/shared-pro.ts'
import { checkStandIn, getStandInRule, type NumbersOnFile } from '../../shared/domain/stand-in.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import { getRulebook } from '../engine/rulebook.ts'
import { findTakenPro, refusePro } from './find-taken-pro.ts'
import type { WantedOverride } from './plan-overrides.ts'

/** Each goes in with a reason. */
type ReasonProblem = Extract<CallProblem, { kind: 'stand-in' | 'pro-against-blocks' }>
type Without<T, K extends keyof T> = T extends T ? Omit<T, K> : never

export interface ProEdits {
  /** Which numbers are shared now. */
  cells: CellChange[]
  overrides: WantedOverride[]
}

/**
 * Judges new PRO numbers by what stands when all cells are written: one that is no PRO, that the fleet's blocks speak
 * against, or that a carrier's load shares, needs a reason; one of another shipment or desk, or drawn before, is refused. `shipments` are as they will be.
 */
export function planProEdits(
  context: CommandContext,
  store: Store,
  cells: readonly CellChange[],
  shipments: ReadonlyMap<number, StoredShipment>,
  hasReason: boolean,
): Result<ProEdits, CallProblem> {
  const pros = cells.filter((cell) => cell.field === 'pro')
  if (pros.length === 0) return ok({ cells: [], overrides: [] })
  const sharing = planSharing(store, pros, shipments)
  if (!sharing.ok) return sharing
  const { shared } = sharing.value
  const arriving = listArriving(pros, shared)
  const taken = findTakenPro(store, arriving)
  if (taken) return fail(taken)
  const found = [...findDoubted(context, store, cells, shipments), ...shared]
  const [first] = found
  if (first && !hasReason) return fail({ ...first.problem, more: found.length - 1 })
  return ok({ cells: sharing.value.cells, overrides: found.map(({ override }) => override) })
}

interface Found {
  problem: Without<ReasonProblem, 'more'>
  override: WantedOverride
}

/** Numbers that are something else, and those that the blocks of the shipment's carrier speak against. */
function findDoubted(
  context: CommandContext,
  store: Store,
  cells: readonly CellChange[],
  shipments: ReadonlyMap<number, StoredShipment>,
): Found[] {
  const onFile = getNumbersAfter(store, cells, shipments)
  const rulebook = getRulebook(store, context.index.day)
  const overrides = getOverrides(store, [...shipments.keys()])
  const carriers = new Map(getCarriers(store).map((carrier) => [carrier.id, carrier]))
  const blocks = getNumberBlocks(store)
  return cells.flatMap(({ id, field, after: value }): Found[] => {
    if (field !== 'pro' || typeof value !== 'string') return []
    const shipment = shipments.get(id)!
    const { fbaId, carrierId } = shipment
    const rules = rulebook.getRules(context.index.get(id)?.marketplace ?? null)
    const getLevel = (rule: ReadinessReason) => rules.find((applied) => applied.rule.id === rule)?.level
    const isKnown = (rule: ReadinessReason) =>
      overrides.get(id)?.some((other) => other.rule === rule && other.value === value)
    const standIn = checkStandIn(value, shipment, onFile)
    if (standIn) {
      const rule = getStandInRule(standIn.kind)
      if (getLevel(rule) !== 'block' || isKnown(rule)) return []
      const problem = { kind: 'stand-in', fbaId, value, standIn: standIn.kind, owner: standIn.owner } as const
      return [{ problem, override: { shipmentId: id, rule, value } }]
    }
    const carrier = carriers.get(carrierId ?? 0) ?? null
    const misfit = findBlockMisfit(value, carrier, blocks)
    if (!misfit) return []
    const rule = misfitRules[misfit.kind]
    if (getLevel(rule) === 'info' || isKnown(rule)) return []
    const problem = { kind: 'pro-against-blocks', fbaId, value, carrier: carrier!.name, misfit } as const
    return [{ problem, override: { shipmentId: id, rule, value } }]
  })
}

/** Appointments as they are when all cells are written. */
function getNumbersAfter(
  store: Store,
  cells: readonly CellChange[],
  shipments: ReadonlyMap<number, StoredShipment>,
): NumbersOnFile {
  const isas = cells.filter((cell) => cell.field === 'isa')
  const arriving = new Map(isas.map(({ id, after }) => [after, shipments.get(id)!.fbaId]))
  const pros = cells.filter((cell) => cell.field === 'pro').map(({ after }) => after)
  const onFile = readNumbersOnFile(
    store,
    pros.filter((pro) => typeof pro === 'string'),
    new Set(isas.map((cell) => cell.id)),
  )
  return { ...onFile, findIsa: (value) => arriving.get(value) ?? onFile.findIsa(value) }
}

type Holder = Pick<ProHolder, 'id' | 'fbaId' | 'carrierId' | 'isProShared'>

function planSharing(
  store: Store,
  pros: readonly CellChange[],
  shipments: ReadonlyMap<number, StoredShipment>,
): Result<{ cells: CellChange[]; shared: Found[] }, CallProblem> {
  const perLoad = new Set(
    getCarriers(store)
      .filter((carrier) => carrier.proPolicy === 'per_load')
      .map((carrier) => carrier.id),
  )
  const changing = new Set(pros.map((cell) => cell.id))
  const arriving = Map.groupBy(pros, (cell) => cell.after)
  const cells: CellChange[] = []
  const shared: Found[] = []
  for (const number of new Set(pros.flatMap((cell) => [cell.before, cell.after]))) {
    if (typeof number !== 'string') continue
    const keepers = getProOwners(store, number).filter((holder) => !changing.has(holder.id))
    const newcomers = (arriving.get(number) ?? []).map(({ id }): Holder => shipments.get(id)!)
    const holders: Holder[] = [...keepers, ...newcomers]
    if (newcomers.length > 0 && holders.length > 1) {
      const [keeper] = holders
      if (!mayShare(holders, (carrierId) => perLoad.has(carrierId)))
        return fail(refusePro(number, 'used-elsewhere', keeper!.fbaId))
      for (const newcomer of newcomers.filter((holder) => holder !== keeper))
        shared.push(describeShared(number, newcomer, keeper!))
    }
    cells.push(...markSharing(holders))
  }
  // Who leaves a shared number for none is on no list of holders.
  for (const { id, after } of pros)
    if (after === null && shipments.get(id)!.isProShared)
      cells.push({ entity: 'shipment', id, field: 'isProShared', before: 1, after: 0 })
  return ok({ cells, shared })
}

const describeShared = (value: string, newcomer: Holder, keeper: Holder): Found => ({
  problem: { kind: 'stand-in', fbaId: newcomer.fbaId, value, standIn: 'other-pro', owner: keeper.fbaId },
  override: { shipmentId: newcomer.id, rule: 'pro-repeated', value },
})

/** Numbers that stood on none of these shipments and that no load shares. */
function listArriving(pros: readonly CellChange[], shared: readonly Found[]): string[] {
  const staying = new Set<unknown>([
    ...pros.map((cell) => cell.before),
    ...shared.map(({ override }) => override.value),
  ])
  return pros.flatMap(({ after }) => (typeof after === 'string' && !staying.has(after) ? [after] : []))
}
