import { readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCli } from '../../support/run-cli.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

const write = (
  folder: string,
  name: string,
  lines: readonly string[],
  encoding: BufferEncoding = 'utf8',
): void => writeFileSync(path.join(folder, name), `${lines.join('\r\n')}\r\n`, encoding)

test('inspect says what an import would make of a file, and touches no database', async () => {
  const folder = makeTempFolder()
  write(folder, 'boxes.csv', [
    'FBA箱号,跟踪号,件数,备注',
    'FBA15TB8M3X9U000001,1ZA1B2C30300014703,1,',
    'FBA15TB8M3X9U000002,4.00015E+11,1,轻放',
    'FBA15TB8M3XU000003,1ZA1B2C30300014712,1,',
  ])
  const { code, json } = await runCli(folder, ['inspect', 'boxes.csv', '--json', '--rows'])
  expect(code).toBe(1)
  expect(json).toEqual({
    file: 'boxes.csv',
    verdict: 'ask',
    problems: [
      { kind: 'scientific-notation', level: 'block', sheet: '', cell: 'B3', value: '4.00015E+11' },
      { kind: 'one-character-missing', level: 'block', sheet: '', cell: 'A4', value: 'FBA15TB8M3XU000003' },
    ],
    sheets: [
      {
        name: '',
        encoding: 'utf-8',
        shape: 'per-box',
        headingRow: 1,
        columns: [
          {
            heading: 'FBA箱号',
            field: 'boxId',
            verdict: 'known',
            reason: { kind: 'heading-and-contents', passed: 3, of: 3 },
          },
          {
            heading: '跟踪号',
            field: 'trackingId',
            verdict: 'known',
            reason: { kind: 'heading-and-contents', passed: 3, of: 3 },
          },
          {
            heading: '件数',
            field: 'boxCount',
            verdict: 'known',
            reason: { kind: 'heading-and-contents', passed: 3, of: 3 },
          },
          {
            heading: '备注',
            field: 'notes',
            verdict: 'known',
            reason: { kind: 'heading-and-contents', passed: 1, of: 1 },
          },
          { heading: null, field: 'fc', verdict: 'missing', reason: null },
          { heading: null, field: 'mode', verdict: 'missing', reason: null },
        ],
        rows: [
          ['FBA箱号', '跟踪号', '件数', '备注'],
          ['FBA15TB8M3X9U000001', '1ZA1B2C30300014703', '1', ''],
          ['FBA15TB8M3X9U000002', '4.00015E+11', '1', '轻放'],
          ['FBA15TB8M3XU000003', '1ZA1B2C30300014712', '1', ''],
        ],
      },
    ],
  })
  expect(readdirSync(folder)).toEqual(['boxes.csv'])
})

test('inspect of a sound file ends with 0, and in words names each column with its field and the reason', async () => {
  const folder = makeTempFolder()
  write(folder, 'freight.csv', ['FBA货件号,仓库代码,派送方式,箱数', 'FBA15TB8M3X9,ONT8,LTL,20'])
  const { code, out } = await runCli(folder, ['inspect', 'freight.csv'])
  expect(code).toBe(0)
  expect(out.split('\n').slice(0, 3)).toEqual([
    'freight.csv: ok',
    '  –  per-shipment  heading row 1  utf-8',
    '    "FBA货件号"  FBA shipment ID  Known  Heading and contents agree (1 of 1)',
  ])
})

test.each([
  ['a file that is not there', 'none.csv', 'missing', 1],
  ['text that is named as a workbook', 'named.xlsx', 'not-a-workbook', 1],
])('%s is refused with its reason', async (_, name, kind, expected) => {
  const folder = makeTempFolder()
  write(folder, 'named.xlsx', ['no workbook at all'])
  const { code, json } = await runCli(folder, ['inspect', name, '--json'])
  expect(code).toBe(expected)
  expect(json).toEqual({
    file: name,
    verdict: 'refused',
    problems: [{ kind, level: 'block', sheet: '', cell: '', value: '' }],
    sheets: [],
  })
})

test("a carrier's list is refused by its name, with the place where it belongs", async () => {
  const folder = makeTempFolder()
  write(folder, 'pieces.csv', [
    'Master Tracking Number,Tracking Number,Weight',
    '400014700213,400014700213,12',
    '400014700213,400014700224,12',
  ])
  const { code, out, err } = await runCli(folder, ['inspect', 'pieces.csv'])
  expect(code).toBe(1)
  expect(out).toContain('pieces.csv: refused')
  expect(err).toContain("a carrier's tracking list")
})
