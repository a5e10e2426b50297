import path from 'node:path'
import { generatePracticeMorning } from '../main/practice-morning/generate-practice-morning.ts'
import { createMorningCalls } from '../main/practice-morning/morning-calls.ts'
import { commitDrafts, openFiles, settleDrafts, setUp } from '../main/practice-morning/morning-steps.ts'
import { writeInbox } from '../main/practice-morning/write-inbox.ts'
import { formatLocalDay } from '../shared/domain/calendar-day.ts'
import { makeBenchFolder } from './bench-engine.ts'
import { startBuiltEngine } from './built-engine.ts'
import { time, type Measured } from './measure.ts'

interface Morning {
  files: number
  previewMs: number
  commitMs: number
}

const secondSeed = 2

/** Twelve clients' files through the built engine; the same clients' files of a second morning must ask nothing. */
async function runMorning(): Promise<Morning> {
  const bench = makeBenchFolder()
  const built = await startBuiltEngine(bench)
  const calls = createMorningCalls(built.engine)
  const today = formatLocalDay(Date.now())
  const morning = generatePracticeMorning(undefined, today)
  const inbox = await writeInbox(path.join(bench.folder, 'inbox'), morning)
  await setUp(calls, morning)
  const { ms: previewMs, value: opened } = await time(() => openFiles(calls, inbox))
  const [drafts, { files }] = opened
  await settleDrafts(calls, morning, drafts)
  const { ms: commitMs } = await time(() => commitDrafts(calls, morning, drafts))

  const second = await writeInbox(
    path.join(bench.folder, 'second'),
    generatePracticeMorning(secondSeed, today),
  )
  const [, { questions }] = await openFiles(calls, second)
  if (questions !== 0) throw new Error(`the second morning asks ${questions} questions`)
  await built.stop()
  bench.remove()
  return { files: files!, previewMs, commitMs }
}

/** The middle of three mornings. */
async function measureMornings(read: (morning: Morning) => number): Promise<{ files: number; ms: number }> {
  const mornings: Morning[] = []
  for (let run = 0; run < 3; run++) mornings.push(await runMorning())
  return { files: mornings[0]!.files, ms: mornings.map(read).toSorted((a, b) => a - b)[1]! }
}

export async function benchMorningPreview(): Promise<Measured> {
  const { files, ms } = await measureMornings((morning) => morning.previewMs)
  return {
    name: 'a morning’s files previewed',
    count: files,
    unit: 'files',
    ms,
    floor: null,
    limit: { ms: 3_000 },
  }
}

export async function benchMorningCommit(): Promise<Measured> {
  const { files, ms } = await measureMornings((morning) => morning.commitMs)
  return {
    name: 'a morning’s files committed',
    count: files,
    unit: 'files',
    ms,
    floor: null,
    limit: { ms: 2_000 },
  }
}
