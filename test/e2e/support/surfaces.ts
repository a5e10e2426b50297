import type { Page } from 'playwright-core'
import type { Translate } from '../../../shared/locales/translate.ts'
import type { Look } from '../../../renderer/shell/look.ts'
import { getActiveCell, goToColumn } from './grid-cells.ts'
import { type DeskUnderTest, fillClipboard } from './open-desk.ts'
import { waitUntil } from './wait-until.ts'

/** Something a dispatcher can have in view. */
export interface Surface {
  name: string
  /** A screen, as against what opens over or beside one. */
  isScreen: boolean
  show: (who: Pick<DeskUnderTest, 'desk' | 'page'>, t: Translate) => Promise<void>
  /** Back to the screen alone. */
  leave: (page: Page) => Promise<void>
}

const stay = async (): Promise<void> => {}
const escape = (page: Page): Promise<void> => page.keyboard.press('Escape')

const screen = (name: string, chord: string, content: string): Surface => ({
  name,
  isScreen: true,
  async show({ page }) {
    await page.keyboard.press(chord)
    await page.locator(content).first().waitFor()
  },
  leave: stay,
})

/** By its chord, from the screen that came before it in the list. */
const opened = (name: string, chord: string, content: string): Surface => ({
  name,
  isScreen: false,
  async show({ page }) {
    await page.keyboard.press(chord)
    await page.locator(content).first().waitFor()
  },
  async leave(page) {
    await escape(page)
    await page.locator(content).waitFor({ state: 'detached' })
  },
})

const dataParts = [
  'clients',
  'carriers',
  'vehicles',
  'drivers',
  'blocks',
  'rules',
  'policy',
  'layouts',
  'watch',
  'history',
  'look',
] as const
type DataPart = (typeof dataParts)[number]
const partsWithForm: readonly DataPart[] = [
  'clients',
  'carriers',
  'vehicles',
  'drivers',
  'blocks',
  'rules',
  'policy',
]

const dataPart = (part: DataPart): Surface => ({
  name: `data, ${part}`,
  isScreen: true,
  async show({ page }, t) {
    await page.keyboard.press('Control+7')
    await page.getByRole('tab', { name: t(`data.section.${part}`), exact: true }).click()
    await page.getByRole('tabpanel').waitFor()
  },
  leave: stay,
})

const dataForm = (part: DataPart): Surface => ({
  name: `data, new in ${part}`,
  isScreen: false,
  async show({ page }) {
    await page.locator('.data-list .ui-toolbar button').last().click()
    await page.locator('.ui-side-panel').waitFor()
  },
  async leave(page) {
    await escape(page)
    await page.locator('.ui-side-panel').waitFor({ state: 'detached' })
  },
})

const focusLoads = (page: Page): Promise<void> => page.locator('.loads-grid textarea').focus()

/** Every screen, and every sheet, panel, menu and dialog on it, in an order in which each can be reached. */
export const surfaces: readonly Surface[] = [
  screen('import', 'Control+2', '.import-draft'),
  {
    name: 'import, field picker',
    isScreen: false,
    async show({ page }) {
      await page.locator('.import-chip').first().focus()
      await page.keyboard.press('Alt+ArrowDown')
      await page.locator('.import-picker .ui-option').first().waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.import-picker').waitFor({ state: 'detached' })
    },
  },
  screen('shipments', 'Control+3', '.shipments-screen .grid-row'),
  {
    ...opened('shipments, cell with a problem', 'F8', '.grid-row'),
    async show({ page }) {
      await page.keyboard.press('F8')
      await waitUntil(async () => (await getActiveCell(page))?.state === 'gap', 'the cursor is on a gap')
    },
    leave: stay,
  },
  opened('shipments, row menu', 'Shift+F10', '.ui-menu'),
  {
    ...opened('shipments, details', 'Alt+Enter', '.shipment-panel'),
    async leave(page) {
      await page.keyboard.press('Alt+Enter')
      await page.locator('.shipment-panel').waitFor({ state: 'detached' })
    },
  },
  opened('shipments, assign sheet', 'F6', '.assign-outcomes'),
  {
    name: 'shipments, reason for a PRO number that is none',
    isScreen: false,
    async show({ page }) {
      await goToColumn(page, 'pro')
      await page.keyboard.type('FBA15TB8M3X9')
      await page.keyboard.press('Enter')
      await page.getByRole('alertdialog').waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.getByRole('alertdialog').waitFor({ state: 'detached' })
    },
  },
  screen('boxes', 'Control+4', '.boxes-screen .grid-row'),
  {
    name: 'boxes, pairing panel without a list',
    isScreen: false,
    async show({ page }, t) {
      await page.getByRole('button', { name: t('boxes.pairing.title') }).click()
      await page.locator('.pairing-source').waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.pairing-panel').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'boxes, pairing panel with a list that does not fit',
    isScreen: false,
    async show({ desk, page }) {
      await page.keyboard.press('F8')
      await waitUntil(
        async () => (await getActiveCell(page))?.column === 'trackingId',
        'the cursor is on a gap',
      )
      await fillClipboard(desk, ['1Z999AA10123456784', '1Z999AA10123456784', '4.00015E+11'].join('\r\n'))
      await page.keyboard.press('Control+v')
      await page.locator('.pairing-mismatches').waitFor()
    },
    async leave(page) {
      await page.keyboard.press('Escape')
      await page.locator('.pairing-panel').waitFor({ state: 'detached' })
    },
  },
  opened('boxes, scan station', 'F4', '.scan-station'),
  {
    name: 'boxes, codes of the scan station',
    isScreen: false,
    async show({ page }, t) {
      await page.keyboard.press('F4')
      await page.getByRole('button', { name: t('scan.sheet') }).click()
      await page.locator('.control-sheet').waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.control-sheet').waitFor({ state: 'detached' })
      await escape(page)
      await page.locator('.scan-station').waitFor({ state: 'detached' })
    },
  },
  screen('loads', 'Control+5', '.loads-screen .grid-row'),
  {
    ...opened('loads, row menu', 'Shift+F10', '.ui-menu'),
    async show({ page }) {
      await focusLoads(page)
      await page.keyboard.press('Shift+F10')
      await page.locator('.ui-menu').waitFor()
    },
  },
  {
    ...opened('loads, change', 'Enter', '.ui-side-panel'),
    async show({ page }) {
      await focusLoads(page)
      await page.keyboard.press('Enter')
      await page.locator('.ui-side-panel').waitFor()
    },
  },
  {
    name: 'loads, vehicles to choose from',
    isScreen: false,
    async show({ page }) {
      await focusLoads(page)
      await page.keyboard.press('Enter')
      await page.locator('.ui-side-panel .ui-input').first().press('ArrowDown')
      await page.locator('.ui-list-popover .ui-option').first().waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.ui-list-popover').waitFor({ state: 'detached' })
      await escape(page)
      await page.locator('.ui-side-panel').waitFor({ state: 'detached' })
    },
  },
  screen('check and export', 'Control+6', '.export-totals'),
  screen('forecast', 'Shift+F9', '.forecast-chart svg'),
  {
    name: 'forecast, table',
    isScreen: false,
    async show({ page }, t) {
      await page.getByRole('radio', { name: t('forecast.shows.table') }).click()
      await page.locator('.forecast-table').waitFor()
    },
    async leave(page) {
      await page.locator('.forecast-trend .ui-chip').first().click()
      await page.locator('.forecast-chart svg').waitFor()
    },
  },
  {
    name: 'forecast, settings',
    isScreen: false,
    async show({ page }, t) {
      await page.getByRole('button', { name: t('forecast.settings.open'), exact: true }).click()
      await page.locator('.ui-side-panel').waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.ui-side-panel').waitFor({ state: 'detached' })
    },
  },
  {
    ...screen('modes', 'Shift+F6', '.mode-panel'),
    async show({ page }, t) {
      await page.keyboard.press('Shift+F6')
      await page.getByRole('radio', { name: t('modes.standing.unknown') }).click()
      await page.locator('.mode-panel h2').waitFor()
    },
  },
  ...dataParts.flatMap((part) =>
    partsWithForm.includes(part) ? [dataPart(part), dataForm(part)] : [dataPart(part)],
  ),
  {
    name: 'data, block menu',
    isScreen: false,
    async show(who, t) {
      await dataPart('blocks').show(who, t)
      await who.page.getByRole('button', { name: t('ledger.part.menu') }).click()
      await who.page.locator('.ui-menu').waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.ui-menu').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'data, numbers of a block',
    isScreen: false,
    async show(who, t) {
      await dataPart('blocks').show(who, t)
      await who.page.getByRole('button', { name: t('ledger.part.numbers') }).click()
      await who.page.getByRole('button', { name: t('ledger.list.back') }).waitFor()
    },
    leave: escape,
  },
  opened('keys', 'F1', '[role=dialog]'),
  {
    name: 'look menu',
    isScreen: false,
    async show({ page }, t) {
      await page.getByRole('button', { name: t('common.look.title'), exact: true }).click()
      await page.locator('.look-menu').waitFor()
    },
    async leave(page) {
      await escape(page)
      await page.locator('.look-menu').waitFor({ state: 'detached' })
    },
  },
  {
    name: 'message',
    isScreen: false,
    async show({ page }) {
      await page.keyboard.press('Control+3')
      await page.locator('.shipments-screen .grid-row').first().waitFor()
      await goToColumn(page, 'fbaId')
      await page.keyboard.press('Control+c')
      await page.locator('.ui-toast').waitFor()
    },
    leave: stay,
  },
]

/** Until nothing fades or slides any more, so that colours and places are what they stay. */
export const settle = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))

/** The page anew with another look. */
export async function showLook(page: Page, look: Partial<Look>): Promise<void> {
  await page.evaluate((kept) => localStorage.setItem('tailboard.look', kept), JSON.stringify(look))
  await page.reload()
  await page.locator('.app-main > *').first().waitFor()
}
