import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { must, nextOpId, openTestEngine } from '../support/engine-process.ts'
import { addCarriers, assignAll, getFbaId, importFile, writeFreightFile } from '../support/sample-files.ts'
import { getActiveCell, getCell, goToColumn } from './support/grid-cells.ts'
import { countPointerEvents, createKeyboard, type Keyboard } from './support/keyboard.ts'
import { type DeskUnderTest, look, makeUserData, openDesk, removeUserData } from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

const [oldId, newId] = [getFbaId(1), 'FBA19TNEW001']
const today = formatLocalDay(Date.now())
const userData = makeUserData()

beforeAll(async () => {
  const engine = openTestEngine(userData, () => Date.now())
  await addCarriers(engine)
  await importFile(engine, writeFreightFile(userData, 'a.csv', 4))
  await must(engine, 'assign.apply', { ...assignAll, opId: nextOpId(), filter: {} })
  // 40 and 10 of its 45 days have gone.
  const edits = [40, 10].flatMap((age, index) => [
    { id: index + 1, field: 'createdOn' as const, text: addDays(today, -age) },
    { id: index + 1, field: 'origin' as const, text: 'domestic' },
  ])
  await must(engine, 'shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
  engine.close()
})
afterAll(() => removeUserData(userData))

let desk: DeskUnderTest
let page: Page
let keys: Keyboard
let getPointerEvents: () => Promise<number>

const getToast = (text: string) => page.locator('.ui-toast-text', { hasText: text })
const readRow = async (fbaId: string) => {
  const filter = { search: fbaId }
  const { rows } = await look(page, 'shipment.page', { filter, sort: null, offset: 0, limit: 10 })
  return rows.find((row) => row.fbaId === fbaId)
}

test('the panel says how long an ID is good, in word, shape and colour', async () => {
  desk = await openDesk({ userData })
  page = desk.page
  keys = createKeyboard(page)
  getPointerEvents = await countPointerEvents(page)
  await page.locator('.grid-row').first().waitFor()
  await goToColumn(page, 'closes')
  const closesOn = addDays(today, 5)
  const badge = getCell(page, 0, 'closes').locator('.ui-status-badge[data-status=changed]')
  await badge.filter({ hasText: `${closesOn} · 剩5天` }).waitFor()
  await keys.press('Alt+Enter')
  await page
    .locator('.shipment-panel', { hasText: `还有5天关闭 · ${closesOn}，创建后45天（国内）` })
    .waitFor()
  await keys.press('Escape')
})

test('a new ID takes over boxes and numbers by keyboard, and one undo brings them back', async () => {
  const before = await readRow(oldId)
  await goToColumn(page, 'fbaId')
  await keys.press('Control+F9')
  await page.getByRole('dialog', { name: `换新货件号：${oldId}` }).waitFor()
  await keys.type(getFbaId(2))
  await page
    .getByRole('dialog')
    .getByText('各有')
    .or(page.locator('.ui-field-error', { hasText: '对不上' }))
    .first()
    .waitFor()
  const error = page.getByRole('dialog').locator('.ui-field-error')
  await keys.press('Control+a')
  await keys.type('FBA19TNEW00')
  await error.waitFor({ state: 'detached' })
  await keys.press('Enter')
  await error.filter({ hasText: '“FBA19TNEW00”少1位' }).waitFor()
  await keys.press('Control+a')
  await keys.type('ABC19TNEW001')
  await error.filter({ hasText: '“ABC19TNEW001”不是FBA货件号' }).waitFor()
  await keys.press('Control+a')
  await keys.type(newId.toLowerCase())
  await page.locator('.reissue-moves dd').first().filter({ hasText: '2' }).waitFor()
  await keys.press('Enter')
  await getToast(`${oldId}已换为${newId}，2箱。`).waitFor()
  expect(await readRow(newId)).toMatchObject({ pro: before!.pro, boxes: 2, chain: [oldId, newId] })
  await waitUntil(async () => (await getActiveCell(page)) !== null, 'the grid has the focus again')

  await keys.press('Control+k')
  await keys.type(oldId)
  await waitUntil(async () => (await page.locator('.grid-row').count()) === 2, 'both IDs are found')
  await page.locator('.grid-row', { hasText: `已换为${newId}` }).waitFor()
  await keys.press('Enter', 'Escape', 'Escape')

  await keys.press('Control+z')
  await getToast(`已撤销：${oldId}换为${newId}（2箱）`).waitFor()
  expect(await readRow(oldId)).toEqual(before)
  expect(await readRow(newId)).toBeUndefined()
})

test('what was seen at Amazon is noted by keyboard', async () => {
  await waitUntil(async () => (await page.locator('.grid-row').count()) === 4, 'the list is whole again')
  await goToColumn(page, 'fbaId')
  await keys.press('Control+F8')
  const dialog = page.getByRole('dialog', { name: '到亚马逊核实' })
  await dialog.waitFor()
  await dialog.locator(':focus').waitFor()
  expect(await dialog.locator(':checked').count()).toBe(0)
  await keys.press('Enter')
  expect(await dialog.locator(':checked').count()).toBe(0)
  expect(await dialog.getByRole('button', { name: '记下' }).isDisabled()).toBe(true)
  await keys.press('ArrowDown')
  await dialog
    .getByRole('radio', { name: '查不到：没有这个货件号' })
    .and(page.locator(':checked'))
    .waitFor({ state: 'attached' })
  await keys.press('Enter')
  await getToast('已记下1票：查不到。').waitFor()
  expect(await readRow(oldId)).toMatchObject({ finding: 'not_found', verifiedOn: today, status: 'error' })
})

test('a day is typed short into the grid', async () => {
  await goToColumn(page, 'eta')
  await keys.type('15')
  await keys.press('Enter')
  await getCell(page, 0, 'eta')
    .filter({ hasText: `${today.slice(0, 8)}15` })
    .waitFor()
  await keys.press('Control+;', 'Enter')
  await getCell(page, 1, 'eta').filter({ hasText: today }).waitFor()
  expect(await getPointerEvents()).toBe(0)
  expect(desk.faults).toEqual([])
  await desk.close()
})
