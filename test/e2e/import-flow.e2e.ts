import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { formatUps1z } from '../../main/practice-morning/sample-numbers.ts'
import type { Language } from '../../shared/locales/catalogue.ts'
import { getTranslate } from '../../shared/locales/translate.ts'
import { getFbaId } from '../support/sample-files.ts'
import { countPointerEvents, createKeyboard } from './support/keyboard.ts'
import { answerFileDialog, look, makeUserData, openDesk } from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'
import type { Dispatcher } from './support/work-morning.ts'

let dispatcher: Dispatcher | undefined
afterEach(() => dispatcher?.close())

const write = (folder: string, name: string, lines: readonly string[]): string => {
  const file = path.join(folder, name)
  writeFileSync(file, `${lines.join('\r\n')}\r\n`)
  return file
}

/** Two shipments a day; what 件数 counts is for the dispatcher to say. */
const writeDay = (folder: string, day: number, countHeading: string): string =>
  write(folder, `宁波星野_112${day}.csv`, [
    `FBA货件号,仓库代码,派送方式,${countHeading},参考号`,
    ...[0, 1].map((at) => `${getFbaId(day * 10 + at)},ONT8,LTL,${12 + at},4TB${day}Q${at}AA`),
  ])

const writeWorldShip = (folder: string): string =>
  write(
    folder,
    'UPS_CSV_EXPORT.csv',
    [1, 2, 3].map((at) =>
      Array.from({ length: 22 }, (_, column) => {
        if (column === 0) return '"N"'
        return column === 19 ? `"${formatUps1z(at)}"` : `"v${column}"`
      }).join(','),
    ),
  )

const focusedText = ({ page }: Dispatcher): Promise<string> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  )

async function openFiles(who: Dispatcher, files: string[]): Promise<void> {
  await answerFileDialog(who.desk, files)
  await who.keys.press('Control+o')
  await waitUntil(
    async () => (await who.page.locator('.import-file').count()) === files.length,
    'the files are read',
  )
}

const waitForWords = (who: Dispatcher, words: string): Promise<void> =>
  who.page.locator('.import-screen', { hasText: words }).waitFor()

test.each(['zh-CN', 'en'] as const)(
  'a new client, a heading that has drifted and two files that are none of a client, by keyboard, in %s',
  async (language: Language) => {
    const opened = await openDesk({ userData: makeUserData(), language })
    const who: Dispatcher = { ...opened, keys: createKeyboard(opened.page), t: getTranslate(language) }
    dispatcher = who
    const { page, keys, t, userData, faults } = who
    const countPointers = await countPointerEvents(page)
    await keys.press('Control+2')

    // Somebody new: whose file it is, and what 件数 counts.
    await openFiles(who, [writeDay(userData, 3, '件数')])
    await waitForWords(who, t('import.openQuestions', { n: 2 }))
    await waitUntil(async () => (await focusedText(who)).includes('宁波星野'), 'the cursor is on the file')
    await keys.press('Enter')
    await waitUntil(
      () => page.evaluate(() => document.activeElement?.closest('#import-client') !== null),
      'the client is asked',
    )
    await keys.press('Enter')
    await waitUntil(async () => (await focusedText(who)).includes('件数'), 'the column is asked')
    await keys.press('Enter')
    await waitUntil(
      async () => (await page.locator('.import-chip[data-verdict=confirm]').count()) === 0,
      'nothing is asked any more',
    )
    await keys.press('Control+Enter')
    await waitUntil(
      async () => (await look(page, 'app.state', {})).shipments === 2,
      'the first day is stored',
    )

    // The next day one heading is another, and two files are none of a client's.
    const damaged = write(userData, 'broken.xlsx', ['no workbook at all'])
    await openFiles(who, [writeDay(userData, 4, '总件数'), writeWorldShip(userData), damaged])
    const { drafts } = await look(page, 'import.drafts', {})
    expect(drafts.map(({ verdict, questions }) => [verdict, questions])).toContainEqual(['confirm', 1])
    const asked = page.locator('.import-file', { hasText: '宁波星野' })
    await waitUntil(
      async () => (await asked.innerText()).includes(t('import.openQuestions', { n: 1 })),
      'only the heading is asked',
    )
    await waitUntil(async () => (await focusedText(who)).includes('宁波星野'), 'the cursor is on the file')
    await keys.press('Enter')
    await waitUntil(async () => (await focusedText(who)).includes('总件数'), 'the drifted column is asked')
    await keys.press('Enter')
    await waitUntil(
      async () => (await page.locator('.import-chip[data-verdict=confirm]').count()) === 0,
      'it is answered',
    )
    await keys.press('Control+Enter')
    await waitUntil(
      async () => (await look(page, 'app.state', {})).shipments === 4,
      'the second day is stored',
    )

    // What was refused says what it is and what to do; nothing of it is stored.
    await openFiles(who, [writeWorldShip(userData), damaged])
    await waitForWords(who, t('import.verdict.refused'))
    await page.locator('.import-draft-problem').waitFor()
    await keys.tabTo(page.locator('.import-file').first())
    const shown = new Set<string>()
    for (let at = 0; at < 2; at += 1) {
      shown.add(await page.locator('.import-draft-problem').innerText())
      await keys.press('ArrowDown')
      await page.waitForTimeout(100)
    }
    expect([...shown].toSorted()).toEqual(
      [
        t('problems.known.worldship', { file: 'UPS_CSV_EXPORT.csv' }),
        t('problems.file.not-a-workbook', { file: 'broken.xlsx' }),
      ].toSorted(),
    )
    expect(await countPointers()).toBe(0)
    expect(faults).toEqual([])
  },
  120_000,
)
