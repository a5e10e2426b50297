import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { emptyBoxSummary, type BoxSummary } from '../../shared/domain/box-summary.ts'
import type { Carrier } from '../../shared/domain/carrier.ts'
import type { ReadinessReason } from '../../shared/domain/readiness.ts'
import { amazonPack } from '../../shared/domain/rule-pack/amazon-pack.ts'
import { judgeShipment } from '../../shared/domain/rule-pack/judge-shipment.ts'
import { createRulebook } from '../../shared/domain/rule-pack/rulebook.ts'
import { checkStandIn, nothingOnFile } from '../../shared/domain/stand-in.ts'
import { amazonModes, programmes } from '../../shared/domain/shipment.ts'
import { makeCarrier, makeFacts, makeShipment, makeUpsCarrier } from '../support/factories.ts'

type Shipment = ReturnType<typeof makeShipment>

const rulebook = createRulebook(amazonPack, '2026-11-27', new Map())
const fleet = makeCarrier()
const ups = makeUpsCarrier()

/** Twenty boxes with box ID and tracking ID. */
const full: BoxSummary = { ...emptyBoxSummary(), boxes: 20, withBoxId: 20, withTracking: 20 }
const bare: BoxSummary = { ...full, withTracking: 0 }

const ltl = { amazonMode: 'LTL', pro: '8100200008' } as const
const spd = { amazonMode: 'SPD' } as const

const judge = (
  shipment: Partial<Shipment>,
  boxes: Partial<BoxSummary> = {},
  carrier: Carrier | null = shipment.amazonMode === 'SPD' ? ups : fleet,
) => {
  const made = makeShipment(shipment)
  const standIn = made.pro === null ? null : (checkStandIn(made.pro, made, nothingOnFile)?.kind ?? null)
  return judgeShipment(makeFacts(shipment, { boxes: { ...full, ...boxes }, carrier, standIn }), rulebook)
}

test('of history nothing is asked', () => {
  expect(judge({ isHistory: true, amazonStatus: 'CLOSED', amazonMode: null })).toMatchObject({
    status: 'exempt',
    reasons: [],
    warnings: [],
    infos: [],
    letThrough: [],
    isOpen: false,
    hasGap: false,
  })
})

describe('a shipment is ready', () => {
  test.each([
    ['LTL with a truck and a PRO, whatever its boxes lack', judge(ltl, { withBoxId: 0, withTracking: 0 })],
    [
      'FTL with a partner’s truck and a PRO',
      judge({ ...ltl, amazonMode: 'FTL' }, {}, makeCarrier({ kind: 'partner_fleet' })),
    ],
    ['parcel with a tracking ID on every box', judge(spd)],
    [
      'parcel on a truck whose strategy puts one number on all boxes',
      judge(spd, {}, makeCarrier({ strategy: 'same_on_all' })),
    ],
    ['AWD on a truck without a PRO', judge({ fbaId: 'STAR-ABCDE12345XYZ', amazonMode: 'LTL' }, bare)],
    ['LTL with as many boxes as declared', judge({ ...ltl, declaredBoxCount: 20 }, bare)],
  ])('%s', (_name, judgement) => {
    expect(judgement).toMatchObject({ status: 'ready', reasons: [], isOpen: true, hasGap: false })
  })
})

describe('a shipment is incomplete', () => {
  test.each<[string, ReturnType<typeof judge>, ReadinessReason[], boolean]>([
    ['LTL without a PRO', judge({ amazonMode: 'LTL' }), ['pro-missing'], true],
    [
      'parcel with 19 tracking IDs for 20 boxes',
      judge(spd, { withTracking: 19 }),
      ['tracking-missing'],
      true,
    ],
    ['parcel without box IDs', judge(spd, { withBoxId: 0 }), ['box-id-missing'], false],
    ['parcel without a box', judge(spd, emptyBoxSummary()), ['boxes-missing'], true],
    ['LTL without a box', judge(ltl, emptyBoxSummary()), ['boxes-missing'], false],
    ['LTL without a carrier', judge(ltl, {}, null), ['carrier-missing'], false],
    ['of a mode nobody stated', judge({ amazonMode: null }), ['mode-unknown'], true],
    [
      'new from a client’s file',
      judge({ amazonMode: 'LTL' }, bare, null),
      ['carrier-missing', 'pro-missing'],
      true,
    ],
  ])('%s', (_name, judgement, reasons, hasGap) => {
    expect(judgement).toMatchObject({ status: 'incomplete', reasons, isOpen: true, hasGap })
  })
})

describe('a shipment has an error', () => {
  test.each<[string, ReturnType<typeof judge>, ReadinessReason[]]>([
    ['a truck on parcel', judge(spd, {}, fleet), ['carrier-against-mode']],
    ['a parcel carrier on LTL', judge(ltl, {}, ups), ['carrier-against-mode']],
    ['a carrier out of use', judge(ltl, {}, makeCarrier({ isActive: false })), ['carrier-inactive']],
    ['a PRO on parcel', judge({ ...spd, pro: '8100200008' }), ['pro-on-parcel']],
    ['a PRO that Amazon’s form refuses', judge({ ...ltl, pro: '81002#0008' }), ['pro-outside-limits']],
    [
      'a PRO that is the appointment',
      judge({ ...ltl, pro: '12345678901', isa: '12345678901' }),
      ['pro-is-isa'],
    ],
    ['more boxes than declared', judge({ ...ltl, declaredBoxCount: 19 }), ['box-count-differs']],
    ['one number on two parcel boxes', judge(spd, { repeated: 2 }), ['tracking-repeated']],
    ['a tracking ID that Amazon refuses', judge(spd, { longestTracking: 65 }), ['tracking-outside-limits']],
    ['a tracking ID with a wrong check digit', judge(spd, { failsCheckDigit: 1 }), ['tracking-check-digit']],
    ['gone from the client’s file', judge({ ...ltl, isGone: true }), ['gone-from-file']],
    [
      'an error beside what is missing',
      judge({ amazonMode: 'LTL', isGone: true }, {}, null),
      ['carrier-missing', 'pro-missing', 'gone-from-file'],
    ],
  ])('%s', (_name, judgement, reasons) => {
    expect(judgement).toMatchObject({ status: 'error', reasons, isOpen: true })
  })

  test('when Amazon has closed, deleted or cancelled it, and it is open no more', () => {
    for (const amazonStatus of ['CLOSED', 'DELETED', 'CANCELLED', 'ABANDONED'])
      expect(judge({ ...ltl, pro: null, amazonStatus })).toMatchObject({
        status: 'error',
        reasons: ['pro-missing', 'dead-shipment'],
        isOpen: false,
        hasGap: false,
      })
  })
})

describe('the rate of missing tracking', () => {
  test('does not count what is delivered or at the dock', () => {
    for (const amazonStatus of ['DELIVERED', 'CHECKED_IN', 'RECEIVING'])
      expect(judge({ ...ltl, pro: null, amazonStatus })).toMatchObject({ isOpen: false, hasGap: false })
    for (const amazonStatus of ['WORKING', 'SHIPPED', 'IN_TRANSIT', null])
      expect(judge({ ...ltl, pro: null, amazonStatus })).toMatchObject({ isOpen: true, hasGap: true })
  })

  test('counts no more what was delivered, or found dead, though the status says nothing of it', () => {
    for (const values of [{ deliveredOn: '2026-11-20' }, { finding: 'dead' as const }])
      expect(judge({ ...ltl, pro: null, amazonStatus: 'SHIPPED', ...values })).toMatchObject({
        isOpen: false,
        hasGap: false,
      })
  })

  test('does not count what Amazon makes the tracking for itself', () => {
    for (const programme of ['partnered', 'agl'] as const)
      expect(judge({ ...ltl, pro: null, programme, isGone: true }, bare, null)).toEqual({
        status: 'exempt',
        reasons: [],
        warnings: [],
        infos: ['programme-exempt'],
        letThrough: [],
        isOpen: false,
        hasGap: false,
        isTrackingAsked: false,
      })
  })

  test('counts an AWD shipment only by the boxes of parcel', () => {
    const awd = { fbaId: 'STAR-ABCDE12345XYZ' }
    expect(judge({ ...awd, amazonMode: 'LTL' }, bare).hasGap).toBe(false)
    expect(judge({ ...awd, amazonMode: 'SPD' }, bare).hasGap).toBe(true)
  })
})

test('whatever a shipment is, its verdict follows from its reasons, and a gap counts only while it is open', () => {
  const shipment = fc.record({
    fbaId: fc.constantFrom('FBA19TB4K7Q2', 'STAR-ABCDE12345XYZ'),
    amazonMode: fc.option(fc.constantFrom(...amazonModes), { nil: null }),
    programme: fc.constantFrom(...programmes),
    pro: fc.constantFrom(null, '8100200008', 'FBA19TB4K7Q2', '#'),
    declaredBoxCount: fc.constantFrom(null, 3),
    amazonStatus: fc.constantFrom(null, 'SHIPPED', 'DELIVERED', 'DELETED'),
    isGone: fc.boolean(),
  })
  const boxes = fc
    .record({ boxes: fc.nat(4), withBoxId: fc.nat(4), withTracking: fc.nat(4), repeated: fc.nat(1) })
    .map((counts) => ({
      ...counts,
      withBoxId: Math.min(counts.withBoxId, counts.boxes),
      withTracking: Math.min(counts.withTracking, counts.boxes),
    }))
  const carrier = fc.constantFrom(null, fleet, ups, makeUpsCarrier({ isActive: false }))
  const missing = new Set<ReadinessReason>([
    'mode-unknown',
    'carrier-missing',
    'pro-missing',
    'boxes-missing',
    'box-id-missing',
    'tracking-missing',
  ])
  fc.assert(
    fc.property(shipment, boxes, carrier, (values, counts, by) => {
      const { status, reasons, isOpen, hasGap } = judge(values, counts, by)
      expect(new Set(reasons).size).toBe(reasons.length)
      if (values.programme !== 'own') expect([status, reasons, isOpen]).toEqual(['exempt', [], false])
      else if (reasons.length === 0) expect(status).toBe('ready')
      else expect(status).toBe(reasons.every((reason) => missing.has(reason)) ? 'incomplete' : 'error')
      if (hasGap) expect(isOpen).toBe(true)
      if (status === 'ready') expect(hasGap).toBe(false)
    }),
  )
})
