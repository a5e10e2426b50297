import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkPro, checkProFormat, proRules } from '../../../shared/domain/number/pro-format.ts'
import { checkMethods, checkNumberBlock, formatProNumber } from '../../../shared/domain/pro-number.ts'
import { makeBlock } from '../../support/factories.ts'

/* A second reading of the rules, written apart from the code under test. */
const mod7 = (digits: string): string => String(BigInt(digits) % 7n)
const mod11x = (digits: string): string =>
  ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][Number(BigInt(digits) % 11n)]!
const luhn = (digits: string): string => {
  const sum = digits
    .split('')
    .toReversed()
    .map((digit, i) => (i % 2 ? Number(digit) : [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][Number(digit)]!))
    .reduce((total, value) => total + value, 0)
  return String((10 - (sum % 10)) % 10)
}

/** SCAC, shape of what the check covers, the check character, the whole number, level of a wrong check digit. */
const schemes: [string, RegExp, (body: string) => string, (body: string, check: string) => string, string][] =
  [
    ['CNWY', /^\d{8}$/, mod7, (body, check) => body + check, 'error'],
    ['CNWY', /^\d{8}$/, mod7, (body, check) => `0${body.slice(0, 3)}0${body.slice(3)}${check}`, 'error'],
    ['CNWY', /^\d{3}[1-9]\d{5}$/, mod7, (body, check) => body + check, 'error'],
    ['CNWY', /^\d{3}[1-9]\d{5}$/, mod7, (body, check) => `0${body}${check}`, 'error'],
    ['XPOL', /^\d{8}$/, mod7, (body, check) => `${body.slice(0, 3)}-${body.slice(3)}${check}`, 'error'],
    ['RDWY', /^\d{6}$/, mod11x, (body, check) => `123-${body}-${check}`, 'warning'],
    ['ODFL', /^(?:77[78]|072|780)\d{7}$/, luhn, (body, check) => body + check, 'error'],
    ['ODFL', /^072\d{7}$/, luhn, (body, check) => body.slice(1) + check, 'error'],
    ['ODFL', /^80\d{8}$/, luhn, (body, check) => body + check, 'error'],
    ['FXFE', /^\d{9}$/, mod7, (body, check) => `${body}-${check}`, 'warning'],
    ['UPGF', /^\d{8}$/, mod7, (body, check) => body + check, 'warning'],
  ]

describe('PRO formats of LTL carriers', () => {
  test('every rule has an example that fits it', () => {
    for (const rule of proRules)
      for (const scac of rule.scacs) expect(checkProFormat(rule.example, scac).verdict).toBe('fits')
  })

  test.each([
    ['240014703', 'CNWY'],
    ['240-014703', 'CNWY'],
    ['02400014703', 'XPOL'],
    ['2409001475', 'CNWY'],
    ['2409-001475', 'CNWY'],
    ['02409001475', 'CNWY'],
    ['1232401475', 'RDWY'],
    ['123-240153-X', 'YELL'],
    ['1232401520', 'YFSY'],
    ['07200147002', 'ODFL'],
    ['7200147002', 'ODFL'],
    ['77700147000', 'ODFL'],
    ['80000147001', 'ODFL'],
    ['2400147002', 'FXFE'],
    ['240014700-2', 'fxnl'],
    ['024001471', 'UPGF'],
    ['WP0147002', 'RLCA'],
    ['I240014700', 'RLCA'],
    ['024-0014700', 'EXLA'],
  ])('%s fits %s', (pro, scac) => {
    expect(checkProFormat(pro, scac).verdict).toBe('fits')
  })

  test.each([
    ['240014704', 'CNWY', 'check-digit-fails', 'error'],
    ['2409001476', 'CNWY', 'check-digit-fails', 'error'],
    ['2409001475', 'XPOL', 'does-not-fit', 'error'],
    ['24001470', 'CNWY', 'does-not-fit', 'error'],
    ['240014704', 'UPGF', 'check-digit-fails', 'warning'],
    ['1232401476', 'RDWY', 'check-digit-fails', 'warning'],
    ['07200147003', 'ODFL', 'check-digit-fails', 'error'],
    ['12300147002', 'ODFL', 'does-not-fit', 'warning'],
    ['2400147003', 'FXFE', 'check-digit-fails', 'warning'],
    ['24001470', 'FXNL', 'does-not-fit', 'warning'],
    ['240014700A', 'RLCA', 'does-not-fit', 'warning'],
    ['240014700', 'EXLA', 'does-not-fit', 'warning'],
    ['FBA19TB4K7Q2U', 'SEFL', 'no-rule', 'warning'],
    ['24001470', 'AACT', 'no-rule', 'warning'],
    ['240014703', 'PYLE', 'no-rule', 'warning'],
    ['8100200008', '', 'no-rule', 'warning'],
  ])('%s as %s: %s, %s', (pro, scac, verdict, level) => {
    expect(checkProFormat(pro, scac)).toMatchObject({ verdict, level })
  })

  test('the YRC prefix is outside the sum', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{3}$/), (prefix) => {
        expect(checkProFormat(`${prefix}240153X`, 'RDWY').verdict).toBe('fits')
      }),
    )
  })

  test.each(schemes)(
    'generated numbers of %s over %s fit with the right check digit only',
    (scac, shape, compute, write, level) => {
      const bodies = fc.sample(fc.stringMatching(shape), { numRuns: 300, seed: 20_261_101 })
      expect(bodies).toHaveLength(300)
      for (const body of bodies) {
        const check = compute(body)
        expect(checkProFormat(write(body, check), scac).verdict).toBe('fits')
        for (const wrong of '0123456789'.split('').filter((digit) => digit !== check))
          expect(checkProFormat(write(body, wrong), scac)).toMatchObject({
            verdict: 'check-digit-fails',
            level,
          })
      }
    },
  )
})

describe('a PRO of a carrier on file', () => {
  const check = (pro: string, scac: string | null, kind: 'ltl' | 'own_fleet' | 'partner_fleet' = 'ltl') =>
    checkPro(pro, { kind, scac })

  test('is an error where the rule is well known, a warning where it is only inferred', () => {
    expect(check('240014704', 'CNWY')).toEqual({
      reason: 'pro-check-digit',
      level: 'error',
      certainty: 'confirmed',
    })
    expect(check('24001470', 'CNWY')).toEqual({
      reason: 'pro-format',
      level: 'error',
      certainty: 'confirmed',
    })
    expect(check('240014704', 'UPGF')).toEqual({
      reason: 'pro-check-digit',
      level: 'warning',
      certainty: 'inferred',
    })
    expect(check('24', 'SAIA')).toEqual({ reason: 'pro-format', level: 'warning', certainty: 'unverified' })
  })

  test('has nothing said about it when it fits, or when nothing is known', () => {
    expect(check('240-014703', 'CNWY')).toBeNull()
    expect(check('240014704', 'PYLE')).toBeNull()
    expect(check('240014704', null)).toBeNull()
  })

  test('of the own fleet is its blocks’ affair', () => {
    expect(check('240014704', 'CNWY', 'own_fleet')).toBeNull()
    expect(check('240014704', 'CNWY', 'partner_fleet')).not.toBeNull()
  })

  test('only rules that are confirmed or come from several sources are errors', () => {
    for (const rule of proRules.filter(({ onMisfit, onWrongCheckDigit }) =>
      [onMisfit, onWrongCheckDigit].includes('error'),
    ))
      expect(['confirmed', 'secondary']).toContain(rule.certainty)
  })
})

test('a number of any block that is accepted fits every channel: 1 to 30 letters, digits and dashes', () => {
  const seq = fc.integer({ min: 0, max: 999_999_999_999_999 })
  const blocks = fc.record({
    prefix: fc.stringMatching(/^[0-9A-Z-]{0,10}$/),
    width: fc.integer({ min: 1, max: 15 }),
    first: seq,
    checkMethod: fc.constantFrom(...checkMethods),
  })
  let accepted = 0
  fc.assert(
    fc.property(blocks, ({ width, first, ...values }) => {
      const low = first % 10 ** width
      const block = makeBlock({ ...values, width, first: low, last: low })
      if (checkNumberBlock(block, []) !== null) return
      accepted++
      expect(formatProNumber(block, low)).toMatch(/^[A-Z0-9-]{1,30}$/)
    }),
    { seed: 20_261_127, numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(400)
})
