import { describe, expect, test } from 'vitest'
import { isLeftOpen } from '../../shared/domain/assign-conflict.ts'
import { makeBlock, makeRule } from '../support/factories.ts'
import { fleet, getOnly, goBy, makeTarget, partner, plan, ups } from './assign-case.ts'

const day = '2026-11-28'
const carriers = [fleet, ups, partner]
const toOntario = { fc: 'ONT8', etaOn: day }

// Luhn over 81002000n: see the numbers of assign.test.ts; 810020002 gives 4, 810020003 gives 2.
const numbers = ['8100200008', '8100200016', '8100200024', '8100200032']

describe('a carrier that stands against a rule', () => {
  const surroundings = { carriers, ...goBy(makeRule({ id: 7, carrierId: partner.id })) }
  const standing = { carrierId: fleet.id }

  test('is kept and named, with the rule that says otherwise', () => {
    const planned = plan(standing, { wantsPro: false }, surroundings)
    expect(getOnly(planned)).toEqual({ carrier: null, pro: null, conflicts: ['carrier-kept'] })
    expect(planned.rows[0]!.ruleId).toBe(7)
  })

  test('is replaced for all, or for one shipment alone', () => {
    const targets = [1, 2].map((id) => makeTarget({ ...standing, id }))
    const forAll = plan(
      targets,
      { wantsPro: false, resolutions: { 'carrier-kept': 'replace' } },
      surroundings,
    )
    expect(forAll.rows.map((row) => row.carrierId?.after)).toEqual([partner.id, partner.id])
    const rowChoices = [{ id: 2, kind: 'carrier-kept' as const, choice: 'replace' as const }]
    const forOne = plan(targets, { wantsPro: false, rowChoices }, surroundings)
    expect(forOne.rows.map((row) => row.carrierId?.after)).toEqual([undefined, partner.id])
    expect(forOne.rows.map((row) => row.conflicts.map(isLeftOpen))).toEqual([[true], [false]])
  })
})

test('a shipment that has its PRO is unchanged, and replacing it is a choice that stays to be seen', () => {
  const standing = { carrierId: fleet.id, pro: 'TYPED-1' }
  expect(plan(standing).rows[0]).toMatchObject({ pro: null, keepsPro: true, conflicts: [] })
  expect(plan(standing, { resolutions: { 'pro-kept': 'replace' } }).rows[0]).toMatchObject({
    pro: { before: 'TYPED-1', after: numbers[0] },
    keepsPro: false,
    conflicts: [{ kind: 'pro-kept', choice: 'replace' }],
  })
})

test('a number that stands somewhere is passed over and named on the shipment that would have got it', () => {
  const isProTaken = (number: string) => number === numbers[1]
  const planned = plan(
    [1, 2].map((id) => makeTarget({ id })),
    {},
    { isProTaken },
  )
  expect(planned.rows.map((row) => [row.pro?.after, row.usedPros])).toEqual([
    [numbers[0], []],
    [numbers[2], [numbers[1]]],
  ])
  expect(planned.rows[1]!.conflicts).toEqual([{ kind: 'pro-used', choice: 'next-free' }])
})

describe('a block that runs out at row k', () => {
  const blocks = [
    makeBlock({ next: 810_020_098 }),
    makeBlock({ id: 2, first: 820_000_000, last: 820_000_009 }),
  ]
  const targets = [1, 2, 3].map((id) => makeTarget({ id, carrierId: fleet.id }))

  test('fills k − 1 and lists the rest', () => {
    const planned = plan(targets, { blockId: 1 }, { blocks })
    expect(planned.rows.map((row) => row.pro !== null)).toEqual([true, true, false])
    expect(planned.rows[2]!.conflicts).toEqual([{ kind: 'block-runs-out', choice: 'list' }])
  })

  test('or goes on with the carrier’s next block', () => {
    const resolutions = { 'block-runs-out': 'next-block' } as const
    const planned = plan(targets, { blockId: 1, resolutions }, { blocks })
    // Luhn over 820000000: 8 → 7, 2: 9; 1 makes 10.
    expect(planned.rows[2]).toMatchObject({
      pro: { after: '8200000001' },
      conflicts: [{ kind: 'block-runs-out', choice: 'next-block' }],
    })
    expect(planned.draws.map((draw) => draw.blockId)).toEqual([1, 2])
  })

  test('lists the rest where there is no next block either', () => {
    const resolutions = { 'block-runs-out': 'next-block' } as const
    const planned = plan(targets, { blockId: 1, resolutions }, { blocks: blocks.slice(0, 1) })
    expect(planned.rows[2]!.conflicts).toEqual([{ kind: 'block-runs-out', choice: 'list' }])
  })
})

describe('paper against truth', () => {
  test('a parcel shipment from a block asked for is skipped, or becomes LTL with a note to the client', () => {
    expect(getOnly(plan({ amazonMode: 'SPD' }, { blockId: 1 })).conflicts).toEqual(['parcel-takes-no-pro'])
    const resolutions = { 'parcel-takes-no-pro': 'change-mode' } as const
    const planned = plan({ amazonMode: 'SPD', note: '易碎' }, { blockId: 1, resolutions })
    expect(planned.cells).toEqual([
      { entity: 'shipment', id: 1, field: 'amazonMode', before: 'SPD', after: 'LTL' },
      { entity: 'shipment', id: 1, field: 'note', before: '易碎', after: '易碎 · SPD → LTL' },
      { entity: 'shipment', id: 1, field: 'carrierId', before: null, after: fleet.id },
      { entity: 'shipment', id: 1, field: 'pro', before: null, after: numbers[0] },
    ])
  })

  test('the carrier of the old mode goes with it', () => {
    const resolutions = { 'parcel-takes-no-pro': 'change-mode' } as const
    const planned = plan({ amazonMode: 'SPD', carrierId: ups.id }, { blockId: 1, resolutions })
    expect(getOnly(planned)).toMatchObject({ carrier: fleet.id, pro: numbers[0] })
  })

  test('an LTL shipment whose boxes have numbers is skipped, becomes parcel, or gets its PRO all the same', () => {
    const targets = [makeTarget({}, { numberedBoxes: 2 })]
    expect(getOnly(plan(targets))).toEqual({
      carrier: fleet.id,
      pro: null,
      conflicts: ['boxes-have-numbers'],
    })
    const toParcel = plan(targets, { resolutions: { 'boxes-have-numbers': 'change-mode' } })
    expect(toParcel.rows[0]).toMatchObject({ mode: { before: 'LTL', after: 'SPD' }, pro: null })
    expect(toParcel.rows[0]!.carrierId!.after).toBe(ups.id)
    expect(getOnly(plan(targets, { resolutions: { 'boxes-have-numbers': 'assign' } })).pro).toBe(numbers[0])
  })
})

test('a carrier out of use, or of the wrong kind, gets no PRO though it stands', () => {
  const retired = { ...fleet, isActive: false }
  expect(getOnly(plan({ carrierId: fleet.id }, {}, { carriers: [retired, ups] }))).toEqual({
    carrier: null,
    pro: null,
    conflicts: ['carrier-inactive'],
  })
  const blocks = [makeBlock({ carrierId: ups.id })]
  expect(getOnly(plan({ carrierId: ups.id }, {}, { blocks })).conflicts).toEqual(['carrier-against-mode'])
})

test('exempt, ended and exported shipments are assigned only where that was chosen', () => {
  const exported = [makeTarget({}, { status: 'exported' })]
  expect(getOnly(plan(exported))).toEqual({ carrier: null, pro: null, conflicts: ['exported'] })
  const planned = plan(exported, { resolutions: { exported: 'assign' } })
  expect(getOnly(planned)).toEqual({ carrier: fleet.id, pro: numbers[0], conflicts: ['exported'] })
  expect(planned.rows[0]!.conflicts.map(isLeftOpen)).toEqual([false])
})

test('an appointment in the past, or before the ETA, is said and keeps nothing from being filled', () => {
  const past = plan({ appointmentAt: '2026-11-26T09:00' })
  expect(getOnly(past)).toMatchObject({ pro: numbers[0], conflicts: ['appointment-past'] })
  const early = plan({ appointmentAt: '2026-11-28T09:00', etaOn: '2026-11-29' })
  expect(getOnly(early)).toMatchObject({ pro: numbers[0], conflicts: ['appointment-before-eta'] })
  expect(early.rows[0]!.conflicts.map(isLeftOpen)).toEqual([false])
  expect(getOnly(plan({ appointmentAt: '2026-11-27T09:00' })).conflicts).toEqual([])
})

describe('one PRO for a group', () => {
  const perLoad = { carriers: [{ ...fleet, proPolicy: 'per_load' as const }, ups] }

  test('goes to what one carrier brings to one FC on one day', () => {
    const planned = plan(
      [
        makeTarget({ id: 1, ...toOntario }),
        makeTarget({ id: 2, fc: 'LAX9', etaOn: day }),
        makeTarget({ id: 3, ...toOntario }),
        makeTarget({ id: 4, ...toOntario, etaOn: '2026-11-29' }),
        makeTarget({ id: 5, fc: 'ONT8', appointmentAt: `${day}T08:00` }),
      ],
      { sharesPro: true },
      perLoad,
    )
    expect(planned.rows.map((row) => [row.pro!.after, row.isProShared])).toEqual([
      [numbers[0], true],
      [numbers[1], false],
      [numbers[0], true],
      [numbers[2], false],
      [numbers[0], true],
    ])
    expect(planned.draws[0]!.numbers).toEqual(numbers.slice(0, 3))
    expect(planned.cells.filter((cell) => cell.field === 'isProShared')).toEqual(
      [1, 3, 5].map((id) => ({ entity: 'shipment', id, field: 'isProShared', before: 0, after: 1 })),
    )
  })

  test('leaves what has a PRO alone, and what goes nobody knows where gets its own', () => {
    const planned = plan(
      [
        makeTarget({ id: 1, ...toOntario, carrierId: fleet.id, pro: 'TYPED-1' }),
        makeTarget({ id: 2, fc: null, etaOn: day }),
        makeTarget({ id: 3, fc: null, etaOn: day }),
      ],
      { sharesPro: true },
      perLoad,
    )
    expect(planned.rows.map((row) => row.pro?.after ?? null)).toEqual([null, numbers[0], numbers[1]])
  })

  test('is for carriers that give one a load: any other gives each its own, and that is said', () => {
    const targets = [1, 2].map((id) => makeTarget({ id, ...toOntario }))
    const planned = plan(targets, { sharesPro: true })
    expect(planned.rows.map((row) => [row.pro!.after, row.isProShared])).toEqual([
      [numbers[0], false],
      [numbers[1], false],
    ])
    expect(planned.rows[0]!.conflicts.map((each) => [each.kind, isLeftOpen(each)])).toEqual([
      ['pro-not-shared', false],
    ])
  })

  test('that is replaced by one each is no longer shared', () => {
    const standing = { carrierId: fleet.id, pro: 'SHARED-1', isProShared: true }
    expect(plan(standing, { resolutions: { 'pro-kept': 'replace' } }).cells.at(-1)).toEqual({
      entity: 'shipment',
      id: 1,
      field: 'isProShared',
      before: 1,
      after: 0,
    })
  })
})
