import path from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../../db/open.ts'
import { makeUps } from '../../shared/pairing/pairing-case.ts'
import { getTestFiles } from '../../support/engine-process.ts'
import { readTree } from '../../support/read-zip.ts'
import { runCli } from '../../support/run-cli.ts'
import { getBoxId, writeFreightFile } from '../../support/sample-files.ts'
import { openTestDesk } from '../../support/test-desk.ts'
import { addCarriers } from '../../support/sample-files.ts'

const parcelId = 'FBA15P000001'

/** Every row of every table, but for the counters that a look at a file moves on. */
function dumpTables(folder: string): string {
  const opened = openStore(getTestFiles(folder).database)
  if (!opened.ok) throw new Error(opened.problem.kind)
  const { sqlite } = opened.value
  const names = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .pluck()
    .all()
  const rows = (names as string[]).map((name) => [name, sqlite.prepare(`SELECT * FROM ${name}`).raw().all()])
  opened.value.close()
  return JSON.stringify(rows)
}

test('import, assign, pair, check and export by command line: a line of JSON each, and dry runs write nothing', async () => {
  const desk = openTestDesk()
  const { folder } = desk
  await addCarriers(desk.engine)
  writeFreightFile(folder, 'freight.csv', 2)
  const boxes = [1, 2, 3].map((n) => `${parcelId},${getBoxId(parcelId, n)},LAX9,SPD`)
  desk.write('parcel.csv', ['FBA货件号,FBA箱号,仓库代码,派送方式', ...boxes])
  const tracked = [1, 2, 3].map((n) => `${getBoxId(parcelId, n)},${makeUps(700 + n)}`)
  desk.write('ups.csv', ['Box,Tracking', ...tracked])
  desk.write('one.csv', ['Box,Tracking', tracked[0]!])
  desk.close()

  const run = async (...args: string[]) => {
    const { code, json, out } = await runCli(folder, [...args, '--json'])
    expect([args, out.split('\n').length]).toEqual([args, 2])
    return { code, json }
  }
  const dryRun = async (...args: string[]) => {
    const before = dumpTables(folder)
    const answer = await run(...args, '--dry-run')
    expect(dumpTables(folder)).toBe(before)
    return answer
  }
  const files = ['freight.csv', 'parcel.csv']
  const imported = {
    files: [{ difference: { newShipments: 2 } }, { difference: { newBoxes: 3 } }],
    refused: [],
  }
  expect(await dryRun('import', ...files, '--client', '宁波星野', '--accept')).toMatchObject({
    code: 0,
    json: imported,
  })
  expect(await run('import', ...files, '--client', '宁波星野', '--accept')).toMatchObject({
    code: 0,
    json: imported,
  })
  const assigned = { code: 0, json: { carriers: 3, pros: 2, firstPro: '8100000002', conflicts: [] } }
  expect(await dryRun('assign')).toMatchObject(assigned)
  expect(await run('assign')).toMatchObject(assigned)
  expect(await dryRun('pair', 'ups.csv')).toMatchObject({
    code: 0,
    json: { rule: 'by-box-id', mismatches: [] },
  })
  expect(await run('pair', 'one.csv')).toMatchObject({ code: 1, json: { written: 1 } })
  expect(await run('check')).toMatchObject({
    code: 1,
    json: { totals: { ready: 2, incomplete: 1, missingNow: { withGap: 1, open: 3 } } },
  })
  expect(await run('pair', 'ups.csv', '--shipment', parcelId)).toMatchObject({
    code: 0,
    json: { written: 2, shipments: 1, rule: 'by-box-id', mismatches: [] },
  })
  expect(await run('check', '--client', '宁波星野')).toMatchObject({
    code: 0,
    json: { totals: { ready: 3 } },
  })
  for (const out of ['one', 'two'])
    expect(await run('export', '--out', out)).toMatchObject({
      code: 0,
      json: { files: 3, shipments: 3, leftOut: [] },
    })
  expect(readTree(path.join(folder, 'two'))).toEqual(readTree(path.join(folder, 'one')))
}, 120_000)
