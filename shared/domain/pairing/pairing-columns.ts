import type { Result } from '../../result.ts'
import { lookupHeading } from '../sheet/heading-dictionary.ts'
import { readInputCell } from './pairing-cell.ts'
import { findInText } from './pairing-find.ts'
import type { InputRow } from './pairing-list.ts'
import type { LineProblem } from './tracking-line.ts'
import { checkTrackingNumber } from '../number/tracking-number.ts'

export interface ListColumns {
  /** Column of the numbers; all candidates where neither contents nor headings decide between them. */
  tracking: number[]
  /** Column of box labels, or −1. */
  box: number
  /** Column of whole numbers that may be sequences, or −1. */
  integer: number
  isIntegerNamed: boolean
  weight: number
  weightHeading: string
  voided: number
  hasLabels: boolean
}

/** Enough to know a column by. */
const sampleSize = 400
const worldShipColumns = 22

interface ColumnSample {
  index: number
  heading: string
  filled: number
  boxes: number
  labels: number
  numbers: number
  /** Lone words that may be numbers of an own fleet. */
  shortNumbers: number
  distinct: Set<string>
  /** 2 for each number that a courier's check digit confirms, 1 for one that only has a courier's pattern. */
  strength: number
  integers: number
  yesNo: number
}

export function findColumns(rows: readonly InputRow[]): ListColumns {
  const headingRows = countHeadingRows(rows)
  const samples = sampleColumns(rows.slice(headingRows, headingRows + sampleSize))
  for (const row of rows.slice(0, headingRows)) {
    for (const sample of samples) {
      const text = row.cells[sample.index]?.text.trim() ?? ''
      if (text !== '') sample.heading = text
    }
  }
  const box = findMost(samples, (sample) => sample.boxes)
  const integer = findIntegers(samples, headingRows > 0)
  const weight = samples.find((sample) => isWeightHeading(sample.heading))
  return {
    tracking: chooseTracking(samples).map((sample) => sample.index),
    box: box?.index ?? -1,
    integer: integer?.index ?? -1,
    isIntegerNamed: integer !== null && isBoxHeading(integer.heading),
    weight: weight?.index ?? -1,
    weightHeading: weight?.heading ?? '',
    voided: findVoided(samples, headingRows > 0),
    hasLabels: samples.some((sample) => sample.labels > 0),
  }
}

const searchedRows = 60
const fewestHits = 2

/** Up to the row that the dictionary knows; else up to the first label or number. */
function countHeadingRows(rows: readonly InputRow[]): number {
  const head = rows.slice(0, searchedRows)
  const known = head.findIndex((row) => !hasValue(row) && countHeadings(row) >= fewestHits)
  return known >= 0 ? known + 1 : Math.max(rows.findIndex(hasValue), 0)
}

const countHeadings = (row: InputRow): number =>
  row.cells.filter((cell) => lookupHeading(cell.text) !== null).length

const hasValue = (row: InputRow): boolean =>
  row.cells.some((cell) => {
    const found = findInText(cell.text)
    return found.numbers.length > 0 || found.boxIds.length > 0 || found.fbaIds.length > 0
  })

function sampleColumns(rows: readonly InputRow[]): ColumnSample[] {
  const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0)
  const samples = Array.from({ length: width }, (_, index) => emptySample(index))
  for (const row of rows) {
    for (const [index, cell] of row.cells.entries())
      if (cell.text.trim() !== '') addCell(samples[index]!, cell)
  }
  return samples
}

const emptySample = (index: number): ColumnSample => ({
  index,
  heading: '',
  filled: 0,
  boxes: 0,
  labels: 0,
  numbers: 0,
  shortNumbers: 0,
  distinct: new Set(),
  strength: 0,
  integers: 0,
  yesNo: 0,
})

function addCell(sample: ColumnSample, cell: InputRow['cells'][number]): void {
  const problem = cell.problem?.kind
  if (problem === 'error-value' || problem === 'looks-like-date') return
  const { found, numbers } = readInputCell(cell)
  sample.filled += 1
  if (found.boxIds.length > 0) sample.boxes += 1
  if (found.boxIds.length > 0 || found.fbaIds.length > 0) sample.labels += 1
  if (/^[YN]$/i.test(cell.text.trim())) sample.yesNo += 1
  if (/^\d{1,4}$/.test(cell.text.trim())) sample.integers += 1
  if (found.numbers.length === 0 && !problem) {
    if (numbers[0]?.trackingId.ok) sample.shortNumbers += 1
    return
  }
  sample.numbers += 1
  sample.distinct.add(cell.text)
  sample.strength += problem ? 2 : measureStrength(found.numbers[0]!.trackingId)
}

/** Only a long number can have been damaged so, which makes its column the likelier. */
function measureStrength(trackingId: Result<string, LineProblem>): number {
  if (!trackingId.ok)
    return ['scientific-notation', 'trailing-decimal'].includes(trackingId.problem.kind) ? 2 : 0
  const { verdict, matches } = checkTrackingNumber(trackingId.value)
  if (verdict !== 'valid') return 0
  return matches.some((match) => match.checkDigit === 'valid') || /[A-Z]/.test(trackingId.value) ? 2 : 1
}

/**
 * One column where contents and headings agree on it; all that are left where they do not. Between columns that look
 * alike a heading of several meanings decides, and then whether the numbers differ.
 */
function chooseTracking(samples: readonly ColumnSample[]): ColumnSample[] {
  const isMost = (count: number, sample: ColumnSample): boolean =>
    count > 0 && count * 2 >= sample.filled - sample.labels
  let pool = samples.filter((sample) => isMost(sample.numbers, sample))
  if (pool.length === 0) pool = samples.filter((sample) => isMost(sample.shortNumbers, sample))
  pool = prefer(pool, (sample) => lookupHeading(sample.heading)?.field !== 'masterTrackingId')
  const strong = pool.filter((sample) => sample.strength >= sample.numbers * 1.6)
  const named = pool.filter((sample) => isPlainTrackingHeading(sample.heading))
  const agreed = strong.filter((sample) => named.includes(sample))
  if (strong.length > 0 && named.length > 0 && agreed.length === 0) return [...strong, ...named]
  pool = [agreed, strong, named, pool].find((each) => each.length > 0) ?? []
  pool = prefer(pool, (sample) => hasMeaning(sample.heading, ['trackingId']))
  return prefer(pool, (sample) => sample.distinct.size >= sample.numbers * 0.9)
}

function isPlainTrackingHeading(heading: string): boolean {
  const meaning = lookupHeading(heading)
  return meaning?.field === 'trackingId' && !meaning.isTrap
}

function prefer(pool: ColumnSample[], isBetter: (sample: ColumnSample) => boolean): ColumnSample[] {
  const better = pool.filter(isBetter)
  return better.length > 0 ? better : pool
}

function findMost(
  samples: readonly ColumnSample[],
  count: (sample: ColumnSample) => number,
): ColumnSample | null {
  const most = samples.reduce<ColumnSample | null>(
    (best, sample) => (best && count(best) >= count(sample) ? best : sample),
    null,
  )
  return most && count(most) > 0 ? most : null
}

function findIntegers(samples: readonly ColumnSample[], hasHeadings: boolean): ColumnSample | null {
  const isMostly = (sample: ColumnSample, share: number): boolean =>
    sample.integers > 0 && sample.integers >= sample.filled * share
  const named = samples.filter((sample) => isMostly(sample, 0.5) && isBoxHeading(sample.heading))
  if (named.length === 1) return named[0]!
  const unnamed = hasHeadings ? [] : samples.filter((sample) => isMostly(sample, 0.8))
  return unnamed.length === 1 ? unnamed[0]! : null
}

const hasMeaning = (heading: string, fields: readonly string[]): boolean => {
  const meaning = lookupHeading(heading)
  return meaning !== null && [meaning.field, ...meaning.others].some((field) => fields.includes(field))
}
const isBoxHeading = (heading: string): boolean => hasMeaning(heading, ['boxSequence', 'boxId'])
const isWeightHeading = (heading: string): boolean => hasMeaning(heading, ['weight', 'boxWeight'])

/** WorldShip's export has no headings, and `Y` in the first of its 22 columns for a voided label. */
function findVoided(samples: readonly ColumnSample[], hasHeadings: boolean): number {
  const named = samples.find((sample) => /^void(?:ed)?(?:\s*indicator)?$/i.test(sample.heading))
  if (named) return named.index
  const first = samples[0]
  const isWorldShip = !hasHeadings && samples.length >= worldShipColumns && first !== undefined
  return isWorldShip && first.filled > 0 && first.yesNo === first.filled ? 0 : -1
}
