import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { applicationId } from '../../db/open.ts'
import { getEarlierImports, getImportedFbaIds } from '../../db/imports.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations/migrations.ts'
import { loadSqlite } from '../../db/sqlite.ts'
import { getTaughtHeadings } from '../../db/taught-heading.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { openTestStore } from '../support/test-store.ts'

const sha256 = '0'.repeat(64)

/** A database as the first version left it, with one import. */
function writeFirstVersion(folder: string): void {
  const file = path.join(folder, 'test.db')
  const sqlite = new (loadSqlite())(file)
  sqlite.pragma(`application_id = ${applicationId}`)
  migrate(sqlite, file, migrations.slice(0, 1))
  sqlite.exec(`
    INSERT INTO clients (id, name) VALUES (1, '宁波星野');
    INSERT INTO accounts (id, client_id) VALUES (1, 1);
    INSERT INTO files VALUES ('${sha256}', '清单.csv', 3, x'00');
    INSERT INTO imports (id, client_id, file_name, sha256, at_ms, row_count) VALUES (7, 1, '清单.csv', '${sha256}', 5, 2);
    INSERT INTO import_sheets VALUES (7, 0, '', '{"fbaId":0}');
    INSERT INTO shipments (id, fba_id, account_id, import_id) VALUES (1, 'FBA19T000001', 1, 7), (2, 'FBA19T000002', 1, 7);
  `)
  sqlite.close()
}

test('a database of the first version keeps its imports, and their shipments tell what a later file revises', () => {
  const folder = makeTempFolder()
  writeFirstVersion(folder)
  const store = openTestStore(folder)
  expect(getEarlierImports(store, 1)).toEqual([{ id: 7, fileName: '清单.csv', atMs: 5, fingerprints: [] }])
  expect(getImportedFbaIds(store, 7)).toEqual(['FBA19T000001', 'FBA19T000002'])
  expect(getTaughtHeadings(store)).toEqual([])
  expect(existsSync(`${path.join(folder, 'test.db')}.before-v${migrations.length}`)).toBe(true)
  store.close()
})
