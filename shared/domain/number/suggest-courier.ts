import { checkFormat, isTelling, readFormat } from './check-format.ts'
import { courierFormats, type CourierId } from './courier-format-table.ts'
import { checkForCourier, normalizeTrackingNumber } from './tracking-number.ts'

/** So many numbers that all pass one check digit do so by chance once in a hundred thousand lists. */
const fewestNumbers = 5
const sampleSize = 200

/**
 * The courier whose numbers these look like, only to be suggested: the chosen one is never put in doubt by numbers that
 * pass its own formats. Told by letters and checked prefixes, or by a whole list that passes one format's check digit.
 */
export function suggestCourier(numbers: readonly string[], chosen: string | null): CourierId | null {
  const distinct = [...new Set(numbers.map(normalizeTrackingNumber))].filter((number) => number !== '')
  if (distinct.length === 0) return null
  const step = Math.max(1, Math.floor(distinct.length / sampleSize))
  const sample = distinct.filter((_, i) => i % step === 0)
  if (chosen !== null && sample.every((number) => checkForCourier(number, chosen) === 'valid')) return null
  const suggested = findTellingCourier(sample) ?? findWholeListCourier(distinct, chosen)
  return suggested === chosen ? null : suggested
}

/** What most of the numbers tell, each by itself. */
function findTellingCourier(sample: readonly string[]): CourierId | null {
  const told = sample.map(getToldCourier)
  const counts = Map.groupBy(
    told.filter((courier) => courier !== null),
    (courier) => courier,
  )
  const [best] = [...counts].toSorted((a, b) => b[1].length - a[1].length)
  return best && best[1].length * 2 > sample.length ? best[0] : null
}

/** A right check digit tells more than letters alone; two couriers that tell the same tell nothing. */
export function getToldCourier(number: string): CourierId | null {
  const checked = new Set<CourierId>()
  const lettered = new Set<CourierId>()
  for (const format of courierFormats) {
    const reading = readFormat(format, number)
    if (reading === null || !isTelling(format, reading)) continue
    if (reading.checkDigit === 'valid') checked.add(format.courier)
    else lettered.add(format.courier)
  }
  const [courier, ...others] = checked.size > 0 ? checked : lettered
  return courier !== undefined && others.length === 0 ? courier : null
}

function findWholeListCourier(numbers: readonly string[], chosen: string | null): CourierId | null {
  if (numbers.length < fewestNumbers) return null
  const passed = courierFormats.filter(
    (format) =>
      format.courier !== chosen && numbers.every((number) => checkFormat(format, number) === 'valid'),
  )
  const [courier, ...others] = new Set(passed.map((format) => format.courier))
  return courier !== undefined && others.length === 0 ? courier : null
}
