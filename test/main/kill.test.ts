import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import type { Store } from '../../db/store.ts'
import type { Engine } from '../../main/engine/engine.ts'
import {
  attach,
  getTestFiles,
  must,
  nextOpId,
  openTestEngine,
  startEngineProcess,
} from '../support/engine-process.ts'
import { addCarriers, assignAll, openDraft, writeFreightFile } from '../support/sample-files.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

const kills = 100
const batch = 400

type Work = 'import' | 'assign' | 'export'
const works: Work[] = ['import', 'assign', 'export']

interface State {
  shipments: number
  boxes: number
  imports: number
  pros: string[]
  issued: number
  exports: string[]
}

function readState(store: Store): State {
  const count = (sql: string) => store.sqlite.prepare(sql).pluck().get() as number
  return {
    shipments: count('SELECT count(*) FROM shipments'),
    boxes: count('SELECT count(*) FROM boxes'),
    imports: count('SELECT count(*) FROM imports WHERE is_standing = 1'),
    pros: store.sqlite
      .prepare('SELECT pro FROM shipments WHERE pro IS NOT NULL ORDER BY pro')
      .pluck()
      .all() as string[],
    issued: count('SELECT count(*) FROM issued_numbers'),
    exports: store.sqlite.prepare('SELECT folder FROM exports ORDER BY id').pluck().all() as string[],
  }
}

/** A small generator of our own, so that the moments are the same in every run. */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

function checkExportFolder(folder: string): void {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as {
    files: { path: string; sha256: string }[]
  }
  for (const file of manifest.files) {
    const sha256 = createHash('sha256')
      .update(readFileSync(path.join(folder, file.path)))
      .digest('hex')
    expect([file.path, sha256]).toEqual([file.path, file.sha256])
  }
}

/** What a work that is wholly done has changed; anything else but nothing is a half. */
function isWhole(work: Work, before: State, after: State): boolean {
  if (work === 'import')
    return (
      after.shipments === before.shipments + batch &&
      after.boxes === before.boxes + 2 * batch &&
      after.imports === before.imports + 1
    )
  if (work === 'assign')
    return after.pros.length === before.pros.length + batch && after.issued === before.issued + batch
  return after.exports.length === before.exports.length + 1
}

test(`${kills} kills in the middle of import, assign and export leave before or after, and no number twice`, async () => {
  const folder = makeTempFolder()
  const files = getTestFiles(folder)
  const engine = openTestEngine(folder)
  await addCarriers(engine)
  engine.close()
  const random = makeRandom(1123)
  const lasted: Record<Work, number> = { import: 120, assign: 60, export: 250 }
  const everIssued = new Map<string, number>()
  let inFlight = 0
  let store = openStore(files.database)
  if (!store.ok) throw new Error(store.problem.kind)
  let before = readState(store.value)
  store.value.close()

  for (let round = 0; round < kills; round++) {
    // An assign or export with nothing to do would prove nothing.
    const wanted = works[round % works.length]!
    const work: Work =
      wanted === 'assign' && before.pros.length === before.shipments
        ? 'import'
        : before.pros.length === 0 && wanted === 'export'
          ? 'import'
          : wanted
    const child = await startEngineProcess(folder)
    const client = await attach(folder)
    const run = await prepare(client, work, folder, round)
    const startedAt = performance.now()
    let isAnswered = false
    const note = async () => {
      if ((await run()) !== 'gone') isAnswered = true
    }
    const answered = note()
    await wait(random() * lasted[work] * 0.9)
    if (isAnswered) lasted[work] = Math.max(10, lasted[work] * 0.8)
    else {
      inFlight++
      lasted[work] = Math.max(lasted[work], performance.now() - startedAt)
    }
    child.kill('SIGKILL')
    await once(child, 'exit')
    await answered
    client.close()

    store = openStore(files.database)
    if (!store.ok) throw new Error(JSON.stringify(store.problem))
    expect(store.value.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    const after = readState(store.value)
    const numbers = store.value.sqlite.prepare('SELECT number, seq FROM issued_numbers').raw().all() as [
      string,
      number,
    ][]
    for (const [number, seq] of numbers) {
      expect(everIssued.get(number) ?? seq).toBe(seq)
      everIssued.set(number, seq)
    }
    store.value.close()
    expect(new Set(after.pros).size).toBe(after.pros.length)
    const isUnchanged = JSON.stringify(after) === JSON.stringify(before)
    // What was answered is there; what was not answered is there wholly or not at all.
    const isRight = isWhole(work, before, after) || (isUnchanged && !isAnswered)
    expect([round, work, isRight]).toEqual([round, work, true])
    for (const name of existsSync(files.exportFolder) ? readdirSync(files.exportFolder) : [])
      if (!name.startsWith('.')) checkExportFolder(path.join(files.exportFolder, name))
    for (const exported of after.exports) checkExportFolder(exported)
    before = after
  }
  expect(inFlight / kills).toBeGreaterThanOrEqual(0.8)
}, 600_000)

/** Everything up to the command itself, so that the kill falls into the command. */
async function prepare(
  client: Engine,
  work: Work,
  folder: string,
  round: number,
): Promise<() => Promise<unknown>> {
  const answerOf = async (call: Promise<{ ok: boolean; problem?: { kind: string } }>) => {
    const answer = await call
    if (answer.ok) return answer
    if (answer.problem?.kind === 'engine-gone') return 'gone'
    throw new Error(`round ${round}, ${work}: ${JSON.stringify(answer.problem)}`)
  }
  if (work === 'assign') {
    const { ids } = await must(client, 'shipment.ids', { filter: { reasons: ['pro-missing'] }, sort: null })
    return () =>
      answerOf(
        client.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: ids.slice(0, batch) } }),
      )
  }
  if (work === 'export') {
    const { token } = await must(client, 'folder.offer', {
      path: path.join(folder, 'export', `round-${round}`),
    })
    return () => answerOf(client.call('export.run', { opId: nextOpId(), folder: token }))
  }
  const draftId = await openDraft(
    client,
    writeFreightFile(folder, `round-${round}.csv`, batch, round * batch + 1),
  )
  return () => answerOf(client.call('import.commit', { opId: nextOpId(), draftIds: [draftId] }))
}
