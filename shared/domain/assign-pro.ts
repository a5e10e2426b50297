import { meet, type AssignDesk, type AssignRow, type AssignTarget } from './assign-row.ts'
import type { Carrier } from './carrier.ts'
import { getRuleDay } from './carrier-rule.ts'
import { createDrawer } from './number-drawer.ts'
import type { NumberDraw } from './pro-number.ts'

/** A shipment that is to get a PRO of its carrier. */
export interface ProRequest {
  shipment: AssignTarget['shipment']
  carrier: Carrier
  row: AssignRow
}

/** Draws the numbers in the order of the requests; one for each, or one for each group where PROs are shared. */
export function givePros(requests: readonly ProRequest[], desk: AssignDesk): NumberDraw[] {
  const { choice, context } = desk
  const passed: string[] = []
  const watching = {
    ...context,
    isProTaken(number: string) {
      const isTaken = context.isProTaken(number)
      if (isTaken) passed.push(number)
      return isTaken
    },
  }
  const drawer = createDrawer(watching, choice.blockId)
  const others = context.blocks.filter((block) => block.id !== choice.blockId)
  const nextBlocks = choice.blockId === null ? null : createDrawer({ ...watching, blocks: others }, null)
  const draw = (carrierId: number, row: AssignRow) => {
    const drawn = drawer.draw(carrierId)
    if (typeof drawn === 'string' || drawn.conflict === 'no-block') return drawn
    if (!nextBlocks || desk.resolve('block-runs-out', row.id) !== 'next-block') return drawn
    const next = nextBlocks.draw(carrierId)
    if (typeof next !== 'string') return drawn
    row.conflicts.push({ kind: 'block-runs-out', choice: 'next-block' })
    return next
  }
  const sharedPros = new Map(context.loads.map((load) => [`load ${load.id}`, load.sharedPro]))
  /** Who comes onto a load that shares a PRO takes that one. */
  const getSharedPro = ({ shipment, carrier, row }: ProRequest) => {
    const load = choice.sharesPro && carrier.proPolicy === 'per_load' ? getLoadKey(shipment, row) : null
    return load === null ? null : (sharedPros.get(load) ?? null)
  }
  for (const group of groupRequests(requests, desk)) {
    const [first] = group
    const sharedPro = getSharedPro(first!)
    const drawn = sharedPro ?? draw(first!.carrier.id, first!.row)
    if (passed.length > 0) {
      first!.row.usedPros = passed.splice(0)
      meet(first!.row, 'pro-used', desk)
    }
    for (const { row, shipment } of group) {
      if (typeof drawn === 'string') {
        row.pro = { before: shipment.pro, after: drawn }
        row.isProShared = group.length > 1 || sharedPro !== null
      } else {
        const isOut = drawn.conflict === 'block-runs-out'
        row.conflicts.push({ kind: drawn.conflict, choice: isOut ? 'list' : null })
      }
    }
  }
  return [...drawer.getDraws(), ...(nextBlocks?.getDraws() ?? [])]
}

/** The load it will be on. */
export const getLoadKey = (
  shipment: Pick<AssignTarget['shipment'], 'loadId'>,
  row: AssignRow,
): string | null => row.load?.key ?? (shipment.loadId === null ? null : `load ${shipment.loadId}`)

/** The load where there is one, else what one truck could take: the carrier's shipments to one FC on one day. */
function getSharedKey({ shipment, carrier, row }: ProRequest, { context }: AssignDesk): string | null {
  const load = getLoadKey(shipment, row)
  if (load !== null) return `${carrier.id} ${load}`
  if (shipment.fc === null) return null
  return `${carrier.id} ${shipment.fc} ${getRuleDay(shipment, context.today)}`
}

/** A shipment whose FC nobody stated is a group of its own, and so is one whose carrier gives a PRO to each. */
function groupRequests(requests: readonly ProRequest[], desk: AssignDesk): Iterable<readonly ProRequest[]> {
  if (!desk.choice.sharesPro) return requests.map((request) => [request])
  const groups = new Map<string, ProRequest[]>()
  for (const request of requests) {
    const { carrier, row } = request
    const mayShare = carrier.proPolicy === 'per_load'
    if (!mayShare) meet(row, 'pro-not-shared', desk)
    const key = (mayShare && getSharedKey(request, desk)) || `only ${row.id}`
    const group = groups.get(key)
    if (group) group.push(request)
    else groups.set(key, [request])
  }
  return groups.values()
}
