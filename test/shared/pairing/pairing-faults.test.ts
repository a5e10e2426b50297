import { describe, expect, test } from 'vitest'
import { parsePairingText, planPairing, readPairingRows } from '../../../shared/domain/pairing/pairing.ts'
import type { PairingPlan, TrackingLine } from '../../../shared/domain/pairing/pairing.ts'
import { fbaId, makeBoxId } from './pairing-case.ts'
import { countAgreed, faults, forms, makeCase, writeFaulty, type Row } from './pairing-fault-table.ts'

const seeds = Array.from({ length: 20 }, (_, i) => i + 1)

function countWrong(plan: PairingPlan, truth: ReadonlyMap<number, string>): number {
  return plan.pairs.filter((pair) => truth.get(pair.boxRowId) !== pair.trackingId).length
}

describe.each(Object.keys(forms))('a list of %s', (formName) => {
  test.each(Object.entries(faults))('with %s writes no box wrong', (faultName, fault) => {
    for (const seed of seeds) {
      const made = makeCase(seed)
      const lines = parsePairingText(writeFaulty(fault, formName, made))
      const plan = planPairing(made.target, lines, { overwrites: false })
      const { outcome, pairs } = countAgreed(faultName, formName, made.rows.length)
      expect(countWrong(plan, made.truth)).toBe(0)
      expect(plan.pairs.length).toBe(pairs)
      expect(plan.canWrite).toBe(plan.pairs.length > 0)
      expect(plan.mismatches.length > 0 || outcome === 'all').toBe(true)
      const isClean = outcome === 'all' && /no fault|heading|blank/.test(faultName)
      if (isClean) expect(plan.mismatches).toEqual([])
    }
  })
})

test('two numbers swapped between the lines of a labelled list are paired by their labels', () => {
  for (const seed of seeds) {
    const made = makeCase(seed)
    const [i, j] = [made.random(4), 4 + made.random(4)]
    const rows = made.rows.with(i, made.rows[j]!).with(j, made.rows[i]!)
    for (const formName of ['box label and number', 'shipment, sequence and number']) {
      const lines = parsePairingText(forms[formName]!(rows, rows.length))
      const plan = planPairing(made.target, lines, { overwrites: false })
      expect(new Map(plan.pairs.map((pair) => [pair.boxRowId, pair.trackingId]))).toEqual(made.truth)
    }
  }
})

test('a numeric cell of more than 15 digits in a sheet keeps its box blank and the order unwritten', () => {
  for (const seed of seeds) {
    const made = makeCase(seed)
    const at = made.random(made.rows.length)
    const toCell = ({ number }: Row, i: number) =>
      i === at ? { type: 'number' as const, raw: '1234567890123450000' } : number
    const read = (isLabelled: boolean): TrackingLine[] =>
      readPairingRows(
        made.rows.map((row, i) => ({
          row: i + 1,
          cells: [isLabelled ? makeBoxId(fbaId, row.position!) : null, toCell(row, i)],
        })),
        'UPS',
      ).lines
    const labelled = planPairing(made.target, read(true), { overwrites: false })
    expect(labelled.pairs.length).toBe(made.rows.length - 1)
    expect(countWrong(labelled, made.truth)).toBe(0)
    const ordered = planPairing(made.target, read(false), { overwrites: false })
    expect(ordered.pairs).toEqual([])
    expect(ordered.mismatches).toContainEqual({
      kind: 'damaged-number',
      level: 'block',
      index: at,
      place: { sheet: 'UPS', cell: `B${at + 1}` },
      problem: { kind: 'too-many-digits', text: '1234567890123450000' },
    })
  }
})
