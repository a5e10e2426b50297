import { computeCheckDigit } from '../shared/domain/number/check-digit.ts'
import { courierFormats } from '../shared/domain/number/courier-format-table.ts'
import { checkForCourier, checkTrackingNumber } from '../shared/domain/number/tracking-number.ts'
import { medianPair, time, type Measured } from './measure.ts'

const knownCount = 1_000_000
const unknownCount = 200_000

/** Half UPS, half FedEx, one in ten with a wrong check digit. */
function makeNumbers(count: number): string[] {
  const numbers: string[] = []
  for (let i = 0; i < count; i++) {
    const serial = String(i).padStart(7, '0')
    const [lead, body, algorithm] =
      i % 2 === 0 ? (['1Z', `A1B2C303${serial}`, 'w12'] as const) : (['', `4000${serial}`, 'f317'] as const)
    const right = Number(computeCheckDigit(algorithm, body))
    numbers.push(`${lead}${body}${i % 10 === 8 ? (right + 1) % 10 : right}`)
  }
  return numbers
}

const courierOf = (index: number): string => (index % 2 === 0 ? 'ups' : 'fedex')

/** A wrong UPS check digit in each ten. */
const countWrong = (count: number): number => count / 10

/** The carrier is known: 1,000,000 a second at least. */
export async function benchNumberKnown(): Promise<Measured> {
  const numbers = makeNumbers(knownCount)
  const { ms, floorMs } = await medianPair(
    5,
    () => measureWrong(numbers, (number, i) => checkForCourier(number, courierOf(i)) === 'invalid'),
    () => measureWrong(numbers, (number, i) => (i % 2 === 0 ? isWrongUps(number) : isWrongFedex(number))),
  )
  return {
    name: 'check 1,000,000 numbers of known couriers',
    count: knownCount,
    unit: 'numbers',
    ms,
    floor: { ms: floorMs, what: 'one pattern and one sum a number, written by hand for UPS and FedEx' },
    limit: { ratio: 3 },
  }
}

/** All couriers: 150,000 a second at least. */
export async function benchNumberUnknown(): Promise<Measured> {
  const numbers = makeNumbers(unknownCount)
  const patterns = courierFormats.map(({ pattern }) => pattern)
  const { ms, floorMs } = await medianPair(
    5,
    () => measureWrong(numbers, (number) => checkTrackingNumber(number).verdict === 'invalid'),
    () =>
      measureWrong(numbers, (number, i) => {
        let found = 0
        for (const pattern of patterns) if (pattern.test(number)) found++
        return found > 0 && i % 10 === 8
      }),
  )
  return {
    name: 'check 200,000 numbers against all couriers',
    count: unknownCount,
    unit: 'numbers',
    ms,
    floor: { ms: floorMs, what: 'every pattern of the table tried on the same numbers' },
    limit: { ratio: 3 },
  }
}

async function measureWrong(
  numbers: readonly string[],
  isWrong: (number: string, index: number) => boolean,
): Promise<number> {
  const { ms, value } = await time(() => {
    let wrong = 0
    for (let i = 0; i < numbers.length; i++) if (isWrong(numbers[i]!, i)) wrong++
    return wrong
  })
  if (value !== countWrong(numbers.length)) throw new Error(`${value} wrong numbers`)
  return ms
}

const ups = /^1Z[A-Z0-9]{15}\d$/
const fedex = /^\d{12}$/
const fedexWeights = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1]

function isWrongUps(number: string): boolean {
  if (!ups.test(number)) return false
  let sum = 0
  for (let i = 2; i < 17; i++) {
    const code = number.charCodeAt(i)
    sum += (i % 2 === 0 ? 1 : 2) * (code < 65 ? code - 48 : (code - 3) % 10)
  }
  return number.charCodeAt(17) - 48 !== (10 - (sum % 10)) % 10
}

function isWrongFedex(number: string): boolean {
  if (!fedex.test(number)) return false
  let sum = 0
  for (let i = 0; i < 11; i++) sum += fedexWeights[i]! * (number.charCodeAt(i) - 48)
  return number.charCodeAt(11) - 48 !== (sum % 11) % 10
}
