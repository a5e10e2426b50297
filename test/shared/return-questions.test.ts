import { expect, test } from 'vitest'
import {
  countQuestions,
  getReturnLanguage,
  planReturnQuestions,
} from '../../shared/domain/return-questions.ts'
import { cellProblemKinds, type CellProblem } from '../../shared/domain/sheet/imported-shipment.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeCellQuestion, describeRowQuestions } from '../../shared/words/describe-question.ts'

const problem = (cell: string, over: Partial<CellProblem> = {}): CellProblem => ({
  kind: 'scientific-notation',
  level: 'block',
  sheet: '发货',
  cell,
  value: '4.00015E+11',
  heading: '快递单号',
  ...over,
})

test('each row with a problem gets one question, from top to bottom and from left to right', () => {
  const [sheet] = planReturnQuestions([problem('AA12'), problem('D7'), problem('B12')])
  expect(sheet!.rows.map(({ row, cells }) => [row, cells.map(({ cell }) => cell)])).toEqual([
    [7, ['D7']],
    [12, ['B12', 'AA12']],
  ])
})

test('sheets are asked about apart', () => {
  const sheets = planReturnQuestions([problem('D7'), problem('D7', { sheet: '补充' }), problem('D8')])
  expect(sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
    ['发货', 2],
    ['补充', 1],
  ])
  expect(countQuestions(sheets)).toBe(3)
})

test('what was taken with a notice, a totals row and a cleaned cell ask nothing', () => {
  expect(
    planReturnQuestions([
      problem('D7', { kind: 'leading-zero-lost', level: 'notice' }),
      problem('D8', { kind: 'totals-row', level: 'warn' }),
      problem('D9', { kind: 'cleaned', level: 'warn' }),
    ]),
  ).toEqual([])
})

test('the same problem of the same cell is asked once', () => {
  const [sheet] = planReturnQuestions([problem('D7'), problem('D7')])
  expect(sheet!.rows[0]!.cells).toHaveLength(1)
})

test("the language is the client's setting, else that of the headings' script", () => {
  expect(getReturnLanguage('en', ['快递单号'])).toBe('en')
  expect(getReturnLanguage(null, ['FBA ID', '快递单号'])).toBe('zh-CN')
  expect(getReturnLanguage(null, ['FBA ID', 'Tracking'])).toBe('en')
})

test('a question names the cell, the value as found and what to send instead', () => {
  expect(describeCellQuestion(problem('D7'), getTranslate('zh-CN'))).toBe(
    'D7：4.00015E+11 已失真（科学计数法），请把该列设为文本后重新填写完整的“快递单号”',
  )
  expect(describeCellQuestion(problem('D7', { heading: 'Tracking #' }), getTranslate('en'))).toBe(
    'D7: 4.00015E+11 has lost digits (scientific notation). Format the column as text and send "Tracking #" again in full',
  )
})

test('an empty cell is said to be blank, a long value is cut, and its line breaks go', () => {
  const t = getTranslate('en')
  const ask = (value: string) => describeCellQuestion(problem('A2', { kind: 'several-values', value }), t)
  expect(ask('')).toMatch(/^A2: blank holds/)
  expect(ask('1Z\r\n2Z')).toMatch(/^A2: 1Z 2Z holds/)
  expect(ask('9'.repeat(500)).length).toBeLessThan(200)
})

test('values that look like a placeholder of the words are left as they are', () => {
  expect(
    describeCellQuestion(problem('A2', { value: '{{cell}} $t(common.appName)' }), getTranslate('en')),
  ).toContain('{{cell}} $t(common.appName)')
})

test('every kind of problem can be asked about in both languages', () => {
  for (const language of ['zh-CN', 'en'] as const) {
    for (const kind of cellProblemKinds) {
      const text = describeRowQuestions({ row: 7, cells: [problem('D7', { kind })] }, getTranslate(language))
      expect(text).toContain('D7')
      expect(text).not.toContain('{{')
    }
  }
})
