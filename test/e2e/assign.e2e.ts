import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AssignRow, ShipmentView } from '../../shared/contract/outputs.ts'
import type { Language } from '../../shared/locales/catalogue.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeConflict } from '../../shared/words/describe-problem.ts'
import { getActiveCell } from './support/grid-cells.ts'
import { countPointerEvents, createKeyboard } from './support/keyboard.ts'
import { callFromPage, look, makeUserData, openDesk, removeUserData } from './support/open-desk.ts'
import { seedMorning } from './support/seed-morning.ts'
import { waitUntil } from './support/wait-until.ts'
import type { Dispatcher } from './support/work-morning.ts'

const languages = ['zh-CN', 'en'] as const satisfies Language[]
const folders = new Map(languages.map((language) => [language, makeUserData()]))
beforeAll(async () => {
  for (const userData of folders.values()) await seedMorning(userData, 'imported')
}, 120_000)
afterAll(() => folders.forEach(removeUserData))

async function sitDown(language: Language): Promise<Dispatcher> {
  const opened = await openDesk({ userData: folders.get(language)!, language })
  await opened.page.locator('.grid-row').first().waitFor()
  return { ...opened, keys: createKeyboard(opened.page), t: getTranslate(language) }
}

async function readRows({ page }: Dispatcher): Promise<ShipmentView[]> {
  const everything = { filter: {}, sort: null, offset: 0, limit: 2_000 }
  return (await look(page, 'shipment.page', everything)).rows
}

const readPros = async (who: Dispatcher): Promise<string[]> =>
  (await readRows(who)).flatMap((row) => row.pro ?? [])

const getLtl = async (who: Dispatcher) =>
  (await readRows(who)).filter((row) => row.amazonMode === 'LTL' && row.programme === 'own' && !row.pro)

const partner = '合作车队'
const fleet = '自营车队'
const firstPro = '8100200008'
let operations = 0
const opId = () => `assign-e2e-${++operations}`

/** Another carrier on one shipment, and the block's first number on another, as somebody may have typed them. */
async function prepare(who: Dispatcher): Promise<{ kept: ShipmentView; user: ShipmentView }> {
  const { page } = who
  const carrier = { name: partner, kind: 'partner_fleet', scac: 'PTNR', amazonName: 'OTHER' }
  const strategy = { strategy: 'per_shipment', courier: null, isActive: true }
  await callFromPage(page, 'carrier.save', { opId: opId(), ...carrier, ...strategy })
  const [, , kept, user] = await getLtl(who)
  const edits = [
    { id: kept!.id, field: 'carrier', text: partner },
    { id: user!.id, field: 'pro', text: firstPro },
  ]
  await callFromPage(page, 'shipment.edit', { opId: opId(), edits, gesture: 'edit' })
  return { kept: kept!, user: user! }
}

const getSheet = ({ page }: Dispatcher): Locator => page.locator('.ui-side-panel')
const getApply = (who: Dispatcher): Locator =>
  who.page.locator('.ui-side-panel-footer [data-variant=primary]')

async function openSheet(who: Dispatcher): Promise<void> {
  await who.keys.press('F6')
  await waitUntil(() => getApply(who).isEnabled(), 'there is something to assign')
}

/** From the grid to a control of the sheet, by keys. */
async function goTo({ keys }: Dispatcher, control: Locator): Promise<void> {
  await keys.press('F6')
  await keys.tabTo(control)
}

const getCount = (who: Dispatcher, kind: AssignRow['conflicts'][number]['kind']): Locator =>
  getSheet(who).locator('.assign-count', { hasText: describeConflict(kind, who.t) })

const countRows = async ({ page }: Dispatcher): Promise<number> =>
  Number(await page.getByRole('grid').getAttribute('aria-rowcount')) - 1

const getProposal = ({ page }: Dispatcher, { fbaId }: ShipmentView, column: string): Locator =>
  page.locator('.grid-row', { hasText: fbaId }).locator(`[data-column=${column}]`)

test.each(languages)(
  'batch assign by keyboard alone: conflicts, choices, a row left out, a restart, undo (%s)',
  async (language) => {
    let who = await sitDown(language)
    const { kept, user } = await prepare(who)
    const typed = await readPros(who)
    const countPointers = await countPointerEvents(who.page)
    const { t } = who

    await openSheet(who)
    await getSheet(who).getByText(t('shipments.assign.title')).waitFor()
    // The count is a filter, and the kind's choice is one arrow key away.
    await goTo(who, getCount(who, 'carrier-kept'))
    await who.keys.press('Enter')
    const conflicts = Number(await getCount(who, 'carrier-kept').locator('strong').innerText())
    await waitUntil(async () => (await countRows(who)) === conflicts, 'only the conflicts are shown')
    await who.keys.tabTo(
      getSheet(who)
        .locator('.assign-conflicts')
        .getByRole('radio', { name: t('shipments.assign.option.keep') })
        .first(),
    )
    await who.keys.press('ArrowRight')
    const carrier = getProposal(who, kept, 'carrier')
    await carrier.locator('del', { hasText: partner }).waitFor()
    await carrier.locator('ins', { hasText: fleet }).waitFor()
    await carrier.locator('.assign-rule').waitFor()

    // All rows again; Space on one of them leaves it out.
    await who.keys.tabTo(getCount(who, 'carrier-kept'), 'Shift+Tab')
    await who.keys.press('Enter')
    await waitUntil(async () => (await countRows(who)) > conflicts, 'all rows are shown')
    await getCount(who, 'pro-used').waitFor()
    while ((await getActiveCell(who.page)) === null) await who.keys.press('Control+Tab')
    await who.keys.press('Control+Home', 'Space')
    const leftOut = t('shipments.assign.leftOut', { count: '1' })
    await getSheet(who).getByText(leftOut).waitFor()
    const leftOutId = (await getActiveCell(who.page))!.row['fbaId']!
    const pointers = await countPointers()

    // Esc, and then the death of the desk: the sheet comes back as it was left.
    await who.keys.press('Escape')
    await getSheet(who).waitFor({ state: 'detached' })
    await openSheet(who)
    await getSheet(who).getByText(leftOut).waitFor()
    await who.desk.kill()
    const { faults } = who
    who = await sitDown(language)
    const countAgain = await countPointerEvents(who.page)
    await openSheet(who)
    await getSheet(who).getByText(t('shipments.assign.resumed')).waitFor()
    await getSheet(who).getByText(leftOut).waitFor()
    await getProposal(who, kept, 'carrier').locator('ins', { hasText: fleet }).waitFor()

    const fills = await getSheet(who).locator('.assign-outcomes strong').first().innerText()
    await who.keys.press('Control+Enter')
    const toast = who.page.locator('.ui-toast-text')
    await toast.filter({ hasText: fills }).waitFor()
    const stored = await readRows(who)
    const getStored = (fbaId: string) => stored.find((row) => row.fbaId === fbaId)!
    expect(getStored(kept.fbaId).carrier).toBe(fleet)
    expect(getStored(leftOutId)).toMatchObject({ carrier: null, pro: null })
    expect(getStored(user.fbaId).pro).toBe(firstPro)
    const pros = await readPros(who)
    expect(new Set(pros).size).toBe(pros.length)

    // The next opening begins anew, and undo names the numbers that are void.
    await who.keys.press('Control+z')
    await toast.filter({ hasText: language === 'en' ? /numbers are void: 81/ : /作废\d+个号：81/ }).waitFor()
    expect(await readPros(who)).toEqual(typed)
    await openSheet(who)
    await getSheet(who).getByText(t('shipments.assign.spaceHint')).waitFor()
    expect(await getSheet(who).getByText(t('shipments.assign.resumed')).count()).toBe(0)

    expect(pointers + (await countAgain())).toBe(0)
    expect([...faults, ...who.faults]).toEqual([])
    await who.desk.close()
  },
  180_000,
)
