import { describe, expect, test } from 'vitest'
import { addBoxToSummary, emptyBoxSummary } from '../../../shared/domain/box-summary.ts'
import type { ReadinessReason } from '../../../shared/domain/readiness.ts'
import { amazonPack } from '../../../shared/domain/rule-pack/amazon-pack.ts'
import { judgeShipment, type Override } from '../../../shared/domain/rule-pack/judge-shipment.ts'
import type { Marketplace } from '../../../shared/domain/rule-pack/marketplace.ts'
import type { RuleLevel } from '../../../shared/domain/rule-pack/rule.ts'
import { createRulebook } from '../../../shared/domain/rule-pack/rulebook.ts'
import { readWeightKg } from '../../../shared/domain/sheet/quantity-cell.ts'
import { makeCarrier, makeFacts, makeUpsCarrier } from '../../support/factories.ts'

type Shipment = Parameters<typeof makeFacts>[0]
type Facts = NonNullable<Parameters<typeof makeFacts>[1]>

/** As an import stores pounds. */
const inKg = (lb: string) => readWeightKg(lb, 'lb') as number

const judge = (
  shipment: Shipment,
  { day = '2026-11-27', ...facts }: Facts = {},
  levels: [ReadinessReason, RuleLevel][] = [],
  overrides: Override[] = [],
) =>
  judgeShipment(
    makeFacts(shipment, { day, ...facts }),
    createRulebook(amazonPack, day, new Map(levels)),
    overrides,
  )

const bare = { pro: null, amazonMode: 'LTL' } as const
const ltl = { pro: '8100200008', amazonMode: 'LTL' } as const
const withBoxes = (values: Partial<Facts['boxes']>) => ({
  boxes: { ...emptyBoxSummary(), boxes: 20, withBoxId: 20, withTracking: 20, ...values },
})

describe('the same shipment without carrier and PRO is judged by the day', () => {
  test.each<[Marketplace, string, 'ready' | 'incomplete']>([
    ['US', '2021-09-30', 'ready'],
    ['US', '2021-10-01', 'incomplete'],
    ['DE', '2021-10-31', 'ready'],
    ['DE', '2021-11-01', 'incomplete'],
    ['UK', '2021-10-31', 'ready'],
    ['UK', '2021-11-01', 'incomplete'],
    ['CA', '2021-09-30', 'incomplete'],
  ])('in %s on %s: %s', (marketplace, day, status) => {
    const judgement = judge(bare, { marketplace, day, carrier: null })
    expect(judgement.status).toBe(status)
    expect(judgement.reasons).toEqual(status === 'ready' ? [] : ['carrier-missing', 'pro-missing'])
    // What nobody asks for yet is no gap either.
    expect(judgement.hasGap).toBe(status !== 'ready')
  })

  test('and one created before Amazon asked stays free of it', () => {
    const facts = { carrier: null, day: '2021-11-15' }
    expect(judge({ ...bare, createdOn: '2021-09-30' }, facts).status).toBe('ready')
    expect(judge({ ...bare, createdOn: '2021-10-01' }, facts).status).toBe('incomplete')
  })
})

describe('where no rule of Amazon is established', () => {
  test('a missing number is only said, in a country that is known', () => {
    const judgement = judge(bare, { marketplace: 'JP' })
    expect(judgement).toMatchObject({ status: 'ready', reasons: [], hasGap: true })
    expect(judgement.warnings).toContain('pro-missing')
  })

  test('an unknown marketplace keeps a shipment only while something is missing', () => {
    const judgement = judge({ ...bare, fc: 'ZZZ9' }, { marketplace: null, carrier: null })
    expect(judgement).toMatchObject({ status: 'incomplete', reasons: ['marketplace-unknown'], hasGap: true })
    expect(judgement.warnings).toEqual(['carrier-missing', 'pro-missing', 'fc-unknown'])
    expect(judge({ ...ltl, fc: 'ZZZ9' }, { marketplace: null })).toMatchObject({
      status: 'ready',
      warnings: ['fc-unknown'],
    })
  })

  test('a dead shipment of an unknown marketplace is held once every country refuses it', () => {
    const dead = { ...ltl, amazonStatus: 'ABANDONED' }
    const facts = { marketplace: null }
    expect(judge(dead, { ...facts, day: '2022-03-31' })).toMatchObject({
      status: 'ready',
      warnings: ['dead-shipment'],
    })
    expect(judge(dead, { ...facts, day: '2022-04-01' }).reasons).toEqual(['dead-shipment'])
  })

  test('the strictest of the countries’ limits is said where the country is unknown', () => {
    const heavy = withBoxes({ heaviestKg: 22.8 })
    expect(judge(ltl, { ...heavy, marketplace: null }).warnings).toEqual(['box-too-heavy'])
    expect(judge(ltl, { ...heavy, marketplace: 'DE' }).warnings).toEqual([])
  })
})

describe('limits are judged on both sides of their edge', () => {
  test.each<[string, Shipment, Facts, ReadinessReason, boolean]>([
    ['500 parcel boxes', { amazonMode: 'SPD' }, { ...withBoxes({ boxes: 500 }) }, 'boxes-over-limit', false],
    ['501 parcel boxes', { amazonMode: 'SPD' }, { ...withBoxes({ boxes: 501 }) }, 'boxes-over-limit', true],
    ['5,000 boxes by truck', ltl, { ...withBoxes({ boxes: 5_000 }) }, 'boxes-over-limit', false],
    ['5,001 boxes by truck', ltl, { ...withBoxes({ boxes: 5_001 }) }, 'boxes-over-limit', true],
    ['a box of 50 lb in the US', ltl, withBoxes({ heaviestKg: inKg('50') }), 'box-too-heavy', false],
    ['a box of 50.01 lb in the US', ltl, withBoxes({ heaviestKg: inKg('50.01') }), 'box-too-heavy', true],
    [
      'a pallet of 1,500 lb in the US',
      { ...ltl, grossWeightKg: inKg('1500'), palletCount: 1 },
      {},
      'pallet-too-heavy',
      false,
    ],
    [
      'two pallets of 3,000 lb in the US',
      { ...ltl, grossWeightKg: inKg('3000'), palletCount: 2 },
      {},
      'pallet-too-heavy',
      false,
    ],
    [
      'a pallet of 1,500.01 lb in the US',
      { ...ltl, grossWeightKg: inKg('1500.01'), palletCount: 1 },
      {},
      'pallet-too-heavy',
      true,
    ],
    ['a truck of 150 lb in the US', { ...ltl, grossWeightKg: inKg('150') }, {}, 'freight-too-light', false],
    [
      'a truck of 149.99 lb in the US',
      { ...ltl, grossWeightKg: inKg('149.99') },
      {},
      'freight-too-light',
      true,
    ],
    [
      'a box of 23 kg in Germany',
      ltl,
      { ...withBoxes({ heaviestKg: 23 }), marketplace: 'DE' },
      'box-too-heavy',
      false,
    ],
    [
      'a box of 23.1 kg in Germany',
      ltl,
      { ...withBoxes({ heaviestKg: 23.1 }), marketplace: 'DE' },
      'box-too-heavy',
      true,
    ],
    [
      'a box of 40 kg in Japan',
      ltl,
      { ...withBoxes({ heaviestKg: 40 }), marketplace: 'JP' },
      'box-too-heavy',
      false,
    ],
    [
      'a box of 31 kg in Japan',
      ltl,
      { ...withBoxes({ heaviestKg: 31 }), marketplace: 'JP' },
      'box-is-heavy',
      true,
    ],
    ['20 parcel boxes of 460 kg', { amazonMode: 'SPD', grossWeightKg: 460 }, {}, 'box-too-heavy', true],
    ['20 parcel boxes of 450 kg', { amazonMode: 'SPD', grossWeightKg: 450 }, {}, 'box-too-heavy', false],
    [
      'two pallets of 1,360 kg',
      { ...ltl, grossWeightKg: 1_360, palletCount: 2 },
      {},
      'pallet-too-heavy',
      false,
    ],
    [
      'two pallets of 1,362 kg',
      { ...ltl, grossWeightKg: 1_362, palletCount: 2 },
      {},
      'pallet-too-heavy',
      true,
    ],
    ['21 pallets for 20 boxes', { ...ltl, palletCount: 21 }, {}, 'pallets-exceed-boxes', true],
    ['LTL of 68 kg', { ...ltl, grossWeightKg: 68 }, {}, 'freight-too-light', true],
    ['LTL of 69 kg', { ...ltl, grossWeightKg: 69 }, {}, 'freight-too-light', false],
    [
      'a window of 7 days, domestic',
      { ...ltl, origin: 'domestic', windowFrom: '2026-12-01', windowTo: '2026-12-07' },
      {},
      'window-too-long',
      false,
    ],
    [
      'a window of 8 days, domestic',
      { ...ltl, origin: 'domestic', windowFrom: '2026-12-01', windowTo: '2026-12-08' },
      {},
      'window-too-long',
      true,
    ],
    [
      'a window of 14 days from abroad',
      { ...ltl, origin: 'international', windowFrom: '2026-12-01', windowTo: '2026-12-14' },
      {},
      'window-too-long',
      false,
    ],
    [
      'a window of 15 days from abroad',
      { ...ltl, origin: 'international', windowFrom: '2026-12-01', windowTo: '2026-12-15' },
      {},
      'window-too-long',
      true,
    ],
  ])('%s', (_name, shipment, facts, rule, isHit) => {
    const { warnings, reasons } = judge(shipment, facts)
    expect([...warnings, ...reasons].includes(rule)).toBe(isHit)
  })
})

describe('each channel has its own limits of a PRO', () => {
  test.each<[string, string, ReadinessReason[]]>([
    ['8100200008', '2026-11-27', []],
    ['TB 8100200008', '2026-11-27', ['pro-not-for-carrier-central']],
    ['A'.repeat(31), '2026-11-27', ['pro-not-for-carrier-central']],
    ['A'.repeat(65), '2025-09-10', ['pro-not-for-carrier-central']],
    ['A'.repeat(65), '2025-09-11', ['pro-outside-limits', 'pro-not-for-carrier-central']],
    ['12345678901', '2024-03-30', ['pro-not-for-mws']],
    ['12345678901', '2024-03-31', []],
    ['QZXU2401091', '2026-11-27', ['pro-looks-like-container']],
  ])('%s on %s', (pro, day, rules) => {
    const { reasons, warnings, infos } = judge({ ...ltl, pro }, { day })
    expect([...reasons, ...warnings, ...infos].filter((id) => id !== 'window-missing')).toEqual(rules)
  })
})

describe('a tracking ID is held against what Amazon takes on the day', () => {
  const ofNumber = (trackingId: string, day: string) => {
    const { boxes } = withBoxes({})
    addBoxToSummary(boxes, true, trackingId, false, null, null)
    const { reasons, warnings } = judge(
      { amazonMode: 'SPD' },
      { day, boxes, carrier: makeUpsCarrier({ courier: null }) },
    )
    return { reasons, warnings }
  }

  test.each<[number, string, ReadinessReason[], ReadinessReason[]]>([
    [30, '2024-03-30', [], []],
    [31, '2024-03-30', [], ['tracking-unusual']],
    [31, '2024-03-31', [], ['tracking-unusual']],
    [30, '2026-11-27', [], []],
    [31, '2026-11-27', [], ['tracking-unusual']],
    [64, '2026-11-27', [], ['tracking-unusual']],
    [65, '2025-09-10', [], ['tracking-unusual']],
    [65, '2025-09-11', ['tracking-outside-limits'], ['tracking-unusual']],
    [65, '2026-11-27', ['tracking-outside-limits'], ['tracking-unusual']],
    [1024, '2025-09-10', [], ['tracking-unusual']],
    [1025, '2025-09-10', ['tracking-outside-limits'], ['tracking-unusual']],
    [1025, '2021-09-30', ['tracking-outside-limits'], ['tracking-unusual']],
  ])('%i characters on %s', (length, day, reasons, warnings) => {
    expect(ofNumber('A'.repeat(length), day)).toEqual({ reasons, warnings })
  })

  test('and no pattern of Amazon’s is known: other signs than letters, digits and dashes only warn', () => {
    expect(ofNumber('1LS7212345678901-1', '2026-11-27')).toEqual({ reasons: [], warnings: [] })
    expect(ofNumber('TB 8100.2', '2026-11-27')).toEqual({ reasons: [], warnings: ['tracking-unusual'] })
  })

  test('and 30 characters, a limit of MWS, are second-hand while it stood and uncertain after its end', () => {
    const entries = amazonPack.rules.filter(({ id }) => id === 'tracking-unusual')
    expect(
      entries.map(({ effectiveFrom, effectiveTo, confidence }) => [effectiveFrom, effectiveTo, confidence]),
    ).toEqual([
      [null, '2024-03-30', 'secondary'],
      ['2024-03-31', null, 'uncertain'],
    ])
  })
})

describe('a PRO of an LTL carrier', () => {
  const ofCarrier = (pro: string, scac: string | null) =>
    judge({ ...ltl, pro }, { carrier: makeCarrier({ kind: 'ltl', scac }) })

  test('is held against the carrier’s rule: what is well known keeps it, what is inferred only warns', () => {
    expect(ofCarrier('240014703', 'CNWY')).toMatchObject({ status: 'ready', warnings: [] })
    expect(ofCarrier('240014704', 'CNWY')).toMatchObject({ status: 'error', reasons: ['pro-check-digit'] })
    expect(ofCarrier('24001470', 'CNWY')).toMatchObject({ status: 'error', reasons: ['pro-format'] })
    expect(ofCarrier('240014704', 'UPGF')).toMatchObject({ status: 'ready', warnings: ['pro-unlikely'] })
    expect(ofCarrier('240014704', null)).toMatchObject({ status: 'ready', warnings: [] })
  })

  test('is let through with a reason', () => {
    const override: Override = { rule: 'pro-check-digit', value: '240014704' }
    const facts = { carrier: makeCarrier({ kind: 'ltl', scac: 'CNWY' }) }
    expect(judge({ ...ltl, pro: '240014704' }, facts, [], [override])).toMatchObject({
      status: 'ready',
      letThrough: ['pro-check-digit'],
    })
  })
})

describe('a PRO of an own fleet', () => {
  const facts = (blockMisfit: 'check-digit' | 'outside-blocks') => ({ blockMisfit })
  const pro = '8100200017'

  test('with a wrong check digit keeps its shipment, and outside the blocks only warns', () => {
    expect(judge({ ...ltl, pro }, facts('check-digit'))).toMatchObject({
      status: 'error',
      reasons: ['pro-check-digit'],
    })
    expect(judge({ ...ltl, pro }, facts('outside-blocks'))).toMatchObject({
      status: 'ready',
      warnings: ['pro-outside-blocks'],
    })
  })

  test('is let through with a reason, whether it was kept or only warned of', () => {
    for (const [misfit, rule] of [
      ['check-digit', 'pro-check-digit'],
      ['outside-blocks', 'pro-outside-blocks'],
    ] as const)
      expect(judge({ ...ltl, pro }, facts(misfit), [], [{ rule, value: pro }])).toMatchObject({
        status: 'ready',
        warnings: [],
        letThrough: [rule],
      })
  })
})

test('a tracking ID with none of its courier’s formats is said, and keeps nothing', () => {
  const facts = { ...withBoxes({ otherFormat: 1 }), carrier: makeUpsCarrier() }
  expect(judge({ amazonMode: 'SPD' }, facts)).toMatchObject({
    status: 'ready',
    warnings: ['tracking-other-format'],
  })
})

describe('AWD', () => {
  const awd = { fbaId: 'STAR-ABCDE12345XYZ' }

  test('has no field for a PRO and wants an appointment', () => {
    expect(judge({ ...awd, amazonMode: 'LTL' })).toMatchObject({
      status: 'ready',
      warnings: ['appointment-missing'],
    })
    expect(judge({ ...awd, amazonMode: 'LTL', isa: '12345678901', pro: '8100200008' })).toMatchObject({
      status: 'ready',
      warnings: ['pro-on-awd'],
    })
  })

  test('by parcel wants a tracking ID for each box', () => {
    expect(
      judge({ ...awd, amazonMode: 'SPD' }, { ...withBoxes({ withTracking: 19 }), carrier: makeUpsCarrier() }),
    ).toMatchObject({ status: 'incomplete', reasons: ['tracking-missing'] })
  })
})

test('one PRO on several shipments is wrong, unless the carrier gives one a load', () => {
  expect(judge({ ...ltl, isProShared: true })).toMatchObject({ status: 'error', reasons: ['pro-repeated'] })
  expect(
    judge({ ...ltl, isProShared: true }, { carrier: makeCarrier({ proPolicy: 'per_load' }) }).status,
  ).toBe('ready')
})

describe('a dispatcher', () => {
  test('raises a warning to what keeps a shipment, and lowers what keeps it', () => {
    const heavy = withBoxes({ heaviestKg: 25 })
    expect(judge(ltl, heavy).status).toBe('ready')
    expect(judge(ltl, heavy, [['box-too-heavy', 'block']])).toMatchObject({
      status: 'error',
      reasons: ['box-too-heavy'],
    })
    // Amazon counts it all the same.
    expect(judge(bare, {}, [['pro-missing', 'info']])).toMatchObject({ status: 'ready', hasGap: true })
  })

  test('cannot make a rule block that is not sure', () => {
    const judgement = judge({ ...ltl, isa: '123' }, {}, [['isa-shape', 'block']])
    expect(judgement).toMatchObject({ status: 'ready', warnings: ['isa-shape'] })
  })

  test('lets one value through a rule, and no other value', () => {
    const facts = { standIn: 'isa' } as const
    const override: Override = { rule: 'pro-is-isa', value: '12345678901' }
    expect(judge({ ...ltl, pro: '12345678901' }, facts, [], [override])).toMatchObject({
      status: 'ready',
      reasons: [],
      letThrough: ['pro-is-isa'],
    })
    expect(judge({ ...ltl, pro: '12345678902' }, facts, [], [override])).toMatchObject({
      status: 'error',
      reasons: ['pro-is-isa'],
      letThrough: [],
    })
  })

  test('never lets through a PRO on two shipments or a number on two boxes', () => {
    const overrides = [
      { rule: 'pro-repeated', value: '8100200008' },
      { rule: 'tracking-repeated', value: '' },
    ] as const
    const judgement = judge({ ...ltl, isProShared: true }, withBoxes({ repeated: 2 }), [], [...overrides])
    expect(judgement).toMatchObject({ reasons: ['pro-repeated', 'tracking-repeated'], letThrough: [] })
  })
})
