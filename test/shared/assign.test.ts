import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  planAssign,
  type AssignChoice,
  type AssignContext,
  type AssignPlan,
  type AssignTarget,
} from '../../shared/domain/assign.ts'
import { formatProNumber } from '../../shared/domain/pro-number.ts'
import { shipmentStatuses } from '../../shared/domain/readiness.ts'
import { amazonModes, programmes, type Shipment } from '../../shared/domain/shipment.ts'
import { makeBlock, makeCarrier, makeShipment, makeUpsCarrier } from '../support/factories.ts'

const fleet = makeCarrier()
const ups = makeUpsCarrier()
const partner = makeCarrier({ id: 3, name: '合作车队', kind: 'partner_fleet', scac: 'PTNR' })
const pallets = makeCarrier({ id: 4, name: '自营托盘', kind: 'ltl', scac: null, strategy: 'same_on_all' })

const choice: AssignChoice = {
  carrier: 'auto',
  blockId: null,
  wantsCarrier: true,
  wantsPro: true,
  overwrites: false,
}
const context: AssignContext = {
  carriers: [fleet, ups],
  rules: [],
  blocks: [makeBlock()],
  isProTaken: () => false,
}

const makeTarget = (values: Partial<Shipment> = {}, over: Partial<AssignTarget> = {}): AssignTarget => ({
  shipment: makeShipment(values),
  clientId: 1,
  status: 'incomplete',
  ...over,
})

const plan = (
  values: Partial<Shipment> | AssignTarget[],
  over: Partial<AssignChoice> = {},
  surroundings: Partial<AssignContext> = {},
): AssignPlan =>
  planAssign(
    Array.isArray(values) ? values : [makeTarget(values)],
    { ...choice, ...over },
    { ...context, ...surroundings },
  )

const getOnly = (planned: AssignPlan) => {
  expect(planned.rows).toHaveLength(1)
  const { carrierId, pro, conflicts } = planned.rows[0]!
  return { carrier: carrierId?.after ?? null, pro: pro?.after ?? null, conflicts }
}

describe('the carrier', () => {
  test('is the first rule that fits; what a rule leaves open fits all', () => {
    const rules = [
      { id: 1, position: 1, clientId: 2, fc: null, amazonMode: null, carrierId: pallets.id },
      { id: 2, position: 2, clientId: null, fc: 'LAX9', amazonMode: null, carrierId: pallets.id },
      { id: 3, position: 3, clientId: 1, fc: 'ONT8', amazonMode: 'LTL' as const, carrierId: partner.id },
      { id: 4, position: 4, clientId: null, fc: null, amazonMode: null, carrierId: fleet.id },
    ]
    const all = { rules, carriers: [fleet, ups, partner, pallets], blocks: [] }
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
    const rules = [{ id: 1, position: 1, clientId: null, fc: null, amazonMode: null, carrierId: retired.id }]
    const carriers = [retired, fleet, ups]
    expect(getOnly(plan({}, {}, { rules, carriers }))).toEqual({
      carrier: null,
      pro: null,
      conflicts: ['carrier-not-found'],
    })
    expect(getOnly(plan({}, { carrier: retired.id }, { carriers })).conflicts).toEqual(['carrier-not-found'])
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
    const replaced = plan(standing, { carrier: fleet.id, wantsPro: false, overwrites: true }, { carriers })
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
    expect(plan(standing, { overwrites: true }, { isProTaken }).cells).toEqual([
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
    expect(planned.rows.map((row) => row.conflicts)).toEqual([[], [], ['block-runs-out'], ['block-runs-out']])
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
    ['shipments that arrived at the dock', makeTarget({ amazonStatus: 'CHECKED_IN' }), 'ended'],
    ['exported shipments', makeTarget({}, { status: 'exported' }), 'exported'],
    ['shipments changed since their export', makeTarget({}, { status: 'changed' }), 'exported'],
  ] as const)('%s', (_name, target, conflict) => {
    const planned = plan([target], { overwrites: true })
    expect(getOnly(planned)).toEqual({ carrier: null, pro: null, conflicts: [conflict] })
    expect(planned).toMatchObject({ cells: [], draws: [] })
  })
})

describe('over any shipments, rules, blocks and choices', () => {
  const carriers = [fleet, ups, partner, pallets, makeCarrier({ id: 5, name: '旧车队', isActive: false })]
  const carrierId = fc.constantFrom(...carriers.map((carrier) => carrier.id))
  const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const target = fc.record({
    clientId: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom(...shipmentStatuses),
    shipment: fc.record({
      fbaId: fc.constantFrom('FBA19TB4K7Q2', 'STAR-ABCDE12345XYZ'),
      fc: fc.constantFrom('ONT8', 'LAX9', null),
      amazonMode: orNull(fc.constantFrom(...amazonModes)),
      programme: fc.constantFrom('own' as const, ...programmes),
      carrierId: orNull(carrierId),
      pro: orNull(fc.constantFrom('8100200008', '8100200016', 'TYPED-1')),
      amazonStatus: fc.constantFrom(null, null, 'SHIPPED', 'CLOSED'),
    }),
  })
  const scene = fc.record({
    targets: fc
      .array(target, { maxLength: 25 })
      .map((each) => each.map(({ shipment, ...over }, i) => makeTarget({ ...shipment, id: i + 1 }, over))),
    rules: fc.array(
      fc.record({
        clientId: orNull(fc.integer({ min: 1, max: 3 })),
        fc: fc.constantFrom('ONT8', null),
        amazonMode: orNull(fc.constantFrom(...amazonModes)),
        carrierId,
      }),
      { maxLength: 3 },
    ),
    blocks: fc.array(fc.record({ carrierId, left: fc.nat(8), used: fc.nat(3) }), { maxLength: 4 }),
    taken: fc.uniqueArray(fc.nat(12), { maxLength: 5 }),
    choice: fc.record({
      carrier: fc.oneof(fc.constant('auto' as const), carrierId),
      blockId: orNull(fc.integer({ min: 1, max: 4 })),
      wantsCarrier: fc.boolean(),
      wantsPro: fc.boolean(),
      overwrites: fc.boolean(),
    }),
  })

  const run = (given: typeof scene extends fc.Arbitrary<infer T> ? T : never) => {
    const blocks = given.blocks.map(({ carrierId: owner, left, used }, i) => {
      const first = 810_020_000 + i * 100
      return makeBlock({
        id: i + 1,
        carrierId: owner,
        first,
        last: first + used + left - 1,
        next: first + used,
      })
    })
    const takenNumbers = new Set([
      ...given.taken.map((seq) => formatProNumber(makeBlock(), 810_020_000 + seq)),
      ...given.targets.flatMap(({ shipment }) => shipment.pro ?? []),
    ])
    const rules = given.rules.map((rule, i) => ({ ...rule, id: i + 1, position: i + 1 }))
    const planned = planAssign(
      given.targets.map(({ shipment, clientId, status }) => ({ shipment, clientId, status })),
      given.choice,
      { carriers, rules, blocks, isProTaken: (number) => takenNumbers.has(number) },
    )
    return { planned, blocks, takenNumbers }
  }

  test('no number is given twice, none that stands anywhere, and each is in a draw of its block', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned, blocks, takenNumbers } = run(given)
        const handedOut = planned.cells
          .filter((cell) => cell.field === 'pro')
          .map((cell) => String(cell.after))
        expect(new Set(handedOut).size).toBe(handedOut.length)
        for (const number of handedOut) expect(takenNumbers.has(number)).toBe(false)
        const drawn = new Map(planned.draws.flatMap((draw) => draw.numbers.map((number) => [number, draw])))
        expect(drawn.size).toBe(planned.draws.reduce((sum, draw) => sum + draw.numbers.length, 0))
        for (const number of handedOut) expect(drawn.has(number)).toBe(true)
        for (const draw of planned.draws) {
          const block = blocks.find((each) => each.id === draw.blockId)!
          expect(draw.from).toBe(block.next)
          expect(draw.to).toBeLessThanOrEqual(block.last)
          expect(draw.to - draw.from + 1).toBe(draw.numbers.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('only blanks are filled unless overwriting was chosen, and only what was wanted', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned } = run(given)
        for (const cell of planned.cells) {
          const { shipment } = given.targets.find((each) => each.shipment.id === cell.id)!
          const field = cell.field as 'carrierId' | 'pro'
          expect(cell.before).toBe(shipment[field])
          if (!given.choice.overwrites) expect(cell.before).toBeNull()
          expect(field === 'pro' ? given.choice.wantsPro : given.choice.wantsCarrier).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('what is exempt, ended, exported, parcel or AWD gets no PRO, and every row is accounted for', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned } = run(given)
        expect(planned.rows.map((row) => row.id)).toEqual(given.targets.map((each) => each.shipment.id))
        for (const [i, row] of planned.rows.entries()) {
          const { shipment, status } = given.targets[i]!
          const isLeftAlone =
            shipment.programme !== 'own' ||
            shipment.amazonStatus === 'CLOSED' ||
            status === 'exported' ||
            status === 'changed'
          if (isLeftAlone) expect([row.carrierId, row.pro, row.conflicts.length]).toEqual([null, null, 1])
          if (shipment.amazonMode === 'SPD' || shipment.fbaId.startsWith('STAR-')) expect(row.pro).toBeNull()
          expect(new Set(row.conflicts).size).toBe(row.conflicts.length)
        }
      }),
      { numRuns: 400 },
    )
  })
})
