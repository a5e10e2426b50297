import { writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addDays, formatLocalDay } from '../../../shared/domain/calendar-day.ts'
import { runCli } from '../../support/run-cli.ts'
import { getFbaId, writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

test('the command line notes findings, moves boxes to a new ID and says what closes', async () => {
  const folder = makeTempFolder()
  const run = (...args: string[]) => runCli(folder, args)
  writeFreightFile(folder, 'a.csv', 2)
  await run('import', 'a.csv', '--client', '宁波星野', '--accept')
  const [first, second] = [getFbaId(1), getFbaId(2)]

  expect((await run('verify', first, '--json')).code).toBe(2)
  expect((await run('verify', first, '--found', '--dead')).code).toBe(2)
  expect(await run('verify', first, second, '--found', '--on', '2026-01-05', '--json')).toMatchObject({
    code: 0,
    json: { shipments: 2 },
  })
  expect(await run('verify', 'FBA19TNOBODY', '--dead')).toMatchObject({
    code: 1,
    err: "There is no shipment FBA19TNOBODY. Check the ID, or import the client's file first.\n",
  })
  await run('verify', first, '--not-found')
  expect((await run('check')).out).toContain('1 × Not found at Amazon')

  expect((await run('reissue', first)).code).toBe(2)
  expect((await run('reissue', first, 'FBA19TNEW001', '--dry-run')).out).toContain('would move 2 boxes')
  expect((await run('reissue', first, second)).code).toBe(0)
  expect((await run('undo')).out).toContain('undo: reissue')
  const moved = await run('reissue', first, 'FBA19TNEW001')
  expect(moved.code).toBe(0)
  expect(moved.out).toContain(`${first} → FBA19TNEW001: moved 2 boxes`)
  expect(await run('reissue', first, 'FBA19TNEW002')).toMatchObject({
    code: 1,
    err: `${first} was replaced by FBA19TNEW001 before; nothing was moved. Re-issue FBA19TNEW001, which has its boxes now.\n`,
  })

  // Five days past the 45 of a domestic shipment, and twenty-five before the 75 of an international one.
  const today = formatLocalDay(Date.now())
  const created = addDays(today, -50)
  const lines = ['FBA号,创建时间,仓库代码,派送方式,箱数', `FBA19TOLD001,${created},ONT8,LTL,1`]
  writeFileSync(`${folder}/b.csv`, `${lines.join('\n')}\n`)
  await run('import', 'b.csv', '--client', '宁波星野', '--accept')
  expect((await run('check')).out).toContain(
    `FBA19TOLD001 (宁波星野): May have been closed for 5 days · ${addDays(today, -5)} at the earliest, ` +
      '45 days after creation, if it is domestic (not on file: Origin)',
  )
}, 120_000)
