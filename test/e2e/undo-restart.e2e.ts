import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { dumpData } from '../support/test-store.ts'
import { type DeskUnderTest, look, makeUserData, openDesk, removeUserData } from './support/open-desk.ts'
import { getDatabaseFile, seedMorning } from './support/seed-morning.ts'
import { waitUntil } from './support/wait-until.ts'

const userData = makeUserData()
beforeAll(() => seedMorning(userData, 'imported'))
afterAll(() => removeUserData(userData))

/** Everything a dispatcher's data are, read when no desk has them open. */
function readData(): string {
  let opened = openStore(getDatabaseFile(userData))
  // The engine ends a moment after its window.
  for (const end = Date.now() + 10_000; !opened.ok && Date.now() < end;)
    opened = openStore(getDatabaseFile(userData))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const data = dumpData(opened.value)
  opened.value.close()
  return data
}

/** PRO numbers by FBA shipment ID. */
async function getPros({ page }: DeskUnderTest): Promise<Record<string, string | null>> {
  const { rows } = await look(page, 'shipment.page', { filter: {}, sort: null, offset: 0, limit: 2_000 })
  return Object.fromEntries(rows.map(({ fbaId, pro }) => [fbaId, pro]))
}

async function sitDown(): Promise<DeskUnderTest> {
  const opened = await openDesk({ userData })
  await opened.page.locator('.grid-row').first().waitFor()
  return opened
}

const getToast = ({ page }: DeskUnderTest) => page.locator('.ui-toast-text')
const getStatusLine = ({ page }: DeskUnderTest) => page.locator('.ui-status-line')

const assigned = '批量指派256票（承运人256，PRO 209）'

test('an assignment survives the death of the desk, and so do its undo and its redo', async () => {
  const before = readData()

  const first = await sitDown()
  await first.page.keyboard.press('F6')
  await waitUntil(
    () => first.page.locator('.ui-side-panel-footer [data-variant=primary]').isEnabled(),
    'there is something to assign',
  )
  await first.page.keyboard.press('Control+Enter')
  await getToast(first).filter({ hasText: '已指派256票：承运人256，PRO 209' }).waitFor()
  const pros = await getPros(first)
  expect(Object.values(pros).filter((pro) => pro !== null)).toHaveLength(209)
  await first.desk.kill()

  const second = await sitDown()
  expect(await getPros(second)).toEqual(pros)
  await getStatusLine(second)
    .filter({ hasText: `撤销：${assigned}` })
    .waitFor()
  await second.page.keyboard.press('Control+z')
  await getToast(second)
    .filter({ hasText: `已撤销：${assigned}` })
    .waitFor()
  expect(Object.values(await getPros(second)).filter((pro) => pro !== null)).toHaveLength(0)
  await second.desk.kill()
  expect(readData()).toBe(before)

  const third = await sitDown()
  await third.page.keyboard.press('Control+y')
  await getToast(third)
    .filter({ hasText: `已重做：${assigned}` })
    .waitFor()
  expect(await getPros(third)).toEqual(pros)
  await third.page
    .locator('.grid-row [data-column=pro]', { hasText: /^81\d{8}$/ })
    .first()
    .waitFor()
  await third.desk.close()
  for (const pro of Object.values(pros)) if (pro !== null) expect(readData()).toContain(pro)
  expect([first, second, third].flatMap(({ faults }) => faults)).toEqual([])
}, 180_000)
