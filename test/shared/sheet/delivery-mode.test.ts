import { describe, expect, test } from 'vitest'
import { parseDeliveryMode, parseProgramme } from '../../../shared/domain/sheet/delivery-mode.ts'

describe("Amazon's mode", () => {
  test.each([
    ['SPD', 'SPD'],
    ['小包裹', 'SPD'],
    ['Small Parcel', 'SPD'],
    ['LTL', 'LTL'],
    ['汽运零担', 'LTL'],
    ['零担', 'LTL'],
    ['FTL', 'FTL'],
    ['整车', 'FTL'],
    ['full truckload', 'FTL'],
  ] as const)('%s says %s and nothing of the road', (text, amazonMode) => {
    expect(parseDeliveryMode(text)).toEqual({ amazonMode })
  })
})

describe("the road's mode", () => {
  test.each(['卡派', '卡车派送', '海卡', 'TRUCK', 'truck delivery', '整柜直送'])(
    '%s goes by truck',
    (text) => {
      expect(parseDeliveryMode(text)).toEqual({ roadMode: 'truck' })
    },
  )

  test.each(['快递', '快递派送', '海派', '空派', 'UPS', 'parcel', 'EXPRESS', '美森海派（UPS）'])(
    '%s goes by parcel',
    (text) => expect(parseDeliveryMode(text)).toEqual({ roadMode: 'parcel' }),
  )
})

describe('one cell for both', () => {
  test.each([
    ['LTL卡派', { amazonMode: 'LTL', roadMode: 'truck' }],
    ['SPD 快递', { amazonMode: 'SPD', roadMode: 'parcel' }],
    ['ＬＴＬ／卡车', { amazonMode: 'LTL', roadMode: 'truck' }],
    ['LTL partnered', { amazonMode: 'LTL', programme: 'partnered' }],
    ['SPD（亚马逊合作承运人）', { amazonMode: 'SPD', programme: 'partnered' }],
    ['AGL', { programme: 'agl' }],
    ['非合作承运人 LTL', { amazonMode: 'LTL', programme: 'own' }],
  ] as const)('%s', (text, mode) => expect(parseDeliveryMode(text)).toEqual(mode))

  test.each(['卡派/快递', 'SPD/LTL', '自提', '客户自提', 'TRUCK_SELF', '海运', 'groups', ''])(
    '%j is not known',
    (text) => expect(parseDeliveryMode(text)).toBeNull(),
  )
})

describe('the programme in a carrier cell', () => {
  test('is read where its words stand', () => {
    expect(parseProgramme('UPS (Amazon-partnered carrier)')).toBe('partnered')
    expect(parseProgramme('Non-partnered')).toBe('own')
    expect(parseProgramme('Amazon Global Logistics')).toBe('agl')
    expect(parseProgramme('UPS')).toBeNull()
  })
})
