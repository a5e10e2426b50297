import { existsSync } from 'node:fs'
import { afterEach, expect, test } from 'vitest'
import { generatePracticeMorning } from '../../main/practice-morning/generate-practice-morning.ts'
import { verifyExport } from '../../main/practice-morning/verify-export.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import type { Language } from '../../shared/locales/catalogue.ts'
import { getActiveCell, getColumn } from './support/grid-cells.ts'
import { countPointerEvents, createKeyboard } from './support/keyboard.ts'
import { answerFileDialog, fillClipboard, makeUserData, openDesk } from './support/open-desk.ts'
import { getListFiles, getListTexts } from './support/practice-lists.ts'
import { verifyManifest } from './support/verify-manifest.ts'
import { waitUntil } from './support/wait-until.ts'
import {
  assign,
  type Dispatcher,
  exportReady,
  goToNextProblem,
  importFiles,
  startPractice,
  typeOver,
} from './support/work-morning.ts'

const { mistakes, decisions, expected } = generatePracticeMorning()

let dispatcher: Dispatcher | undefined
afterEach(() => dispatcher?.close())

async function sitDown(language: Language): Promise<Dispatcher> {
  const opened = await openDesk({ userData: makeUserData(), language })
  const who = { ...opened, keys: createKeyboard(opened.page), t: getTranslate(language) }
  dispatcher = who
  return who
}

const getMissing = async ({ page }: Dispatcher): Promise<number> => {
  const count = await page.locator('.boxes-screen .ui-chip-count').nth(1).innerText()
  return Number(count.replaceAll(',', ''))
}

const waitForMissing = (who: Dispatcher, missing: number): Promise<void> =>
  waitUntil(async () => (await getMissing(who)) === missing, `${missing} boxes lack a number`)

/** Carriers' files by the panel; each agrees with the boxes and is written without a question. */
async function pairListFiles(who: Dispatcher): Promise<void> {
  const { desk, page, keys, t, userData } = who
  for (const { file, boxes } of getListFiles(userData)) {
    const before = await getMissing(who)
    await answerFileDialog(desk, [file])
    await keys.tabTo(page.getByRole('button', { name: t('boxes.pairing.title') }), 'Shift+Tab')
    await keys.press('Enter')
    await keys.tabTo(page.getByRole('button', { name: t('boxes.pairing.pick') }))
    await keys.press('Enter')
    await waitForMissing(who, before - boxes)
  }
}

/** By box ID, the right number where it is damaged or was never given, as a call to the client finds it out. */
const getNumbersToType = (): Map<string, string> =>
  new Map(decisions.flatMap((each) => (each.call === 'box.edit' ? [[each.boxId, each.trackingId]] : [])))

/** F8 leads from gap to gap: where there is a list for the shipment it is pasted, else the number is typed. */
async function fillGaps(who: Dispatcher): Promise<void> {
  const { desk, keys } = who
  const texts = getListTexts()
  const numbers = getNumbersToType()
  for (let missing = await getMissing(who); texts.size + numbers.size > 0; missing = await getMissing(who)) {
    const { row } = await goToNextProblem(who)
    const text = texts.get(row['fbaId']!)
    if (text === undefined) {
      await typeOver(who, 'trackingId', numbers.get(row['boxId']!)!)
      await waitForMissing(who, row['trackingId'] === '' ? missing - 1 : missing)
      numbers.delete(row['boxId']!)
    } else {
      await fillClipboard(desk, text)
      await keys.press('Control+v')
      const mistake = mistakes.find(({ kind, fbaId }) => kind.startsWith('number-') && fbaId === row['fbaId'])
      if (mistake) await alignList(who, mistake)
      await waitForMissing(who, mistake?.kind === 'number-missing' ? missing - 19 : missing - 20)
      texts.delete(row['fbaId']!)
    }
  }
}

/** A list that does not fit waits in the panel, where Del takes a number out and Ins makes a gap. */
async function alignList({ page, keys, t }: Dispatcher, mistake: (typeof mistakes)[number]): Promise<void> {
  const write = page.locator('.ui-side-panel-footer [data-variant=primary]')
  await write.waitFor()
  expect(await write.isEnabled()).toBe(false)
  const isAtBox = async () => (await getActiveCell(page))?.row['box'] === mistake.box!.boxId
  if (mistake.kind === 'number-missing') {
    await waitUntil(
      async () => (await getActiveCell(page))?.row['number'] === t('boxes.pairing.gap'),
      'at the gap',
    )
    while (!(await isAtBox())) await keys.press('ArrowUp')
    await keys.press('Insert')
  } else {
    await waitUntil(isAtBox, 'at the number that comes twice')
    await keys.press('Delete')
  }
  await waitUntil(() => write.isEnabled(), 'the list fits')
  await keys.press('Control+Enter')
}

/** F8 again: the mode nobody wrote. */
async function mendShipments(who: Dispatcher): Promise<void> {
  const { page } = who
  const edits = new Map(
    decisions.flatMap((each) => (each.call === 'shipment.edit' ? [[each.fbaId, each.text] as const] : [])),
  )
  for (let visits = 0; edits.size > 0 && visits < 20; visits += 1) {
    const cell = await goToNextProblem(who)
    const text = edits.get(cell.row['fbaId']!)
    if (text === undefined) continue
    edits.delete(cell.row['fbaId']!)
    await typeOver(who, 'mode', text)
    const shown = page
      .locator('.grid-row', { hasText: cell.row['fbaId']! })
      .locator(`[data-column=${cell.column}]`)
    await waitUntil(async () => (await shown.innerText()) === text, 'the cell is mended')
  }
  expect(edits.size).toBe(0)
}

test('the whole morning is done by keyboard alone, and what is exported is what the sample company knows', async () => {
  const who = await sitDown('zh-CN')
  const { page, keys, faults } = who
  const countPointers = await countPointerEvents(page)
  await startPractice(who)
  await importFiles(who)
  // The import has led to what is incomplete; the errors get their carriers too.
  await keys.press('Escape', 'Escape')
  await page.locator('.ui-chip[data-selected]', { hasText: '全部' }).waitFor()
  await assign(who)
  await page.locator('.ui-toast', { hasText: '已指派256票：承运人256，PRO 209' }).waitFor()
  await keys.press('Control+4')
  await page.locator('.boxes-screen .grid-row').first().waitFor()
  await pairListFiles(who)
  await fillGaps(who)
  expect(await getMissing(who)).toBe(0)
  await keys.press('Control+3')
  await page.locator('.shipments-screen .grid-row').first().waitFor()
  await mendShipments(who)
  await assign(who)
  await page.locator('.ui-toast', { hasText: '已指派1票：承运人1，PRO 1' }).waitFor()
  const folder = await exportReady(who)

  expect(await verifyExport(folder, expected)).toEqual([])
  const rates = await getColumn(page, 'missing')
  expect(rates).toHaveLength(1 + expected.clients.length)
  for (const rate of rates) expect(rate).toMatch(/^0\.00%/)
  expect(await countPointers()).toBe(0)
  expect(keys.actions).toBeLessThanOrEqual(300)
  expect(faults).toEqual([])
}, 240_000)

test('the same in English, from the files to an export of what is ready', async () => {
  const who = await sitDown('en')
  const { page, keys, faults } = who
  const countPointers = await countPointerEvents(page)
  await startPractice(who)
  await importFiles(who)
  await assign(who)
  await page.locator('.ui-toast', { hasText: 'PRO 208' }).waitFor()
  const folder = await exportReady(who)

  expect(existsSync(folder)).toBe(true)
  const { shipments, differences } = verifyManifest(folder)
  expect(differences).toEqual([])
  expect(shipments).toBeGreaterThan(200)
  expect(await countPointers()).toBe(0)
  expect(keys.actions).toBeLessThan(40)
  expect(faults).toEqual([])
}, 120_000)
