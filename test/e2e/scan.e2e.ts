import type { CDPSession, Locator, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { formatUps1z, mistypeLastDigit } from '../../main/practice-morning/sample-numbers.ts'
import { controlCodes } from '../../shared/domain/scan/read-scan.ts'
import { openTestEngine } from '../support/engine-process.ts'
import { addCarriers, getBoxId, getFbaId, importFile, writeParcelFile } from '../support/sample-files.ts'
import { countPointerEvents, pressKeys } from './support/keyboard.ts'
import { countChanges, type DeskUnderTest, look, makeUserData, openDesk } from './support/open-desk.ts'
import { createScanner, type Scanner } from './support/scanner.ts'
import { waitUntil } from './support/wait-until.ts'

const shipments = 12
const boxesEach = 20
const withinMs = 10_000

let desk: DeskUnderTest
let page: Page
let method: CDPSession
let scanner: Scanner

beforeAll(async () => {
  const userData = makeUserData()
  const engine = openTestEngine(userData)
  await addCarriers(engine)
  await importFile(engine, writeParcelFile(userData, 'boxes.csv', shipments, boxesEach))
  engine.close()
  desk = await openDesk({ userData })
  page = desk.page
  method = await page.context().newCDPSession(page)
  scanner = createScanner(method, { isComposing: false, msPerKey: 8 })
  await pressKeys(page, 'F6')
  const apply = page.locator('.ui-side-panel-footer [data-variant=primary]')
  await waitUntil(() => apply.isEnabled(), 'there is something to assign')
  await pressKeys(page, 'Control+Enter')
  await apply.waitFor({ state: 'detached' })
  return () => desk.close()
})

const boxId = (shipment: number, box: number): string => getBoxId(getFbaId(shipment, 'FBA15P'), box)
const number = (shipment: number, box: number): string => formatUps1z(shipment * 1_000 + box * 7)

const station = () => page.locator('.scan-station')
const news = () => page.locator('.scan-news')
const alert = () => page.locator('.scan-station [role=alert]')

async function readStored(): Promise<Map<string, string>> {
  const { rows } = await look(page, 'box.page', { filter: {}, offset: 0, limit: 2_000 })
  return new Map(rows.flatMap((box) => (box.trackingId === null ? [] : [[box.boxId!, box.trackingId]])))
}

async function openStation(): Promise<void> {
  await pressKeys(page, 'Control+4')
  await page.locator('.boxes-screen .grid-row').first().waitFor()
  await pressKeys(page, 'F4')
  await station().waitFor()
}

async function leaveStation(): Promise<void> {
  await pressKeys(page, 'Escape')
  await station().waitFor({ state: 'detached' })
}

describe('the scan station', () => {
  beforeEach(openStation)

  test('takes box label and carrier label in either order, and says the count', async () => {
    await scanner.scan(boxId(1, 1))
    await waitUntil(
      async () => (await page.locator('.scan-id').innerText()) === boxId(1, 1),
      'the box is shown',
    )
    await scanner.scan(number(1, 1))
    await news().and(page.locator('[data-kind=stored]')).waitFor({ timeout: withinMs })
    await scanner.scan(number(1, 2), 'Tab')
    await scanner.scan(boxId(1, 2), 'Enter', 'Tab')
    await waitUntil(
      async () => (await page.locator('.scan-count').innerText()) === '2 / 20',
      'two are counted',
    )
    expect(await readStored()).toEqual(
      new Map([
        [boxId(1, 1), number(1, 1)],
        [boxId(1, 2), number(1, 2)],
      ]),
    )
    expect(await page.locator('.scan-recent li').count()).toBe(2)
    await leaveStation()
    await waitUntil(
      () => page.evaluate(() => document.activeElement?.closest('.boxes-grid') != null),
      'the focus is back in the grid',
    )
  })

  test('refuses a wrong one aloud, and goes on with the right one', async () => {
    await scanner.scan(boxId(1, 3))
    await scanner.scan(number(1, 1))
    await waitUntil(async () => (await alert().innerText()).includes(number(1, 1)), 'it is said at once')
    expect(await page.locator('.scan-id').innerText()).toBe(boxId(1, 3))
    await scanner.scan(number(1, 3))
    await news().and(page.locator('[data-kind=stored]')).waitFor({ timeout: withinMs })
    await leaveStation()
  })

  test('obeys the printed codes, and Ctrl+Z takes back one pair as they do', async () => {
    await scanner.scan(boxId(1, 4))
    await scanner.scan(number(1, 4))
    await news().and(page.locator('[data-kind=stored]')).waitFor({ timeout: withinMs })
    await scanner.scan(controlCodes.undo)
    await news().and(page.locator('[data-kind=undone]')).waitFor({ timeout: withinMs })
    await pressKeys(page, 'Control+z')
    await waitUntil(async () => (await readStored()).size === 2, 'two pairs are left')
    await scanner.scan(controlCodes.next)
    await scanner.scan(boxId(2, 1))
    await waitUntil(
      async () => (await page.locator('.scan-id').innerText()) === boxId(2, 1),
      'the next shipment',
    )
    await scanner.scan(controlCodes.undo)
    await news().and(page.locator('[data-kind=dropped]')).waitFor({ timeout: withinMs })
    await scanner.scan(controlCodes.done)
    await station().waitFor({ state: 'detached' })
  })

  test('is worked by hand too: Tab goes round it, and the codes to print are shown', async () => {
    const isInside = () => page.evaluate(() => document.activeElement?.closest('.scan-station') != null)
    for (let tabs = 0; tabs < 12; tabs += 1) {
      await pressKeys(page, 'Tab')
      expect(await isInside()).toBe(true)
    }
    await page.locator('.scan-tools button', { hasText: '控制码' }).focus()
    await pressKeys(page, 'Enter')
    await page.locator('.control-sheet svg').nth(2).waitFor()
    await pressKeys(page, 'Escape')
    await page.locator('.control-sheet').waitFor({ state: 'detached' })
    await leaveStation()
  })
})

describe('with a Chinese input method that composes', () => {
  const first = 3
  const last = 12

  /** Ten wrong labels, each read while a box waits for its own; the last is another box's. */
  const planted: readonly string[] = [
    number(1, 1),
    boxId(2, 1),
    mistypeLastDigit(formatUps1z(9_990)),
    '400014700213',
    getBoxId(getFbaId(99, 'FBA15P'), 1),
    'UNI12345QX98',
    boxId(1, 2),
    number(1, 2),
    'HELLOWORLDHELLO',
    boxId(last, 20),
  ]

  const places: readonly [name: string, find: () => Locator][] = [
    ['a button', () => page.locator('.scan-tools button').first()],
    ['a field', () => page.getByRole('search').getByRole('textbox')],
    ['the grid', () => page.locator('.boxes-grid textarea.grid-editor')],
  ]

  test('200 of 200 pairs are stored and 10 wrong scans refused, whatever has the focus', async () => {
    await openStation()
    const countPointer = await countPointerEvents(page)
    const composing = createScanner(method, { isComposing: true, msPerKey: 8 })
    const before = await countChanges(page)
    const wanted = await readStored()
    const alreadyStored = wanted.size
    const refused: string[] = []
    await composing.scan(controlCodes.next)
    for (let shipment = first; shipment <= last; shipment += 1) {
      const [, findPlace] = places[shipment % places.length]!
      await findPlace().focus()
      for (let box = 1; box <= boxesEach; box += 1) {
        const halves = [boxId(shipment, box), number(shipment, box)]
        await composing.scan(halves[0]!)
        const text = box === 10 ? planted[shipment - first]! : null
        if (text !== null) {
          const isHeld = async () => (await page.locator('.scan-id').innerText()) === halves[0]
          await waitUntil(isHeld, 'the box waits for its label', withinMs)
          const stored = await countChanges(page)
          await composing.scan(text)
          await news().and(page.locator('[data-bad]')).waitFor({ timeout: withinMs })
          refused.push((await alert().innerText()).trim())
          expect(await page.locator('.scan-id').innerText()).toBe(halves[0])
          expect(await countChanges(page)).toBe(stored)
        }
        await composing.scan(halves[1]!)
        wanted.set(halves[0]!, halves[1]!)
      }
    }
    const count = boxesEach * (last - first + 1)
    await waitUntil(
      async () => (await readStored()).size === alreadyStored + count,
      'all are stored',
      withinMs,
    )
    expect(count).toBe(200)
    expect(await readStored()).toEqual(wanted)
    expect(await countChanges(page)).toBe(before + count)
    expect(refused).toHaveLength(10)
    for (const [i, said] of refused.entries()) expect(said).toContain(i === 9 ? boxId(last, 10) : planted[i])
    expect(await countPointer()).toBe(0)
    expect(await page.locator('.scan-composing').innerText()).not.toBe('')
    for (const [, findPlace] of places.slice(1)) expect(await findPlace().inputValue()).toBe('')
    await leaveStation()
  }, 300_000)

  test('nothing went wrong in the page', () => expect(desk.faults).toEqual([]))
})
