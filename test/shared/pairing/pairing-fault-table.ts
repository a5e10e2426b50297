import type { PairingTarget } from '../../../shared/domain/pairing/pairing.ts'
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

export interface Row {
  /** 1-based position of the box; null for a row that belongs to none. */
  position: number | null
  number: string
}

export interface Case {
  random: (below: number) => number
  rows: Row[]
  strange: string
  used: string
  other: string
}

type Form = (rows: readonly Row[], boxes: number, ofFbaId?: string) => string

export const forms: Record<string, Form> = {
  'numbers only': (rows) => rows.map((row) => row.number).join('\n'),
  'box label and number': (rows, _boxes, ofFbaId = fbaId) =>
    rows
      .map(({ position, number }) => `${position ? makeBoxId(ofFbaId, position) : ''}\t${number}`)
      .join('\n'),
  'shipment, sequence and number': (rows, boxes, ofFbaId = fbaId) =>
    rows
      .map(({ position, number }) => (position ? `${ofFbaId} ${position}/${boxes} ${number}` : number))
      .join('\n'),
}

/** What of the truth may be written: all of it, nothing, or all but the row at fault. */
export type Outcome = 'all' | 'none' | 'rest'

export interface Fault {
  apply: (rows: Row[], at: number, made: Case) => Row[]
  /** What stands around and between the lines. */
  frame?: (lines: string[], at: number, isLabelled: boolean) => string[]
  /** For numbers only, and for lists that say the box. */
  byOrder: Outcome
  byLabel: Outcome
}

export const faults: Record<string, Fault> = {
  'no fault': { apply: (rows) => rows, byOrder: 'all', byLabel: 'all' },
  'a heading and a greeting': {
    apply: (rows) => rows,
    frame: (lines, _at, isLabelled) => [
      '麻烦尽快处理',
      isLabelled ? 'Box ID\tTracking Number' : '跟踪号',
      ...lines,
    ],
    byOrder: 'all',
    byLabel: 'all',
  },
  'blank lines': {
    apply: (rows) => rows,
    frame: (lines, at) => ['', ...lines.toSpliced(at, 0, '', ''), ''],
    byOrder: 'all',
    byLabel: 'all',
  },
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

export function makeCase(seed: number): Case & { target: PairingTarget; truth: Map<number, string> } {
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

/** The faulty list as somebody pastes it. */
export function writeFaulty({ apply, frame }: Fault, formName: string, made: Case, ofFbaId?: string): string {
  const at = made.random(made.rows.length)
  const text = forms[formName]!(apply(made.rows, at, made), made.rows.length, ofFbaId)
  return frame ? frame(text.split('\n'), at, formName !== 'numbers only').join('\r\n') : text
}

/** How many boxes get their number. */
export function countAgreed(
  faultName: string,
  formName: string,
  boxes: number,
): { outcome: Outcome; pairs: number } {
  const isLabelled = formName !== 'numbers only'
  const fault = faults[faultName]!
  const outcome = isLabelled ? fault.byLabel : fault.byOrder
  // With a neighbour's number on a labelled line, neither of the two boxes gets it.
  const left = faultName === 'the neighbour’s number twice' ? 2 : 1
  return { outcome, pairs: { all: boxes, none: 0, rest: boxes - left }[outcome] }
}
