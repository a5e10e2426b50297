import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Language } from '../../shared/locales/catalogue.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { must, nextOpId, openTestEngine } from '../support/engine-process.ts'
import { addCarriers, assignAll, importFile, writeFreightFile } from '../support/sample-files.ts'
import { getActiveCell, getCell, goToColumn } from './support/grid-cells.ts'
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

const isa = '12345678901'

/** Three shipments with carrier and PRO, a fourth without; the first has an appointment. */
async function seed(): Promise<string> {
  const userData = makeUserData()
  const engine = openTestEngine(userData)
  await addCarriers(engine)
  await importFile(engine, writeFreightFile(userData, 'a.csv', 4))
  await must(engine, 'assign.apply', { ...assignAll, opId: nextOpId(), filter: { ids: [1, 2, 3] } })
  const edits = [{ id: 1, field: 'isa' as const, text: isa }]
  await must(engine, 'shipment.edit', { opId: nextOpId(), edits, gesture: 'edit' })
  engine.close()
  return userData
}

describe.each<Language>(['zh-CN', 'en'])('in %s, by keyboard', (language) => {
  const t = getTranslate(language)
  let desk: DeskUnderTest

  beforeAll(async () => {
    desk = await openDesk({ userData: await seed(), language })
    await desk.page.locator('.grid-row').nth(3).waitFor()
  })
  afterAll(() => desk.close())

  const getPro = (row: number) => getCell(desk.page, row, 'pro').innerText()
  const dialog = () => desk.page.getByRole('alertdialog')
  const typePro = async (row: number, text: string) => {
    await goToColumn(desk.page, 'pro')
    for (let at = 0; at < row; at += 1) await pressKeys(desk.page, 'ArrowDown')
    await waitUntil(
      async () => (await getActiveCell(desk.page))?.rowIndex === row,
      'the cursor is in the row',
    )
    await desk.page.keyboard.type(text)
    await pressKeys(desk.page, 'Enter')
  }

  test('a PRO that is an appointment is named; Esc keeps what was there, a reason and Enter store it', async () => {
    const { page } = desk
    const before = await getPro(1)
    const changes = await countChanges(page)
    await typePro(1, isa)
    await dialog().waitFor()
    expect(await dialog().innerText()).toContain(
      t('rules.standIn.isa', { value: isa, owner: 'FBA19T000001' }),
    )
    // Without a reason Enter does nothing.
    await pressKeys(page, 'Enter', 'Escape')
    await dialog().waitFor({ state: 'detached' })
    await waitUntil(async () => (await getPro(1)) === before, 'the old number stands')
    expect(await countChanges(page)).toBe(changes)
    await waitUntil(async () => (await getActiveCell(page)) !== null, 'the grid has the focus again')

    await typePro(1, isa)
    await dialog().waitFor()
    await page.keyboard.type('dock wants it')
    await pressKeys(page, 'Enter')
    await dialog().waitFor({ state: 'detached' })
    await waitUntil(async () => (await getPro(1)) === isa, 'the number is stored')
    expect(await look(page, 'override.list', {})).toMatchObject({
      overrides: [{ rule: 'pro-is-isa', value: isa, reason: 'dock wants it', isInForce: true }],
    })
    await pressKeys(page, 'Control+z')
    await waitUntil(async () => (await getPro(1)) === before, 'the undo takes both away')
    expect(await look(page, 'override.list', {})).toEqual({ overrides: [] })
  })

  test('a pasted column asks once for all', async () => {
    const { page } = desk
    await goToColumn(page, 'pro')
    await fillClipboard(desk.desk, ['FBA19T000001', 'FBA19T000002', 'TB-8100'].join('\r\n'))
    await pressKeys(page, 'Control+v')
    await dialog().waitFor()
    expect(await dialog().innerText()).toContain(t('rules.standIn.more', { count: 2 }))
    await page.keyboard.type('as the client wrote')
    await pressKeys(page, 'Enter')
    await waitUntil(async () => (await getPro(2)) === 'TB-8100', 'the column is stored')
    const { overrides } = await look(page, 'override.list', {})
    const standIn = 'pro-is-shipment-id'
    expect(overrides.map(({ rule }) => rule)).toEqual([standIn, standIn, 'pro-outside-blocks'])
  })

  test('what holds a shipment is let through from the check, and shown as that', async () => {
    const { page } = desk
    await pressKeys(page, 'Control+6')
    const lines = page.locator('.check-reason-line')
    const missing = lines.filter({ hasText: t('rules.reason.carrier-missing.label') })
    await missing.waitFor()
    expect(await missing.innerText()).toContain(t('rules.level.block'))
    expect(await missing.innerText()).toContain('GVZWBSSV464ZRWNJ')
    await missing.getByRole('button', { name: t('rules.ask.letThroughTitle'), exact: true }).focus()
    await pressKeys(page, 'Enter')
    await dialog().waitFor()
    await page.keyboard.type('client collects')
    await pressKeys(page, 'Enter')
    await waitUntil(
      async () => (await missing.innerText()).includes(t('rules.level.letThrough')),
      'it is let through',
    )
  })

  test('the level of a rule is changed in the list of rules', async () => {
    const { page } = desk
    await pressKeys(page, 'Control+7')
    await page.getByRole('tab', { name: t('data.section.policy'), exact: true }).click()
    const row = page.locator('.grid-row', { hasText: t('rules.reason.pro-on-parcel.label') })
    await row.locator('[data-column=words]').dblclick()
    await page.locator('.ui-side-panel').waitFor()
    await page.getByRole('radio', { name: t('rules.level.warn'), exact: true }).press('Space')
    await page.getByRole('textbox', { name: t('rules.ask.reason') }).focus()
    await page.keyboard.type('pilot')
    await pressKeys(page, 'Enter')
    await page.locator('.ui-side-panel').waitFor({ state: 'detached' })
    await waitUntil(
      async () => (await row.locator('[data-column=level]').innerText()).includes(t('rules.list.isChanged')),
      'the list says that it is changed',
    )
    const { rules } = await look(page, 'policy.rules', {})
    expect(rules.find(({ id }) => id === 'pro-on-parcel')?.change).toMatchObject({ reason: 'pilot' })
    expect(desk.faults).toEqual([])
  })
})
