import { randomUUID } from 'node:crypto'
import { mkdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { getLedgerFile } from '../../db/ledger-place.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { must, nextOpId, openTestEngine } from '../support/engine-process.ts'
import { addCarriers, assignAll, importFile, writeFreightFile } from '../support/sample-files.ts'
import { type DeskUnderTest, look, makeUserData, openDesk, removeUserData } from './support/open-desk.ts'
import { getDatabaseFile } from './support/seed-morning.ts'
import { showLook } from './support/surfaces.ts'
import { waitUntil } from './support/wait-until.ts'

/** Four shipments of the own fleet with numbers of its block. */
async function seedFreight(userData: string): Promise<void> {
  const engine = openTestEngine(userData)
  await addCarriers(engine, 100)
  await importFile(engine, writeFreightFile(userData, 'a.csv', 4))
  await must(engine, 'assign.apply', { opId: nextOpId(), ...assignAll, filter: {} })
  engine.close()
}

describe.each(['zh-CN', 'en'] as const)('number blocks in %s, by keyboard', (language) => {
  const t = getTranslate(language)
  const userData = makeUserData()
  let opened: DeskUnderTest

  beforeAll(async () => {
    await seedFreight(userData)
    opened = await openDesk({ userData })
    await showLook(opened.page, { language, textSize: 100, theme: 'light' })
  })
  afterAll(() => opened.close())
  beforeEach(() => opened.page.keyboard.press('Control+7'))

  const getBlocks = async () => (await look(opened.page, 'block.list', {})).blocks
  const press = async (...keys: string[]) => {
    for (const key of keys) await opened.page.keyboard.press(key)
  }
  const showBlocks = async () => {
    await opened.page.getByRole('tab', { name: t('data.section.blocks'), exact: true }).click()
    await opened.page.locator('.data-grid .grid-row').first().waitFor()
  }
  /** The first entries, which move a block, are not to be had where there is only one. */
  const menu = ['close', 'release', 'lend', 'accept']
  const chooseFromMenu = async (entry: string) => {
    await opened.page.getByRole('button', { name: t('ledger.part.menu') }).focus()
    await press('Enter')
    await opened.page.locator('.ui-menu').waitFor()
    await press(...Array<string>(menu.indexOf(entry)).fill('ArrowDown'), 'Enter')
  }

  test('a block is closed and reopened from the menu, and undone as any change', async () => {
    await showBlocks()
    await chooseFromMenu('close')
    await waitUntil(async () => (await getBlocks())[0]!.isClosed, 'the block is closed')
    await opened.page.locator('.grid-row', { hasText: t('ledger.part.closed') }).waitFor()
    await press('Control+z')
    await waitUntil(async () => !(await getBlocks())[0]!.isClosed, 'the block is open again')
  })

  test('void numbers are listed with the batch that issued them and released after a look', async () => {
    await showBlocks()
    const [before] = await getBlocks()
    const { rows } = await look(opened.page, 'shipment.page', {
      filter: {},
      sort: null,
      offset: 0,
      limit: 10,
    })
    const { id, pro: number } = rows[0]!
    const edits = [{ id, field: 'pro' as const, text: '' }]
    await look(opened.page, 'shipment.edit', { opId: nextOpId(), edits, gesture: 'clear' })
    await opened.page.getByRole('button', { name: t('ledger.part.numbers') }).focus()
    await press('Enter')
    const row = opened.page.locator('.data-grid .grid-row', { hasText: number! })
    await row.waitFor()
    expect(await row.textContent()).toContain(t('ledger.state.void'))
    await press('Escape')
    await chooseFromMenu('release')
    await opened.page.getByRole('alertdialog', { name: t('ledger.part.releaseTitle', { n: '1' }) }).waitFor()
    await press('Enter')
    await waitUntil(async () => (await getBlocks())[0]!.released === 1, 'the number is released')
    expect((await getBlocks())[0]).toMatchObject({ left: before!.left + 1, nextNumber: number })
  })

  test('numbers are lent as a file, and the desk that wrote it says so', async () => {
    await showBlocks()
    const [before] = await getBlocks()
    await chooseFromMenu('lend')
    await opened.page.locator('.ui-side-panel').waitFor()
    await opened.page.keyboard.type('25')
    await press('Tab')
    await opened.page.keyboard.type('Ningbo')
    await press('Enter')
    const refused = t('ledger.leaseDesk.not-an-id', { desk: 'ningbo' })
    await opened.page.getByText(refused).waitFor()
    expect((await getBlocks())[0]!.next).toBe(before!.next)
    await opened.page.getByLabel(t('ledger.part.lendTo')).fill(randomUUID())
    await press('Enter')
    await waitUntil(async () => (await getBlocks())[0]!.next === before!.next + 25, 'the numbers are spent')
    await opened.page.locator('.ui-toast-text', { hasText: '.lease.json' }).waitFor()
    expect(opened.faults).toEqual([])
  })
})

describe('a desk whose numbers are locked', () => {
  const userData = makeUserData()
  const t = getTranslate('zh-CN')
  beforeAll(() => seedFreight(userData))
  afterAll(() => removeUserData(userData))

  const getLock = async ({ page }: DeskUnderTest) => (await look(page, 'app.state', {})).drawLock
  const answer = async ({ page }: DeskUnderTest, name: string) => {
    await page.getByRole('button', { name }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('alertdialog').waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.draw-lock').waitFor({ state: 'detached' })
  }

  test('says that the ledger is missing until somebody confirms', async () => {
    rmSync(getLedgerFile(getDatabaseFile(userData)))
    const opened = await openDesk({ userData })
    const banner = opened.page.locator('.draw-lock')
    await banner.waitFor()
    expect(await banner.textContent()).toContain(t('ledger.lock.ledger-missing'))
    expect(await getLock(opened)).toBe('ledger-missing')
    await answer(opened, t('ledger.banner.confirm'))
    expect(await getLock(opened)).toBeNull()
    await opened.desk.close()
  })

  test('says that its folder came from elsewhere until somebody says that it was moved', async () => {
    const moved = path.join(makeUserData(), 'moved')
    mkdirSync(path.dirname(moved), { recursive: true })
    await waitUntil(async () => {
      renameSync(userData, moved)
      return true
    }, 'the folder is moved')
    const opened = await openDesk({ userData: moved })
    await opened.page.locator('.draw-lock', { hasText: t('ledger.lock.other-install') }).waitFor()
    await answer(opened, t('ledger.banner.moved'))
    expect(await getLock(opened)).toBeNull()
    await opened.close()
    removeUserData(path.dirname(moved))
  })
})
