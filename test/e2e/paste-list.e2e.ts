import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { formatUps1z } from '../../main/practice-morning/sample-numbers.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { openTestEngine } from '../support/engine-process.ts'
import { addCarriers, getBoxId, getFbaId, importFile, writeParcelFile } from '../support/sample-files.ts'
import { goToColumn } from './support/grid-cells.ts'
import { pressKeys } from './support/keyboard.ts'
import {
  countChanges,
  type DeskUnderTest,
  fillClipboard,
  look,
  makeUserData,
  openDesk,
} from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

let opened: DeskUnderTest
let page: Page
let changes: number

const withinMs = 5_000

/** Four shipments of UPS with five boxes each. */
beforeAll(async () => {
  const userData = makeUserData()
  const engine = openTestEngine(userData)
  await addCarriers(engine)
  await importFile(engine, writeParcelFile(userData, 'boxes.csv', 4, 5))
  engine.close()
  opened = await openDesk({ userData })
  page = opened.page
  await pressKeys(page, 'F6')
  const apply = page.locator('.ui-side-panel-footer [data-variant=primary]')
  await waitUntil(() => apply.isEnabled(), 'there is something to assign')
  await pressKeys(page, 'Control+Enter')
  await apply.waitFor({ state: 'detached' })
  await pressKeys(page, 'Control+4')
  await page.locator('.boxes-screen .grid-row').first().waitFor()
  return () => opened.close()
})

afterEach(async () => {
  const panel = page.locator('.pairing-panel')
  if ((await panel.count()) > 0) await pressKeys(page, 'Escape')
  await panel.waitFor({ state: 'detached' })
  if ((await countChanges(page)) === changes) return
  await pressKeys(page, 'Control+z')
  await waitForNumbers(0)
})

const getNumbers = async (): Promise<string[]> => {
  const { rows } = await look(page, 'box.page', { filter: {}, offset: 0, limit: 100 })
  return rows.flatMap(({ trackingId }) => trackingId ?? [])
}

const waitForNumbers = (count: number): Promise<void> =>
  waitUntil(async () => (await getNumbers()).length === count, `${count} boxes have a number`, withinMs)

/** On the first box, by the clipboard. */
async function paste(lines: readonly string[], column = 'trackingId'): Promise<void> {
  await goToColumn(page, column)
  changes = await countChanges(page)
  await fillClipboard(opened.desk, lines.join('\r\n'))
  await pressKeys(page, 'Control+v')
}

const ups = [101, 102, 103, 104, 105].map(formatUps1z)

async function expectQuestion(): Promise<void> {
  await page.locator('.pairing-mismatches').waitFor({ timeout: withinMs })
  expect(await getNumbers()).toEqual([])
  expect(await countChanges(page)).toBe(changes)
}

test('as many numbers as the shipment has boxes are written at once', async () => {
  await paste(ups)
  await waitForNumbers(5)
  expect(await getNumbers()).toEqual(ups)
  expect(await page.locator('.pairing-panel').count()).toBe(0)
})

test('a heading is no number: with one number too few below it nothing is written, and the panel asks', async () => {
  await paste(['Tracking Number', ...ups.slice(1)])
  await expectQuestion()
})

test('numbers of two carriers are not written, and the panel asks', async () => {
  await paste([...ups.slice(0, 4), '400014700213'])
  await expectQuestion()
})

test('a list with a damaged number is not written, and the panel asks', async () => {
  await paste([...ups.slice(0, 4), '4.00015E+11'])
  await expectQuestion()
})

test.each([
  ['commas', ','],
  ['tabs', '\t'],
])('a list by shipment and sequence, with %s, is paired by what it says', async (_, separator) => {
  const fbaId = getFbaId(2, 'FBA15P')
  await paste(ups.map((number, at) => [fbaId, `${at + 1}/5`, number].join(separator)))
  await waitForNumbers(5)
  const { rows } = await look(page, 'box.page', { filter: { search: fbaId }, offset: 0, limit: 10 })
  expect(rows.map(({ trackingId }) => trackingId)).toEqual(ups)
})

test.each(['fbaId', 'carrier'])(
  'a list pasted on the column %s, which cannot be edited, is paired too',
  async (column) => {
    await paste(ups, column)
    await waitForNumbers(5)
    expect(await getNumbers()).toEqual(ups)
  },
)

test('a list with box IDs is paired by them on such a column, and the panel asks where they differ', async () => {
  const fbaId = getFbaId(2, 'FBA15P')
  await paste([`${getBoxId(fbaId, 2)}\t${ups[0]}`, `${getBoxId(fbaId, 1)}\t${ups[1]}`], 'position')
  await expectQuestion()
  await pressKeys(page, 'Control+Enter')
  await waitForNumbers(2)
  const { rows } = await look(page, 'box.page', { filter: { search: fbaId }, offset: 0, limit: 10 })
  expect(rows.map(({ trackingId }) => trackingId)).toEqual([ups[1], ups[0], null, null, null])
})

test('what is no list is refused there as ever', async () => {
  await paste(['some words'], 'carrier')
  const said = getTranslate('zh-CN')('common.grid.pastedSkipped', { cells: 0, skipped: 1 })
  await page.locator('.ui-toast', { hasText: said }).waitFor({ timeout: withinMs })
  expect(await countChanges(page)).toBe(changes)
})

test('numbers pasted on another column that can be edited stay where they are pasted', async () => {
  await paste(ups.slice(0, 2), 'weightKg')
  await page.locator('.ui-toast[data-tone=problem]').first().waitFor({ timeout: withinMs })
  expect(await page.locator('.pairing-panel').count()).toBe(0)
  expect(await countChanges(page)).toBe(changes)
})

test('of a paste that is refused only the refusal is said', async () => {
  await paste(['heavy\tnot editable'], 'weightKg')
  await page.locator('.ui-toast[data-tone=problem]', { hasText: 'heavy' }).waitFor({ timeout: withinMs })
  expect(await countChanges(page)).toBe(changes)
})

test('nothing went wrong in the page', () => expect(opened.faults).toEqual([]))
