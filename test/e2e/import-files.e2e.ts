import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../../shared/locales/catalogue.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { answerFileDialog, type DeskUnderTest, look, makeUserData, openDesk } from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

const language: Language = 'zh-CN'
const t = getTranslate(language)
const head = 'FBA货件号,FBA箱号,仓库代码,派送方式,快递单号,K3标识'
const damaged = 'FBA19T000001,FBA19T000001U000001,ONT8,SPD,4.00015E+11,SH-7'

let who: DeskUnderTest
let inbox: string

beforeAll(async () => {
  const userData = makeUserData()
  inbox = path.join(userData, 'inbox')
  mkdirSync(inbox)
  who = await openDesk({ userData, language, env: { HOME: userData, USERPROFILE: userData } })
})
afterAll(() => who.close())

test('a draft with problems goes back to its client by one key, and the message says where it is', async () => {
  const { desk, page } = who
  const file = path.join(who.userData, '宁波星野_1123.csv')
  writeFileSync(file, `${head}\r\n${damaged}\r\n`)
  await answerFileDialog(desk, [file])
  await page.keyboard.press('Control+o')
  await page.getByRole('button', { name: t('import.giveBack.button') }).waitFor()
  await page.keyboard.press('Control+b')
  await page.locator('.ui-toast').filter({ hasText: '宁波星野_1123 请补充.csv' }).waitFor()
  const { exportFolder } = await look(page, 'app.state', {})
  expect(readdirSync(exportFolder)).toEqual(['宁波星野_1123 请补充.csv'])
  const [heading, row] = readFileSync(path.join(exportFolder, '宁波星野_1123 请补充.csv'), 'utf8').split(
    '\r\n',
  )
  expect(heading).toBe(`${head},请补充`)
  expect(row).toMatch(new RegExp(`^${damaged.replace('+', '\\+')},E2：4\\.00015E\\+11 已失真`))
})

test('what was chosen for a column can be taught for all clients', async () => {
  const { page } = who
  const [draft] = (await look(page, 'import.drafts', {})).drafts
  const column = draft!.sheets[0]!.layout.columns.findIndex(({ heading }) => heading === 'K3标识')
  await page.locator('.import-chip').nth(column).focus()
  await page.keyboard.press('Alt+ArrowDown')
  await page
    .locator('.import-picker .ui-option')
    .filter({ hasText: t('problems.field.clientReference') })
    .click()
  const tick = page.getByText(t('import.teach.all', { n: '1' }))
  await tick.click()
  await waitUntil(
    async () => (await look(page, 'import.drafts', {})).drafts[0]!.teachesAll,
    'the draft teaches all clients',
  )
})

test('a watch folder is chosen in the settings; its new files are counted on the tab and stand in the queue', async () => {
  const { desk, page } = who
  await page.keyboard.press('Control+7')
  await page.getByRole('tab', { name: t('data.section.watch'), exact: true }).click()
  await answerFileDialog(desk, [inbox])
  await page.getByRole('button', { name: t('data.watch.choose') }).click()
  await page.locator('.data-facts dd').filter({ hasText: inbox }).waitFor()
  writeFileSync(
    path.join(inbox, '深圳拓海_1123.csv'),
    'FBA货件号,仓库代码,派送方式,箱数\r\nFBA19T000009,ONT8,LTL,2\r\n',
  )
  await page.locator('.top-bar-badge').filter({ hasText: '1' }).waitFor()
  await page.keyboard.press('Control+2')
  await page.locator('.import-file').filter({ hasText: '深圳拓海_1123.csv' }).waitFor()
  expect(await page.locator('.top-bar-badge').count()).toBe(0)
  expect((await look(page, 'import.list', {})).imports).toEqual([])
})

test('the page raised no error', () => {
  expect(who.faults).toEqual([])
})
