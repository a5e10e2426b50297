import { afterAll, beforeAll, expect, test } from 'vitest'
import type { LoadView, ShipmentView } from '../../shared/contract/outputs.ts'
import type { Language } from '../../shared/locales/catalogue.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { describeConflict } from '../../shared/words/describe-problem.ts'
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

/** The first of the sample company's fleet. */
const plate = 'CA 8K21457'
const driver = '陈师傅'
let operations = 0
const opId = () => `loads-e2e-${++operations}`

async function sitDown(language: Language): Promise<Dispatcher> {
  const opened = await openDesk({ userData: folders.get(language)!, language })
  await opened.page.locator('.grid-row').first().waitFor()
  return { ...opened, keys: createKeyboard(opened.page), t: getTranslate(language) }
}

const readLoads = async ({ page }: Dispatcher): Promise<LoadView[]> =>
  (await look(page, 'load.list', {})).loads

/** Three shipments of 12 pallets each to one FC that nothing else goes to. */
async function prepare({ page }: Dispatcher): Promise<ShipmentView[]> {
  const all = { filter: { modes: ['LTL' as const] }, sort: null, offset: 0, limit: 3 }
  const { rows } = await look(page, 'shipment.page', all)
  const texts = { fc: 'TEB9', isa: '', etaOn: '', appointmentAt: '', palletCount: '12', carrier: '' } as const
  const edits = rows.flatMap(({ id }) =>
    Object.entries(texts).map(([field, text]) => ({ id, field: field as keyof typeof texts, text })),
  )
  await callFromPage(page, 'shipment.edit', { opId: opId(), edits, gesture: 'edit' })
  return rows
}

test.each(languages)(
  'loads by keyboard alone: proposed, manned, over the caps with a reason, stored, undone (%s)',
  async (language) => {
    const who = await sitDown(language)
    const { page, keys, t, faults } = who
    const rows = await prepare(who)
    const countPointers = await countPointerEvents(page)
    const sheet = page.locator('.ui-side-panel')
    const lines = sheet.locator('.assign-loads .disclosure')
    const apply = page.locator('.ui-side-panel-footer [data-variant=primary]')

    await keys.press('Control+k')
    await keys.type(rows.map((row) => row.fbaId).join(','))
    await keys.press('Enter')
    await waitUntil(async () => (await page.locator('.grid-row').count()) === 3, 'three shipments are listed')
    await keys.press('F6')
    await waitUntil(async () => (await lines.count()) === 2, 'two loads are proposed')
    await lines.first().getByText('24/28', { exact: false }).waitFor()

    // Who drives, and when: on the load's own line.
    await keys.press('F6')
    await keys.tabTo(lines.first().locator('summary'))
    await keys.press('Enter')
    const fields = lines.first().locator('.assign-load-fields')
    for (const name of [t('shipments.assign.load.vehicle'), t('shipments.assign.load.driver')]) {
      await keys.tabTo(fields.getByRole('button', { name }))
      await keys.press('Enter')
      await page.getByRole('option').nth(1).waitFor()
      await keys.press('ArrowDown', 'Enter')
    }
    await keys.tabTo(fields.getByRole('textbox', { name: 'ISA' }))
    await keys.type('5012345685')
    await keys.tabTo(fields.getByRole('textbox', { name: t('shipments.assign.load.appointment') }))
    await keys.type('2026-12-01 10:00')
    await lines
      .first()
      .getByText(`ISA 5012345685 · 2026-12-01 10:00 · ${plate} · ${driver}`, { exact: false })
      .waitFor()

    // All on one truck: that wants a reason before anything can be stored.
    const over = sheet.locator('.assign-conflicts li', { hasText: describeConflict('load-over', t) })
    await keys.tabTo(over.getByRole('radio', { name: t('shipments.assign.option.new-load') }), 'Shift+Tab')
    await keys.press('ArrowRight', 'ArrowRight')
    await waitUntil(async () => (await lines.count()) === 1, 'all are on one load')
    await lines.first().getByText('36/28', { exact: false }).waitFor()
    expect(await apply.isEnabled()).toBe(false)
    const small = sheet.locator('.assign-conflicts li', { hasText: describeConflict('vehicle-too-small', t) })
    await keys.tabTo(small.getByRole('radio', { name: t('shipments.assign.option.leave-blank') }))
    await keys.press('ArrowRight')
    await keys.tabTo(sheet.getByRole('textbox', { name: t('shipments.assign.load.reason') }))
    await keys.type('low pallets')
    await waitUntil(() => apply.isEnabled(), 'it can be applied')
    await keys.press('Control+Enter')
    await page
      .locator('.ui-toast-text', {
        hasText: t('shipments.assign.storedLoads', { carriers: 3, pros: 3, loads: 1 }),
      })
      .waitFor()

    expect(await readLoads(who)).toMatchObject([
      {
        fc: 'TEB9',
        day: '2026-12-01',
        isa: '5012345685',
        vehicle: plate,
        driver,
        reason: 'low pallets',
        fbaIds: rows.map((row) => row.fbaId),
      },
    ])
    await keys.press('Control+z')
    await waitUntil(async () => (await readLoads(who)).length === 0, 'undo takes the load back')
    expect(await countPointers()).toBe(0)
    expect(faults).toEqual([])
    await who.desk.close()
  },
  180_000,
)
