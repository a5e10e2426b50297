import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  parsePairingText,
  patchPairing,
  planPairing,
  planSettledPairing,
} from '../../../shared/domain/pairing/pairing.ts'
import { withFormerLabels } from './pairing-case.ts'
import {
  boxesOf,
  findFaults,
  formerLabels,
  labelTexts,
  listLines,
  noFaults,
  numbers,
  pairingOptions,
  placeFormerLabels,
  texts,
  worlds,
  writeWorld,
} from './pairing-worlds.ts'

test('boxes and numbers of a plan are one to one, on file and in the plan, unless shared', () => {
  fc.assert(
    fc.property(worlds, texts, pairingOptions, (world, text, options) => {
      const plan = planPairing(world.target, parsePairingText(text), options)
      expect(findFaults(world, plan, options)).toEqual(noFaults)
    }),
    { numRuns: 1500 },
  )
})

test('with labels that boxes had before it is one to one too, and such a label means one box or none', () => {
  let pairedByFormer = 0
  fc.assert(
    fc.property(worlds, formerLabels, labelTexts, pairingOptions, (world, drawn, text, options) => {
      const former = placeFormerLabels(world, drawn)
      const target = withFormerLabels(world.target, former, world.all)
      const plan = planPairing(target, parsePairingText(text), options)
      expect(findFaults(world, plan, options)).toEqual(noFaults)
      const boxes = new Map(boxesOf(world).map((box) => [box.id, box]))
      const now = new Set(boxesOf(world).map((box) => box.boxId))
      for (const { boxRowId, trackingId } of plan.rule === 'by-box-id' ? plan.pairs : []) {
        const labels = text
          .split('\n')
          .filter((line) => line.endsWith(`\t${trackingId}`))
          .map((line) => line.split('\t')[0]!)
        const isNamed = labels.includes(boxes.get(boxRowId)!.boxId!)
        const isNamedBefore = labels.some(
          (label) => !now.has(label) && former[label]?.length === 1 && former[label][0] === boxRowId,
        )
        expect(isNamed || isNamedBefore).toBe(true)
        if (!isNamed) pairedByFormer++
      }
    }),
    { seed: 20_261_127, numRuns: 1500 },
  )
  // Enough of them are paired so for the rest to mean something.
  expect(pairedByFormer).toBeGreaterThan(100)
})

test('what a person settles is one to one too', () => {
  const orders = fc.array(fc.record({ box: fc.nat({ max: 30 }), number: fc.option(fc.nat({ max: 30 })) }), {
    maxLength: 10,
  })
  fc.assert(
    fc.property(worlds, texts, orders, pairingOptions, (world, text, order, options) => {
      const lines = parsePairingText(text)
      const boxes = boxesOf(world)
      fc.pre(lines.length > 0 && boxes.length > 0)
      const settled = order.map(({ box, number }) => ({
        boxRowId: boxes[box % boxes.length]!.id,
        numberIndex: number === null ? null : number % lines.length,
      }))
      const plan = planSettledPairing(world.target, lines, settled, options)
      expect(findFaults(world, plan, options)).toEqual(noFaults)
    }),
    { numRuns: 500 },
  )
})

test('a pair of a list with box labels is always one of its lines', () => {
  fc.assert(
    fc.property(worlds, texts, fc.boolean(), (world, text, overwrites) => {
      const plan = planPairing(world.target, parsePairingText(text), { overwrites })
      if (plan.rule !== 'by-box-id') return
      const boxes = new Map(boxesOf(world).map((box) => [box.id, box]))
      for (const { boxRowId, trackingId } of plan.pairs)
        expect(text.split('\n')).toContain(`${boxes.get(boxRowId)!.boxId}\t${trackingId}`)
    }),
    { numRuns: 500 },
  )
})

test('by order nothing is written unless the list is as long as the blank boxes or as the shipment', () => {
  fc.assert(
    fc.property(worlds, listLines, fc.boolean(), (world, lines, overwrites) => {
      const text = lines.map((line) => line.number).join('\n')
      const plan = planPairing(world.target, parsePairingText(text), { overwrites })
      if (plan.rule !== 'by-order') return
      expect(world.target.shipments).toHaveLength(1)
      const { boxes } = world.target.shipments[0]!
      const blanks = boxes.filter((box) => box.trackingId === null).length
      const count = lines.filter((line) => line.number !== '').length
      expect([blanks, boxes.length]).toContain(count)
      expect(plan.pairs).toHaveLength(count)
    }),
    { numRuns: 1000 },
  )
})

test('writing a list twice is the same as once', () => {
  fc.assert(
    fc.property(worlds, texts, fc.boolean(), (world, text, overwrites) => {
      const lines = parsePairingText(text)
      const written = writeWorld(world, planPairing(world.target, lines, { overwrites }))
      const again = planPairing(written.target, lines, { overwrites })
      expect(patchPairing(again, new Map(boxesOf(written).map((box) => [box.id, box])))).toEqual([])
      expect(again.canWrite).toBe(false)
    }),
    { numRuns: 1000 },
  )
})

test('the count of boxes left is what the plan leaves blank', () => {
  fc.assert(
    fc.property(worlds, texts, pairingOptions, (world, text, options) => {
      const plan = planPairing(world.target, parsePairingText(text), options)
      const after = writeWorld(world, plan).target.shipments.flatMap((shipment) => shipment.boxes)
      expect(plan.boxesLeft).toBe(after.filter((box) => box.trackingId === null).length)
    }),
    { numRuns: 300 },
  )
})

const toPlain = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')

test('a number that is read was text in the list, and any text is read without failing', () => {
  const pieces = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom(...numbers, '\t', '\n', ',', ' ', '"', '3/20', '-', '单号:', 'FBA19TB4K7Q2U000001'),
    ),
    { maxLength: 20 },
  )
  fc.assert(
    fc.property(pieces, (parts) => {
      const text = parts.join('')
      const numbersRead = parsePairingText(text).flatMap(({ trackingId }) =>
        trackingId.ok ? [toPlain(trackingId.value)] : [],
      )
      expect(numbersRead.filter((number) => !toPlain(text).includes(number))).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
