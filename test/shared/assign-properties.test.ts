import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planAssign } from '../../shared/domain/assign.ts'
import { assignConflicts, conflictChoices } from '../../shared/domain/assign-conflict.ts'
import { toCell } from '../../shared/domain/patch.ts'
import { formatProNumber } from '../../shared/domain/pro-number.ts'
import { shipmentStatuses } from '../../shared/domain/readiness.ts'
import { amazonModes, programmes } from '../../shared/domain/shipment.ts'
import { makeBlock, makeCarrier, makeRule } from '../support/factories.ts'
import { context, fleet, getKinds, goBy, makeTarget, pallets, partner, ups } from './assign-case.ts'

describe('over any shipments, rules, blocks and choices', () => {
  const carriers = [
    { ...fleet, proPolicy: 'per_load' as const },
    ups,
    partner,
    pallets,
    makeCarrier({ id: 5, name: '旧车队', isActive: false }),
  ]
  const carrierId = fc.constantFrom(...carriers.map((carrier) => carrier.id))
  const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
  const target = fc.record({
    clientId: fc.integer({ min: 1, max: 3 }),
    status: fc.constantFrom(...shipmentStatuses),
    numberedBoxes: fc.constantFrom(0, 0, 2),
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
  const choosable = assignConflicts.filter((kind) => conflictChoices[kind].length > 1)
  const anyRowChoice = fc
    .record({ id: fc.integer({ min: 1, max: 25 }), kind: fc.constantFrom(...choosable), at: fc.nat(2) })
    .map(({ id, kind, at }) => ({
      id,
      kind,
      choice: conflictChoices[kind][at % conflictChoices[kind].length]!,
    }))
  const anyResolutions = fc
    .array(anyRowChoice, { maxLength: 6 })
    .map((chosen) => Object.fromEntries(chosen.map(({ kind, choice: each }) => [kind, each])))
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
      sharesPro: fc.boolean(),
      wantsLoad: fc.boolean(),
      loadId: fc.constant(null),
      caps: fc.constant({ maxPallets: 26, maxBoxes: null, maxKg: null }),
      tripHours: fc.constant(4),
      loadChoices: fc.constant([]),
      resolutions: anyResolutions,
      rowChoices: fc.array(anyRowChoice, { maxLength: 3 }),
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
    const rules = given.rules.map((rule, i) => makeRule({ ...rule, id: i + 1, position: i + 1 }))
    const planned = planAssign(given.targets, given.choice, {
      ...context,
      ...goBy(...rules),
      carriers,
      blocks,
      isProTaken: (number) => takenNumbers.has(number),
    })
    return { planned, blocks, takenNumbers }
  }

  test('no number is given twice, none that stands anywhere, and each is in a draw of its block', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned, blocks, takenNumbers } = run(given)
        const handedOut = planned.cells
          .filter((cell) => cell.field === 'pro')
          .map((cell) => String(cell.after))
        const own = planned.rows.filter((row) => row.pro && !row.isProShared)
        expect(new Set(own.map((row) => row.pro!.after)).size).toBe(own.length)
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

  test('only blanks are filled unless replacing was chosen, and only what was wanted', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned } = run(given)
        for (const cell of planned.cells) {
          const { shipment } = given.targets.find((each) => each.shipment.id === cell.id)!
          const row = planned.rows.find((each) => each.id === cell.id)!
          expect(cell.before).toBe(toCell(shipment[cell.field as keyof typeof shipment]))
          if (cell.field !== 'carrierId' && cell.field !== 'pro') continue
          expect(cell.field === 'pro' ? given.choice.wantsPro : given.choice.wantsCarrier).toBe(true)
          const kind = cell.field === 'pro' ? 'pro-kept' : 'carrier-kept'
          const isChosen = row.conflicts.some((each) => each.kind === kind && each.choice === 'replace')
          if (cell.before !== null && row.mode === null) expect(isChosen).toBe(true)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('what is left alone gets nothing, parcel and AWD get no PRO, and every row is accounted for', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned } = run(given)
        expect(planned.rows.map((row) => row.id)).toEqual(given.targets.map((each) => each.shipment.id))
        for (const [i, row] of planned.rows.entries()) {
          const { shipment, status, isOpen } = given.targets[i]!
          const isLeftAlone =
            shipment.programme !== 'own' || !isOpen || status === 'exported' || status === 'changed'
          if (isLeftAlone && row.conflicts[0]!.choice === 'skip')
            expect([row.mode, row.carrierId, row.pro, row.conflicts.length]).toEqual([null, null, null, 1])
          if ((row.mode?.after ?? shipment.amazonMode) === 'SPD' || shipment.fbaId.startsWith('STAR-'))
            expect(row.pro).toBeNull()
          expect(new Set(getKinds(row)).size).toBe(row.conflicts.length)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('a PRO stands on several shipments only of one carrier to one FC, each of them marked', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const { planned } = run(given)
        const byNumber = Map.groupBy(
          planned.rows.filter((row) => row.pro !== null),
          (row) => row.pro!.after,
        )
        for (const rows of byNumber.values()) {
          expect(rows.map((row) => row.isProShared)).toEqual(rows.map(() => rows.length > 1))
          if (!given.choice.sharesPro) expect(rows).toHaveLength(1)
          const groups = rows.map((row) => {
            const { shipment } = given.targets.find((each) => each.shipment.id === row.id)!
            return `${row.carrierId ? row.carrierId.after : shipment.carrierId} ${shipment.fc}`
          })
          expect(new Set(groups).size).toBe(1)
        }
      }),
      { numRuns: 400 },
    )
  })
})
