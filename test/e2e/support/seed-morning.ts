import path from 'node:path'
import { openEngine } from '../../../main/engine/engine.ts'
import { getDefaultFiles } from '../../../main/engine/workspaces.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { assignEverything } from '../../../main/practice-morning/apply-decision.ts'
import { generatePracticeMorning } from '../../../main/practice-morning/generate-practice-morning.ts'
import { createMorningCalls, type MorningCalls } from '../../../main/practice-morning/morning-calls.ts'
import { morningSurroundings } from '../../../main/practice-morning/morning-surroundings.ts'
import * as steps from '../../../main/practice-morning/morning-steps.ts'
import { formatLocalDay } from '../../../shared/domain/calendar-day.ts'
import { writeInbox } from '../../../main/practice-morning/write-inbox.ts'
import { seedLoads } from './seed-loads.ts'

/** Another morning of the same clients. */
const nextSeed = 1124

/** The others wait for F6. */
const assignedClients = [
  '宁波星野',
  '深圳拓海',
  '义乌百川',
  '杭州云栖',
  '厦门鹭远',
  'Bright Harbor Toys',
  'Alder Finch Home',
]

export type Stage = 'files' | 'imported' | 'lively'

export const getDatabaseFile = (userData: string): string =>
  getDefaultFiles(userData, getExportFolder(userData)).database

const getExportFolder = (userData: string): string => path.join(userData, 'home', 'Documents', 'Tailboard')

/**
 * Puts the sample company's data where a desk will find it as its own. `files`: read, with their questions still open.
 * `imported`: stored, without carriers. `lively`: some ready, some not, some exported and one of those changed since, and the next files read.
 */
export async function seedMorning(userData: string, stage: Stage): Promise<void> {
  const opened = openEngine({
    files: getDefaultFiles(userData, getExportFolder(userData)),
    surroundings: morningSurroundings(),
    startParser: forkParser,
    canPickFolder: true,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const engine = opened.value
  try {
    const calls = createMorningCalls(engine)
    // The desk that opens them lives today: days long past would close every shipment.
    const today = formatLocalDay(Date.now())
    const morning = generatePracticeMorning(undefined, today)
    const inbox = await writeInbox(path.join(userData, 'inbox'), morning)
    await steps.setUp(calls, morning)
    const [drafts] = await steps.openFiles(calls, inbox)
    if (stage === 'files') return
    await steps.settleDrafts(calls, morning, drafts)
    await steps.commitDrafts(calls, morning, drafts)
    if (stage === 'imported') return
    const filter = { clients: assignedClients }
    await calls.call('assign.apply', { opId: calls.nextOpId(), ...assignEverything, filter })
    await pairList(calls, inbox.lists[0]!)
    await pairList(calls, inbox.lists[2]!)
    await seedLoads(calls, today)
    await exportClient(calls, '深圳拓海')
    await exportClient(calls, 'Bright Harbor Toys')
    const next = await writeInbox(path.join(userData, 'next'), generatePracticeMorning(nextSeed, today))
    await steps.openFiles(calls, next)
  } finally {
    engine.close()
  }
}

async function pairList(calls: MorningCalls, file: string): Promise<void> {
  const { token } = await calls.call('file.offer', { path: file })
  await calls.call('pairing.apply', { opId: calls.nextOpId(), file: token })
}

/** Exported, and one of its shipments got another weight afterwards. */
async function exportClient(calls: MorningCalls, client: string): Promise<void> {
  await calls.call('export.run', { opId: calls.nextOpId(), client })
  const filter = { clients: [client], statuses: ['exported' as const] }
  const { ids } = await calls.call('shipment.ids', { filter, sort: null })
  const edits = [{ id: ids[0]!, field: 'grossWeightKg' as const, text: '251.5' }]
  await calls.call('shipment.edit', { opId: calls.nextOpId(), edits, gesture: 'edit' })
}
