import { describe, expect, test } from 'vitest'
import { parsePairingText, planPairing, readPairingRows } from '../../../shared/domain/pairing/pairing.ts'
import type { PairingPlan, PairingTarget, TrackingLine } from '../../../shared/domain/pairing/pairing.ts'
import {
  changeLastDigit,
  fbaId,
  fedex,
  makeBoxId,
  makeFedex,
  makeShipment,
  makeTarget,
  makeUps,
  otherFbaId,
  ups,
} from './pairing-case.ts'

/** mulberry32: the same numbers for the same seed. */
function makeRandom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below)
  }
}

interface Row {
  /** 1-based position of the box; null for a row that belongs to none. */
  position: number | null
  number: string
}

interface Case {
  random: (below: number) => number
  rows: Row[]
  strange: string
  used: string
  other: string
}

type Form = (rows: readonly Row[], boxes: number) => string

const forms: Record<string, Form> = {
  'numbers only': (rows) => rows.map((row) => row.number).join('\n'),
  'box label and number': (rows) =>
    rows.map(({ position, number }) => `${position ? makeBoxId(fbaId, position) : ''}\t${number}`).join('\n'),
  'shipment, sequence and number': (rows, boxes) =>
    rows
      .map(({ position, number }) => (position ? `${fbaId} ${position}/${boxes} ${number}` : number))
      .join('\n'),
}

/** What of the truth may be written: all of it, nothing, or all but the row at fault. */
type Outcome = 'all' | 'none' | 'rest'

interface Fault {
  apply: (rows: Row[], at: number, made: Case) => Row[]
  /** For numbers only, and for lists that say the box. */
  byOrder: Outcome
  byLabel: Outcome
}

const faults: Record<string, Fault> = {
  'no fault': { apply: (rows) => rows, byOrder: 'all', byLabel: 'all' },
  'one missing': { apply: (rows, at) => rows.toSpliced(at, 1), byOrder: 'none', byLabel: 'rest' },
  'one too many': {
    apply: (rows, at, { strange }) => rows.toSpliced(at, 0, { position: null, number: strange }),
    byOrder: 'none',
    byLabel: 'all',
  },
  'a line twice': {
    apply: (rows, at) => rows.toSpliced(at, 0, rows[at]!),
    byOrder: 'none',
    byLabel: 'all',
  },
  'the neighbour’s number twice': {
    apply: (rows, at) => rows.with(at, { ...rows[at]!, number: rows[at === 0 ? 1 : at - 1]!.number }),
    byOrder: 'none',
    byLabel: 'rest',
  },
  reversed: { apply: (rows) => rows.toReversed(), byOrder: 'none', byLabel: 'all' },
  'a number of another carrier': {
    apply: (rows, at, { other }) => rows.with(at, { ...rows[at]!, number: other }),
    byOrder: 'none',
    byLabel: 'rest',
  },
  'a number used elsewhere': {
    apply: (rows, at, { used }) => rows.with(at, { ...rows[at]!, number: used }),
    byOrder: 'none',
    byLabel: 'rest',
  },
  'one master number': {
    apply: (rows, at) => rows.map((row) => ({ ...row, number: rows[at]!.number })),
    byOrder: 'none',
    byLabel: 'none',
  },
  'a lone master number': {
    apply: (rows, at) => [{ position: null, number: rows[at]!.number }],
    byOrder: 'none',
    byLabel: 'none',
  },
  'scientific notation': {
    apply: (rows, at) => rows.with(at, { ...rows[at]!, number: '4.00015E+11' }),
    byOrder: 'none',
    byLabel: 'rest',
  },
  'a wrong last digit': {
    apply: (rows, at) => rows.with(at, { ...rows[at]!, number: changeLastDigit(rows[at]!.number) }),
    byOrder: 'none',
    byLabel: 'rest',
  },
  'a number cut short': {
    apply: (rows, at) => rows.with(at, { ...rows[at]!, number: rows[at]!.number.slice(0, 4) }),
    byOrder: 'none',
    byLabel: 'rest',
  },
  'a gap in words': {
    apply: (rows, at) => rows.with(at, { ...rows[at]!, number: '待定' }),
    byOrder: 'none',
    byLabel: 'rest',
  },
}

const seeds = Array.from({ length: 20 }, (_, i) => i + 1)

function makeCase(seed: number): Case & { target: PairingTarget; truth: Map<number, string> } {
  const random = makeRandom(seed)
  const boxes = 8 + random(30)
  const [make, makeOther] = seed % 2 === 0 ? [makeFedex, makeUps] : [makeUps, makeFedex]
  let serial = random(1_000_000)
  const next = (): string => make((serial += 1 + random(4)))
  const rows = Array.from({ length: boxes }, (_, i) => ({ position: i + 1, number: next() }))
  const used = make(serial - 1_000_000 < 0 ? serial + 2_000_000 : serial - 1_000_000)
  const shipment = makeShipment({ boxes, carrier: seed % 2 === 0 ? fedex : ups })
  return {
    random,
    rows,
    used,
    strange: make(serial + 5_000_000),
    other: makeOther(serial),
    target: makeTarget([shipment], { [used]: { boxRowId: 2001, fbaId: otherFbaId } }),
    truth: new Map(rows.map((row) => [1000 + row.position, row.number])),
  }
}

function countWrong(plan: PairingPlan, truth: ReadonlyMap<number, string>): number {
  return plan.pairs.filter((pair) => truth.get(pair.boxRowId) !== pair.trackingId).length
}

describe.each(Object.entries(forms))('a list of %s', (formName, format) => {
  const isLabelled = formName !== 'numbers only'

  test.each(Object.entries(faults))('with %s writes no box wrong', (faultName, fault) => {
    const outcome = isLabelled ? fault.byLabel : fault.byOrder
    for (const seed of seeds) {
      const made = makeCase(seed)
      const at = made.random(made.rows.length)
      const rows = fault.apply(made.rows, at, made)
      const lines = parsePairingText(format(rows, made.rows.length))
      const plan = planPairing(made.target, lines, { overwrites: false })
      expect(countWrong(plan, made.truth)).toBe(0)
      const count = { all: made.rows.length, none: 0, rest: made.rows.length - 1 }[outcome]
      const isNeighbour = faultName === 'the neighbour’s number twice' && isLabelled
      expect(plan.pairs.length).toBe(isNeighbour ? count - 1 : count)
      expect(plan.canWrite).toBe(plan.pairs.length > 0)
      expect(plan.mismatches.length > 0 || outcome === 'all').toBe(true)
    }
  })

  test('with a heading, blank lines and a greeting is read past them', () => {
    for (const seed of seeds) {
      const made = makeCase(seed)
      const lines = format(made.rows, made.rows.length).split('\n')
      const heading = isLabelled ? 'Box ID\tTracking Number' : '跟踪号'
      const text = [
        '麻烦尽快处理',
        '',
        heading,
        ...lines.toSpliced(made.random(lines.length), 0, ''),
        '',
      ].join('\r\n')
      const plan = planPairing(made.target, parsePairingText(text), { overwrites: false })
      expect(new Map(plan.pairs.map((pair) => [pair.boxRowId, pair.trackingId]))).toEqual(made.truth)
      expect(plan.mismatches).toEqual([])
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
