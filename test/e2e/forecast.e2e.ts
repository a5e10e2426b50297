import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { getTranslate } from '../../shared/locales/translate.ts'
import { getActiveCell } from './support/grid-cells.ts'
import { createKeyboard } from './support/keyboard.ts'
import { type DeskUnderTest, look, makeUserData, openDesk } from './support/open-desk.ts'
import { seedForecast } from './support/seed-forecast.ts'
import { seedMorning } from './support/seed-morning.ts'
import { waitUntil } from './support/wait-until.ts'

const readClipboard = ({ desk }: DeskUnderTest): Promise<string> =>
  desk.evaluate(({ clipboard }) => clipboard.readText())

const saysToast = (page: Page, text: string): Promise<void> =>
  page.locator('.ui-toast').getByText(text, { exact: true }).waitFor()

describe.each(['zh-CN', 'en'] as const)('by keyboard alone (%s)', (language) => {
  const t = getTranslate(language)
  let opened: DeskUnderTest
  beforeAll(async () => {
    const userData = makeUserData()
    await seedMorning(userData, 'lively')
    seedForecast(userData)
    opened = await openDesk({ userData, language })
    return () => opened.close()
  })

  test('the forecast is read, as a chart and as a table, and the message copied', async () => {
    const { page } = opened
    const keys = createKeyboard(page)
    await keys.press('Shift+F9')
    await page.locator('.forecast-chart svg').waitFor()
    await waitUntil(async () => (await getActiveCell(page))?.column === 'client', 'the list has the focus')
    const { clients, on, settings } = await look(page, 'forecast.run', {})
    await keys.press('ArrowDown')
    const [, second] = clients
    const title = t('forecast.chart.title', { client: `${second!.client} ${second!.marketplace}` })
    await page.getByRole('heading', { name: title }).waitFor()
    const summary = await page.locator('.forecast-chart desc').textContent()
    expect(summary).toContain(on)
    expect(summary).toContain(`${second!.peak.defects}/${second!.peak.counted}`)

    await keys.press('Control+m')
    await saysToast(page, t('forecast.copied', { client: second!.client }))
    const text = await readClipboard(opened)
    expect(text).toContain(second!.client)
    for (const { fbaId } of second!.missing) expect(text).toContain(fbaId)
    expect(text).toContain(String(settings.windowDays))

    await keys.tabTo(page.getByRole('radio', { name: t('forecast.shows.chart') }))
    await keys.press('ArrowRight', 'Space')
    const table = page.getByRole('table', { name: title })
    await table.waitFor()
    const today = await table
      .getByRole('row')
      .filter({ hasText: t('forecast.chart.today') })
      .innerText()
    expect(today.split(/\s+/)).toEqual(
      expect.arrayContaining([on, String(second!.today.counted), String(second!.today.defects)]),
    )
  })

  test('an acceptable rate gives the ladder its dates, and none takes them away', async () => {
    const { page } = opened
    const keys = createKeyboard(page)
    await page.getByText(t('forecast.ladder.unset')).waitFor()
    await keys.tabTo(
      page.getByRole('button', { name: t('forecast.settings.open'), exact: true }),
      'Shift+Tab',
    )
    await keys.press('Enter')
    const rate = page.getByLabel(t('forecast.settings.acceptable'))
    await keys.tabTo(rate)
    await keys.type('x')
    await page.getByText(t('forecast.settings.badRate')).waitFor()
    await keys.press('Backspace')
    await keys.type('12.5')
    await keys.press('Enter')
    await page.locator('.ui-side-panel').waitFor({ state: 'detached' })
    const ladder = page.locator('.forecast-why')
    await ladder.getByText('12.50%').waitFor()
    await ladder.getByText(t('forecast.level.critical')).first().waitFor()
    expect((await look(page, 'policy.settings', {})).acceptableRate).toBe(0.125)
  })

  test('Enter shows the shipments behind a rate', async () => {
    const { page } = opened
    const keys = createKeyboard(page)
    await keys.press('Shift+F9')
    await waitUntil(async () => (await getActiveCell(page))?.column === 'client', 'the list has the focus')
    await keys.press('Enter')
    await page.locator('.shipments-screen .grid-row').first().waitFor()
    const { clients } = await look(page, 'forecast.run', {})
    await page.getByText(t('shipments.byId', { count: clients[1]!.missing.length })).waitFor()
  })

  test('a conflict of modes is told, its message copied, and the mode set and taken back', async () => {
    const { page } = opened
    const keys = createKeyboard(page)
    await keys.press('Shift+F6')
    await waitUntil(async () => (await getActiveCell(page))?.column === 'fbaId', 'the list has the focus')
    const list = async () => (await look(page, 'mode.list', { standings: ['open'] })).rows
    const before = await list()
    const first = before[0]!
    const panel = page.getByRole('complementary', { name: first.fbaId })
    await panel.waitFor()
    await keys.press('Control+m')
    const alike = before.filter(
      ({ client, verdict }) => client === first.client && verdict.kind === first.verdict.kind,
    )
    await saysToast(page, t('modes.copied', { client: first.client, count: alike.length }))
    const text = await readClipboard(opened)
    for (const { fbaId } of alike) expect(text).toContain(fbaId)

    expect(first.verdict.kind).toBe('freight-by-parcel')
    await keys.press('Control+Tab')
    await panel.locator('button:focus').waitFor()
    await keys.press('ArrowDown')
    await page.getByRole('option', { name: 'SPD' }).waitFor()
    await keys.type('SPD')
    await keys.press('Enter')
    await panel.getByRole('heading', { name: t('modes.kind.parcel-by-parcel.label') }).waitFor()
    expect(await list()).toHaveLength(before.length - 1)
    await keys.press('Control+z')
    await panel.getByRole('heading', { name: t('modes.kind.freight-by-parcel.label') }).waitFor()
    expect(await list()).toEqual(before)
  })

  test('a shipment on two trucks is marked with its reason', async () => {
    const { page } = opened
    const keys = createKeyboard(page)
    await keys.press('Shift+F6')
    await keys.tabTo(page.getByRole('radio', { name: t('modes.standing.agrees') }), 'Shift+Tab')
    await keys.press('Space')
    const agreeing = await look(page, 'mode.list', { standings: ['agrees'] })
    const first = agreeing.rows.find(({ verdict }) => verdict.offers.includes('two-trucks'))!
    await waitUntil(
      async () => (await page.locator('.modes-grid .grid-row').count()) > 0,
      'shipments that agree are listed',
    )
    await keys.press('Control+Tab')
    const place = agreeing.rows.indexOf(first)
    for (let row = 0; row < place; row += 1) await keys.press('ArrowDown')
    const offer = page.getByRole('button', { name: t('modes.offer.twoTrucks') })
    await offer.waitFor()
    await keys.tabTo(offer)
    await keys.press('Enter')
    await page.getByLabel(t('modes.reason.reason')).waitFor()
    await keys.type('26板')
    await keys.press('Enter')
    await saysToast(page, t('modes.saidTwoTrucks'))
    expect((await look(page, 'mode.list', { standings: ['flagged'] })).rows).toMatchObject([
      { verdict: { kind: 'two-trucks' }, marks: [{ reason: '26板' }] },
    ])
    await waitUntil(async () => (await getActiveCell(page)) !== null, 'the list has the focus again')

    const remove = page.getByRole('button', { name: t('modes.mark.two-trucks') })
    await keys.tabTo(remove)
    await keys.press('Enter')
    await saysToast(page, t('modes.saidRemoved'))
    expect((await look(page, 'mode.list', { standings: ['flagged'] })).rows).toEqual([])
    await waitUntil(async () => (await getActiveCell(page)) !== null, 'the list has the focus again')
  })

  test('nothing went wrong in the page', () => expect(opened.faults).toEqual([]))
})
