import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { carrierKinds, trackingStrategies } from '../../shared/domain/carrier.ts'
import {
  findWorstStanding,
  isAllAgreed,
  judgeMode,
  modeMarks,
  modeStandings,
  type ModeFacts,
  type ModeVerdict,
} from '../../shared/domain/mode-desk.ts'
import { amazonModes, programmes, roadModes } from '../../shared/domain/shipment.ts'

const fleet = { kind: 'own_fleet', strategy: 'per_shipment' } as const
const courier = { kind: 'parcel', strategy: 'per_box' } as const
const awd = 'STAR-ABCDE12345XYZ'

const make = (values: Partial<ModeFacts>): ModeFacts => ({
  fbaId: 'FBA19TB4K7Q2',
  amazonMode: 'SPD',
  roadMode: null,
  programme: 'own',
  carrier: null,
  marks: [],
  ...values,
})

type Row = [
  string,
  Partial<ModeFacts>,
  ModeVerdict['kind'],
  ModeVerdict['takes'],
  ModeVerdict['changes'],
  ModeVerdict['standing'],
]

/** amazon.md 13, and every way in which each of its rows can come about. */
const rows: Row[] = [
  [
    'parcel, parcel on the road',
    { roadMode: 'parcel' },
    'parcel-by-parcel',
    'tracking-per-box',
    'nobody',
    'agrees',
  ],
  ['parcel, a courier', { carrier: courier }, 'parcel-by-parcel', 'tracking-per-box', 'nobody', 'agrees'],
  [
    'parcel, truck on the road',
    { roadMode: 'truck' },
    'parcel-by-truck',
    'tracking-per-box',
    'client',
    'open',
  ],
  ['parcel, the own fleet', { carrier: fleet }, 'parcel-by-truck', 'tracking-per-box', 'client', 'open'],
  [
    'parcel, a partner fleet',
    { carrier: { ...fleet, kind: 'partner_fleet' } },
    'parcel-by-truck',
    'tracking-per-box',
    'client',
    'open',
  ],
  [
    'parcel, an LTL carrier',
    { carrier: { ...fleet, kind: 'ltl' } },
    'parcel-by-truck',
    'tracking-per-box',
    'client',
    'open',
  ],
  [
    'parcel by truck, one number on all boxes with a reason',
    { roadMode: 'truck', marks: ['same-number'] },
    'parcel-by-truck',
    'tracking-per-box',
    'client',
    'flagged',
  ],
  [
    "parcel by truck, one number on all boxes by the carrier's strategy",
    { carrier: { ...fleet, strategy: 'same_on_all' } },
    'parcel-by-truck',
    'tracking-per-box',
    'client',
    'flagged',
  ],
  [
    'LTL, truck on the road',
    { amazonMode: 'LTL', roadMode: 'truck' },
    'freight-by-truck',
    'one-pro',
    'nobody',
    'agrees',
  ],
  [
    'FTL, the own fleet',
    { amazonMode: 'FTL', carrier: fleet },
    'freight-by-truck',
    'one-pro',
    'nobody',
    'agrees',
  ],
  [
    'LTL, parcel on the road',
    { amazonMode: 'LTL', roadMode: 'parcel' },
    'freight-by-parcel',
    'one-pro',
    'client',
    'open',
  ],
  [
    'FTL, a courier',
    { amazonMode: 'FTL', carrier: courier },
    'freight-by-parcel',
    'one-pro',
    'client',
    'open',
  ],
  [
    'LTL, two trucks',
    { amazonMode: 'LTL', roadMode: 'truck', marks: ['two-trucks'] },
    'two-trucks',
    'one-pro',
    'nobody',
    'flagged',
  ],
  [
    'LTL, two trucks and nothing else known',
    { amazonMode: 'LTL', marks: ['two-trucks'] },
    'two-trucks',
    'one-pro',
    'nobody',
    'flagged',
  ],
  ['parcel, two trucks', { marks: ['two-trucks'] }, 'parcel-by-truck', 'tracking-per-box', 'client', 'open'],
  [
    'AWD LTL, own carrier',
    { fbaId: awd, amazonMode: 'LTL', carrier: fleet },
    'awd-freight',
    'appointment',
    'nobody',
    'flagged',
  ],
  [
    'AWD LTL, two trucks',
    { fbaId: awd, amazonMode: 'LTL', marks: ['two-trucks'] },
    'awd-freight',
    'appointment',
    'nobody',
    'flagged',
  ],
  [
    'AWD LTL, a courier',
    { fbaId: awd, amazonMode: 'LTL', carrier: courier },
    'freight-by-parcel',
    'appointment',
    'client',
    'open',
  ],
  [
    'AWD parcel, a courier',
    { fbaId: awd, carrier: courier },
    'parcel-by-parcel',
    'tracking-per-box',
    'nobody',
    'agrees',
  ],
  [
    'partnered, any mode',
    { programme: 'partnered', amazonMode: 'LTL', roadMode: 'parcel' },
    'exempt',
    'nothing',
    'nobody',
    'agrees',
  ],
  ['AGL, no mode', { programme: 'agl', amazonMode: null }, 'exempt', 'nothing', 'nobody', 'agrees'],
  ['no mode at Amazon', { amazonMode: null, carrier: fleet }, 'mode-unknown', 'unknown', 'client', 'unknown'],
  ['no mode at all', { amazonMode: null }, 'mode-unknown', 'unknown', 'client', 'unknown'],
  ['no road mode and no carrier', { amazonMode: 'LTL' }, 'road-unknown', 'unknown', 'dispatcher', 'unknown'],
  [
    'truck on the road, a courier',
    { amazonMode: 'LTL', roadMode: 'truck', carrier: courier },
    'carrier-against-road',
    'unknown',
    'dispatcher',
    'open',
  ],
  [
    'parcel on the road, the own fleet',
    { roadMode: 'parcel', carrier: fleet },
    'carrier-against-road',
    'unknown',
    'dispatcher',
    'open',
  ],
]

describe('what Amazon takes, and who must change what', () => {
  test.each(rows)('%s', (_, values, kind, takes, changes, standing) => {
    expect(judgeMode(make(values))).toMatchObject({ kind, takes, changes, standing })
  })

  test('the road mode is worth the same said or read from the carrier', () => {
    for (const amazonMode of amazonModes)
      for (const [roadMode, carrier] of [
        ['truck', fleet],
        ['parcel', courier],
      ] as const)
        expect(judgeMode(make({ amazonMode, roadMode }))).toEqual(judgeMode(make({ amazonMode, carrier })))
  })

  test('every conflict offers a way out, and a client that must act gets a message', () => {
    const facts = fc.record({
      fbaId: fc.constantFrom('FBA19TB4K7Q2', awd),
      amazonMode: fc.option(fc.constantFrom(...amazonModes)),
      roadMode: fc.option(fc.constantFrom(...roadModes)),
      programme: fc.constantFrom(...programmes),
      carrier: fc.option(
        fc.record({
          kind: fc.constantFrom(...carrierKinds),
          strategy: fc.constantFrom(...trackingStrategies),
        }),
      ),
      marks: fc.uniqueArray(fc.constantFrom(...modeMarks)),
    })
    fc.assert(
      fc.property(facts, (each) => {
        const { changes, standing, offers, takes } = judgeMode(each)
        if (standing === 'open' || standing === 'unknown') expect(offers.length).toBeGreaterThan(0)
        if (changes === 'client') expect(offers).toContain('message')
        expect(takes === 'nothing').toBe(each.programme !== 'own')
      }),
      { seed: 13 },
    )
  })
})

describe('the kind the desk opens on', () => {
  const count = (...counts: number[]) =>
    modeStandings.map((standing, index) => ({ standing, count: counts[index]! }))

  test.each([
    [count(2, 1, 1, 1), 'open'],
    [count(0, 3, 1, 1), 'unknown'],
    [count(0, 0, 1, 5), 'flagged'],
    [count(0, 0, 0, 5), null],
    [count(0, 0, 0, 0), null],
  ])('is the first that has any: %j', (counts, standing) => expect(findWorstStanding(counts)).toBe(standing))

  test('all are said to agree only where each does and there is one', () => {
    expect(isAllAgreed(count(0, 0, 0, 5))).toBe(true)
    expect(isAllAgreed(count(0, 3, 0, 5))).toBe(false)
    expect(isAllAgreed(count(0, 0, 1, 5))).toBe(false)
    expect(isAllAgreed(count(0, 0, 0, 0))).toBe(false)
  })
})
