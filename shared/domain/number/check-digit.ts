/** Computes the character code of the check character for `text[from…to)`. */
type ComputeCode = (text: string, from: number, to: number) => number

const zeroCode = 48
const letterACode = 65
const letterXCode = 88

const digitAt = (text: string, index: number): number => text.charCodeAt(index) - zeroCode

/** 0–9, then A = 10 … Z = 35. */
const valueAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  return code < letterACode ? code - zeroCode : code - letterACode + 10
}

const codeOf = (value: number): number => (value < 10 ? zeroCode + value : letterACode + value - 10)
const complementTo10 = (sum: number): number => zeroCode + ((10 - (sum % 10)) % 10)

/** UPS letters count (ASCII code − 3) mod 10: A = 2 … H = 9, I = 0. */
const upsValueAt = (text: string, index: number): number => {
  const code = text.charCodeAt(index)
  return code < letterACode ? code - zeroCode : (code - 3) % 10
}

const w12: ComputeCode = (text, from, to) => {
  let sum = 0
  for (let i = from, weight = 1; i < to; i++, weight = 3 - weight) sum += weight * upsValueAt(text, i)
  return complementTo10(sum)
}

const m31: ComputeCode = (text, from, to) => {
  let sum = 0
  for (let i = to - 1, weight = 3; i >= from; i--, weight = 4 - weight) sum += weight * digitAt(text, i)
  return complementTo10(sum)
}

const luhn: ComputeCode = (text, from, to) => {
  let sum = 0
  for (let i = to - 1, weight = 2; i >= from; i--, weight = 3 - weight) {
    const product = weight * digitAt(text, i)
    sum += product > 9 ? product - 9 : product
  }
  return complementTo10(sum)
}

const getRemainder = (text: string, from: number, to: number, divisor: number): number => {
  let rest = 0
  for (let i = from; i < to; i++) rest = (rest * 10 + digitAt(text, i)) % divisor
  return rest
}

const mod7: ComputeCode = (text, from, to) => zeroCode + getRemainder(text, from, to, 7)

/** The remainder itself; 10 becomes 0. */
const mod11: ComputeCode = (text, from, to) => zeroCode + (getRemainder(text, from, to, 11) % 10)

const mod11x: ComputeCode = (text, from, to) => {
  const value = (11 - getRemainder(text, from, to, 11)) % 11
  return value === 10 ? letterXCode : zeroCode + value
}

const weighted = (weights: readonly number[], text: string, from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += weights[(i - from) % weights.length]! * digitAt(text, i)
  return sum
}

const weights317 = [3, 1, 7]
const weights173 = [1, 7, 3]
const weightsS10 = [8, 6, 4, 2, 3, 5, 9, 7]

const f317: ComputeCode = (text, from, to) => zeroCode + ((weighted(weights317, text, from, to) % 11) % 10)

const f173: ComputeCode = (text, from, to) => zeroCode + ((weighted(weights173, text, from, to) % 11) % 10)

const s10: ComputeCode = (text, from, to) => {
  const rest = weighted(weightsS10, text, from, to) % 11
  return zeroCode + (rest === 0 ? 5 : rest === 1 ? 0 : 11 - rest)
}

/** ISO 7064 mod 37, 36. */
const iso37: ComputeCode = (text, from, to) => {
  let product = 36
  for (let i = from; i < to; i++) {
    const sum = (product + valueAt(text, i)) % 36
    product = (2 * (sum === 0 ? 36 : sum)) % 37
  }
  return codeOf((37 - product) % 36)
}

/** Container letters skip 11, 22 and 33: A = 10, B = 12, K = 21, L = 23, U = 32, V = 34. */
const iso6346: ComputeCode = (text, from, to) => {
  let sum = 0
  for (let i = from; i < to; i++) {
    const value = valueAt(text, i)
    const skipped = value < 10 ? 0 : Math.floor((value - 1) / 10)
    sum += (value + skipped) * 2 ** (i - from)
  }
  return zeroCode + ((sum % 11) % 10)
}

const computeCodeBy = { w12, m31, luhn, mod7, f317, f173, s10, iso37, mod11, mod11x, iso6346 }

export type CheckAlgorithm = keyof typeof computeCodeBy

/**
 * The check character that belongs after `text`. Text must hold only what the algorithm reads:
 * digits; for w12, iso37 and iso6346 also letters A–Z.
 */
export const computeCheckDigit = (algorithm: CheckAlgorithm, text: string): string =>
  String.fromCharCode(computeCodeBy[algorithm](text, 0, text.length))

/** Whether the character at `at` is the check character of `text[from…at)`. */
export const hasRightCheckDigit = (
  algorithm: CheckAlgorithm,
  text: string,
  from = 0,
  at = text.length - 1,
): boolean => text.charCodeAt(at) === computeCodeBy[algorithm](text, from, at)
