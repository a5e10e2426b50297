import { describe, expect, test } from 'vitest'
import { makeBlock, makeCarrier, makeRule } from '../support/factories.ts'
import {
  fleet,
  getKinds,
  getOnly,
  goBy,
  makeTarget,
  pallets,
  partner,
  plan,
  replacing,
  ups,
} from './assign-case.ts'

describe('the carrier', () => {
  test('is the first rule that fits; what a rule leaves open fits all', () => {
    const rules = [
      makeRule({ id: 1, clientId: 2, fc: null, amazonMode: null, carrierId: pallets.id }),
      makeRule({ id: 2, clientId: null, fc: 'LAX9', amazonMode: null, carrierId: pallets.id }),
      makeRule({ id: 3, clientId: 1, fc: 'ONT8', amazonMode: 'LTL', carrierId: partner.id }),
      makeRule({ id: 4, clientId: null, fc: null, amazonMode: null, carrierId: fleet.id }),
    ]
    const all = { ...goBy(...rules), carriers: [fleet, ups, partner, pallets], blocks: [] }
    expect(getOnly(plan({}, { wantsPro: false }, all)).carrier).toBe(partner.id)
    expect(getOnly(plan({ amazonMode: 'FTL' }, { wantsPro: false }, all)).carrier).toBe(fleet.id)
    expect(getOnly(plan({ fc: 'LAX9' }, { wantsPro: false }, all)).carrier).toBe(pallets.id)
    const ofAnother = [makeTarget({}, { clientId: 2 })]
    expect(getOnly(plan(ofAnother, { wantsPro: false }, all)).carrier).toBe(pallets.id)
  })

  test('without a rule is the only active one that fits the mode', () => {
    expect(getOnly(plan({ amazonMode: 'SPD' }))).toEqual({ carrier: ups.id, pro: null, conflicts: [] })
    expect(getOnly(plan({ amazonMode: 'FTL' }))).toMatchObject({ carrier: fleet.id, conflicts: [] })
    const retired = makeCarrier({ id: 5, name: '旧车队', isActive: false })
    expect(getOnly(plan({}, {}, { carriers: [retired, fleet, ups] })).carrier).toBe(fleet.id)
  })

  test('is never guessed among two, where there is none, or for a mode nobody stated', () => {
    const second = makeCarrier({ id: 6, name: '二车队' })
    expect(getOnly(plan({}, {}, { carriers: [fleet, second] }))).toEqual({
      carrier: null,
      pro: null,
      conflicts: ['carrier-ambiguous'],
    })
    expect(getOnly(plan({}, {}, { carriers: [ups] })).conflicts).toEqual(['carrier-not-found'])
    expect(getOnly(plan({ amazonMode: null })).conflicts).toEqual(['mode-unknown'])
  })

  test('that is out of use is not taken, by rule or by choice', () => {
    const retired = makeCarrier({ id: 5, name: '旧车队', isActive: false })
    const rules = goBy(makeRule({ carrierId: retired.id }))
    const carriers = [retired, fleet, ups]
    expect(getOnly(plan({}, {}, { ...rules, carriers }))).toEqual({
      carrier: null,
      pro: null,
      conflicts: ['carrier-inactive'],
    })
    expect(getOnly(plan({}, { carrier: retired.id }, { carriers })).conflicts).toEqual(['carrier-inactive'])
  })

  test('of the wrong kind for the mode is refused: a truck on parcel, a parcel carrier on LTL', () => {
    expect(getOnly(plan({ amazonMode: 'SPD' }, { carrier: fleet.id })).conflicts).toEqual([
      'carrier-against-mode',
    ])
    expect(getOnly(plan({}, { carrier: ups.id })).conflicts).toEqual(['carrier-against-mode'])
  })

  test('may be a truck on parcel where its strategy puts one number on all boxes', () => {
    const carriers = [fleet, ups, pallets]
    expect(getOnly(plan({ amazonMode: 'SPD' }, { carrier: pallets.id }, { carriers }))).toEqual({
      carrier: pallets.id,
      pro: null,
      conflicts: [],
    })
  })

  test('that stands already is kept, and said where another was chosen; overwriting replaces it', () => {
    const carriers = [fleet, ups, partner]
    const standing = { carrierId: partner.id }
    expect(getOnly(plan(standing, { wantsPro: false }, { carriers }))).toMatchObject({
      carrier: null,
      conflicts: [],
    })
    expect(getOnly(plan(standing, { carrier: fleet.id, wantsPro: false }, { carriers }))).toMatchObject({
      carrier: null,
      conflicts: ['carrier-kept'],
    })
    const replaced = plan(
      standing,
      { carrier: fleet.id, wantsPro: false, resolutions: replacing },
      { carriers },
    )
    expect(replaced.cells).toEqual([
      { entity: 'shipment', id: 1, field: 'carrierId', before: partner.id, after: fleet.id },
    ])
  })

  test('is left alone where only PRO numbers are wanted', () => {
    const planned = plan({}, { wantsCarrier: false })
    expect(planned.cells).toEqual([])
    expect(planned.rows[0]!.conflicts).toEqual([])
  })
})

describe('the PRO number', () => {
  // Luhn over 810020000 … 2: sums 12, 12 + 2 = 14, 12 + 4 = 16.
  test('is one for each LTL and FTL shipment, in the order given', () => {
    const planned = plan([
      makeTarget({ id: 11, fbaId: 'FBA19T000011' }),
      makeTarget({ id: 12, fbaId: 'FBA15P000012', amazonMode: 'SPD' }),
      makeTarget({ id: 13, fbaId: 'FBA19T000013', amazonMode: 'FTL' }),
    ])
    expect(planned.rows.map((row) => row.pro?.after ?? null)).toEqual(['8100200008', null, '8100200016'])
    expect(planned.draws).toEqual([
      { blockId: 1, from: 810_020_000, to: 810_020_001, numbers: ['8100200008', '8100200016'] },
    ])
    expect(planned.cells).toEqual([
      { entity: 'shipment', id: 11, field: 'carrierId', before: null, after: fleet.id },
      { entity: 'shipment', id: 11, field: 'pro', before: null, after: '8100200008' },
      { entity: 'shipment', id: 12, field: 'carrierId', before: null, after: ups.id },
      { entity: 'shipment', id: 13, field: 'carrierId', before: null, after: fleet.id },
      { entity: 'shipment', id: 13, field: 'pro', before: null, after: '8100200016' },
    ])
  })

  test('is not for parcel, for AWD or for a mode nobody stated', () => {
    expect(getOnly(plan({ amazonMode: 'SPD' }, { blockId: 1 }))).toMatchObject({
      pro: null,
      conflicts: ['parcel-takes-no-pro'],
    })
    expect(getOnly(plan({ fbaId: 'STAR-ABCDE12345XYZ' }))).toEqual({
      carrier: fleet.id,
      pro: null,
      conflicts: [],
    })
    expect(getOnly(plan({ amazonMode: null }, { carrier: fleet.id }))).toEqual({
      carrier: fleet.id,
      pro: null,
      conflicts: ['mode-unknown'],
    })
  })

  test('that stands already is kept, and a new one is drawn only to overwrite it', () => {
    const standing = { carrierId: fleet.id, pro: '8100200008' }
    expect(plan(standing)).toMatchObject({ cells: [], draws: [] })
    expect(getOnly(plan(standing, { blockId: 1 })).conflicts).toEqual(['pro-kept'])
    const isProTaken = (number: string) => number === standing.pro
    expect(plan(standing, { resolutions: replacing }, { isProTaken }).cells).toEqual([
      { entity: 'shipment', id: 1, field: 'pro', before: '8100200008', after: '8100200016' },
    ])
  })

  test('comes from the carrier’s own blocks only, in their order', () => {
    const blocks = [
      makeBlock({ id: 1, carrierId: partner.id }),
      makeBlock({ id: 2, first: 820_000_000, last: 820_000_000 }),
      makeBlock({ id: 3, first: 830_000_000, last: 830_000_009 }),
    ]
    const planned = plan([makeTarget({ id: 1 }), makeTarget({ id: 2 })], {}, { blocks })
    expect(planned.draws.map(({ blockId, from, to }) => [blockId, from, to])).toEqual([
      [2, 820_000_000, 820_000_000],
      [3, 830_000_000, 830_000_000],
    ])
    expect(getOnly(plan({}, { blockId: 1 }, { blocks })).conflicts).toEqual(['no-block'])
    expect(getOnly(plan({}, {}, { blocks: [] })).conflicts).toEqual(['no-block'])
  })

  test('fills as far as the block goes, and the rest is listed', () => {
    const blocks = [makeBlock({ next: 810_020_098 })]
    const planned = plan(
      [1, 2, 3, 4].map((id) => makeTarget({ id })),
      {},
      { blocks },
    )
    expect(planned.rows.map((row) => row.pro !== null)).toEqual([true, true, false, false])
    expect(planned.rows.map(getKinds)).toEqual([[], [], ['block-runs-out'], ['block-runs-out']])
    expect(planned.rows.every((row) => row.carrierId?.after === fleet.id)).toBe(true)
  })

  test('skips a number that somebody typed, and burns it', () => {
    const isProTaken = (number: string) => number === '8100200008'
    const planned = plan({}, {}, { isProTaken })
    expect(getOnly(planned).pro).toBe('8100200016')
    expect(planned.draws).toEqual([
      { blockId: 1, from: 810_020_000, to: 810_020_001, numbers: ['8100200008', '8100200016'] },
    ])
  })
})

describe('left alone are', () => {
  test.each([
    ['partnered shipments', makeTarget({ programme: 'partnered' }), 'exempt'],
    ['AGL shipments', makeTarget({ programme: 'agl' }), 'exempt'],
    ['closed shipments', makeTarget({ amazonStatus: 'CLOSED' }), 'ended'],
    ['delivered shipments', makeTarget({ amazonStatus: 'DELIVERED' }), 'ended'],
    ['shipments with a day of delivery', makeTarget({ deliveredOn: '2026-11-20' }), 'ended'],
    ['shipments found dead', makeTarget({ finding: 'dead' }), 'ended'],
    ['replaced shipments', makeTarget({ replacedBy: 2 }), 'ended'],
    ['shipments that arrived at the dock', makeTarget({ amazonStatus: 'CHECKED_IN' }), 'ended'],
    ['exported shipments', makeTarget({}, { status: 'exported' }), 'exported'],
    ['shipments changed since their export', makeTarget({}, { status: 'changed' }), 'exported'],
  ] as const)('%s', (_name, target, conflict) => {
    const planned = plan([target], { resolutions: replacing })
    expect(getOnly(planned)).toEqual({ carrier: null, pro: null, conflicts: [conflict] })
    expect(planned).toMatchObject({ cells: [], draws: [] })
  })
})
