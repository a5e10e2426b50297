import { courierNames } from '../number/courier-format-table.ts'
import { block, warn, type CourierMismatch, type Mismatch } from './pairing-mismatch.ts'
import type { PairingShipment } from './pairing-target.ts'
import { checkForCourier, checkTrackingNumber } from '../number/tracking-number.ts'

/** One number alone proves nothing; a courier is taken from a list only if at least so many pass its format. */
const fewestNumbers = 5
const sampleSize = 200

/**
 * The courier whose formats the numbers of a shipment must have. Without a carrier it is the one that most of the
 * list passes; a carrier without formats on file has none.
 */
export function getCourier({ carrier }: PairingShipment, listCourier: string | null): string | null {
  const courier = carrier === null ? listCourier : carrier.courier
  return courier !== null && Object.hasOwn(courierNames, courier) ? courier : null
}

export function findListCourier(numbers: readonly string[]): string | null {
  if (numbers.length < fewestNumbers) return null
  const step = Math.max(1, Math.floor(numbers.length / sampleSize))
  const sample = numbers.filter((_, i) => i % step === 0)
  const passes = new Map<string, number>()
  for (const number of sample) {
    const matches = checkTrackingNumber(number).matches.filter((match) => match.checkDigit !== 'invalid')
    for (const courier of new Set(matches.map((match) => match.courier)))
      passes.set(courier, (passes.get(courier) ?? 0) + 1)
  }
  const [best] = [...passes].toSorted((a, b) => b[1] - a[1])
  return best && best[1] * 2 > sample.length ? best[0] : null
}

/** Whose number it looks like: a right check digit before a pattern without one, before a wrong one. */
function guessCourier(trackingId: string): string | null {
  const { matches } = checkTrackingNumber(trackingId)
  for (const verdict of ['valid', 'none', 'invalid'] as const) {
    const match = matches.find((each) => each.checkDigit === verdict)
    if (match) return match.courier
  }
  return null
}

/** A format that no courier on file has is only said: their tables are never complete. */
export function checkCourier(
  index: number,
  shipmentId: number,
  trackingId: string,
  courier: string | null,
): CourierMismatch | null {
  const verdict = courier === null ? 'valid' : checkForCourier(trackingId, courier)
  if (verdict === 'valid' || verdict === 'not-checked') return null
  if (verdict === 'invalid') return block({ kind: 'check-digit', index, shipmentId, courier: courier! })
  const other = guessCourier(trackingId)
  return other === null
    ? warn({ kind: 'other-courier', index, shipmentId, courier: null })
    : block({ kind: 'other-courier', index, shipmentId, courier: other })
}

/** Without a courier to ask, numbers of one carrier have one length; the first line tells where several are as frequent. */
export function checkOneLength(
  shipmentId: number,
  numbers: readonly { index: number; trackingId: string }[],
): Mismatch[] {
  const lengths = Map.groupBy(numbers, ({ trackingId }) => trackingId.length)
  const [common] = [...lengths].toSorted((a, b) => b[1].length - a[1].length)
  return numbers
    .filter(({ trackingId }) => trackingId.length !== common?.[0])
    .map(({ index, trackingId }) =>
      block({ kind: 'other-courier', index, shipmentId, courier: guessCourier(trackingId) }),
    )
}
