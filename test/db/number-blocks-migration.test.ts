import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { getDrawLock } from '../../db/draw-lock.ts'
import { getLedgerFile } from '../../db/ledger-place.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/migrations.ts'
import { getNumberBlocks } from '../../db/number-block.ts'
import { applicationId } from '../../db/open.ts'
import { readLedgerHead } from '../../db/read-ledger.ts'
import { loadSqlite } from '../../db/sqlite.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { openTestStore } from '../support/test-store.ts'

const oldLine = '{"opId":"assign-1","space":"|9|luhn","from":810020000,"to":810020002,"atMs":5}\n'

/** As the third version left it: three numbers drawn, one exported, one exported and taken off since, one void. */
function writeThirdVersion(folder: string): string {
  const file = path.join(folder, 'test.db')
  const sqlite = new (loadSqlite())(file)
  sqlite.pragma(`application_id = ${applicationId}`)
  migrate(sqlite, file, migrations.slice(0, 3))
  sqlite.exec(`
    INSERT INTO clients (id, name) VALUES (1, '宁波星野');
    INSERT INTO accounts (id, client_id) VALUES (1, 1);
    INSERT INTO carriers (id, name, kind, strategy) VALUES (1, '自营车队', 'own_fleet', 'per_shipment');
    INSERT INTO number_blocks VALUES (3, 1, '', 9, 810020000, 810020099, 810020003, 'luhn');
    INSERT INTO issued_numbers VALUES ('8100200008', 3, 810020000, 'assign-1'), ('8100200016', 3, 810020001, 'assign-1'),
      ('8100200024', 3, 810020002, 'assign-1');
    INSERT INTO shipments (id, fba_id, account_id, pro) VALUES (1, 'FBA19T000001', 1, '8100200008'),
      (2, 'FBA19T000002', 1, NULL);
    INSERT INTO exports (id, op_id, at_ms, who, folder, manifest_sha256) VALUES (1, 'export-1', 6, 'tester', '/out', 'x');
    INSERT INTO export_items VALUES (1, 1, 'a'), (1, 2, 'b');
    INSERT INTO changes (id, op_id, command, label, at_ms, who, is_reversible, result)
      VALUES (1, 'edit-1', 'edit', '{}', 7, 'tester', 1, '{}');
    INSERT INTO change_cells VALUES (1, 'shipment', 2, 'pro', '8100200016', NULL);
  `)
  sqlite.close()
  mkdirSync(path.dirname(getLedgerFile(file)))
  writeFileSync(getLedgerFile(file), oldLine)
  return file
}

test('a database of the third version keeps its blocks, and what it exported is never released', () => {
  const folder = makeTempFolder()
  const file = writeThirdVersion(folder)
  const oldHead = readLedgerHead(getLedgerFile(file))
  const store = openTestStore(folder)
  expect(getNumberBlocks(store)).toEqual([
    {
      id: 3,
      carrierId: 1,
      position: 3,
      prefix: '',
      width: 9,
      first: 810_020_000,
      last: 810_020_099,
      increment: 1,
      next: 810_020_003,
      checkMethod: 'luhn',
      lowStock: 50,
      isClosed: false,
      isRetired: false,
      released: [],
    },
  ])
  expect(store.prepare('SELECT number, op_id FROM exported_numbers ORDER BY number').raw().all()).toEqual([
    ['8100200008', 'export-1'],
    ['8100200016', 'export-1'],
  ])
  expect(() => store.sqlite.exec('UPDATE number_blocks SET first = 1')).toThrow(/never goes back/)
  expect(() => store.sqlite.exec('DELETE FROM number_blocks')).toThrow(/has issued numbers/)
  expect(getDrawLock(store)).toBeNull()
  store.close()
  const [first, second] = readFileSync(getLedgerFile(file), 'utf8').split('\n')
  expect(`${first}\n`).toBe(oldLine)
  expect(JSON.parse(second!)).toMatchObject({
    kind: 'export',
    from: 810_020_000,
    to: 810_020_001,
    prev: oldHead,
  })
  const backup = `${file}.before-v${migrations.length}`
  expect(existsSync(backup)).toBe(true)
  expect(JSON.parse(readFileSync(`${backup}.ledger.json`, 'utf8'))).toEqual({
    ledgerHead: oldHead,
    schemaVersion: 3,
  })
})

test('what was released and given out again is kept, whatever statement is used', () => {
  const folder = makeTempFolder()
  writeThirdVersion(folder)
  const { sqlite, close } = openTestStore(folder)
  const run = (sql: string) => () => sqlite.exec(sql)
  expect(run("INSERT INTO released_numbers (number, op_id) VALUES ('8100200016', 'x')")).toThrow(/in use/)
  expect(run("INSERT INTO released_numbers (number, op_id) VALUES ('8100200024', 'x')")).not.toThrow()
  expect(run("INSERT INTO released_numbers (number, op_id) VALUES ('8100200024', 'y')")).toThrow(/in use/)
  expect(run("INSERT INTO reissued_numbers VALUES (1, 'z')")).not.toThrow()
  expect(run("INSERT OR REPLACE INTO reissued_numbers VALUES (1, 'w')")).toThrow(/issued before/)
  for (const table of ['released_numbers', 'reissued_numbers', 'exported_numbers'])
    expect(run(`DELETE FROM ${table}`)).toThrow(/are kept/)
  close()
})
