import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type LoadFilter, loadFilters } from '../../renderer/loads/load-filter.ts'
import { addDays, formatLocalDay } from '../../shared/domain/calendar-day.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { must, nextOpId, openTestEngine } from '../support/engine-process.ts'
import { addCarriers, assignAll, getFbaId, importFile, writeFreightFile } from '../support/sample-files.ts'
import { getActiveCell, getCell, getColumn } from './support/grid-cells.ts'
import { countPointerEvents, createKeyboard, type Keyboard } from './support/keyboard.ts'
import { type DeskUnderTest, look, makeUserData, openDesk } from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

const today = formatLocalDay(Date.now())
const tomorrow = addDays(today, 1)

/** Three shipments on two loads of today, a vehicle and two drivers that are on none. */
async function seed(userData: string): Promise<void> {
  const engine = openTestEngine(userData, () => Date.now())
  await addCarriers(engine)
  await importFile(engine, writeFreightFile(userData, 'a.csv', 3))
  const edits = [1, 2, 3].map((id) => ({ id, field: 'palletCount' as const, text: '10' }))
  await must(engine, 'shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
  const fleet = { carrierId: 1, isActive: true }
  const caps = { maxPallets: 26, maxBoxes: null, maxKg: null }
  await must(engine, 'vehicle.save', { opId: nextOpId(), ...fleet, ...caps, plate: '粤B12345' })
  for (const name of ['李师傅', '王师傅'])
    await must(engine, 'driver.save', { opId: nextOpId(), ...fleet, name, phone: null, cardUntil: null })
  await must(engine, 'assign.apply', { opId: nextOpId(), ...assignAll, filter: {}, wantsLoad: true, caps })
  engine.close()
}

describe.each(['zh-CN', 'en'] as const)('loads by keyboard alone (%s)', (language) => {
  const t = getTranslate(language)
  let opened: DeskUnderTest
  let page: Page
  let keys: Keyboard
  let getPointerEvents: () => Promise<number>

  beforeAll(async () => {
    const userData = makeUserData()
    await seed(userData)
    opened = await openDesk({ userData, language })
    page = opened.page
    keys = createKeyboard(page)
    getPointerEvents = await countPointerEvents(page)
    return () => opened.close()
  })

  const list = async () => (await look(page, 'load.list', {})).loads
  const saysToast = (text: string) => page.locator('.ui-toast').getByText(text, { exact: true }).waitFor()
  const waitForGrid = (rowIndex: number) =>
    waitUntil(async () => (await getActiveCell(page))?.rowIndex === rowIndex, 'the cursor is on the load')
  const form = () => page.locator('.ui-side-panel')
  const field = (name: string) => form().getByLabel(name, { exact: true })

  const isInChips = () => page.evaluate(() => document.activeElement?.closest('.ui-chips') !== null)
  /** Back to the chips, which are one stop, and along them by arrow keys. */
  const chooseFilter = async (filter: LoadFilter) => {
    while (!(await isInChips())) await keys.press('Shift+Tab')
    await keys.press(...loadFilters.map(() => 'ArrowLeft'))
    await keys.press(...loadFilters.slice(0, loadFilters.indexOf(filter)).map(() => 'ArrowRight'), 'Space')
  }
  const goToGrid = () => keys.tabTo(page.locator('.loads-grid textarea'))

  test('a vehicle, a driver and a time typed short go on a load', async () => {
    await keys.press('Control+5')
    await waitForGrid(0)
    const [one] = await list()
    await keys.press('Enter')
    await form().waitFor()
    await keys.type('粤b12345')
    await keys.press('Tab')
    await keys.type('李')
    await keys.press('ArrowDown', 'Enter', 'Tab')
    await keys.type('5012345685')
    await keys.press('Tab')
    await keys.type('10:00')
    await form().getByText(`${today} 10:00`).waitFor()
    await keys.press('Tab')
    await keys.type('8:00')
    await keys.press('Tab')
    await keys.type('12:00')
    await keys.press('Enter')
    await saysToast(t('loads.saved', { number: one!.number }))
    await waitForGrid(0)
    expect((await list())[0]).toMatchObject({
      vehicle: '粤B12345',
      driver: '李师傅',
      isa: '5012345685',
      appointmentAt: `${today}T10:00`,
      departsAt: `${today}T08:00`,
      returnsAt: `${today}T12:00`,
    })
    await getCell(page, 0, 'at').filter({ hasText: '10:00' }).waitFor()
    await page.locator('.load-facts', { hasText: '08:00–12:00' }).waitFor()
  })

  test('a vehicle that is on another load then is refused, and let through with a reason', async () => {
    const [one, two] = await list()
    const refusal = t('loads.refused.load-at-once.vehicle', { name: '粤B12345', number: one!.number })
    await keys.press('ArrowDown')
    await waitForGrid(1)
    await keys.press('Enter')
    await form().waitFor()
    await keys.type('粤B12345')
    await keys.press('Enter')
    const question = page.getByRole('alertdialog', { name: t('loads.ask.title', { number: two!.number }) })
    await question.getByText(refusal).waitFor()
    await question.getByText(t('loads.ask.hint')).waitFor()
    await keys.press('Escape')
    await form().getByRole('alert').getByText(refusal).waitFor()
    expect((await list())[1]).toMatchObject({ vehicle: null, reason: null })

    await keys.press('Enter')
    await question.waitFor()
    await keys.type('two trips to one FC')
    await keys.press('Enter')
    await saysToast(t('loads.saved', { number: two!.number }))
    expect((await list())[1]).toMatchObject({ vehicle: '粤B12345', reason: 'two trips to one FC' })
    const problem = t('loads.problem.vehicle-at-once', { number: one!.number })
    const letThrough = t('loads.problem.letThrough', { problem, reason: 'two trips to one FC' })
    await page.locator('.load-problems').getByText(letThrough, { exact: true }).waitFor()
    await waitForGrid(1)
  })

  test('another day takes the load to another line, and the cursor along; one undo brings it back', async () => {
    const [one] = await list()
    await keys.press('ArrowUp')
    await waitForGrid(0)
    await keys.press('Enter')
    await form().waitFor()
    await keys.tabTo(field(t('loads.form.appointment')))
    await keys.press('Control+a')
    await keys.type(`${tomorrow.slice(5)} 9:30`)
    await keys.press('Enter')
    await getCell(page, 1, 'day').filter({ hasText: tomorrow }).waitFor()
    await waitForGrid(1)
    expect((await list())[1]).toMatchObject({ number: one!.number, departsAt: `${tomorrow}T07:30` })
    await keys.press('Control+z')
    await getCell(page, 0, 'number').filter({ hasText: one!.number }).waitFor()
    await waitForGrid(0)
  })

  test('its FBA IDs are copied as Carrier Central takes them', async () => {
    const [one] = await list()
    await keys.press('Control+m')
    await saysToast(t('loads.copied', { number: one!.number, count: 2 }))
    expect(await opened.desk.evaluate(({ clipboard }) => clipboard.readText())).toBe(
      `${getFbaId(1)},${getFbaId(2)}`,
    )
  })

  test('a load that was mended stays in its filter, dimmed, until F5', async () => {
    const [, two] = await list()
    await chooseFilter('driver')
    await waitUntil(async () => (await getColumn(page, 'number')).length === 1, 'one load has no driver')
    await goToGrid()
    await keys.press('Enter')
    await form().waitFor()
    await keys.tabTo(field(t('loads.column.driver')))
    await keys.type('王师傅')
    await keys.press('Enter')
    await page.locator('.grid-row[data-dimmed]', { hasText: two!.number }).waitFor()
    await keys.press('F5')
    await page.getByText(t('loads.empty.filter')).waitFor()
    await chooseFilter('all')
    await waitUntil(async () => (await getColumn(page, 'number')).length === 2, 'all are listed')
  })

  test('a load is taken back from the row menu, and undo brings it back with its shipments', async () => {
    const [one, two] = await list()
    await goToGrid()
    await keys.press('Control+Home')
    await waitForGrid(0)
    await keys.press('Shift+F10')
    await page.locator('.ui-menu').waitFor()
    await keys.press('End', 'Enter')
    await saysToast(t('loads.takenBack', { number: one!.number, count: 2 }))
    await getCell(page, 0, 'number').filter({ hasText: two!.number }).waitFor()
    await page.locator('.load-panel', { hasText: two!.number }).waitFor()
    expect(await list()).toMatchObject([{ number: two!.number }])
    await keys.press('Control+z')
    await getCell(page, 0, 'number').filter({ hasText: one!.number }).waitFor()
    expect((await list())[0]).toEqual(one)
  })

  test('its shipments are shown, found by its number', async () => {
    const [one] = await list()
    await waitForGrid(0)
    await keys.press('Alt+Enter')
    await page.locator('.shipments-screen').waitFor()
    await waitUntil(async () => (await getColumn(page, 'fbaId')).length === 2, 'its two shipments are listed')
    expect(await page.getByRole('search').locator('input').inputValue()).toBe(one!.number)
    await keys.press('Control+5')
    await waitForGrid(0)
    expect(await getPointerEvents()).toBe(0)
    expect(opened.faults).toEqual([])
  })
})
