import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { writeWorkbook } from '../../../main/files/workbook-writer.ts'
import { nextOpId } from '../../support/engine-process.ts'
import { listRows, readWorkbook, readZip } from '../../support/read-zip.ts'
import { openTestDesk, type TestDesk } from '../../support/test-desk.ts'

const head = 'FBA货件号,FBA箱号,仓库代码,派送方式,快递单号'
const good = 'FBA19T000001,FBA19T000001U000001,ONT8,SPD,1Z999AA10123456784'
const damaged = 'FBA19T000001,FBA19T000001U000002,ONT8,SPD,4.00015E+11'
const question = 'E3：4.00015E+11 已失真（科学计数法），请把该列设为文本后重新填写完整的“快递单号”'

async function giveBack(desk: TestDesk, draftId: number) {
  const folder = path.join(desk.folder, 'back')
  mkdirSync(folder, { recursive: true })
  const { token } = await desk.call('folder.offer', { path: folder })
  return desk.call('import.returnToClient', { opId: nextOpId(), draftId, folder: token })
}

const read = (desk: TestDesk, name: string) => readFileSync(path.join(desk.folder, 'back', name))

test("a client's CSV comes back in its encoding with one more field in the rows with a problem", async () => {
  const desk = openTestDesk()
  const file = desk.write('箱单.csv', encode(`${head}\r\n${good}\r\n${damaged}\r\n`, 'gb18030'))
  const draft = await desk.open(file, '宁波星野')
  expect(draft.clientQuestions).toBe(1)
  const back = await giveBack(desk, draft.draftId)
  expect(back).toEqual({
    fileName: '箱单 请补充.csv',
    folder: path.join(desk.folder, 'back'),
    questions: 1,
    isOwnFile: true,
    download: null,
  })
  expect(read(desk, back.fileName)).toEqual(
    encode(`${head},请补充\r\n${good}\r\n${damaged},${question}\r\n`, 'gb18030'),
  )
})

const rows = [head, good, damaged].map((line) => line.split(','))

test("a client's workbook comes back with a column of questions, and reads as before but for it", async () => {
  const desk = openTestDesk()
  const file = desk.write(
    '箱单.xlsx',
    writeWorkbook([
      { name: '说明', rows: [['请看第二页']] },
      { name: '箱单', rows },
    ]),
  )
  const draft = await desk.open(file, '宁波星野')
  const back = await giveBack(desk, draft.draftId)
  expect(back.fileName).toBe('箱单 请补充.xlsx')
  const sheets = readWorkbook(read(desk, back.fileName))
  expect(listRows(sheets.get('箱单')!)).toEqual([[...rows[0]!, '请补充'], rows[1], [...rows[2]!, question]])
  expect(listRows(sheets.get('说明')!)).toEqual([['请看第二页']])
})

test('the language is that of the client, else that of the headings', async () => {
  const desk = openTestDesk()
  const english = 'FBA Shipment ID,FBA Box ID,FC,Mode,Tracking ID'
  const draft = await desk.open(desk.write('box list.csv', [english, good, damaged]), 'Harbor Goods')
  expect((await giveBack(desk, draft.draftId)).fileName).toBe('box list questions.csv')
  await desk.call('client.save', { opId: nextOpId(), name: 'Harbor Goods', folder: null, language: 'zh-CN' })
  expect((await giveBack(desk, draft.draftId)).fileName).toBe('box list 请补充.csv')
})

test('nothing is ever written over: a second time gets a number', async () => {
  const desk = openTestDesk()
  const draft = await desk.open(desk.write('箱单.csv', [head, good, damaged]), '宁波星野')
  await giveBack(desk, draft.draftId)
  const first = read(desk, '箱单 请补充.csv')
  expect((await giveBack(desk, draft.draftId)).fileName).toBe('箱单 请补充 (2).csv')
  expect(read(desk, '箱单 请补充.csv')).toEqual(first)
  expect(readdirSync(path.join(desk.folder, 'back'))).toHaveLength(2)
})

test('without a folder it is saved where exports go, which is made if it is not there', async () => {
  const desk = openTestDesk()
  const { exportFolder } = await desk.call('app.state', {})
  expect(existsSync(exportFolder)).toBe(false)
  const draft = await desk.open(desk.write('箱单.csv', [head, good, damaged]), '宁波星野')
  const back = await desk.call('import.returnToClient', { opId: nextOpId(), draftId: draft.draftId })
  expect(back.folder).toBe(exportFolder)
  expect(existsSync(path.join(exportFolder, back.fileName))).toBe(true)
})

test('a file that holds nothing to ask is not written', async () => {
  const desk = openTestDesk()
  const draft = await desk.open(desk.write('箱单.csv', [head, good]), '宁波星野')
  expect(draft.clientQuestions).toBe(0)
  expect(await desk.refused('import.returnToClient', { opId: nextOpId(), draftId: draft.draftId })).toEqual({
    kind: 'nothing-to-ask',
    fileName: '箱单.csv',
  })
})

test('what was asked of a file is still asked after its import', async () => {
  const desk = openTestDesk()
  await desk.import(desk.write('箱单.csv', [head, good, damaged]))
  const { id } = (await desk.call('import.list', {})).imports[0]!
  const back = await desk.call('import.returnToClient', { opId: nextOpId(), importId: id })
  expect(readFileSync(path.join(back.folder, back.fileName), 'utf8')).toContain(question)
  await desk.call('history.undo', { opId: nextOpId() })
  expect(await desk.refused('import.returnToClient', { opId: nextOpId(), importId: id })).toEqual({
    kind: 'import-unknown',
    importId: id,
  })
})

test('a workbook whose right side is hidden gets its questions as a list of their own', async () => {
  const desk = openTestDesk()
  const parts = readZip(Buffer.from(writeWorkbook([{ name: '箱单', rows }])))
  const hidden = Object.fromEntries(
    Array.from(parts, ([name, { content }]) => [
      name,
      name === 'xl/worksheets/sheet1.xml'
        ? Buffer.from(
            content
              .toString()
              .replace('<sheetData>', '<cols><col min="6" max="16384" hidden="1"/></cols><sheetData>'),
          )
        : new Uint8Array(content),
    ]),
  )
  const draft = await desk.open(desk.write('箱单.xlsx', zipSync(hidden)), '宁波星野')
  const back = await giveBack(desk, draft.draftId)
  expect(back).toMatchObject({ fileName: '箱单 请补充.xlsx', isOwnFile: false })
  expect(listRows(readWorkbook(read(desk, back.fileName)).get('请补充')!)).toEqual([
    ['工作表', '行', '单元格', '现有内容', '请补充'],
    ['箱单', '3', 'E3', '4.00015E+11', question],
  ])
})
