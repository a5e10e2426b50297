import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { addCarriers, assignAll, writeFreightFile } from '../../support/sample-files.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { runCli } from '../../support/run-cli.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { openTestDesk } from '../../support/test-desk.ts'

test('numbers are looked up, released, lent and accepted, and a backup made, by command line', async () => {
  const desk = openTestDesk()
  await addCarriers(desk.engine, 100)
  await desk.import(writeFreightFile(desk.folder, 'a.csv', 2))
  await desk.call('assign.apply', { opId: nextOpId(), ...assignAll, filter: {} })
  await desk.call('history.undo', { opId: nextOpId() })
  desk.close()
  const run = (...args: string[]) => runCli(desk.folder, args)

  const state = await run('number', 'state', '8100000002', '8100000003', '99')
  expect([
    state.code,
    state.out.split('\n').filter((line) => line.startsWith('8') || line.startsWith('9')),
  ]).toEqual([
    1,
    [
      '8100000002 is void, from block 1 of 自营车队',
      '8100000003 has a wrong check digit, which should be 2; block 1 of 自营车队',
      '99 is outside every block',
    ],
  ])
  expect((await run('block', 'numbers', '1', '--state', 'void')).out).toMatch(
    /^free 98 {2}assigned 0 {2}void 2 .*\n8100000002 {2}void {2}assign, tester, .*, undone\n8100000010 /,
  )
  expect(await run('block', 'numbers', '1', '--state', 'broken')).toMatchObject({ code: 2 })
  expect(await run('number', 'release', '--block', '1', '--preview')).toMatchObject({
    out: 'to release: 2\n',
  })
  expect(await run('number', 'release', '8100000002')).toMatchObject({ code: 0, out: 'released: 1\n' })
  expect(await run('number', 'release', '8100000002')).toMatchObject({
    code: 1,
    err: expect.stringContaining('8100000002 was not released') as string,
  })
  expect((await run('block', 'list')).out).toMatch(/next 8100000002 {2}left 99 {2}about \d+ days\n/)
  expect(await run('block', 'close', '1')).toMatchObject({ code: 0 })
  expect((await run('block', 'list')).out).toContain('closed')
  expect(await run('block', 'close', '1', '--reopen')).toMatchObject({ code: 0 })

  const other = makeTempFolder()
  const otherId = /install (\S+)/.exec((await runCli(other, ['ledger', 'state'])).out)![1]!
  const lend = (...to: string[]) => run('block', 'lease', '1', '--count', '5', ...to, '--out', 'lent.json')
  expect(await lend()).toMatchObject({ code: 2, err: expect.stringContaining('--to is missing') as string })
  expect(await lend('--to', 'desk-2')).toMatchObject({
    code: 1,
    err: expect.stringContaining('"desk-2" is no id of a desk; nothing was lent.') as string,
  })
  expect(await lend('--to', otherId)).toMatchObject({
    code: 0,
    out: expect.stringContaining('lent 8100000028 … 8100000069 (5)') as string,
  })
  await runCli(other, ['carrier', 'add', '宁波车队', '--kind', 'own_fleet', '--scac', 'TLBD'])
  const lent = path.join(desk.folder, 'lent.json')
  expect(await runCli(other, ['block', 'accept', lent, '--carrier', 'TLBD'])).toMatchObject({
    code: 0,
    out: 'block 1 of 宁波车队: 8100000028 … 8100000069\n',
  })
  expect(await runCli(other, ['block', 'accept', lent])).toMatchObject({ code: 1 })

  const ledger = await run('ledger', 'state')
  const head = /head ([0-9a-f]{64})/.exec(ledger.out)![1]!
  expect(ledger.code).toBe(0)
  expect(await run('ledger', 'confirm')).toMatchObject({ code: 1 })
  expect((await run('backup', 'copy.db')).out).toContain(head)
  expect(JSON.parse(readFileSync(path.join(desk.folder, 'copy.db.ledger.json'), 'utf8'))).toMatchObject({
    ledgerHead: head,
  })
}, 180_000)
