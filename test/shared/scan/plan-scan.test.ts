import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PairingShipment } from '../../../shared/domain/pairing/pairing-target.ts'
import {
  planScan,
  type HeldScan,
  type ScanFacts,
  type ScanStep,
} from '../../../shared/domain/scan/plan-scan.ts'
import { readScan } from '../../../shared/domain/scan/read-scan.ts'
import {
  changeLastDigit,
  fbaId,
  fleetOnAll,
  listPairs,
  makeBoxId,
  makeFedex,
  makeShipment,
  makeTarget,
  makeUps,
  otherFbaId,
  ups,
  withFormerLabels,
} from '../pairing/pairing-case.ts'

const [a, b, used] = [makeUps(1), makeUps(2), makeUps(3)]
const [box1, box2, full] = [1, 2, 3].map((u) => makeBoxId(fbaId, u)) as [string, string, string]
const otherBox = makeBoxId(otherFbaId, 1)
const shipment = makeShipment({ boxes: 3, numbers: { 3: used } })
const other = makeShipment({ id: 2, fbaId: otherFbaId, boxes: 2 })

const makeFacts = (
  all: readonly PairingShipment[],
  inHand: PairingShipment | null,
  former: Readonly<Record<string, readonly number[]>> = {},
): ScanFacts => ({
  shipment: inHand,
  getLabelOwners: withFormerLabels(makeTarget(all), former).getLabelOwners,
  getShipmentOf: (boxRowId) => all.find(({ boxes }) => boxes.some(({ id }) => id === boxRowId)) ?? null,
  getOwner: makeTarget(all).getOwner,
  isExcused: () => false,
})

const facts = makeFacts([shipment, other], shipment)
const holdBox = (boxId: string): HeldScan => ({ kind: 'box', boxId })
const holdNumber = (trackingId: string): HeldScan => ({ kind: 'number', trackingId })

function take(
  text: string,
  held: HeldScan | null = null,
  { of = facts, confirmed = null as string | null } = {},
): ScanStep {
  const scan = readScan(text)
  if (scan.kind === 'control') throw new Error('a control code is no part of a pair')
  return planScan({ scan, held, confirmed }, of)
}

const getRefusal = (step: ScanStep) => (step.kind === 'refused' ? [step.refusal.kind, step.held] : step.kind)

describe('a pair', () => {
  test('is a box label and then a carrier label', () => {
    expect(take(box1)).toMatchObject({ kind: 'held', held: holdBox(box1) })
    const step = take(a, holdBox(box1))
    expect(step.kind === 'pair' && listPairs(step.plan)).toEqual([[1001, a]])
  })

  test('or the other way round', () => {
    expect(take(a)).toMatchObject({ kind: 'held', held: holdNumber(a) })
    const step = take(box2, holdNumber(a))
    expect(step.kind === 'pair' && listPairs(step.plan)).toEqual([[1002, a]])
  })

  test('begins a shipment where none is in hand', () => {
    const free = { ...facts, shipment: null }
    expect(take(otherBox, null, { of: free })).toMatchObject({ kind: 'held', shipment: { id: 2 } })
    expect(take(otherBox, holdNumber(a), { of: free }).kind).toBe('pair')
  })

  test('may repeat the number where the carrier’s strategy puts it on all boxes', () => {
    const number = 'TB810020000'
    const fleet = makeShipment({ boxes: 2, carrier: fleetOnAll, numbers: { 1: number } })
    const step = take(number, holdBox(box2), { of: makeFacts([fleet], fleet) })
    expect(step.kind === 'pair' && step.plan.pairs[0]).toMatchObject({ boxRowId: 1002, isShared: true })
  })
})

describe('a label that the box had before its shipment was issued anew', () => {
  const oldLabel = makeBoxId('FBA17TB2C5D1', 1)
  const nameless = { ...shipment, boxes: shipment.boxes.map((box) => ({ ...box, boxId: null })) }

  test('stands for the box, in either order, and the pair says so', () => {
    for (const each of [shipment, nameless]) {
      const of = makeFacts([each, other], each, { [oldLabel]: [1001] })
      expect(take(oldLabel, null, { of })).toMatchObject({ kind: 'held', held: holdBox(oldLabel) })
      for (const step of [take(a, holdBox(oldLabel), { of }), take(oldLabel, holdNumber(a), { of })]) {
        expect(step.kind === 'pair' && listPairs(step.plan)).toEqual([[1001, a]])
        expect(step).toMatchObject({ label: oldLabel, isFormer: true })
      }
    }
    expect(take(a, holdBox(box1))).toMatchObject({ label: box1, isFormer: false })
  })

  test('is held against the shipment in hand and the number on the box as the label of now is', () => {
    const of = (rowId: number) => makeFacts([shipment, other], shipment, { [oldLabel]: [rowId] })
    expect(getRefusal(take(oldLabel, null, { of: of(2001) }))).toEqual(['other-shipment', null])
    expect(getRefusal(take(oldLabel, null, { of: of(1003) }))).toEqual(['box-has-number', null])
  })

  test('is unknown where two boxes had it, and means the box that has it now', () => {
    const twice = makeFacts([shipment, other], shipment, { [oldLabel]: [1001, 1002] })
    expect(getRefusal(take(oldLabel, null, { of: twice }))).toEqual(['unknown-box', null])
    const taken = makeFacts([shipment, other], null, { [otherBox]: [1001] })
    expect(take(otherBox, null, { of: taken })).toMatchObject({ kind: 'held', shipment: { id: 2 } })
  })
})

describe('a scan is refused, and what is held stays held,', () => {
  const held = holdBox(box1)
  test.each([
    ['when it cannot be read', 'HELLOWORLD', 'unreadable'],
    ['when it is the 2-D code of the contents', `AMZN,PO:${fbaId},QTY:1`, 'names-no-box'],
    ['when the box is not on file', makeBoxId(fbaId, 99), 'unknown-box'],
    ['when the box is another shipment’s', otherBox, 'other-shipment'],
    ['when the box has a number', full, 'box-has-number'],
    ['when a carrier label is waited for', box2, 'number-expected'],
    ['when the number stands on a box', used, 'used-elsewhere'],
    ['when the check digit fails', changeLastDigit(a), 'check-digit'],
    ['when it is another carrier’s number', makeFedex(4), 'other-courier'],
    ['when no courier on file has such a number', 'UNI12345QX98', 'other-courier'],
  ])('%s', (_name, text, kind) => expect(getRefusal(take(text, held))).toEqual([kind, held]))

  test('when a box label is waited for', () => {
    expect(getRefusal(take(b, holdNumber(a)))).toEqual(['box-expected', holdNumber(a)])
  })

  test('also as the first of its pair', () => {
    expect(
      [used, changeLastDigit(a), makeFedex(4), otherBox, full].map((text) => getRefusal(take(text))),
    ).toEqual([
      ['used-elsewhere', null],
      ['check-digit', null],
      ['other-courier', null],
      ['other-shipment', null],
      ['box-has-number', null],
    ])
  })
})

describe('a number that meets a box it may not stand on', () => {
  test('gives its place to the box, which waits for the right one', () => {
    const free = { ...facts, shipment: null }
    expect(take(makeFedex(4), null, { of: free }).kind).toBe('held')
    expect(getRefusal(take(box1, holdNumber(makeFedex(4)), { of: free }))).toEqual([
      'other-courier',
      holdBox(box1),
    ])
  })
})

describe('a doubted number that was confirmed', () => {
  test.each([
    ['a wrong check digit', changeLastDigit(a)],
    ['another carrier’s pattern', makeFedex(4)],
    ['a pattern of no courier', 'UNI12345QX98'],
  ])('is paired: %s', (_name, number) => {
    expect(take(number, holdBox(box1), { confirmed: number }).kind).toBe('pair')
    expect(take(number, holdBox(box1), { confirmed: a }).kind).toBe('refused')
  })

  test('is never taken from another box, nor put over another number', () => {
    expect(getRefusal(take(used, holdBox(box1), { confirmed: used }))).toEqual([
      'used-elsewhere',
      holdBox(box1),
    ])
    expect(getRefusal(take(full, holdNumber(a), { confirmed: a }))).toEqual(['box-has-number', holdNumber(a)])
  })
})

/** What lies on a table: labels of two shipments' boxes, numbers sound, damaged and strange. */
const labels = [1, 2, 3, 4].flatMap((u) => [makeBoxId(fbaId, u), makeBoxId(otherFbaId, u)])
const numbers = [1, 2, 3, 4, 5].map(makeUps)
const texts = [...labels, ...numbers, changeLastDigit(makeUps(9)), makeFedex(5), 'UNI12345QX98', 'GARBAGE!']

test('whatever is scanned in whatever order, boxes and numbers stay one to one, each number the last one scanned', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...texts), { maxLength: 60 }), (scans) => {
      const onFile = new Map<string, string>()
      const world = () =>
        [
          { id: 1, of: fbaId },
          { id: 2, of: otherFbaId },
        ].map(({ id, of }) => {
          const taken = [1, 2, 3, 4].flatMap((u) => {
            const number = onFile.get(makeBoxId(of, u))
            return number === undefined ? [] : [[u, number]]
          })
          return makeShipment({ id, fbaId: of, boxes: 4, carrier: ups, numbers: Object.fromEntries(taken) })
        })
      let held: HeldScan | null = null
      for (const [i, text] of scans.entries()) {
        const step = take(text, held, { of: makeFacts(world(), null) })
        if (step.kind === 'pair') {
          const boxId = step.box.boxId!
          const number = step.plan.pairs[0]!.trackingId
          const before: HeldScan | null = held
          const firstHalf = before?.kind === 'box' ? before.boxId : before?.trackingId
          expect(new Set([firstHalf, text])).toEqual(new Set([boxId, number]))
          expect(scans.slice(0, i)).toContain(firstHalf)
          expect(onFile.has(boxId)).toBe(false)
          expect([...onFile.values()]).not.toContain(number)
          expect(numbers).toContain(number)
          onFile.set(boxId, number)
          held = null
        } else held = step.held
      }
    }),
    { seed: 4, numRuns: 300 },
  )
})
