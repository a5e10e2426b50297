import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStore } from '../../db/open.ts'
import { openTestEngine } from '../support/engine-process.ts'
import { addCarriers, importFile, writeParcelFile } from '../support/sample-files.ts'
import { getColumn, goToColumn } from './support/grid-cells.ts'
import { pressKeys } from './support/keyboard.ts'
import {
  countChanges,
  type DeskUnderTest,
  fillClipboard,
  makeUserData,
  openDesk,
  removeUserData,
} from './support/open-desk.ts'
import { getDatabaseFile } from './support/seed-morning.ts'
import { waitUntil } from './support/wait-until.ts'

/** 12, 18 and 22 characters by turns, none alike, most with zeros in front. */
const ids = Array.from({ length: 500 }, (_, at) => {
  const tail = String(at).padStart(4, '0')
  return [`00012345${tail}`, `1Z00012345678${tail}A`, `000012345678901234${tail}`][at % 3]!
})
const userData = makeUserData()

beforeAll(async () => {
  const engine = openTestEngine(userData)
  await addCarriers(engine)
  await importFile(engine, writeParcelFile(userData, 'boxes.csv', 25, 20))
  engine.close()
})
afterAll(() => removeUserData(userData))

let desk: DeskUnderTest
let page: Page

test('500 pasted tracking IDs go into the boxes at once, without a question and as one step to undo', async () => {
  expect([...new Set(ids.map((id) => id.length))]).toEqual([12, 18, 22])
  desk = await openDesk({ userData })
  page = desk.page
  await pressKeys(page, 'Control+4')
  await page.locator('.boxes-screen .grid-row').first().waitFor()
  await goToColumn(page, 'trackingId')
  const changes = await countChanges(page)
  await fillClipboard(desk.desk, ids.join('\r\n'))
  await pressKeys(page, 'Control+v')
  await waitUntil(
    async () => (await getColumn(page, 'trackingId'))[0] === ids[0],
    'the first number is shown',
  )
  await page.locator('.ui-chip', { hasText: /缺跟踪号0$/ }).waitFor()
  expect(await page.locator('[role=dialog], .pairing-panel').count()).toBe(0)
  expect(await countChanges(page)).toBe(changes + 1)
})

test('copied they come out as they are, marked as text for a spreadsheet, also those out of sight', async () => {
  await pressKeys(page, 'Alt+q', 'Control+c')
  await page.locator('.ui-toast', { hasText: '已复制500行' }).waitFor()
  const copied = await readClipboard(desk.desk)
  // A spreadsheet ends its last line too.
  expect(copied['text/plain']!.replace(/\r\n$/, '').split('\r\n')).toEqual(ids)
  const cells = [...copied['text/html']!.matchAll(/<td style='mso-number-format:"\\@"[^>]*>([^<]*)<\/td>/g)]
  expect(cells.map(([, text]) => text)).toEqual(ids)
})

test('in the database they are the strings that were pasted', async () => {
  await desk.desk.close()
  expect(readTrackingIds()).toEqual(ids)
  expect(desk.faults).toEqual([])
})

const readClipboard = (running: DeskUnderTest['desk']): Promise<Record<string, string>> =>
  running.evaluate(async ({ clipboard }) => {
    const [item] = await clipboard.read()
    const flavours = item!.types.map(async (type) => {
      const flavour = (await item!.getType(type)) as Blob
      return [type, await flavour.text()]
    })
    return Object.fromEntries(await Promise.all(flavours)) as Record<string, string>
  })

function readTrackingIds(): string[] {
  let opened = openStore(getDatabaseFile(userData))
  // The engine ends a moment after its window.
  for (const end = Date.now() + 10_000; !opened.ok && Date.now() < end;)
    opened = openStore(getDatabaseFile(userData))
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem))
  const { sqlite } = opened.value
  const read = sqlite.prepare('SELECT tracking_id FROM boxes ORDER BY shipment_id, position').pluck().all()
  opened.value.close()
  return read as string[]
}
