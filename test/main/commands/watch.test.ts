import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { openEngine, type Engine } from '../../../main/engine/engine.ts'
import { forkParser } from '../../../main/files/fork-parser.ts'
import type { CallProblem, DraftSummary } from '../../../shared/contract/outputs.ts'
import { getTestFiles, must, nextOpId } from '../../support/engine-process.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const pace = { idleMs: 100, waitingMs: 50, soonMs: 20 }
const head = 'FBA货件号,仓库代码,派送方式,箱数'
const makeList = (fbaId: string) => `${head}\r\n${fbaId},ONT8,LTL,2\r\n`

const open: Engine[] = []
afterEach(() => {
  for (const engine of open.splice(0)) engine.close()
})

function openWatching(home = makeTempFolder(), canPickFolder = true) {
  const opened = openEngine({
    files: getTestFiles(home),
    surroundings: { nowMs: Date.now, who: () => 'tester', version: 'test' },
    startParser: forkParser,
    canPickFolder,
    watchesFolder: pace,
  })
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const engine = opened.value
  open.push(engine)
  const inbox = path.join(home, 'inbox')
  mkdirSync(inbox, { recursive: true })
  const drafts: DraftSummary[] = []
  const problems: CallProblem[] = []
  engine.onEvent((name, data) => {
    if (name === 'watched') drafts.push(...(data as { drafts: DraftSummary[] }).drafts)
    if (name === 'problem') problems.push((data as { problem: CallProblem }).problem)
  })
  return {
    engine,
    home,
    inbox,
    drafts,
    problems,
    put: (name: string, text: string) => writeFileSync(path.join(inbox, name), text),
    async watch(folder = inbox) {
      const { token } = await must(engine, 'folder.offer', { path: folder })
      return must(engine, 'watch.set', { folder: token })
    },
    close() {
      open.splice(open.indexOf(engine), 1)
      engine.close()
    },
  }
}

async function until(check: () => boolean): Promise<void> {
  for (let left = 300; left > 0 && !check(); left--) await wait(50)
  expect(check()).toBe(true)
}

const listNames = (drafts: readonly DraftSummary[]) => drafts.map(({ fileName }) => fileName).toSorted()

test('files that are there and files that come are opened as drafts, and never committed', async () => {
  const desk = openWatching()
  desk.put('first.csv', makeList('FBA19T000001'))
  expect(await must(desk.engine, 'watch.get', {})).toEqual({
    folder: null,
    canWatch: true,
    isReachable: true,
  })
  expect(await desk.watch()).toEqual({ folder: desk.inbox, canWatch: true, isReachable: true })
  await until(() => desk.drafts.length === 1)
  desk.put('second.csv', makeList('FBA19T000002'))
  await until(() => desk.drafts.length === 2)
  expect(listNames(desk.drafts)).toEqual(['first.csv', 'second.csv'])
  const { drafts } = await must(desk.engine, 'import.drafts', {})
  expect(listNames(drafts)).toEqual(['first.csv', 'second.csv'])
  expect((await must(desk.engine, 'import.list', {})).imports).toEqual([])
})

test('the same content twice opens once, and what was imported before is nothing new', async () => {
  const desk = openWatching()
  desk.put('a.csv', makeList('FBA19T000001'))
  desk.put('copy of a.csv', makeList('FBA19T000001'))
  await desk.watch()
  await until(() => desk.drafts.length === 1)
  const { draftId } = desk.drafts[0]!
  await must(desk.engine, 'import.settle', { draftId, client: '宁波星野', acceptsAll: true })
  await must(desk.engine, 'import.commit', { opId: nextOpId(), draftIds: [draftId] })
  desk.put('once more.csv', makeList('FBA19T000001'))
  desk.put('z.csv', makeList('FBA19T000009'))
  await until(() => desk.drafts.length === 2)
  expect(desk.drafts[1]!.fileName).toBe('z.csv')
})

test('a file that cannot be read is said to be refused and stops no other', async () => {
  const desk = openWatching()
  desk.put('a.xlsx', '%PDF-1.4 no workbook')
  desk.put('b.csv', makeList('FBA19T000001'))
  await desk.watch()
  await until(() => desk.drafts.length === 2)
  expect(desk.drafts.map(({ fileName, verdict }) => [fileName, verdict])).toEqual([
    ['a.xlsx', 'refused'],
    ['b.csv', 'new'],
  ])
})

test('a folder that vanishes is said once; when it is back its new files are opened', async () => {
  const desk = openWatching()
  await desk.watch()
  renameSync(desk.inbox, `${desk.inbox}-away`)
  await until(() => desk.problems.length > 0)
  await wait(500)
  expect(desk.problems).toEqual([{ kind: 'watch-unreachable', folder: desk.inbox }])
  expect((await must(desk.engine, 'watch.get', {})).isReachable).toBe(false)
  renameSync(`${desk.inbox}-away`, desk.inbox)
  desk.put('a.csv', makeList('FBA19T000001'))
  await until(() => desk.drafts.length === 1)
  expect((await must(desk.engine, 'watch.get', {})).isReachable).toBe(true)
})

test('it goes on after a restart without opening again what was opened or discarded, until it is switched off', async () => {
  const first = openWatching()
  first.put('a.csv', makeList('FBA19T000001'))
  await first.watch()
  await until(() => first.drafts.length === 1)
  await must(first.engine, 'import.discard', { draftId: first.drafts[0]!.draftId })
  first.close()
  const second = openWatching(first.home)
  second.put('b.csv', makeList('FBA19T000002'))
  await until(() => second.drafts.length > 0)
  expect(listNames(second.drafts)).toEqual(['b.csv'])
  expect(await must(second.engine, 'watch.set', { folder: null })).toMatchObject({ folder: null })
  second.put('c.csv', makeList('FBA19T000003'))
  await wait(3_000)
  expect(second.drafts).toHaveLength(1)
})

test('a browser cannot set it, and what is no folder is refused', async () => {
  const page = openWatching(makeTempFolder(), false)
  expect(await page.engine.call('watch.set', { folder: null })).toEqual({
    ok: false,
    problem: { kind: 'not-allowed', name: 'watch.set' },
  })
  expect((await must(page.engine, 'watch.get', {})).canWatch).toBe(false)
  const desk = openWatching()
  const missing = path.join(desk.home, 'missing')
  const { token } = await must(desk.engine, 'folder.offer', { path: missing })
  expect(await desk.engine.call('watch.set', { folder: token })).toEqual({
    ok: false,
    problem: { kind: 'watch-unreachable', folder: missing },
  })
})
