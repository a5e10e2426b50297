import { describe, expect, test } from 'vitest'
import { addAnswer, answerEntries } from '../../../renderer/boxes/pairing-answers.ts'
import { applyOffer, getOffers, type Offer } from '../../../renderer/boxes/pairing-offer.ts'
import type { CarrierView } from '../../../shared/contract/outputs.ts'
import type { Mismatch } from '../../../shared/domain/pairing/pairing.ts'

const makeCarrier = (over: Partial<CarrierView>): CarrierView => ({
  id: 1,
  name: 'UPS',
  kind: 'parcel',
  scac: null,
  amazonName: 'OTHER',
  strategy: 'per_box',
  courier: 'ups',
  isActive: true,
  proPolicy: 'per_shipment',
  cardUntil: null,
  shipments: 0,
  ...over,
})
const facts = {
  getNumber: (index: number) => ['1Z1', '1Z2', '1Z3'][index] ?? null,
  getText: (index: number) => `text ${index}`,
  carriers: [
    makeCarrier({}),
    makeCarrier({ id: 2, name: 'FedEx', courier: 'fedex' }),
    makeCarrier({ id: 3, name: 'FedEx 旧', courier: 'fedex', isActive: false }),
  ],
}
const offer = (...alike: Mismatch[]): Offer[] => getOffers(alike, facts)
const listKinds = (...alike: Mismatch[]): string[] => offer(...alike).map(({ kind }) => kind)

const level = 'block' as const
const fewer: Mismatch = { kind: 'fewer-numbers', missing: 1, level }
const more: Mismatch = { kind: 'more-numbers', extra: 1, duplicateIndexes: [2], level }
const twice: Mismatch = { kind: 'number-twice', trackingId: '1Z1', indexes: [0, 2], level }
const master: Mismatch = { kind: 'master-number', trackingId: '1Z1', fbaId: 'F', canShare: false, level }
const elsewhere = (index: number): Mismatch => ({
  kind: 'used-elsewhere',
  index,
  trackingId: `1Z${index + 1}`,
  fbaId: 'FBA15TB8M3X9',
  boxRowId: 9,
  level,
})
const wrongDigit: Mismatch = { kind: 'check-digit', index: 1, shipmentId: 1, courier: 'ups', level }
const stranger: Mismatch = { kind: 'other-courier', index: 1, shipmentId: 1, courier: 'fedex', level }
const taken: Mismatch = { kind: 'box-has-number', index: 1, boxRowId: 3, before: '1Z8', after: '1Z2', level }
const damaged: Mismatch = {
  kind: 'damaged-number',
  index: 1,
  place: { line: 2 },
  problem: { kind: 'empty' },
  level,
}

describe('each difference has its own offers:', () => {
  test.each<[string, Mismatch, string[]]>([
    ['fewer numbers', fewer, ['gapsLast', 'gapsFirst']],
    ['more numbers, the repeated ones', more, ['drop']],
    ['more numbers, none repeated', { ...more, duplicateIndexes: [] }, []],
    ['the same number twice', twice, ['drop']],
    ['a master number of a parcel carrier', master, ['askPieces']],
    ['a master number of a truck', { ...master, canShare: true }, ['share', 'askPieces']],
    ['a number on another shipment', elsewhere(0), ['move', 'leave', 'show']],
    ['a wrong check digit', wrongDigit, ['keepBecause', 'retype']],
    ['another carrier’s pattern', stranger, ['carrier', 'keep']],
    ['no carrier’s pattern', { ...stranger, courier: null }, ['keep']],
    ['a box that has a number', taken, ['overwrite']],
    ['a reversed order', { kind: 'order-reversed', level }, ['reverse']],
    ['a damaged number', damaged, ['retype', 'drop']],
    ['too many boxes', { kind: 'too-many-boxes', fbaId: 'F', boxes: 501, limit: 500, level: 'warn' }, []],
  ])('%s', (_name, mismatch, kinds) => expect(listKinds(mismatch)).toEqual(kinds))

  test('and none is left once it was taken', () => {
    const answered = [twice, elsewhere(0), wrongDigit, stranger, taken].map((mismatch): Mismatch => ({
      ...mismatch,
      level: 'warn',
    }))
    expect(answered.flatMap((mismatch) => listKinds(mismatch))).toEqual([])
  })

  test('what is the same for several numbers is offered once for all of them', () => {
    expect(offer(elsewhere(0), elsewhere(2)).slice(0, 2)).toEqual([
      { kind: 'move', numbers: ['1Z1', '1Z3'] },
      { kind: 'leave', indexes: [0, 2] },
    ])
  })

  test('the carrier offered is one on file that is in use and has such numbers', () => {
    expect(offer(stranger)[0]).toEqual({ kind: 'carrier', shipmentIds: [1], carrierId: 2, name: 'FedEx' })
  })
})

describe('an offer that moves numbers', () => {
  test('drops a number where it stands for the second time', () => {
    expect(applyOffer(offer(twice)[0]!, [0, 1, 2], 3)).toEqual([0, 1])
  })

  test('drops no more what is dropped already', () => {
    expect(applyOffer({ kind: 'drop', indexes: [2, 5] }, [0, 1], 3)).toEqual([0, 1])
  })

  test('leaves the missing numbers at the end or at the beginning, as the person says', () => {
    expect(offer(fewer).map((each) => applyOffer(each, [0, 1], 3))).toEqual([
      [0, 1],
      [null, 0, 1],
    ])
  })

  test('turns round a list that runs backwards', () => {
    expect(applyOffer({ kind: 'reverse' }, [0, 1, 2], 3)).toEqual([2, 1, 0])
  })

  test('leaves a number elsewhere without shifting the others', () => {
    expect(applyOffer({ kind: 'leave', indexes: [1] }, [0, 1, 2], 3)).toEqual([0, null, 2])
  })

  test('is no answer to the engine, and the other way round', () => {
    expect(addAnswer({}, { kind: 'reverse' }, '')).toBeUndefined()
    expect(applyOffer({ kind: 'move', numbers: ['1Z1'] }, [0], 1)).toBeNull()
  })
})

describe('an answer to the engine', () => {
  test('keeps numbers with the reason given, the newest one for each', () => {
    const [keep] = offer(wrongDigit)
    const once = addAnswer({}, keep!, 'first')!
    expect(addAnswer(once, keep!, 'as printed')).toEqual({
      kept: [{ number: '1Z2', reason: 'as printed' }],
    })
  })

  test('keeps what another answer said', () => {
    const answers = addAnswer({ sharedBecause: 'pallet' }, offer(elsewhere(0))[0]!, '')
    expect(answers).toEqual({ sharedBecause: 'pallet', moved: ['1Z1'] })
  })

  test('takes a number typed again in place of the one before', () => {
    const [, retype] = offer(wrongDigit)
    const once = addAnswer({}, retype!, '1ZX')!
    expect(addAnswer(once, retype!, '1ZY')!.retyped).toEqual([{ index: 1, text: '1ZY' }])
  })

  test('drops lines, each once, where nothing can be moved', () => {
    const [drop] = offer(twice)
    const once = addAnswer({ dropped: [1] }, drop!, '')!
    expect(once.dropped).toEqual([1, 2])
    expect(addAnswer(once, drop!, '')!.dropped).toEqual([1, 2])
  })

  test('types a number anew in its cell, and drops the line whose cell is emptied', () => {
    expect(
      answerEntries({ moved: ['1Z3'] }, [
        { index: 1, text: ' 1ZY ' },
        { index: 2, text: ' ' },
      ]),
    ).toEqual({
      moved: ['1Z3'],
      retyped: [{ index: 1, text: '1ZY' }],
      dropped: [2],
    })
  })

  test('changes the carrier of the shipments it is for', () => {
    expect(addAnswer({}, offer(stranger)[0]!, '')!.carriers).toEqual([{ shipmentId: 1, carrierId: 2 }])
  })
})
