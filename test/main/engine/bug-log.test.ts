import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { loadSqlite } from '../../../db/sqlite.ts'
import { logBug } from '../../../main/engine/bug-log.ts'
import { getTestFiles } from '../../support/engine-process.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk } from '../../support/test-desk.ts'

const getLog = (folder: string) => path.join(folder, 'logs', 'tailboard.log')

test('a bug in a command is answered with a reference, and its stack stands under it in the log', async () => {
  const desk = openTestDesk()
  const file = desk.write('a.csv', ['FBA货件号,仓库代码,派送方式,箱数', 'FBA19T000001,ONT8,LTL,2'])
  const { draftId } = await desk.open(file, '宁波星野')
  desk.close()
  const sqlite = new (loadSqlite())(getTestFiles(desk.folder).database)
  sqlite.prepare('UPDATE import_drafts SET choices = ?').run('"FBA19T000001U000077"')
  sqlite.close()

  const broken = openTestDesk(desk.folder)
  const problem = await broken.refused('import.settle', { draftId, acceptsAll: true })
  expect(problem).toEqual({ kind: 'bug', reference: expect.stringMatching(/^[0-9a-f]{8}$/) as string })
  const log = readFileSync(getLog(desk.folder), 'utf8')
  expect(log).toContain(`${problem.kind === 'bug' ? problem.reference : ''} import.settle`)
  expect(log).toMatch(/TypeError: .*'…0077'/)
  expect(log).toContain('drafts.ts')
  expect(log).not.toContain('FBA19T000001')
  expect(await broken.call('app.state', {})).toMatchObject({ shipments: 0 })
})

test.each([
  ['FBA19T000001U000077', '…0077'],
  ['STAR-ABCDE12345XYZ', '…5XYZ'],
  ['1ZA1B2C30300014703', '…4703'],
  ['8100200008', '…0008'],
  ['81002000', '…2000'],
  ['TB-8100200', '…0200'],
])('the log says of %s no more than its last four characters', (identifier, shown) => {
  const folder = makeTempFolder()
  logBug(folder, 'test', new Error(`no place for ${identifier}, nor for "${identifier}"`))
  const log = readFileSync(getLog(folder), 'utf8')
  expect(log).toContain(`no place for ${shown}, nor for "${shown}"`)
  expect(log).not.toContain(identifier)
})

test('the log names no folder of the machine, and keeps what a stack is read for', () => {
  const folder = makeTempFolder()
  const error = new Error(
    "ENOENT: no such file, open '/home/li/客户/2026/list.csv' or 'C:\\Users\\li\\list.csv'",
  )
  logBug(folder, 'test', error)
  const log = readFileSync(getLog(folder), 'utf8')
  expect(log).not.toMatch(/home|Users|客户/)
  expect(log).toContain("open '…/list.csv' or '…/list.csv'")
  expect(log).toMatch(/…\/bug-log\.test\.ts:\d+:\d+/)
})

test('a log that has grown large is put aside once', () => {
  const folder = makeTempFolder()
  logBug(folder, 'first', new Error('one'))
  writeFileSync(getLog(folder), 'x'.repeat(1_000_001))
  logBug(folder, 'second', new Error('two'))
  expect(readFileSync(getLog(folder), 'utf8')).toContain('second')
  expect(readFileSync(`${getLog(folder)}.1`, 'utf8')).toHaveLength(1_000_001)
})

test('where no log can be written the reference is given all the same', () => {
  const folder = makeTempFolder()
  writeFileSync(path.join(folder, 'logs'), 'in the way')
  expect(logBug(folder, 'test', 'thrown text')).toMatch(/^[0-9a-f]{8}$/)
  expect(existsSync(getLog(folder))).toBe(false)
})
