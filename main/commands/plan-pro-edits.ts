import { getCarriers } from '../../db/carrier.ts'
import { getIssuedAmong } from '../../db/number-block.ts'
import { readNumbersOnFile } from '../../db/numbers-on-file.ts'
import { getOverrides } from '../../db/override.ts'
import { getProOwners, type ProHolder, type StoredShipment } from '../../db/shipment.ts'
import type { Store } from '../../db/store.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import type { CellChange } from '../../shared/domain/patch.ts'
import type { ValueRefusal } from '../../shared/domain/shipment-edit.ts'
import { markSharing, mayShare } from '../../shared/domain/shared-pro.ts'
import { checkStandIn, getStandInRule, type NumbersOnFile } from '../../shared/domain/stand-in.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import { getRulebook } from '../engine/rulebook.ts'
import type { WantedOverride } from './plan-overrides.ts'

type StandInProblem = Extract<CallProblem, { kind: 'stand-in' }>

export interface ProEdits {
  /** Which numbers are shared now. */
  cells: CellChange[]
  overrides: WantedOverride[]
}

/**
 * Judges new PRO numbers by what stands when all cells are written: one that is no PRO, or that a carrier's load
 * shares, needs a reason; one of another shipment or drawn before is refused. `shipments` are as they will be.
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
  const standIns = findStandIns(context, store, cells, shipments)
  const sharing = planSharing(store, pros, shipments)
  if (!sharing.ok) return sharing
  const found = [...standIns, ...sharing.value.shared]
  const [first] = found
  if (first && !hasReason) return fail({ ...first.problem, more: found.length - 1 })
  const issued = findIssued(store, pros, sharing.value.shared)
  if (issued) return fail(issued)
  return ok({ cells: sharing.value.cells, overrides: found.map(({ override }) => override) })
}

interface Found {
  problem: Omit<StandInProblem, 'more'>
  override: WantedOverride
}

function findStandIns(
  context: CommandContext,
  store: Store,
  cells: readonly CellChange[],
  shipments: ReadonlyMap<number, StoredShipment>,
): Found[] {
  const onFile = getNumbersAfter(store, cells, shipments)
  const rulebook = getRulebook(store, context.index.day)
  const overrides = getOverrides(store, [...shipments.keys()])
  const found: Found[] = []
  for (const { id, field, after } of cells) {
    if (field !== 'pro' || typeof after !== 'string') continue
    const shipment = shipments.get(id)!
    const standIn = checkStandIn(after, shipment, onFile)
    if (!standIn) continue
    const rule = getStandInRule(standIn.kind)
    const applied = rulebook
      .getRules(context.index.get(id)?.marketplace ?? null)
      .find((candidate) => candidate.rule.id === rule)
    const isKnown = overrides.get(id)?.some((other) => other.rule === rule && other.value === after)
    if (applied?.level !== 'block' || isKnown) continue
    const { kind, owner } = standIn
    found.push({
      problem: { kind: 'stand-in', fbaId: shipment.fbaId, value: after, standIn: kind, owner },
      override: { shipmentId: id, rule, value: after },
    })
  }
  return found
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

/** A number that a block has given out never comes back by typing, unless a load shares it. */
function findIssued(store: Store, pros: readonly CellChange[], shared: readonly Found[]): CallProblem | null {
  const staying = new Set<unknown>([
    ...pros.map((cell) => cell.before),
    ...shared.map(({ override }) => override.value),
  ])
  const arriving = pros.flatMap(({ after }) =>
    typeof after === 'string' && !staying.has(after) ? [after] : [],
  )
  const [issued] = getIssuedAmong(store, arriving)
  return issued === undefined ? null : refusePro(issued, 'issued-before', null)
}

const refusePro = (value: string, reason: ValueRefusal, owner: string | null): CallProblem => ({
  kind: 'value-refused',
  field: 'pro',
  value,
  reason,
  owner,
})
