import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openEngine, type Engine } from '../../../main/engine/engine.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { generatePracticeMorning } from '../../../main/practice-morning/generate-practice-morning.ts'
import { createMorningCalls, type MorningCalls } from '../../../main/practice-morning/morning-calls.ts'
import { morningSurroundings } from '../../../main/practice-morning/morning-surroundings.ts'
import * as steps from '../../../main/practice-morning/morning-steps.ts'
import { makeSampleShipments } from '../../../main/practice-morning/sample-shipments.ts'
import { makeSchedules } from '../../../main/practice-morning/sample-schedule.ts'
import { writeInbox } from '../../../main/practice-morning/write-inbox.ts'
import type { ShipmentView } from '../../../shared/contract/outputs.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const day = '2026-11-23'
const truth = makeSchedules(1123, day, makeSampleShipments(1123))
/** What each client's file has columns or lines for; `e` is said of parcels alone. */
const stated: Record<string, string> = {
  宁波星野: 'CEAPL',
  深圳拓海: 'E',
  义乌百川: 'AL',
  杭州云栖: 'CAL',
  厦门鹭远: 'eAL',
  广州南岭: 'CAP',
  青岛海晟: 'E',
  苏州锦帆: 'AL',
  'Northlake Outdoor': 'EPL',
  'Bright Harbor Toys': '',
  'Copper Mill Goods': 'EAPL',
  'Alder Finch Home': 'CE',
}

let engine: Engine
let calls: MorningCalls
let rows: ShipmentView[]

beforeAll(async () => {
  const folder = makeTempFolder()
  const opened = openEngine({
    files: {
      database: path.join(folder, 'own.db'),
      practiceFolder: path.join(folder, 'practice'),
      exportFolder: path.join(folder, 'exports'),
    },
    surroundings: morningSurroundings(),
    startParser: forkParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(opened.problem.kind)
  engine = opened.value
  calls = createMorningCalls(engine)
  const morning = generatePracticeMorning(1123, day)
  const inbox = await writeInbox(path.join(folder, 'inbox'), morning)
  await steps.setUp(calls, morning)
  const [drafts] = await steps.openFiles(calls, inbox)
  await steps.settleDrafts(calls, morning, drafts)
  await steps.commitDrafts(calls, morning, drafts)
  const all = { filter: {}, sort: null, offset: 0, limit: 400 }
  rows = (await calls.call('shipment.page', all)).rows.filter((row) => row.programme === 'own')
}, 120_000)

afterAll(() => engine.close())

it('days, plans and pallets come out of the twelve layouts as the sample company knows them', () => {
  expect(rows).toHaveLength(300)
  for (const row of rows) {
    const says = stated[row.client]!
    const known = truth.get(row.fbaId)!
    const isParcel = known.appointmentAt === null
    expect([row.fbaId, row.createdOn, row.etaOn, row.appointmentAt, row.planId, row.palletCount]).toEqual([
      row.fbaId,
      says.includes('C') ? known.createdOn : null,
      says.includes('E') || (isParcel && says.includes('e')) ? known.etaOn : null,
      says.includes('A') ? known.appointmentAt : null,
      says.includes('P') ? known.planId : null,
      says.includes('L') ? known.pallets : null,
    ])
  }
})

it('one ID is about to close, and some are due to be looked up, but by far not all', () => {
  const closing = rows.filter((row) => row.clock.level !== null)
  expect(closing.map(({ client, clock }) => [client, clock.daysLeft])).toEqual([['广州南岭', 5]])
  const due = rows.filter((row) => row.dueCheck !== null)
  expect(due.length).toBeGreaterThan(20)
  expect(due.length).toBeLessThan(120)
  expect(new Set(due.map((row) => row.dueCheck!.checkpoint))).toEqual(
    new Set(['before-eta', 'before-appointment']),
  )
})

it('the forecast knows what is due tomorrow without a number', async () => {
  const { clients } = await calls.call('forecast.run', { on: day })
  expect(clients).toHaveLength(12)
  const tomorrow = clients.flatMap(({ missing }) => missing.filter(({ daysLeft }) => daysLeft === 1))
  const parcels = tomorrow.filter(({ gap }) => gap.kind === 'tracking')
  expect(parcels.length).toBeGreaterThanOrEqual(5)
  const undated = clients.filter((each) => each.undated === 25).map(({ client }) => client)
  expect(undated).toEqual(['Bright Harbor Toys'])
})

it('a batch assign says that one appointment is before its ETA, and assigns all the same', async () => {
  const { conflicts, pros } = await calls.call('assign.preview', {
    filter: {},
    carrier: 'auto',
    wantsCarrier: true,
    wantsPro: true,
    blockId: null,
    except: [],
  })
  expect(conflicts.filter(({ kind }) => kind.startsWith('appointment'))).toEqual([
    { kind: 'appointment-before-eta', count: 1 },
  ])
  expect(pros).toBe(209)
})
