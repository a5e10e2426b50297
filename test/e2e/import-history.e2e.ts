import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { getTranslate } from '../../shared/locales/translate.ts'
import { addCarriersFromPage } from './support/add-carriers.ts'
import { countPointerEvents, createKeyboard } from './support/keyboard.ts'
import { answerFileDialog, look, makeUserData, openDesk } from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'
import type { Dispatcher } from './support/work-morning.ts'

let dispatcher: Dispatcher | undefined
afterEach(() => dispatcher?.close())

const writeOldSheet = (folder: string): string => {
  const file = path.join(folder, '宁波星野 旧表.csv')
  const lines = [
    'FBA货件号,仓库代码,派送方式,箱数,PRO号',
    'FBA19T000001,ONT8,LTL,12,8100200008',
    'FBA19T000002,LAX9,LTL,8,8100200024',
    'FBA19T000003,ONT8,LTL,3,',
  ]
  writeFileSync(file, `${lines.join('\r\n')}\r\n`)
  return file
}

test.each(['zh-CN', 'en'] as const)(
  'an old sheet is ticked as closed, teaches its numbers and is undone, by keyboard, in %s',
  async (language) => {
    const opened = await openDesk({ userData: makeUserData(), language })
    const who: Dispatcher = { ...opened, keys: createKeyboard(opened.page), t: getTranslate(language) }
    dispatcher = who
    const { desk, page, keys, t, userData, faults } = who
    await addCarriersFromPage(page)
    const countPointers = await countPointerEvents(page)
    await keys.press('Control+2')
    await answerFileDialog(desk, [writeOldSheet(userData)])
    await keys.press('Control+o')
    await page.locator('.import-file').waitFor()

    const tick = page.getByRole('checkbox', { name: t('import.history.tick') })
    await keys.tabTo(tick)
    await keys.press('Space')
    const outcome = page.locator('.import-outcome')
    await outcome.getByText('8100200032').waitFor()
    expect(await tick.isChecked()).toBe(true)
    expect(await page.locator('.import-draft').innerText()).toContain(t('import.history.hint'))

    await keys.tabTo(page.locator('.import-file').first())
    await keys.press('Enter')
    await waitUntil(
      () => page.evaluate(() => document.activeElement?.closest('#import-client') !== null),
      'the client is asked',
    )
    await keys.press('Enter')
    await waitUntil(
      async () =>
        !(await page.locator('.import-file').innerText()).includes(t('import.openQuestions', { n: 1 })),
      'nothing is asked any more',
    )
    await keys.press('Control+Enter')
    await waitUntil(async () => (await look(page, 'app.state', {})).shipments === 3, 'the sheet is stored')
    const { rows } = await look(page, 'shipment.page', { filter: {}, sort: null, offset: 0, limit: 10 })
    expect(rows.map(({ status, reasons }) => [status, reasons])).toEqual([
      ['exempt', []],
      ['exempt', []],
      ['exempt', []],
    ])
    const getNext = async () => (await look(page, 'block.list', {})).blocks[0]!.nextNumber
    expect(await getNext()).toBe('8100200032')

    const result = page.getByRole('region', { name: t('import.result.learnt') })
    expect(await result.innerText()).toContain('8100200032')
    expect(await result.getByText(t('import.result.toShipments')).count()).toBe(0)
    await keys.press('Enter')
    await page.getByRole('tab', { name: t('data.section.blocks'), selected: true }).waitFor()

    await keys.press('Control+z')
    await page.getByText(t('import.history.stayUsed')).first().waitFor()
    expect((await look(page, 'app.state', {})).shipments).toBe(0)
    expect(await getNext()).toBe('8100200032')
    expect(await countPointers()).toBe(0)
    expect(faults).toEqual([])
  },
  120_000,
)
