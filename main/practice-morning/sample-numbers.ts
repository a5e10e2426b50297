/**
 * Numbers of the sample company. Their check digits are computed here, apart from the rules they will be judged by,
 * so that the practice morning also proves those rules.
 */
const complementTo10 = (sum: number): string => String((10 - (sum % 10)) % 10)

const sumDigits = (text: string, weigh: (digit: number, place: number) => number): number =>
  Array.from(text).reduce((sum, character, place) => sum + weigh(Number(character), place), 0)

/** Luhn over nine digits: the last and every second before it doubled, 9 taken off above 9. */
export function formatFleetPro(sequence: number): string {
  const digits = String(sequence).padStart(9, '0')
  const sum = sumDigits(digits, (digit, place) => {
    const product = place % 2 === 0 ? digit * 2 : digit
    return product > 9 ? product - 9 : product
  })
  return digits + complementTo10(sum)
}

/** A UPS number of shipper A1B2C3, service 03; the letters count A 2, B 3, C 4. */
export function formatUps1z(packageNumber: number): string {
  const body = `A1B2C303${String(packageNumber).padStart(7, '0')}`
  const values = body.replace('A', '2').replace('B', '3').replace('C', '4')
  return `1Z${body}${complementTo10(sumDigits(values, (digit, place) => digit * (place % 2 === 0 ? 1 : 2)))}`
}

/** A FedEx number of 12 digits: eleven weighted 3, 1, 7 in turn, modulo 11, modulo 10. */
export function formatFedEx12(serial: number): string {
  const digits = String(serial).padStart(11, '0')
  const sum = sumDigits(digits, (digit, place) => digit * [3, 1, 7][place % 3]!)
  return digits + String((sum % 11) % 10)
}

/** A FedEx Ground number as its barcode has it, 22 digits; the last is for the 14 before it, 3 and 1 from the right. */
export function formatFedExGround(packageNumber: number): string {
  const digits = `6129000${String(packageNumber).padStart(7, '0')}`
  return `9611019${digits}${complementTo10(sumDigits(digits, (digit, place) => digit * (place % 2 === 0 ? 1 : 3)))}`
}

export const formatBoxId = (fbaId: string, number: number): string =>
  `${fbaId}U${String(number).padStart(6, '0')}`

/** What a slip of the keyboard makes of a number: its last digit is no longer the check digit. */
export const mistypeLastDigit = (number: string): string =>
  number.slice(0, -1) + String((Number(number.slice(-1)) + 1) % 10)
