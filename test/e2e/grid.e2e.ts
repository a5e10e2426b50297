import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { openTestEngine } from '../support/engine-process.ts'
import { addCarriers, importFile } from '../support/sample-files.ts'
import { getActiveCell, getColumn, goToColumn } from './support/grid-cells.ts'
import { pressKeys } from './support/keyboard.ts'
import {
  countChanges,
  type DeskUnderTest,
  fillClipboard,
  makeUserData,
  openDesk,
} from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

const userData = makeUserData()
const fcs = ['LAX9', 'ABE8', 'ONT8', 'FTW1']
const getFbaId = (at: number): string => `FBA19T00${String(at).padStart(4, '0')}`
const clientOf = (at: number): string => (at < 24 ? '宁波星野' : '深圳拓海')
let desk: DeskUnderTest
let page: Page

/** 40 shipments of two clients, to four FCs by turns. */
beforeAll(async () => {
  const engine = openTestEngine(userData)
  await addCarriers(engine)
  for (const [client, first, end] of [
    ['宁波星野', 0, 24],
    ['深圳拓海', 24, 40],
  ] as const) {
    const rows = Array.from({ length: end - first }, (_, row) => {
      const at = first + row
      return `${getFbaId(at)},${fcs[at % 4]},LTL,2,${250 + at}.0`
    })
    const file = path.join(userData, `${client}.csv`)
    writeFileSync(file, ['FBA货件号,仓库代码,派送方式,箱数,毛重kg', ...rows].join('\r\n'))
    await importFile(engine, file, client)
  }
  engine.close()
  desk = await openDesk({ userData })
  page = desk.page
  await page.locator('.grid-row').nth(20).waitFor()
  return () => desk.close()
})

afterEach(async () => {
  const details = page.locator('.shipment-panel')
  if ((await details.count()) === 0) return
  await pressKeys(page, 'Alt+Enter')
  await details.waitFor({ state: 'detached' })
})

const waitForColumn = (column: string, values: string[]): Promise<void> =>
  waitUntil(
    async () => (await getColumn(page, column)).slice(0, values.length).join() === values.join(),
    `${column} shows ${values.join()}`,
  )

test('Ctrl+D fills down, Delete clears, and each is one step to undo', async () => {
  await goToColumn(page, 'note')
  await page.keyboard.type('加急')
  await pressKeys(page, 'Enter', 'ArrowUp')
  await waitForColumn('note', ['加急', ''])
  const changes = await countChanges(page)

  await pressKeys(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d')
  await waitForColumn('note', ['加急', '加急', '加急', '加急', ''])
  expect(await countChanges(page)).toBe(changes + 1)
  await pressKeys(page, 'Delete')
  await waitForColumn('note', ['', '', '', '', ''])
  expect(await countChanges(page)).toBe(changes + 2)
  await pressKeys(page, 'Control+z')
  await waitForColumn('note', ['加急', '加急', '加急', '加急', ''])
  await pressKeys(page, 'Control+z')
  await waitForColumn('note', ['加急', '', ''])
  await pressKeys(page, 'Control+z')
  await waitForColumn('note', ['', '', ''])
})

test('Shift with arrows selects a range, which the status line counts', async () => {
  await goToColumn(page, 'client')
  await pressKeys(page, 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight')
  const selected = page.locator('.grid-row [aria-selected=true]')
  await waitUntil(async () => (await selected.count()) === 6, 'three rows of two cells are selected')
  expect(await selected.allTextContents()).toEqual([0, 1, 2].flatMap((at) => [clientOf(at), fcs[at % 4]!]))
  // 250 + 251 + 252 kg.
  await page.locator('.ui-status-line', { hasText: '已选3票 · 6箱 · 毛重753 kg' }).waitFor()
  await pressKeys(page, 'Control+Shift+ArrowDown')
  await page.locator('.ui-status-line', { hasText: '已选40票' }).waitFor()
  await pressKeys(page, 'ArrowUp')
})

test('Enter on a heading sorts up, then down, then no more', async () => {
  await goToColumn(page, 'fc')
  await pressKeys(page, 'ArrowUp', 'Enter')
  const heading = page.locator('[role=columnheader][data-column=fc]')
  const up = fcs.toSorted().flatMap((fc) => Array.from({ length: 10 }, () => fc))
  await waitForColumn('fc', up.slice(0, 20))
  expect(await heading.getAttribute('aria-sort')).toBe('ascending')
  await pressKeys(page, 'Enter')
  await waitForColumn('fc', up.toReversed().slice(0, 20))
  expect(await heading.getAttribute('aria-sort')).toBe('descending')
  await pressKeys(page, 'Enter')
  await waitForColumn('fc', [...fcs, ...fcs])
  expect(await heading.getAttribute('aria-sort')).toBe('none')
})

test('a search narrows the list, and Esc in the field ends it', async () => {
  await pressKeys(page, 'Control+k')
  await page.keyboard.type(getFbaId(17))
  await waitForRowCount(1)
  expect(await getColumn(page, 'fbaId')).toEqual([getFbaId(17)])
  await pressKeys(page, 'Escape')
  await waitForRowCount(40)
})

test('several ids pasted into the search are looked for together', async () => {
  await pressKeys(page, 'Control+k')
  await fillClipboard(desk.desk, [3, 30, 31].map(getFbaId).join('\r\n'))
  await pressKeys(page, 'Control+v')
  await waitForRowCount(3)
  expect(await getColumn(page, 'fbaId')).toEqual([3, 30, 31].map(getFbaId))
  await pressKeys(page, 'Escape')
  await waitForRowCount(40)
})

test('facets count, combine and stay; Esc twice clears them', async () => {
  const facet = (text: string) => page.locator('.facet-column .ui-choice', { hasText: text })
  await facet('深圳拓海').click()
  await waitForRowCount(16)
  // Of the 16, every fourth goes to each FC.
  await facet('ONT8').filter({ hasText: /4$/ }).click()
  await waitForRowCount(4)
  expect(await getColumn(page, 'fbaId')).toEqual([26, 30, 34, 38].map(getFbaId))
  await facet('宁波星野').filter({ hasText: /6$/ }).click()
  await waitForRowCount(10)
  await pressKeys(page, 'Escape', 'Escape')
  await waitForRowCount(40)
  expect(await page.locator('.facet-column input:checked').count()).toBe(0)
})

test('a row that has been mended keeps its place until F5', async () => {
  await page.locator('.facet-column .ui-choice', { hasText: '缺承运人' }).click()
  await waitUntil(async () => (await countRows()) > 0, 'the list is filtered')
  const listed = await countRows()
  await pressKeys(page, 'Control+Tab')
  await goToColumn(page, 'carrier')
  const fbaId = (await getActiveCell(page))!.row['fbaId']!
  await page.keyboard.type('自营车队')
  await pressKeys(page, 'Enter')
  await page.locator('.grid-row[data-dimmed]', { hasText: fbaId }).waitFor()
  expect(await countRows()).toBe(listed)
  await pressKeys(page, 'F5')
  await waitForRowCount(listed - 1)
  await pressKeys(page, 'Escape', 'Escape', 'Control+z')
  await waitForRowCount(40)
})

test('the cell under the cursor stays in view when the details open beside the list', async () => {
  await goToColumn(page, 'isa')
  await pressKeys(page, 'Alt+Enter')
  await page.locator('.shipment-panel').waitFor()
  await waitUntil(
    () =>
      page.evaluate(() => {
        const id = document.activeElement!.getAttribute('aria-activedescendant') ?? ''
        const cell = document.getElementById(id)?.getBoundingClientRect()
        const list = document.querySelector('.grid-scroller')!.getBoundingClientRect()
        return cell !== undefined && cell.left >= list.left && cell.right <= list.right
      }),
    'the cell is in view',
    5_000,
  )
})

test('Esc closes the details beside the list, also while the cursor is in the list', async () => {
  await goToColumn(page, 'fbaId')
  await pressKeys(page, 'Alt+Enter')
  const details = page.locator('.shipment-panel')
  await details.waitFor()
  await pressKeys(page, 'Escape')
  await details.waitFor({ state: 'detached', timeout: 5_000 })
})

test('F6 and Ctrl+Enter assign, however quickly the one follows the other', async () => {
  await goToColumn(page, 'carrier')
  await pressKeys(page, 'F6', 'Control+Enter')
  await page.locator('.ui-toast', { hasText: '已指派40票' }).waitFor({ timeout: 5_000 })
  await pressKeys(page, 'Control+z')
  await page.locator('.ui-toast', { hasText: '已撤销：批量指派40票' }).waitFor()
})

test('nothing went wrong in the page', () => expect(desk.faults).toEqual([]))

/** Rows of the list, also those out of sight. */
const countRows = async (): Promise<number> =>
  Number(await page.locator('[role=grid]').getAttribute('aria-rowcount')) - 1
const waitForRowCount = (count: number): Promise<void> =>
  waitUntil(async () => (await countRows()) === count, `${count} rows are listed`)
