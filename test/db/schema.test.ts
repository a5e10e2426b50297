import { getTableColumns, getTableName, is, Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as schema from '../../db/schema.ts'
import { makeTempFolder } from '../support/temp-folder.ts'
import { addSample, openTestStore } from '../support/test-store.ts'

const compareText = (a: string, b: string) => (a < b ? -1 : 1)

test('the schema that queries are written with is the one in the database', () => {
  const store = openTestStore(makeTempFolder())
  const described = Object.values(schema).filter((value) => is(value, Table))
  const tables = store.sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all()
  expect(described.map((table) => getTableName(table)).toSorted(compareText)).toEqual(tables)
  for (const table of described) {
    const columns = store.sqlite.pragma(`table_xinfo(${getTableName(table)})`) as {
      name: string
      notnull: number
      pk: number
    }[]
    const ours = Object.values(getTableColumns(table))
    expect(ours.map((column) => column.name).toSorted(compareText)).toEqual(
      columns.map((column) => column.name).toSorted(compareText),
    )
    for (const column of columns) {
      const own = ours.find((candidate) => candidate.name === column.name)!
      const isRequired = column.notnull === 1 || (column.pk > 0 && own.notNull)
      expect([column.name, own.notNull]).toEqual([column.name, isRequired])
    }
  }
  store.close()
})

test('every table is STRICT', () => {
  const store = openTestStore(makeTempFolder())
  const loose = store.sqlite
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .pluck()
    .all()
  expect(loose).toEqual([])
  store.close()
})

test('an identifier column takes only text of its characters', () => {
  const store = openTestStore(makeTempFolder())
  const { boxIds } = addSample(store, 1, 2)
  const set = store.sqlite.prepare('UPDATE boxes SET tracking_id = ? WHERE id = ?')
  for (const bad of [123456789012, '1z999', '1Z 999', '1Z\u0000', '', 'A'.repeat(65), '１２３'])
    expect(() => set.run(bad, boxIds[0])).toThrow(/constraint/i)
  expect(set.run('1ZA1B2C30300014703', boxIds[0]).changes).toBe(1)
  expect(() => set.run('1ZA1B2C30300014703', boxIds[1])).toThrow(/UNIQUE/)
  store.close()
})

test('issued numbers and blocks never go back, whatever statement is used', () => {
  const store = openTestStore(makeTempFolder())
  const { blockId } = addSample(store, 1, 1)
  store.sqlite.prepare("INSERT INTO issued_numbers VALUES ('8100200008', ?, 810020000, 'x')").run(blockId)
  const run = (sql: string) => () => store.sqlite.exec(sql)
  expect(run("INSERT OR REPLACE INTO issued_numbers VALUES ('8100200008', 1, 810020001, 'y')")).toThrow(
    /issued before/,
  )
  expect(run('DELETE FROM issued_numbers')).toThrow(/are kept/)
  expect(run("UPDATE issued_numbers SET op_id = 'z'")).toThrow(/are kept/)
  expect(run('UPDATE number_blocks SET next = next + 5')).not.toThrow()
  expect(run('UPDATE number_blocks SET next = next - 1')).toThrow(/never goes back/)
  expect(run('UPDATE number_blocks SET first = first - 1')).toThrow(/never goes back/)
  expect(run('DELETE FROM number_blocks')).toThrow(/has issued numbers/)
  expect(
    run(
      "INSERT INTO number_blocks (carrier_id, width, first, last, next, check_method) VALUES (1, 9, 810020500, 810030000, 810020500, 'luhn')",
    ),
  ).toThrow(/overlaps/)
  store.close()
})
