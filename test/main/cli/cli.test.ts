import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { loadSqlite } from '../../../db/sqlite.ts'
import { writeFreightFile } from '../../support/sample-files.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const cli = fileURLToPath(new URL('../../../out/main/cli.js', import.meta.url))

/** The command line as it ships, on a database of the test's own. */
function makeCli(folder: string) {
  return (...args: string[]) => {
    const run = spawnSync(process.execPath, [cli, ...args, '--db', path.join(folder, 'test.db')], {
      encoding: 'utf8',
      cwd: folder,
    })
    return { code: run.status, out: run.stdout, err: run.stderr }
  }
}

test('the whole job by command line: import, assign, check, export; the same data give the same bytes', () => {
  const folder = makeTempFolder()
  const tailboard = makeCli(folder)
  writeFreightFile(folder, 'freight.csv', 5)
  expect(tailboard('carrier', 'add', '自营车队', '--kind', 'own_fleet', '--scac', 'TLBD').code).toBe(0)
  expect(
    tailboard('block', 'add', '--carrier', 'TLBD', '--first', '810020000', '--last', '810020999').code,
  ).toBe(0)
  expect(tailboard('import', 'freight.csv', '--client', '宁波星野', '--accept', '--dry-run').out).toContain(
    '5 new',
  )
  expect(tailboard('client', 'list', '--json').out).toBe('{"clients":[]}\n')
  expect(tailboard('import', 'freight.csv', '--client', '宁波星野', '--accept').code).toBe(0)
  const again = tailboard('import', 'freight.csv', '--json')
  expect([again.code, JSON.parse(again.out).files[0].verdict]).toEqual([0, 'same-file'])
  expect(tailboard('check').code).toBe(1)
  expect(JSON.parse(tailboard('assign', '--dry-run', '--json').out)).toMatchObject({
    pros: 5,
    firstPro: '8100200008',
  })
  expect(JSON.parse(tailboard('assign', '--json').out)).toMatchObject({ pros: 5, firstPro: '8100200008' })
  expect(tailboard('check').code).toBe(0)
  expect(tailboard('export', '--out', 'a').code).toBe(0)
  expect(tailboard('export', '--out', 'b').code).toBe(0)
  expect(readTree(path.join(folder, 'a'))).toEqual(readTree(path.join(folder, 'b')))
  expect(Object.keys(readTree(path.join(folder, 'a')))).toEqual(
    ['SHA256SUMS', 'manifest.json', '宁波星野/PRO-list.xlsx', '宁波星野/master.xlsx'].toSorted(),
  )
  expect(tailboard('undo').out).toContain('undo: assign, 10 cells')
  expect(JSON.parse(tailboard('redo', '--json').out)).toMatchObject({ command: 'assign', cells: 10, kept: 0 })
  expect(tailboard('history').out.split('\n')[0]).toContain('redo assign')
}, 120_000)

test('an old sheet teaches numbers by command line and becomes no work; undo says that they stay used', () => {
  const folder = makeTempFolder()
  const tailboard = makeCli(folder)
  writeFileSync(
    path.join(folder, 'old.csv'),
    'FBA货件号,仓库代码,派送方式,箱数,PRO号\nFBA19T000001,ONT8,LTL,2,8100200016\nFBA19T000002,ONT8,LTL,2,\n',
  )
  tailboard('carrier', 'add', '自营车队', '--kind', 'own_fleet', '--scac', 'TLBD')
  tailboard('block', 'add', '--carrier', 'TLBD', '--first', '810020000', '--last', '810020999')
  const history = ['import', '--history', 'old.csv', '--client', '宁波星野', '--accept']
  expect(tailboard(...history, '--dry-run').out).toContain('8100200024')
  const stored = tailboard(...history, '--json')
  expect([stored.code, JSON.parse(stored.out).files[0].history]).toMatchObject([
    0,
    { blocks: [{ used: 1, skipped: 1, nextNumber: '8100200024' }] },
  ])
  expect(tailboard('check').code).toBe(0)
  writeFreightFile(folder, 'freight.csv', 2, 10)
  tailboard('import', 'freight.csv', '--client', '宁波星野', '--accept')
  expect(JSON.parse(tailboard('assign', '--json').out)).toMatchObject({ firstPro: '8100200024', pros: 2 })
  for (const step of ['assign', 'import']) expect(tailboard('undo').out).toContain(`undo: ${step}`)
  const undone = tailboard('undo').out
  expect(undone).toMatch(/undo: import, .*\n.+/)
  expect(tailboard('block', 'list').out).toContain('next 8100200040')
}, 120_000)

test('a text that no encoding fits is imported in the one that is named, and not before', () => {
  const folder = makeTempFolder()
  const tailboard = makeCli(folder)
  const head = 'FBA货件号,仓库代码,派送方式,箱数,备注\n'
  const gbk = iconv.encode(`${head}FBA19T000001,ONT8,LTL,2,易碎\n`, 'gbk')
  writeFileSync(path.join(folder, 'a.csv'), Buffer.concat([gbk, Buffer.from('FBA19T000002,LAX9,LTL,1,请\n')]))
  const unread = tailboard('import', 'a.csv', '--client', '宁波星野', '--accept')
  expect(unread.code).toBe(1)
  expect(tailboard('import', 'a.csv', '--encoding', 'klingon').code).toBe(2)
  const read = tailboard('import', 'a.csv', '--encoding', 'GBK', '--client', '宁波星野', '--accept')
  expect([read.code, read.out.split('\n')[0]]).toEqual([
    0,
    expect.stringContaining('a.csv (宁波星野): imported 2 new'),
  ])
}, 60_000)

function readTree(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  const entries = files.map((entry) => {
    const file = path.join(entry.parentPath, entry.name)
    return [path.relative(folder, file), readFileSync(file).toString('base64')] as const
  })
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

test('files that cannot be read are named with the reason, the others are imported, and the exit code is 1', () => {
  const folder = makeTempFolder()
  writeFreightFile(folder, 'good.csv', 2)
  writeFileSync(path.join(folder, 'empty.csv'), '')
  writeFileSync(path.join(folder, 'picture.xlsx'), Buffer.from('89504e470d0a1a0a00000000', 'hex'))
  writeFileSync(path.join(folder, 'note.xlsx'), 'dear all, the trucks leave at noon')
  mkdirSync(path.join(folder, 'folder'))
  const run = makeCli(folder)(
    'import',
    'good.csv',
    'empty.csv',
    'picture.xlsx',
    'note.xlsx',
    'folder',
    'missing.csv',
    '--client',
    '宁波星野',
    '--accept',
    '--json',
  )
  const answer = JSON.parse(run.out) as {
    files: {
      fileName: string
      verdict: string
      problem: { kind: string; problem?: { kind: string } } | null
    }[]
  }
  expect(run.code).toBe(1)
  expect(
    answer.files.map((file) => [
      file.fileName,
      file.problem?.problem?.kind ?? file.problem?.kind ?? file.verdict,
    ]),
  ).toEqual([
    ['good.csv', 'new'],
    ['empty.csv', 'empty'],
    ['picture.xlsx', 'not-a-table'],
    ['note.xlsx', 'nothing-to-import'],
    ['folder', 'is-folder'],
    ['missing.csv', 'missing'],
  ])
  const list = JSON.parse(makeCli(folder)('client', 'list', '--json').out)
  expect(list).toMatchObject({ clients: [{ name: '宁波星野', shipments: 2 }] })
}, 60_000)

test('a wrong command line ends with 2 and says how it is meant', () => {
  const tailboard = makeCli(makeTempFolder())
  for (const args of [
    ['bogus'],
    ['assign', '--bogus'],
    ['export'],
    ['assign', '--where', 'mode=BOAT'],
    ['import'],
  ]) {
    const run = tailboard(...args)
    expect([args, run.code]).toEqual([args, 2])
    expect(run.err).toContain('usage: tailboard')
  }
}, 60_000)

test('what keeps a command from running ends with 3 and leaves everything as it was', () => {
  const folder = makeTempFolder()
  const tailboard = makeCli(folder)
  writeFreightFile(folder, 'freight.csv', 1)
  tailboard('carrier', 'add', 'FLEET', '--kind', 'own_fleet')
  tailboard('block', 'add', '--carrier', 'FLEET', '--first', '810020000', '--last', '810020999')
  tailboard('import', 'freight.csv', '--client', '宁波星野', '--accept')
  tailboard('assign')
  writeFileSync(path.join(folder, 'in-the-way'), 'x')
  const blocked = tailboard('export', '--out', path.join('in-the-way', 'out'))
  expect([blocked.code, blocked.err]).toEqual([3, expect.stringContaining('in-the-way')])
  mkdirSync(path.join(folder, 'taken'))
  writeFileSync(path.join(folder, 'taken', 'file'), 'x')
  expect(tailboard('export', '--out', 'taken').code).toBe(3)
  expect(readdirSync(folder).filter((name) => name.startsWith('.export'))).toEqual([])

  const sqlite = new (loadSqlite())(path.join(folder, 'test.db'))
  sqlite.pragma('user_version = 99')
  sqlite.close()
  expect(tailboard('check').code).toBe(3)
}, 60_000)

test('return saves the questions about a file and leaves no draft; an imported file is asked about too', () => {
  const folder = makeTempFolder()
  const tailboard = makeCli(folder)
  const lines = [
    'FBA货件号,FBA箱号,仓库代码,派送方式,快递单号',
    'FBA19T000001,FBA19T000001U000001,ONT8,SPD,4.00015E+11',
  ]
  writeFileSync(path.join(folder, 'list.csv'), `${lines.join('\r\n')}\r\n`)
  expect(tailboard('return', 'list.csv').code).toBe(2)
  mkdirSync(path.join(folder, 'back'))
  const returned = tailboard('return', 'list.csv', '--out', 'back', '--json')
  expect([returned.code, JSON.parse(returned.out)]).toMatchObject([
    0,
    { fileName: 'list 请补充.csv', questions: 1 },
  ])
  expect(readFileSync(path.join(folder, 'back', 'list 请补充.csv'), 'utf8')).toContain('E2：')
  expect(tailboard('import', 'list.csv', '--client', '宁波星野', '--accept').code).toBe(1)
  expect(tailboard('return', 'list.csv', '--out', 'back').out).toContain('list 请补充 (2).csv')
}, 60_000)

test('watch sets the folder for the desk, shows it and switches it off', () => {
  const folder = makeTempFolder()
  const tailboard = makeCli(folder)
  expect(tailboard('watch').out).toBe('off\n')
  mkdirSync(path.join(folder, 'inbox'))
  expect(JSON.parse(tailboard('watch', '--folder', 'inbox', '--json').out)).toMatchObject({
    folder: path.join(folder, 'inbox'),
  })
  expect(tailboard('watch').out).toContain(path.join(folder, 'inbox'))
  expect(tailboard('watch', '--folder', 'inbox', '--off').code).toBe(2)
  expect(tailboard('watch', '--folder', 'missing').code).toBe(1)
  expect(tailboard('watch', '--off').out).toBe('off\n')
}, 60_000)
