import { describe, expect, test } from 'vitest'
import { checkFormat } from '../../../shared/domain/number/check-format.ts'
import {
  courierFormats,
  courierNames,
  numberParts,
  type CourierFormat,
} from '../../../shared/domain/number/courier-format-table.ts'
import { couriersWithoutFormat } from '../../../shared/domain/number/courier-names.ts'
import { formatReferences } from '../../support/courier-format-reference.ts'
import { makeExamples, swappedAt, withCharacter } from '../../support/number-examples.ts'

/** Per cent of typing errors caught, one digit wrong and unlike neighbours swapped, as measured on other generated numbers. */
const known: Record<string, [oneDigit: number, swapped: number]> = {
  ups_1z: [96, 89],
  ups_waybill: [96, 89],
  fedex_12: [99, 98],
  fedex_ground_15: [100, 89],
  fedex_ground_96: [77, 74],
  fedex_sscc18: [89, 85],
  fedex_34: [41, 40],
  fedex_gsn_34: [46, 47],
  fedex_astra_32: [40, 44],
  usps_impb_n: [100, 90],
  usps_impb_c: [100, 91],
  usps_91: [100, 89],
  usps_20: [100, 89],
  dhl_express: [94, 95],
  dpd_14: [100, 100],
  dpd_28: [100, 99],
  s10: [99, 98],
  canada_post_16: [100, 88],
  purolator_12: [100, 98],
  ontrac_c: [94, 99],
  ontrac_d: [94, 99],
  old_dominion: [100, 98],
  old_dominion_g: [100, 98],
}

interface Rates {
  oneDigit: number
  swapped: number
}

/** Numbers as random as the format allows, without the routing in front that nothing checks. */
function makeNumbers(format: CourierFormat): string[] {
  const reference = formatReferences.find(({ id }) => id === format.id)!
  const shapes = (reference.shapes ?? [reference.pattern]).filter(
    ({ source }) => !/^\^(?:420|C4|D5)/.test(source),
  )
  return makeExamples({ ...reference, shapes }).map(({ valid }) => valid)
}

/** Every digit of every number changed to every other, and all unlike digits side by side swapped. */
function measure(format: CourierFormat): Rates {
  const numbers = makeNumbers(format)
  const wrong = numbers.flatMap((number) =>
    [...number.matchAll(/\d/g)].flatMap(({ index, 0: digit }) =>
      '0123456789'
        .replace(digit, '')
        .split('')
        .map((other) => withCharacter(number, index, other)),
    ),
  )
  const swaps = numbers.flatMap((number) =>
    [...number.matchAll(/(\d)(?=(?!\1)\d)/g)].map(({ index }) => swappedAt(number, index)),
  )
  const countCaught = (errors: string[]): number => {
    const caught = errors.filter((number) => checkFormat(format, number) !== 'valid').length
    return Math.round((caught / errors.length) * 100)
  }
  return { oneDigit: countCaught(wrong), swapped: countCaught(swaps) }
}

const checked = courierFormats.filter((format) => format.check !== null)
const rates = new Map(checked.map((format) => [format.id, measure(format)]))

describe('typing errors that a check digit catches', () => {
  test.each(checked)('of $id, as many as were measured on other numbers', ({ id }) => {
    const [oneDigit, swapped] = known[id]!
    expect(Math.abs(rates.get(id)!.oneDigit - oneDigit)).toBeLessThanOrEqual(3)
    expect(Math.abs(rates.get(id)!.swapped - swapped)).toBeLessThanOrEqual(3)
  })

  test('every format with a check digit has its measured rates', () => {
    expect(Object.keys(known).toSorted()).toEqual([...rates.keys()].toSorted())
  })
})

const listParts = ({ pattern, mayFollowZip }: CourierFormat): string => {
  const named = numberParts.filter((part) => pattern.source.includes(`(?<${part}>`))
  return (mayFollowZip ? ['(420 + zip)', ...named] : named).join(', ')
}

const listFormat = (format: CourierFormat): string => {
  const rate = rates.get(format.id)
  const [oneDigit, swapped] = known[format.id] ?? []
  const cells = [
    courierNames[format.courier],
    format.id,
    `\`${format.example}\``,
    listParts(format),
    format.check?.algorithm ?? 'none exists',
    format.certainty,
    rate ? `${rate.oneDigit} % (${oneDigit} %)` : '–',
    rate ? `${rate.swapped} % (${swapped} %)` : '–',
  ]
  return `| ${cells.join(' | ')} |`
}

test('the list of formats in the docs is that of the table', async () => {
  const lines = [
    '# Number formats',
    '',
    'What Tailboard knows of couriers’ numbers; written by `test/shared/number/catch-rates.test.ts`. Examples are invented.',
    'Caught: share of wrong numbers that the format refuses when one digit is wrong, and when two unlike neighbours are',
    'swapped; over 300 numbers, in brackets what was measured on other numbers. What a check digit cannot catch is not promised.',
    '',
    '| Courier | Format | Example | Parts | Check digit | Certainty | One digit | Swapped |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...courierFormats.map(listFormat),
    '',
    `Format not known, letters and digits are taken with a warning: ${Object.values(couriersWithoutFormat).join(', ')}.`,
    '',
  ]
  await expect(lines.join('\n')).toMatchFileSnapshot('../../../docs/number-formats.md')
})
