import type { Page } from 'playwright-core'
import type { Translate } from '../../../shared/locales/translate.ts'
import { type ActiveCell, getActiveCell, isOnProblem } from './grid-cells.ts'
import type { Keyboard } from './keyboard.ts'
import type { DeskUnderTest } from './open-desk.ts'
import { waitUntil } from './wait-until.ts'

/** A dispatcher at the desk, who has only a keyboard. */
export interface Dispatcher extends DeskUnderTest {
  keys: Keyboard
  t: Translate
}

const questionMark = /待确认|to confirm/

/** From the first start to the practice morning's files in the queue. */
export async function startPractice({ page, keys, t }: Dispatcher): Promise<void> {
  await keys.tabTo(page.getByRole('button', { name: t('common.first.practice') }))
  await keys.press('Enter')
  await page.locator('.import-file').nth(13).waitFor()
}

/** Answers what the files ask with what is proposed, stores them and goes on to what is missing. */
export async function importFiles({ page, keys, t }: Dispatcher): Promise<void> {
  const asking = page.locator('.import-file').filter({ hasText: questionMark })
  for (let left = await asking.count(); left > 0; left -= 1) {
    // The queue's cursor stands on the file; Enter goes to its question, Enter there accepts.
    await waitUntil(() => isOnFile(page), 'the cursor is on a file')
    await keys.press('Enter')
    await waitUntil(async () => !(await isOnFile(page)), 'the cursor is on a question')
    await keys.press('Enter')
    await waitUntil(async () => (await asking.count()) === left - 1, 'the file is answered')
  }
  await keys.press('Control+Enter')
  const onward = page.getByRole('button', { name: t('import.result.toShipments') })
  await onward.and(page.locator(':focus')).waitFor()
  await keys.press('Enter')
  await page.locator('.grid-row').first().waitFor()
}

const isOnFile = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement!.classList.contains('import-file'))

/** Carriers and PRO numbers for all that the filter finds. */
export async function assign({ page, keys }: Dispatcher): Promise<void> {
  await keys.press('F6')
  const apply = page.locator('.ui-side-panel-footer [data-variant=primary]')
  await waitUntil(() => apply.isEnabled(), 'there is something to assign')
  await keys.press('Control+Enter')
  await apply.waitFor({ state: 'detached' })
}

/** F8, and where it led to. */
export async function goToNextProblem({ page, keys }: Dispatcher): Promise<ActiveCell> {
  const before = JSON.stringify(await getActiveCell(page))
  await keys.press('F8')
  let cell: ActiveCell | null = null
  await waitUntil(async () => {
    cell = await getActiveCell(page)
    return isOnProblem(cell) && JSON.stringify(cell) !== before
  }, 'F8 has gone to the next problem')
  return cell!
}

/** Text typed over the active cell, which must be this one. */
export async function typeOver({ page, keys }: Dispatcher, column: string, text: string): Promise<void> {
  await waitUntil(async () => (await getActiveCell(page))?.column === column, `the cursor is on ${column}`)
  await keys.type(text)
  await keys.press('Enter')
}

/** F9 shows the plan, F9 writes it; the folder it was written to. */
export async function exportReady({ page, keys, t }: Dispatcher): Promise<string> {
  await keys.press('F9')
  const write = page.locator('.export-actions button')
  await waitUntil(() => write.isEnabled(), 'there is something to export')
  await keys.press('F9')
  const result = page.locator('.export-result')
  await result.getByRole('heading', { name: t('checkExport.result.title') }).waitFor()
  return result.locator('.export-path').first().innerText()
}
