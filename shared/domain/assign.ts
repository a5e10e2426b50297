import { isTruck, type Carrier } from './carrier.ts'
import type { CellChange } from './patch.ts'
import { countLeft, formatProNumber, type NumberBlock, type NumberDraw } from './pro-number.ts'
import type { ShipmentStatus } from './readiness.ts'
import { endedStatuses, isAwdId, type AmazonMode, type Shipment } from './shipment.ts'

/** First rule that fits wins; null fits all. */
export interface CarrierRule {
  id: number
  position: number
  clientId: number | null
  fc: string | null
  amazonMode: AmazonMode | null
  carrierId: number
}

export interface AssignTarget {
  shipment: Pick<
    Shipment,
    'id' | 'fbaId' | 'fc' | 'amazonMode' | 'programme' | 'carrierId' | 'pro' | 'amazonStatus'
  >
  clientId: number
  status: ShipmentStatus
}

export interface AssignContext {
  carriers: readonly Carrier[]
  rules: readonly CarrierRule[]
  blocks: readonly NumberBlock[]
  /** Whether a number stands on any shipment already, typed by hand perhaps. */
  isProTaken(number: string): boolean
}

export interface AssignChoice {
  /** A carrier's id, or `auto`: by rule, else the only carrier that fits the mode. */
  carrier: number | 'auto'
  blockId: number | null
  wantsCarrier: boolean
  wantsPro: boolean
  overwrites: boolean
}

export const assignConflicts = [
  'carrier-kept',
  'pro-kept',
  'carrier-not-found',
  'carrier-ambiguous',
  'mode-unknown',
  'carrier-against-mode',
  'parcel-takes-no-pro',
  'no-block',
  'block-runs-out',
  'exempt',
  'ended',
  'exported',
] as const
export type AssignConflictKind = (typeof assignConflicts)[number]

export interface AssignRow {
  id: number
  fbaId: string
  carrierId: { before: number | null; after: number | null } | null
  pro: { before: string | null; after: string } | null
  conflicts: AssignConflictKind[]
}

export interface AssignPlan {
  rows: AssignRow[]
  cells: CellChange[]
  draws: NumberDraw[]
}

/**
 * Proposes a carrier and, for LTL and FTL on a carrier with number blocks, one PRO for each shipment, in the
 * order given. Blanks only unless `overwrites`. What cannot be filled is named, never guessed.
 */
export function planAssign(
  targets: readonly AssignTarget[],
  choice: AssignChoice,
  context: AssignContext,
): AssignPlan {
  const carriers = new Map(context.carriers.map((carrier) => [carrier.id, carrier]))
  const drawer = createDrawer(choice, context)
  const rows: AssignRow[] = []
  const cells: CellChange[] = []
  for (const target of targets) {
    const { shipment } = target
    const row: AssignRow = {
      id: shipment.id,
      fbaId: shipment.fbaId,
      carrierId: null,
      pro: null,
      conflicts: [],
    }
    rows.push(row)
    const skip = getSkip(target)
    if (skip) {
      row.conflicts.push(skip)
      continue
    }
    if (choice.wantsCarrier) proposeCarrier(target, choice, context, carriers, row)
    const carrierId = row.carrierId ? row.carrierId.after : shipment.carrierId
    const carrier = carrierId === null ? undefined : carriers.get(carrierId)
    if (choice.wantsPro) proposePro(shipment, carrier, choice, drawer, row)
    if (row.carrierId) cells.push({ entity: 'shipment', id: row.id, field: 'carrierId', ...row.carrierId })
    if (row.pro) cells.push({ entity: 'shipment', id: row.id, field: 'pro', ...row.pro })
  }
  return { rows, cells, draws: drawer.getDraws() }
}

function getSkip({ shipment, status }: AssignTarget): AssignConflictKind | null {
  if (shipment.programme !== 'own') return 'exempt'
  // Its boxes are on another shipment now.
  if (status === 'exempt') return 'ended'
  if (endedStatuses.has(shipment.amazonStatus ?? '')) return 'ended'
  return status === 'exported' || status === 'changed' ? 'exported' : null
}

function proposeCarrier(
  { shipment, clientId }: AssignTarget,
  choice: AssignChoice,
  { rules, carriers }: AssignContext,
  byId: ReadonlyMap<number, Carrier>,
  row: AssignRow,
): void {
  const found =
    choice.carrier === 'auto'
      ? findCarrier(shipment, clientId, rules, carriers)
      : findActive(byId.get(choice.carrier))
  if (shipment.carrierId !== null) {
    const isOther = typeof found !== 'string' && found.id !== shipment.carrierId
    if (!isOther || choice.carrier === 'auto') return
    if (!choice.overwrites) {
      row.conflicts.push('carrier-kept')
      return
    }
  }
  if (typeof found === 'string') row.conflicts.push(found)
  else if (!fitsMode(found, shipment.amazonMode)) row.conflicts.push('carrier-against-mode')
  else row.carrierId = { before: shipment.carrierId, after: found.id }
}

function findCarrier(
  shipment: AssignTarget['shipment'],
  clientId: number,
  rules: readonly CarrierRule[],
  carriers: readonly Carrier[],
): Carrier | 'carrier-not-found' | 'carrier-ambiguous' | 'mode-unknown' {
  const rule = rules.find(
    (candidate) =>
      (candidate.clientId === null || candidate.clientId === clientId) &&
      (candidate.fc === null || candidate.fc === shipment.fc) &&
      (candidate.amazonMode === null || candidate.amazonMode === shipment.amazonMode),
  )
  if (rule) return findActive(carriers.find((carrier) => carrier.id === rule.carrierId))
  if (shipment.amazonMode === null) return 'mode-unknown'
  const wanted = shipment.amazonMode === 'SPD' ? 'parcel' : 'own_fleet'
  const fitting = carriers.filter((carrier) => carrier.isActive && carrier.kind === wanted)
  return fitting.length === 1 ? fitting[0]! : fitting.length === 0 ? 'carrier-not-found' : 'carrier-ambiguous'
}

const findActive = (carrier: Carrier | undefined): Carrier | 'carrier-not-found' =>
  carrier?.isActive ? carrier : 'carrier-not-found'

const fitsMode = (carrier: Carrier, mode: AmazonMode | null): boolean =>
  mode === null ||
  (mode === 'SPD' ? !isTruck(carrier) || carrier.strategy === 'same_on_all' : isTruck(carrier))

function proposePro(
  shipment: AssignTarget['shipment'],
  carrier: Carrier | undefined,
  choice: AssignChoice,
  drawer: Drawer,
  row: AssignRow,
): void {
  if (shipment.amazonMode === 'SPD') {
    if (choice.blockId !== null) row.conflicts.push('parcel-takes-no-pro')
    return
  }
  if (shipment.amazonMode === null) {
    if (!row.conflicts.includes('mode-unknown')) row.conflicts.push('mode-unknown')
    return
  }
  if (isAwdId(shipment.fbaId) || !carrier) return
  if (shipment.pro !== null && !choice.overwrites) {
    if (choice.blockId !== null) row.conflicts.push('pro-kept')
    return
  }
  const drawn = drawer.draw(carrier.id)
  if (typeof drawn === 'string') row.pro = { before: shipment.pro, after: drawn }
  else row.conflicts.push(drawn.conflict)
}

interface Drawer {
  draw(carrierId: number): string | { conflict: 'no-block' | 'block-runs-out' }
  getDraws(): NumberDraw[]
}

/** Takes numbers one by one; a number that already stands somewhere is burnt and the next is taken. */
function createDrawer(choice: AssignChoice, context: AssignContext): Drawer {
  const { blocks } = context
  const draws = new Map<number, NumberDraw>()
  const usable = (carrierId: number) =>
    blocks.filter((block) =>
      choice.blockId === null
        ? block.carrierId === carrierId
        : block.id === choice.blockId && block.carrierId === carrierId,
    )
  const byCarrier = new Map<number, NumberBlock[]>()
  const take = (block: NumberBlock): string | null => {
    const draw = draws.get(block.id)
    const seq = draw ? draw.to + 1 : block.next
    if (seq > block.last || countLeft(block) === 0) return null
    const number = formatProNumber(block, seq)
    if (draw) {
      draw.to = seq
      draw.numbers.push(number)
    } else draws.set(block.id, { blockId: block.id, from: seq, to: seq, numbers: [number] })
    return number
  }
  return {
    draw(carrierId) {
      let own = byCarrier.get(carrierId)
      if (!own) byCarrier.set(carrierId, (own = usable(carrierId)))
      if (own.length === 0) return { conflict: 'no-block' }
      for (const block of own) {
        for (let number = take(block); number !== null; number = take(block)) {
          if (!context.isProTaken(number)) return number
        }
      }
      return { conflict: 'block-runs-out' }
    },
    getDraws: () => [...draws.values()],
  }
}
