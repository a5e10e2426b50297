import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { courierFormats, type CourierFormat } from '../../../shared/domain/number/courier-format-table.ts'
import { couriersWithoutFormat } from '../../../shared/domain/number/courier-names.ts'
import { explainMatches, explainNumber, explainPro } from '../../../shared/domain/number/explain-number.ts'
import { describeNumber } from '../../../shared/words/describe-number.ts'
import { getTranslate } from '../../../shared/locales/translate.ts'

const partsOf = (number: string, format: string) =>
  explainNumber(number).matches.find((match) => match.format === format)?.parts

describe('a number is taken apart', () => {
  test.each([
    ['1ZA1B2C30300014703', 'ups_1z', { shipper: 'A1B2C3', service: '03', package: '0001470', check: '3' }],
    ['K2400240019', 'ups_waybill', { serial: 'K240024001', check: '9' }],
    [
      '9611019612900014700219',
      'fedex_ground_96',
      { service: '019', shipper: '6129000', package: '1470021', check: '9' },
    ],
    ['000061290001470020', 'fedex_sscc18', { container: '00', serial: '006129000147002', check: '0' }],
    ['1000000000000009176100400014700213', 'fedex_34', { zip: '91761', serial: '0040001470021', check: '3' }],
    [
      '9622001560000000000000400014700213',
      'fedex_gsn_34',
      { shipper: '0000000000', serial: '0040001470021', check: '3' },
    ],
    ['30000000000000004000147002132014', 'fedex_astra_32', { serial: '40001470021', check: '3' }],
    [
      '9400190000014700000212',
      'usps_impb_n',
      { service: '001', mailer: '900000147', serial: '0000021', check: '2' },
    ],
    [
      '420917619400190000014700000212',
      'usps_impb_n',
      { zip: '91761', service: '001', mailer: '900000147', serial: '0000021', check: '2' },
    ],
    [
      '9300140014700000000210',
      'usps_impb_c',
      { service: '001', mailer: '400147', serial: '0000000021', check: '0' },
    ],
    [
      '9101000014700000000218',
      'usps_91',
      { service: '01', shipper: '000014700', package: '00000021', check: '8' },
    ],
    [
      '009176109980000014700101276N',
      'dpd_28',
      { zip: '0091761', serial: '09980000014700', service: '101', country: '276', check: 'N' },
    ],
    ['EA240014706CN', 's10', { service: 'EA', serial: '24001470', check: '6', country: 'CN' }],
    ['TBA240014700021', 'amazon_logistics', {}],
  ])('%s as %s', (number, format, parts) => {
    expect(partsOf(number, format)).toEqual(parts)
  })

  test('parts of a format stand in the number, and the check character where the rule looks for it', () => {
    for (const { id, example, check } of courierFormats) {
      const parts = partsOf(example, id)!
      for (const part of Object.values(parts)) expect(example).toContain(part)
      expect(parts.check).toBe(check === null ? undefined : example.at(check.at))
    }
  })
})

describe('how much a match says', () => {
  const telling = (number: string) =>
    explainNumber(number).matches.flatMap(({ format, isTelling }) => (isTelling ? [format] : []))

  test('letters tell, and so does a prefix with a right check digit; digits alone do not', () => {
    expect(telling('1ZA1B2C30300014703')).toEqual(['ups_1z'])
    expect(telling('9400190000014700000212')).toEqual(['usps_impb_n'])
    expect(telling('420917619400190000014700000212')).toEqual(['usps_impb_n'])
    expect(telling('400014700213')).toEqual([])
    expect(telling('01000014700000000218')).toEqual([])
    expect(telling('07200147002')).toEqual(['old_dominion'])
  })

  test('nothing is told by a number whose check digit is wrong', () => {
    expect(telling('1ZA1B2C30300014704')).toEqual([])
    expect(telling('9400190000014700000213')).toEqual([])
  })

  test('the certainty is that of the format', () => {
    expect(explainNumber('77700147000').matches).toMatchObject([
      { format: 'dhl_express', certainty: 'secondary', isTelling: false },
      { format: 'old_dominion', certainty: 'secondary', isTelling: true },
    ])
    expect(explainNumber('EA240014706CN').matches[0]).toMatchObject({ certainty: 'confirmed' })
  })
})

describe('the chosen courier decides', () => {
  test.each([
    ['400014700213', 'fedex', 'valid', 'valid', null],
    ['400014700214', 'fedex', 'invalid', 'invalid', null],
    ['1ZA1B2C30300014703', 'fedex', 'unknown', 'other-format', 'ups'],
    ['400014700213', 'ups', 'unknown', 'other-format', null],
    ['A2400240018', 'amazon', 'valid', 'valid', null],
    ['09980000014702F', 'dpd', 'valid', 'valid', null],
    ['09980000014702', 'dpd', 'unknown', 'not-checked', null],
    ['0998000001470', 'dpd', 'unknown', 'other-format', null],
    ['300014700219', 'purolator', 'valid', 'valid', null],
  ])('%s of %s is %s (%s), suggested %s', (number, courier, verdict, chosen, suggested) => {
    const report = explainNumber(number, courier)
    expect([report.verdict, report.chosen, report.suggested]).toEqual([
      verdict,
      { courier, verdict: chosen },
      suggested,
    ])
  })

  test.each(Object.keys(couriersWithoutFormat))(
    'of %s nothing is known, so nothing is refused',
    (courier) => {
      fc.assert(
        fc.property(fc.stringMatching(/^[0-9A-Z]{8,30}$/), (number) => {
          expect(explainNumber(number, courier).chosen?.verdict).toBe('format-not-known')
        }),
        { numRuns: 50, seed: 20_261_127 },
      )
      for (const number of ['A240014', `A${'2'.repeat(30)}`, 'A2400147:1'])
        expect(explainNumber(number, courier).chosen?.verdict).toBe('not-a-number')
    },
  )

  test('couriers without formats match nothing unless they were chosen', () => {
    expect(explainNumber('UUS24001470A')).toMatchObject({ verdict: 'unknown', matches: [], chosen: null })
  })
})

test('a new format is one entry: its pattern names the parts, its rule the check digit', () => {
  const added: CourierFormat = {
    id: 'landmark_test',
    courier: 'landmark',
    pattern: /^ZQ(?<service>\d{2})(?<serial>\d{7})(?<check>\d)$/,
    check: { algorithm: 'm31', from: 2, at: -1 },
    certainty: 'unverified',
    example: 'ZQ0100001471',
  }
  const examples = [
    ['ZQ0100001471', 'valid'],
    ['ZQ0100001472', 'invalid'],
  ] as const
  // From the right 7·3 + 4·1 + 1·3 + 1·1 = 29, so 1.
  for (const [number, checkDigit] of examples)
    expect(explainMatches(number, [...courierFormats, added]).at(-1)).toMatchObject({
      courier: 'landmark',
      format: 'landmark_test',
      checkDigit,
      parts: { service: '01', serial: '0000147' },
    })
})

describe('a PRO of an LTL carrier', () => {
  test.each([
    ['240-014703', 'CNWY', 'valid', 'fits'],
    ['240014704', 'cnwy', 'invalid', 'check-digit-fails'],
    ['24001470', 'CNWY', 'invalid', 'does-not-fit'],
    ['240014704', 'UPGF', 'invalid', 'check-digit-fails'],
    ['24001470', 'UPGF', 'unknown', 'does-not-fit'],
    ['240014703', 'PYLE', 'unknown', 'no-rule'],
    ['24001470', 'AACT', 'unknown', 'no-rule'],
    ['240014700', 'ABFS', 'unknown', 'fits'],
    ['240014700', 'SAIA', 'unknown', 'fits'],
    ['0240014700', 'EXLA', 'valid', 'fits'],
  ])('%s of %s is %s: %s', (number, scac, verdict, pro) => {
    expect(explainPro(number, scac)).toMatchObject({
      input: number,
      verdict,
      matches: [],
      pro: { verdict: pro },
    })
  })
})

describe('in words', () => {
  const say = (report: Parameters<typeof describeNumber>[0], language: 'zh-CN' | 'en') =>
    describeNumber(report, getTranslate(language))

  test('the verdict, what was checked, how sure the rule is, and the parts', () => {
    expect(say(explainNumber('1ZA1B2C30300014703'), 'en')).toEqual([
      '1ZA1B2C30300014703  valid',
      '  UPS ups_1z  check digit right, rule published  service 03, shipper A1B2C3, package 0001470, check 3',
    ])
    expect(say(explainNumber('000061290001470020'), 'zh-CN')).toEqual([
      '000061290001470020  有效',
      '  FedEx fedex_sscc18  校验位正确, 规则来自多个公开来源, 别家的号码可能也长这样  容器 00 (箱), 序列号 006129000147002, 校验位 0',
    ])
  })

  test('that a format has no check digit, and that a format is not known', () => {
    expect(say(explainNumber('TBA240014700021'), 'en')[1]).toContain('no check digit exists in this format')
    expect(say(explainNumber('UUS24001470A', 'uniuni'), 'en')).toEqual([
      'UUS24001470A  unknown',
      '  UniUni: format not known. The number is taken unchecked; compare it with the label.',
    ])
    expect(say(explainNumber('UUS24001470A', 'uniuni'), 'zh-CN')[1]).toContain('格式不详')
  })

  test('another courier is only suggested', () => {
    expect(say(explainNumber('1ZA1B2C30300014703', 'fedex'), 'en').slice(2)).toEqual([
      '  FedEx: no format of this carrier. Compare it with the label, or choose the carrier that it belongs to.',
      '  Looks like UPS.',
    ])
  })

  test('a rule that is not sure enough only warns', () => {
    expect(say(explainPro('240014704', 'CNWY'), 'en')[1]).not.toContain('A warning only')
    expect(say(explainPro('240014704', 'UPGF'), 'en')[1]).toContain('A warning only')
    expect(say(explainPro('240014703', 'PYLE'), 'zh-CN')[1]).toContain('号码照收')
  })
})
