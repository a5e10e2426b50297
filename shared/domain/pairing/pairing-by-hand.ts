import { checkDamage } from './pairing-by-label.ts'
import { block } from './pairing-mismatch.ts'
import type { PairingTarget } from './pairing-target.ts'
import { addUse, emptyReading, type RuleReading } from './pairing-use.ts'
import type { TrackingLine } from './tracking-line.ts'

/** What the pairing panel settled for one box; null leaves the box as it is. */
export interface SettledBox {
  boxRowId: number
  numberIndex: number | null
}

export function readByHand(
  target: PairingTarget,
  lines: readonly TrackingLine[],
  order: readonly SettledBox[],
): RuleReading {
  const reading = emptyReading('by-hand', false)
  const places = new Map(
    target.shipments.flatMap((shipment) => shipment.boxes.map((box) => [box.id, { shipment, box }])),
  )
  const linesByIndex = new Map(lines.map((line) => [line.index, line]))
  for (const { boxRowId, numberIndex } of order) {
    if (numberIndex === null) continue
    const line = linesByIndex.get(numberIndex)
    if (!line) throw new RangeError(`no line ${numberIndex} among ${lines.length}`)
    const place = places.get(boxRowId)
    reading.mismatches.push(...checkDamage(line))
    if (place) addUse(reading, line, place.shipment, place.box)
    else
      reading.mismatches.push(block({ kind: 'unknown-box-id', index: numberIndex, boxId: String(boxRowId) }))
  }
  return reading
}
