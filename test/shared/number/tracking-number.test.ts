import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  checkForCourier,
  checkTrackingNumber,
  normalizeTrackingNumber,
  parseTrackingNumber,
} from '../../../shared/domain/number/tracking-number.ts'

const matched = (number: string) => checkTrackingNumber(number).matches.map((match) => match.format)

describe('overlapping formats', () => {
  test('a right check digit outweighs a wrong one of another format', () => {
    expect(matched('77700147000')).toEqual(['dhl_express', 'old_dominion'])
    expect(checkTrackingNumber('24001470021').verdict).toBe('valid')
  })

  test('a wrong check digit outweighs a format that has none', () => {
    expect(matched('RX240014706CN')).toEqual(['dhl_ecommerce', 's10'])
    expect(checkTrackingNumber('RX240014706CN').verdict).toBe('valid')
    expect(checkTrackingNumber('RX240014707CN').verdict).toBe('invalid')
    expect(matched('A2400240019')).toEqual(['ups_waybill', 'amazon_intl'])
    expect(checkTrackingNumber('A2400240018').verdict).toBe('invalid')
    expect(checkForCourier('A2400240018', 'amazon')).toBe('valid')
    expect(checkForCourier('A2400240018', 'ups')).toBe('invalid')
  })

  test('a number of formats without check digits is valid', () => {
    expect(matched('JFV240014700')).toEqual(['dhl_piece', 'purolator_alpha'])
    expect(checkTrackingNumber('JFV240014700').verdict).toBe('valid')
    expect(checkTrackingNumber('24001470000021')).toMatchObject({
      verdict: 'valid',
      matches: [{ courier: 'dhl', format: 'dhl_ecommerce_14', checkDigit: 'none' }],
    })
  })

  test('the short USPS form passes with its 91 or without, and fails when neither fits', () => {
    expect(checkForCourier('01000014700000000218', 'usps')).toBe('valid')
    expect(checkForCourier('01000014700000000216', 'usps')).toBe('valid')
    expect(checkForCourier('01000014700000000217', 'usps')).toBe('invalid')
  })

  test('34 digits whose ZIP+4 looks like the beginning of a number are read both ways', () => {
    const accepted = '0123456789'
      .split('')
      .filter((digit) => checkForCourier(`420917619400940019000001470000021${digit}`, 'usps') === 'valid')
    // ZIP+4 and 22 digits: sum 68, so 2. ZIP and 26 digits: 9400 in front adds 31, so 1.
    expect(accepted).toEqual(['1', '2'])
  })

  test('a routed USPS barcode has at most 34 digits', () => {
    const longest = '940019000001470000000000000000'
    expect(matched(longest)).toEqual(['usps_impb_n'])
    expect(matched(`42091761${longest}`)).toEqual([])
  })

  test("DPD's 14 digits without the check character are DPD's, and cannot be checked", () => {
    expect(checkForCourier('09980000014702F', 'dpd')).toBe('valid')
    expect(checkForCourier('09980000014702', 'dpd')).toBe('not-checked')
    expect(checkForCourier('09980000014702', 'ups')).toBe('unknown-format')
    expect(checkTrackingNumber('09980000014702').matches.map(({ courier }) => courier)).not.toContain('dpd')
  })

  test('couriers without formats on file judge nothing', () => {
    for (const courier of ['uniuni', 'speedx', 'gls', 'evri', 'constructor', ''])
      expect(checkForCourier('400014700213', courier)).toBe('unknown-format')
    expect(checkTrackingNumber('UUS24001470A').verdict).toBe('unknown')
  })
})

describe('cleaning', () => {
  test.each([
    ['４０００１４７００２１３', '400014700213'],
    ['１ｚa1b2c30300014703', '1ZA1B2C30300014703'],
    ['4000 1470 0213', '400014700213'],
    ['4000\u00a01470\u30000213', '400014700213'],
    ['4000-1470—0213−', '400014700213'],
    ['\ufeff4000\u200b14700213\u200e', '400014700213'],
    ["'0072001470", '0072001470'],
    [']C1420917619400190000014700000212', '420917619400190000014700000212'],
    [']d2\u001d400014700213\r\n', '400014700213'],
    ['EA 240 014 706 CN', 'EA240014706CN'],
    ['1LS7124011400147-1', '1LS7124011400147-1'],
    ['1LS7124011400147—1', '1LS7124011400147-1'],
    ['1LS71240114001471', '1LS71240114001471'],
    ['400014700213.0', '400014700213.0'],
  ])('%j becomes %j', (text, expected) => {
    expect(normalizeTrackingNumber(text)).toBe(expected)
  })

  test('done twice changes nothing more', () => {
    const awkward = fc.constantFrom("'", ']C1', '\u00af', '\u200d', 'ΐ', '\u0301', 'ß', '²', ' ', '-', '1LS7')
    const text = fc.array(fc.oneof(awkward, fc.string({ unit: 'grapheme' }))).map((parts) => parts.join(''))
    fc.assert(
      fc.property(text, (raw) => {
        const once = normalizeTrackingNumber(raw)
        expect(normalizeTrackingNumber(once)).toBe(once)
      }),
      { numRuns: 1000 },
    )
  })

  test('keeps every digit and letter in order, whatever blanks and dashes stand between', () => {
    const gap = fc.constantFrom('', ' ', '-', '\u3000', '\u200b', '\ufeff', '–', '\u001d')
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{8,30}$/),
        fc.array(gap, { minLength: 30, maxLength: 30 }),
        (number, gaps) => {
          const printed = number
            .split('')
            .map((character, i) => character.toLowerCase() + gaps[i]!)
            .join('')
          expect(normalizeTrackingNumber(printed)).toBe(number)
        },
      ),
    )
  })
})

describe('one number from a text', () => {
  test('the cleaned number is the value', () => {
    expect(parseTrackingNumber(' 1Z A1B 2C3 03 0001 4703 ')).toEqual({
      ok: true,
      value: '1ZA1B2C30300014703',
    })
    expect(parseTrackingNumber('0072001470')).toEqual({ ok: true, value: '0072001470' })
    expect(parseTrackingNumber('400014700213;\n')).toEqual({ ok: true, value: '400014700213' })
    expect(parseTrackingNumber('1LS7124011400147-1')).toEqual({ ok: true, value: '1LS7124011400147-1' })
  })

  test.each(['', '  ', '-', '—', '--', '/', '无', 'N/A', 'n/a', '待定', 'TBD', 'To be assigned', ','])(
    '%j is empty',
    (text) => {
      expect(parseTrackingNumber(text)).toEqual({ ok: false, problem: { kind: 'empty' } })
    },
  )

  test.each(['4.00015E+11', "'4.00015e+11", '4E+11', '4.00015E11', '4,00015E+11', '４.00015E+11'])(
    '%j is scientific notation: digits are gone',
    (text) => {
      expect(parseTrackingNumber(text)).toMatchObject({ ok: false, problem: { kind: 'scientific-notation' } })
    },
  )

  test.each(['400014700213.0', '1ZA1B2C30300014703.0', '400014700213.00'])(
    '%j is refused, not repaired',
    (text) => {
      expect(parseTrackingNumber(text)).toEqual({ ok: false, problem: { kind: 'trailing-decimal', text } })
    },
  )

  test.each([
    ['400014700213/400014700224', ['400014700213', '400014700224']],
    ['400014700213，4000 1470 0224', ['400014700213', '400014700224']],
    ['400014700213、400014700224；400014700235', ['400014700213', '400014700224', '400014700235']],
    ['400014700213\n400014700224', ['400014700213', '400014700224']],
    ['1ZA1B2C30300014703 1ZA1B2C30300014712', ['1ZA1B2C30300014703', '1ZA1B2C30300014712']],
    ['1ZA1B2C30300014703-FBA19TB4K7Q2U000001', ['1ZA1B2C30300014703', 'FBA19TB4K7Q2U000001']],
    ['FBA19TB4K7Q2U000001-1ZA1B2C30300014703', ['FBA19TB4K7Q2U000001', '1ZA1B2C30300014703']],
  ])('%j holds several numbers', (text, numbers) => {
    expect(parseTrackingNumber(text)).toEqual({ ok: false, problem: { kind: 'several-numbers', numbers } })
  })

  test('a USPS number printed apart from its ZIP+4 routing is one number', () => {
    expect(parseTrackingNumber('420917610000 9400190000014700000212')).toEqual({
      ok: true,
      value: '4209176100009400190000014700000212',
    })
  })

  test('other characters and overlong texts are named', () => {
    expect(parseTrackingNumber('UPS: 1ZA1B2C30300014703')).toEqual({
      ok: false,
      problem: { kind: 'bad-characters', text: 'UPS:1ZA1B2C30300014703', characters: ':' },
    })
    expect(parseTrackingNumber('单号400014700213')).toMatchObject({ problem: { kind: 'bad-characters' } })
    expect(parseTrackingNumber('400014700213.5')).toMatchObject({ problem: { characters: '.' } })
    expect(parseTrackingNumber('1'.repeat(65))).toEqual({
      ok: false,
      problem: { kind: 'too-long', length: 65, limit: 64 },
    })
    expect(parseTrackingNumber('1'.repeat(64)).ok).toBe(true)
  })

  test('what comes out is always a cleaned number of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const result = parseTrackingNumber(text)
        if (!result.ok) return
        expect(result.value).toMatch(/^[0-9A-Z]{1,64}$/)
        expect(parseTrackingNumber(result.value)).toEqual(result)
      }),
    )
  })
})
