import { expect, test } from 'vitest'
import {
  countAgreed,
  faults,
  forms,
  makeCase,
  writeFaulty,
} from '../../shared/pairing/pairing-fault-table.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { addCarriers, assignAll, getBoxId } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const seeds = Array.from({ length: 20 }, (_, i) => 2 * i + 1)
const elsewhereId = 'FBA15P000099'
const getFbaId = (seed: number): string => `FBA15P0000${String(seed).padStart(2, '0')}`

/** A shipment of UPS for every seed, as many boxes as its case has, and one more whose box has the used number. */
test('of faulty lists the database takes what is agreed and nothing else, each in one step that undo takes back', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  const sizes = new Map(seeds.map((seed) => [getFbaId(seed), makeCase(seed).rows.length]))
  const rows = [...sizes, [elsewhereId, seeds.length] as const].flatMap(([fbaId, boxes]) =>
    Array.from({ length: boxes }, (_, i) => `${fbaId},${getBoxId(fbaId, i + 1)},LAX9,SPD`),
  )
  await desk.import(desk.write('boxes.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...rows]))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  const used = seeds.map((seed, i) => `${getBoxId(elsewhereId, i + 1)}\t${makeCase(seed).used}`)
  await desk.call('pairing.apply', { opId: nextOpId(), text: used.join('\n') })

  const ids = new Map((await desk.rows()).map((row) => [row.fbaId, row.id]))
  const before = await desk.dump()
  const wrong: string[] = []
  for (const seed of seeds) {
    const fbaId = getFbaId(seed)
    const shipmentId = ids.get(fbaId)!
    for (const [faultName, fault] of Object.entries(faults)) {
      for (const formName of Object.keys(forms)) {
        const made = makeCase(seed)
        const text = writeFaulty(fault, formName, made, fbaId)
        const answer = await desk.engine.call('pairing.apply', { opId: nextOpId(), text, shipmentId })
        const boxes = await desk.boxes(fbaId)
        const stored = boxes.map((box) => box.trackingId)
        const { pairs } = countAgreed(faultName, formName, made.rows.length)
        const isRight =
          answer.ok === pairs > 0 &&
          stored.filter((number) => number !== null).length === pairs &&
          stored.every((number, i) => number === null || number === made.rows[i]!.number)
        if (!isRight) wrong.push(`${formName}, ${faultName}, seed ${seed}`)
        if (answer.ok) await desk.call('history.undo', { opId: nextOpId() })
      }
    }
  }
  expect(wrong).toEqual([])
  expect(await desk.dump()).toBe(before)
}, 240_000)
