import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openStore } from '../../../db/open.ts'
import type { Store } from '../../../db/store.ts'
import { runExport } from '../../../main/commands/export.ts'
import type { CommandContext } from '../../../main/engine/context.ts'
import { createDraftDesk } from '../../../main/engine/draft-desk.ts'
import { openEngine, type Engine } from '../../../main/engine/engine.ts'
import { createJobs } from '../../../main/engine/jobs.ts'
import { createShipmentIndex } from '../../../main/engine/shipment-index.ts'
import { createTokenBox } from '../../../main/engine/token-box.ts'
import { createWatchControl } from '../../../main/engine/watch-control.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import { getTestFiles, must, nextOpId } from '../../support/engine-process.ts'
import { readTree, readZip } from '../../support/read-zip.ts'
import { addCarriers, assignAll, importFile, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const toClose: { close(): void }[] = []
afterEach(() => {
  for (const one of toClose.splice(0)) one.close()
})

/** An engine as a page in a browser has it, with one shipment ready. */
async function openBrowserEngine(folder: string, nowMs: () => number): Promise<Engine> {
  const opened = openEngine({
    files: getTestFiles(folder),
    surroundings: { nowMs, who: () => 'tester', version: 'test' },
    startParser: forkParser,
    canPickFolder: false,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  toClose.push(opened.value)
  await addCarriers(opened.value)
  await importFile(opened.value, writeFreightFile(folder, 'a.csv', 1))
  await must(opened.value, 'assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  return opened.value
}

test('where no folder can be shown, the same files lie beside it as a ZIP to download', async () => {
  const folder = makeTempFolder()
  const engine = await openBrowserEngine(folder, () => 1_700_000_000_000)
  const result = await must(engine, 'export.run', { opId: nextOpId() })
  expect(result.download).toBe(`${result.folder}.zip`)
  const zipped = readZip(readTree(path.dirname(result.folder)).get(path.basename(result.download!))!)
  const tree = readTree(result.folder)
  expect([...zipped.keys()]).toEqual([...tree.keys()])
  for (const [name, part] of zipped)
    expect([name, part.content.equals(tree.get(name)!)]).toEqual([name, true])
  expect(readdirSync(path.dirname(result.folder)).toSorted()).toEqual(
    [path.basename(result.folder), path.basename(result.download!)].toSorted(),
  )
})

test('the ZIP of the same data, judged the same day, is the same byte for byte, at another time and place', async () => {
  const zips: Buffer[] = []
  for (const nowMs of [9, 17].map((hour) => new Date(2023, 10, 14, hour).getTime())) {
    const folder = makeTempFolder()
    const engine = await openBrowserEngine(folder, () => nowMs)
    const { download } = await must(engine, 'export.run', { opId: nextOpId() })
    zips.push(readTree(path.dirname(download!)).get(path.basename(download!))!)
  }
  expect(zips[0]!.equals(zips[1]!)).toBe(true)
})

test('a ZIP in the way stops the export, and nothing is written', async () => {
  const folder = makeTempFolder()
  const engine = await openBrowserEngine(folder, () => 1_700_000_000_000)
  const { folder: first, download } = await must(engine, 'export.run', { opId: nextOpId() })
  const exportFolder = path.dirname(first)
  const other = makeTempFolder()
  const second = await openBrowserEngine(other, () => 1_700_000_000_000)
  mkdirSync(path.join(other, 'export'))
  const inTheWay = path.join(other, 'export', path.basename(download!))
  writeFileSync(inTheWay, 'mine')
  expect(await second.call('export.run', { opId: nextOpId() })).toEqual({
    ok: false,
    problem: { kind: 'not-published', problem: { kind: 'target-exists', path: inTheWay } },
  })
  expect(readdirSync(path.join(other, 'export'))).toEqual([path.basename(download!)])
  expect(readdirSync(exportFolder)).toHaveLength(2)
})

function makeContext(folder: string, store: Store): CommandContext {
  return {
    nowMs: () => 1_700_000_000_000,
    who: () => 'tester',
    version: 'test',
    store,
    index: createShipmentIndex(store, '2023-11-14'),
    drafts: createDraftDesk(),
    tokens: createTokenBox(),
    startParser: forkParser,
    exportFolder: path.join(folder, 'export'),
    canPickFolder: false,
    watch: createWatchControl(false, null),
    emit() {},
    runJob: createJobs(() => {}).run,
  }
}

test.each([
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_FSYNC', 'database-unwritable'],
])('an export that cannot be recorded (%s) is taken back: %s', async (code, kind) => {
  const desk = openTestDesk()
  await addCarriers(desk.engine)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 1))
  await desk.call('assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  desk.close()
  const opened = openStore(getTestFiles(desk.folder).database)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const store = opened.value
  toClose.push(store)
  const exec = store.sqlite.exec.bind(store.sqlite)
  let commits = 0
  store.sqlite.exec = (sql) => {
    // The first one notes that the numbers leave the desk.
    if (sql !== 'COMMIT' || ++commits === 1) return exec(sql)
    exec('ROLLBACK')
    throw Object.assign(new Error(code), { code })
  }
  const context = makeContext(desk.folder, store)
  expect(await runExport(context, { opId: nextOpId() })).toMatchObject({ ok: false, problem: { kind } })
  expect(readdirSync(context.exportFolder)).toEqual([])
})

test('what a crash left of an export is swept at the next start, and nothing else', async () => {
  const desk = openTestDesk()
  const exportFolder = path.join(desk.folder, 'export')
  mkdirSync(path.join(exportFolder, '.export-0f3a.partial', '宁波星野'), { recursive: true })
  writeFileSync(path.join(exportFolder, '.export-0f3a.partial', '宁波星野', 'master.xlsx'), 'half')
  mkdirSync(path.join(exportFolder, '2026-11-23_094800'))
  mkdirSync(path.join(exportFolder, 'other.partial'))
  writeFileSync(path.join(exportFolder, '.export-file.partial'), 'a file')
  desk.restart()
  expect(readdirSync(exportFolder).toSorted()).toEqual(
    ['.export-file.partial', '2026-11-23_094800', 'other.partial'].toSorted(),
  )
  expect(existsSync(path.join(exportFolder, '.export-0f3a.partial'))).toBe(false)
})
