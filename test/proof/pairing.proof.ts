import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parsePairingText, planPairing } from '../../shared/domain/pairing/pairing.ts'
import { faults, forms, makeCase, writeFaulty } from '../shared/pairing/pairing-fault-table.ts'
import { findFaults, noFaults, pairingOptions, texts, worlds } from '../shared/pairing/pairing-worlds.ts'

test('of 10,000 random batches each is a bijection between boxes and numbers, or names what is none', () => {
  let written = 0
  fc.assert(
    fc.property(worlds, texts, pairingOptions, (world, text, options) => {
      const plan = planPairing(world.target, parsePairingText(text), options)
      expect(findFaults(world, plan, options)).toEqual(noFaults)
      written += plan.pairs.length
    }),
    { seed: 20_261_123, numRuns: 10_000 },
  )
  process.stdout.write(`${written} pairs in 10,000 batches, none of them wrong\n`)
})

test('of 10,000 faulty lists no box is written wrong', () => {
  let lists = 0
  let written = 0
  const wrong: string[] = []
  for (let seed = 1; lists < 10_000; seed += 1) {
    for (const [faultName, fault] of Object.entries(faults)) {
      for (const formName of Object.keys(forms)) {
        const made = makeCase(seed)
        const lines = parsePairingText(writeFaulty(fault, formName, made))
        const { pairs } = planPairing(made.target, lines, { overwrites: false })
        const isWrong = pairs.some((pair) => made.truth.get(pair.boxRowId) !== pair.trackingId)
        if (isWrong) wrong.push(`${formName}, ${faultName}, seed ${seed}`)
        lists += 1
        written += pairs.length
      }
    }
  }
  expect(wrong).toEqual([])
  process.stdout.write(`${written} pairs out of ${lists} faulty lists, none of them wrong\n`)
})
