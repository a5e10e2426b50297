import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect } from 'vitest'
import { addBlock } from '../../main/commands/blocks.ts'
import type { CommandContext } from '../../main/engine/context.ts'
import { listLent, NumberDesk, type Standing } from './number-desk.ts'
import { addSample, makeRequest, openTestStore } from './test-store.ts'

/** How often each kind of step comes up against the others. */
const weights = {
  assign: 8,
  undo: 6,
  redo: 3,
  'give elsewhere': 4,
  export: 3,
  'type ahead': 3,
  'type ahead, export, reopen': 4,
  'type any': 4,
  'import ahead': 2,
  'appoint ahead': 2,
  release: 6,
  crash: 1,
  'crashed release': 1,
  restart: 1,
  'back up': 4,
  restore: 4,
  'cut wal': 1,
  'lose ledger': 1,
  move: 1,
  'delete database': 1,
  copy: 2,
  answer: 3,
  'lend and accept': 3,
  accept: 1,
}
type Kind = keyof typeof weights

interface Step {
  kind: Kind
  desk: number
  count: number
  pick: number
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    ...Object.entries(weights).map(([kind, weight]) => ({
      weight,
      arbitrary: fc.constant(kind as Kind),
    })),
  ),
  desk: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(2) }),
  count: fc.integer({ min: 1, max: 3 }),
  pick: fc.nat(3),
})

/** What became of a number as the world outside the desks has it. */
interface Fate {
  fbaId: string
  isReleased: boolean
  /** On whose paper it is. */
  exportedFor: string | null
}

export interface HistorySums {
  histories: number
  given: number
  again: number
  exported: number
  released: number
  accepted: number
  typed: number
  imported: number
  appointed: number
}

const blockSize = 12
const mostDesks = 3

/**
 * Random histories of one to three desks over real files: no number is ever given out twice without having been
 * released, none stands on two shipments, drawn, typed by hand or imported, and none goes on paper for two.
 */
export function runHistories(runs: { seed: number; numRuns: number; maxLength: number }): HistorySums {
  // Files that need not outlast a power cut: the cuts are made by hand.
  const place = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'tailboard-histories-'))
  const sums: HistorySums = {
    histories: 0,
    given: 0,
    again: 0,
    exported: 0,
    released: 0,
    accepted: 0,
    typed: 0,
    imported: 0,
    appointed: 0,
  }
  try {
    const templates = makeTemplates(place)
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 6, maxLength: runs.maxLength, size: 'max' }), (steps) => {
        const folder = mkdtempSync(path.join(place, 'history-'))
        try {
          runHistory(folder, templates, steps, sums)
        } finally {
          rmSync(folder, { recursive: true, force: true })
        }
        sums.histories += 1
      }),
      { seed: runs.seed, numRuns: runs.numRuns },
    )
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
  return sums
}

interface Templates {
  /** Four shipments and a fleet without numbers, of no install yet. */
  empty: string
  withBlock: string
}

function makeTemplates(place: string): Templates {
  const make = (name: string, sql: string): string => {
    const store = openTestStore(place, name, path.join(place, 'machine'))
    addSample(store, 4, 0, blockSize)
    store.sqlite.exec(`${sql}; DELETE FROM settings`)
    store.close()
    return path.join(place, name)
  }
  return { empty: make('empty.db', 'DELETE FROM number_blocks'), withBlock: make('block.db', 'SELECT 1') }
}

function seedBlock(context: CommandContext): void {
  void addBlock(context, {
    opId: makeRequest().opId,
    carrierId: 1,
    prefix: '',
    width: 9,
    first: 810_020_000,
    last: 810_020_000 + blockSize - 1,
    increment: 1,
    checkMethod: 'luhn',
    lowStock: 0,
  })
}

function runHistory(folder: string, templates: Templates, steps: readonly Step[], sums: HistorySums): void {
  const machine = path.join(folder, 'machine')
  let places = 0
  let imports = 0
  const nextPlace = () => path.join(folder, `desk-${++places}`)
  const openNew = (template: string) => {
    const place = nextPlace()
    mkdirSync(place)
    copyFileSync(template, path.join(place, 'test.db'))
    return new NumberDesk(place, machine, false)
  }
  const first = openNew(templates.withBlock)
  const desks = [first]
  const leases: { text: string; to: NumberDesk }[] = []
  const fates = new Map<string, Fate>()

  const give = (given: readonly Standing[] | null) => {
    for (const { fbaId, pro } of given ?? []) {
      const fate = fates.get(pro)
      expect(fate?.isReleased ?? true, `${pro} for ${fbaId} was given to ${fate?.fbaId}`).toBe(true)
      expect(fate?.exportedFor ?? null, `${pro} is on paper`).toBeNull()
      fates.set(pro, { fbaId, isReleased: false, exportedFor: null })
      sums.given += 1
      if (fate) sums.again += 1
    }
  }
  const print = (printed: readonly Standing[] | null) => {
    for (const { fbaId, pro } of printed ?? []) {
      const fate = fates.get(pro)
      expect([pro, fate?.exportedFor ?? fbaId]).toEqual([pro, fbaId])
      // One that was typed by hand is on paper all the same.
      if (fate) fate.exportedFor = fbaId
      else fates.set(pro, { fbaId, isReleased: false, exportedFor: fbaId })
      sums.exported += 1
    }
  }
  const release = (numbers: readonly string[]) => {
    for (const number of numbers) {
      const fate = fates.get(number)
      expect(fate?.exportedFor ?? null, `${number} is on paper and was released`).toBeNull()
      if (fate) fate.isReleased = true
      sums.released += 1
    }
  }

  const carryOut: Record<Kind, (desk: NumberDesk, count: number, pick: number) => void> = {
    assign(desk, count, pick) {
      const given = desk.assign(count, pick)
      give(given)
      const appointments = desk.listAppointments()
      expect(given?.filter(({ pro }) => appointments.has(pro)) ?? []).toEqual([])
    },
    undo: (desk) => desk.undo(),
    redo: (desk) => desk.redo(),
    'give elsewhere'(desk, _count, pick) {
      desk.undo()
      release(desk.release('none'))
      give(desk.assign(1, pick))
    },
    export: (desk) => print(desk.export()),
    'type ahead'(desk, count, pick) {
      if (desk.typeAhead(count, pick)) sums.typed += 1
    },
    'type ahead, export, reopen'(desk, count, pick) {
      desk.restart()
      const typed = desk.typeAhead(count + 1, pick)
      if (!typed) return
      print(desk.export())
      desk.restart()
      expect([typed.pro, desk.getNext()]).toEqual([typed.pro, typed.next])
      sums.typed += 1
    },
    'type any'(desk, count, pick) {
      if (desk.typeAny(count * 3 + pick - 3, pick)) sums.typed += 1
    },
    'import ahead'(desk, count) {
      if (desk.importAhead(`FBA18${String(++imports).padStart(7, '0')}`, count - 1)) sums.imported += 1
    },
    'appoint ahead'(desk, count, pick) {
      if (desk.appointAhead(count - 1, pick)) sums.appointed += 1
    },
    release: (desk) => release(desk.release('none')),
    crash: (desk, count, pick) => give(desk.assign(count, pick, count === 1 ? 'kept' : 'lost')),
    'crashed release': (desk, count) => release(desk.release(count === 1 ? 'kept' : 'lost')),
    restart: (desk) => desk.restart(),
    'back up': (desk) => desk.backUp(),
    restore: (desk, count) => desk.restore(count),
    'cut wal': (desk, count) => desk.cutWal(count * 30),
    'lose ledger': (desk) => desk.loseLedger(),
    move: (desk) => desk.move(nextPlace()),
    'delete database': (desk) =>
      desk.deleteDatabase(desk === first || desk.isCopy ? seedBlock : () => {}, templates.empty),
    copy(desk) {
      if (desks.length < mostDesks) desks.push(desk.copyTo(nextPlace()))
    },
    answer: (desk) => desk.answerLock(),
    'lend and accept'(desk, count) {
      if (desks.length < mostDesks) desks.push(openNew(templates.empty))
      const to = desks[(desks.indexOf(desk) + count) % desks.length]!
      const kept = desk.listKept()
      const text = to === desk || to.isLocked ? null : desk.lend(count, to.installId)
      if (text === null) return
      const numbers = listLent(text)
      expect(numbers).toHaveLength(count)
      expect(numbers.filter((number) => kept.has(number))).toEqual([])
      leases.push({ text, to })
      if (to.accept(text)) sums.accepted += 1
    },
    accept(desk) {
      for (const { text, to } of leases) if (to === desk && desk.accept(text)) sums.accepted += 1
    },
  }
  // So that every ledger says whose it is: a copy of nothing is a desk of its own.
  give(first.assign(1, 0))
  try {
    for (const { kind, desk, count, pick } of steps) {
      carryOut[kind](desks[desk % desks.length]!, count, pick)
      checkDesks(desks, fates)
    }
  } finally {
    for (const desk of desks) desk.close()
  }
}

/**
 * On one desk a number stands once; on desks that may draw, for the shipment that it was given to last, and for the same
 * one wherever it stands, drawn, typed or imported.
 */
function checkDesks(desks: readonly NumberDesk[], fates: ReadonlyMap<string, Fate>): void {
  const owners = new Map<string, string>()
  for (const desk of desks) {
    const standing = desk.listStanding()
    expect(new Set(standing.map(({ pro }) => pro)).size).toBe(standing.length)
    if (desk.isLocked) continue
    for (const { fbaId, pro } of standing) {
      expect([pro, fates.get(pro)?.fbaId ?? owners.get(pro) ?? fbaId]).toEqual([pro, fbaId])
      owners.set(pro, fbaId)
    }
  }
}
