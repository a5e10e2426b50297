import { getCarrierRules, getLastUsedSets, getRuleSets } from '../../db/carrier-rule.ts'
import { getCarriers } from '../../db/carrier.ts'
import { getDrivers, getLoads, getVehicles, readLoadNumbers } from '../../db/load.ts'
import { getClients } from '../../db/client.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { readTakenNumbers } from '../../db/numbers-on-file.ts'
import type { Store } from '../../db/store.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import type { CallProblem } from '../../shared/contract/outputs.ts'
import { planAssign, type AssignPlan } from '../../shared/domain/assign.ts'
import type { AssignContext, AssignTarget } from '../../shared/domain/assign-row.ts'
import type { CarrierRule, RuleSet } from '../../shared/domain/carrier-rule.ts'
import { formatLocalDay } from '../../shared/domain/calendar-day.ts'
import type { NumberBlock } from '../../shared/domain/pro-number.ts'
import { sortShipments } from '../../shared/domain/shipment-list.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { fail, ok, type Result } from '../../shared/result.ts'
import type { CommandContext } from '../engine/context.ts'
import { isIdRefused } from './id-refused.ts'
import { addFill, getLoaded } from './loads.ts'

export type AssignInput = Omit<ParsedInput<'assign.preview'>, 'rowIds'>

export interface PlannedAssign {
  targets: AssignTarget[]
  context: AssignContext
  /** Of every set. */
  rules: readonly CarrierRule[]
  sets: readonly RuleSet[]
  /** The set whose rules go for a client; null is the standard set. */
  getSetId: (clientId: number) => number | null
  plan: AssignPlan
}

/** The plan as preview shows it and apply stores it. */
export function planAssignNow(desk: CommandContext, input: AssignInput): Result<PlannedAssign, CallProblem> {
  const { store, index } = desk
  const rules = getCarrierRules(store)
  const sets = getRuleSets(store)
  const found = findSet(sets, input.rules)
  if (!found.ok) return found
  const getSetId = found.value === undefined ? getLastUsed(desk, sets) : () => found.value!
  const carriers = getCarriers(store)
  const carrier = findCarrier(carriers, input.carrier)
  if (carrier === null) return fail({ kind: 'carrier-unknown', name: input.carrier })
  let taken: Set<string> | null = null
  const blocks = getNumberBlocks(store)
  const context: AssignContext = {
    carriers,
    ...(input.wantsLoad ? readFleet(desk) : noFleet),
    getRules: groupBySet(rules, getSetId),
    blocks,
    isProTaken: (number) => (taken ??= readTaken(store, blocks, input)).has(number),
    today: formatLocalDay(desk.nowMs()),
    writeModeNote: createNoteWriter(desk),
  }
  const except = new Set(input.except)
  const rows = sortShipments(index.select(input.filter), null).filter((row) => !except.has(row.id))
  // The index is level with the database here, and the change log checks every cell's `before` again.
  const targets = rows.map((row) => ({
    shipment: row,
    clientId: row.clientId,
    status: row.status,
    isOpen: row.isOpen,
    boxes: row.boxes,
    boxesKg: row.boxesKg,
    isIdRefused: isIdRefused(row),
    numberedBoxes: row.paired,
  }))
  const plan = planAssign(targets, { ...input, carrier }, context)
  return ok({ targets, context, rules, sets, getSetId, plan })
}

type Fleet = Pick<AssignContext, 'loads' | 'loadNumbers' | 'vehicles' | 'drivers'>
const noFleet: Fleet = { loads: [], loadNumbers: [], vehicles: [], drivers: [] }

function readFleet(desk: CommandContext): Fleet {
  const { store } = desk
  const loads = getLoads(store)
  const loaded = loads.length === 0 ? new Map<never, never>() : getLoaded(desk)
  return {
    loads: loads.map((load) => addFill(load, loaded)),
    loadNumbers: readLoadNumbers(store),
    vehicles: getVehicles(store),
    drivers: getDrivers(store),
  }
}

/** With the appointments that this plan gives. */
function readTaken(store: Store, blocks: readonly NumberBlock[], { loadChoices }: AssignInput): Set<string> {
  const taken = readTakenNumbers(store, blocks)
  for (const { isa } of loadChoices) if (isa !== null) taken.add(isa)
  return taken
}

/** Undefined: each client's own. */
function findSet(
  sets: readonly RuleSet[],
  name: string | null,
): Result<number | null | undefined, CallProblem> {
  if (name === null) return ok(undefined)
  if (name === '') return ok(null)
  const wanted = name.trim().toUpperCase()
  const set = sets.find((each) => each.name.toUpperCase() === wanted)
  return set ? ok(set.id) : fail({ kind: 'rule-set-unknown', name })
}

/** A set that is gone leaves its clients with the standard set. */
function getLastUsed({ store }: CommandContext, sets: readonly RuleSet[]): PlannedAssign['getSetId'] {
  const known = new Set(sets.map((set) => set.id))
  const used = getLastUsedSets(store)
  return (clientId) => {
    const setId = used.get(clientId) ?? null
    return setId !== null && known.has(setId) ? setId : null
  }
}

function groupBySet(
  rules: readonly CarrierRule[],
  getSetId: PlannedAssign['getSetId'],
): AssignContext['getRules'] {
  const bySet = Map.groupBy(rules, (rule) => rule.setId)
  return (clientId) => bySet.get(getSetId(clientId)) ?? []
}

function findCarrier(carriers: AssignContext['carriers'], text: string): number | 'auto' | null {
  if (text === 'auto') return 'auto'
  const wanted = text.trim().toUpperCase()
  const found = carriers.find((carrier) => carrier.name.toUpperCase() === wanted || carrier.scac === wanted)
  return found?.id ?? null
}

/** In the language of the client, who reads it. */
function createNoteWriter({ store }: CommandContext): AssignContext['writeModeNote'] {
  let languages: Map<number, 'zh-CN' | 'en'> | null = null
  return (clientId, from, to) => {
    languages ??= new Map(getClients(store).map((client) => [client.id, client.language]))
    return getTranslate(languages.get(clientId) ?? 'zh-CN')('shipments.assign.modeNote', { from, to })
  }
}
