import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openTestDesk } from '../../support/test-desk.ts'

const load = (name: string): Buffer =>
  readFileSync(path.resolve(import.meta.dirname, '../../fixtures/xls', name))

test('a legacy workbook is imported like any other, and says what it hides', async () => {
  const desk = openTestDesk()
  const file = desk.write('装箱清单.xls', load('boxes.xls'))
  const draft = await desk.open(file, '宁波甬顺')
  expect(draft).toMatchObject({ problem: null, encoding: null, encodings: [] })
  expect(draft.sheets.map(({ notices }) => notices)).toEqual([
    [
      { kind: 'hidden-rows', count: 1 },
      { kind: 'hidden-columns', count: 1 },
      { kind: 'merged-ranges', count: 1 },
    ],
    [
      { kind: 'formulas-without-result', count: 1 },
      { kind: 'errors', count: 2 },
    ],
    [{ kind: 'hidden-sheet', count: 1 }],
    [],
  ])
  await desk.import(file, '宁波甬顺')
  const boxes = await desk.boxes('FBA15TB8M3X9')
  expect(boxes.map(({ boxId, trackingId }) => [boxId, trackingId])).toEqual([
    ['FBA15TB8M3X9U000001', '000123456789'],
    ['FBA15TB8M3X9U000002', '1Z999AA10123456784'],
  ])
})

test('a merged cell of a page that is named as a workbook is known before its rows are understood', async () => {
  const desk = openTestDesk()
  const row = (...cells: string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`
  const html =
    `<html><table><tr><td colspan="3">装箱清单</td></tr>${row('FBA货件号', '仓库代码', '箱数')}` +
    `${row('FBA19T000001', 'ONT8', '2')}${row('FBA19T000002', 'LAX9', '1')}</table></html>`
  await desk.import(desk.write('erp.xls', Buffer.from(html)), '宁波甬顺')
  expect(await desk.row('FBA19T000002')).toMatchObject({ fc: 'LAX9', client: '宁波甬顺' })
})
