import { writeFileSync } from 'node:fs'
import path from 'node:path'
import iconv from 'iconv-lite'
import { afterEach, expect, test } from 'vitest'
import { getTranslate } from '../../shared/locales/translate.ts'
import { createKeyboard } from './support/keyboard.ts'
import { answerFileDialog, type DeskUnderTest, makeUserData, openDesk } from './support/open-desk.ts'

let opened: DeskUnderTest | undefined
afterEach(() => opened?.close())

const head = 'FBA货件号,仓库代码,派送方式,箱数,备注\n'
const mixed = Buffer.concat([
  iconv.encode(`${head}FBA19T000001,ONT8,LTL,2,易碎\n`, 'gbk'),
  Buffer.from('FBA19T000002,LAX9,LTL,1,请轻放\n'),
])

test.each(['zh-CN', 'en'] as const)(
  'an encoding that cannot be told is chosen by keyboard (%s)',
  async (language) => {
    const userData = makeUserData()
    opened = await openDesk({ userData, language })
    const { desk, page } = opened
    const keys = createKeyboard(page)
    const t = getTranslate(language)
    const file = path.join(userData, '混合编码.csv')
    writeFileSync(file, mixed)
    await answerFileDialog(desk, [file])
    await keys.press('Control+O')

    await page.locator('.import-file[data-focused]').waitFor()
    await page.getByText(t('import.encoding.question', { file: '混合编码.csv' })).waitFor()
    await keys.press('Enter')
    await page.locator('#import-encoding button:focus').waitFor()
    await keys.press('ArrowDown')
    await page.getByRole('option', { name: 'GB18030' }).waitFor()
    await keys.type('GB')
    await keys.press('Enter')

    await page.getByRole('cell', { name: '易碎' }).waitFor()
    const notices = page.getByRole('list', { name: t('import.sheet.notices') })
    expect(await notices.innerText()).toContain('\uFFFD')
    await page.locator('#import-client input:focus').waitFor()
    expect(opened.faults).toEqual([])
  },
)
