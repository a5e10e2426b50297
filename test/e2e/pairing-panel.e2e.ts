import type { Locator, Page } from 'playwright-core'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { formatFedEx12, formatUps1z } from '../../main/practice-morning/sample-numbers.ts'
import { getTranslate, type Translate } from '../../shared/locales/translate.ts'
import { openTestEngine } from '../support/engine-process.ts'
import { addCarriers, getBoxId, getFbaId, importFile, writeParcelFile } from '../support/sample-files.ts'
import { goToColumn } from './support/grid-cells.ts'
import { countPointerEvents, createKeyboard, type Keyboard } from './support/keyboard.ts'
import {
  callFromPage,
  countChanges,
  type DeskUnderTest,
  fillClipboard,
  look,
  makeUserData,
  openDesk,
} from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

const withinMs = 10_000
const fbaId = getFbaId(1, 'FBA15P')
const otherId = getFbaId(2, 'FBA15P')
const ups = [101, 114, 127, 140, 153].map(formatUps1z)
const withBlank = (at: number): (string | null)[] => ups.map((each, i) => (i === at ? null : each))
const wrong = `${ups[2]!.slice(0, -1)}${(Number(ups[2]!.at(-1)) + 1) % 10}`

describe.each(['zh-CN', 'en'] as const)('the pairing panel by keyboard, in %s', (language) => {
  let opened: DeskUnderTest
  let page: Page
  let keys: Keyboard
  let t: Translate
  let countPointer: () => Promise<number>
  let changes: number

  beforeAll(async () => {
    const userData = makeUserData()
    const engine = openTestEngine(userData)
    await addCarriers(engine)
    await importFile(engine, writeParcelFile(userData, 'boxes.csv', 2, 5))
    engine.close()
    opened = await openDesk({ userData, language })
    page = opened.page
    t = getTranslate(language)
    keys = createKeyboard(page)
    countPointer = await countPointerEvents(page)
    await keys.press('F6')
    const apply = page.locator('.ui-side-panel-footer [data-variant=primary]')
    await waitUntil(() => apply.isEnabled(), 'there is something to assign')
    await keys.press('Control+Enter')
    await apply.waitFor({ state: 'detached' })
    const opId = crypto.randomUUID()
    const carrier = { name: 'FedEx', kind: 'parcel', scac: 'FDEG', amazonName: 'OTHER', strategy: 'per_box' }
    await callFromPage(page, 'carrier.save', { ...carrier, opId, courier: 'fedex', isActive: true })
    await callFromPage(page, 'pairing.apply', {
      opId: crypto.randomUUID(),
      text: `${getBoxId(otherId, 1)}\t${formatUps1z(900)}`,
    })
    await keys.press('Control+4')
    await page.locator('.boxes-screen .grid-row').first().waitFor()
    return () => opened.close()
  })

  const read = async (of = fbaId): Promise<(string | null)[]> => {
    const { rows } = await look(page, 'box.page', { filter: { search: of }, offset: 0, limit: 10 })
    return rows.map((box) => box.trackingId)
  }

  async function paste(lines: readonly string[]): Promise<void> {
    await goToColumn(page, 'trackingId')
    changes = await countChanges(page)
    await fillClipboard(opened.desk, lines.join('\r\n'))
    await keys.press('Control+v')
    await page.locator('.pairing-mismatches').waitFor({ timeout: withinMs })
    expect(await countChanges(page)).toBe(changes)
  }

  const panel = () => page.locator('.pairing-panel')
  const offer = (kind: string, name: string): Locator =>
    page.locator(`.pairing-mismatches li[data-kind="${kind}"]`).getByRole('button', { name, exact: true })

  async function take(kind: string, name: string): Promise<void> {
    await keys.tabTo(offer(kind, name), 'Shift+Tab')
    await keys.press('Enter')
  }

  /** Waits until so many may be written, and writes them. */
  async function write(count: number, of = 5): Promise<void> {
    const label = t('boxes.pairing.write', { write: String(count), of: String(of) })
    await panel().getByRole('button', { name: label }).waitFor({ timeout: withinMs })
    await keys.press('Control+Enter')
    await panel().waitFor({ state: 'detached' })
    expect(await countChanges(page)).toBe(changes + 1)
  }

  afterEach(async () => {
    if ((await panel().count()) > 0) await keys.press('Escape')
    await panel().waitFor({ state: 'detached' })
    if ((await countChanges(page)) === changes) return
    await keys.press('Control+z')
    await waitUntil(async () => (await read()).every((id) => id === null), 'it is taken back')
  })

  test('a missing number is a gap where Ins puts it, and only the rest is written', async () => {
    await paste(ups.toSpliced(1, 1))
    await keys.press('Control+Home', 'ArrowDown', 'Insert')
    await write(4)
    expect(await read()).toEqual(withBlank(1))
  })

  test('Alt with an arrow shifts the rest, and back', async () => {
    await paste(ups.slice(0, 4))
    await keys.press('Control+Home', 'Alt+ArrowDown', 'Alt+ArrowUp', 'Alt+ArrowDown')
    await write(4)
    expect(await read()).toEqual([null, ...ups.slice(0, 4)])
  })

  test('Del drops what is there twice', async () => {
    await paste(ups.toSpliced(2, 0, ups[1]!))
    await keys.press('Control+Home', 'ArrowDown', 'ArrowDown', 'Delete')
    await write(5)
    expect(await read()).toEqual(ups)
  })

  test('Esc writes nothing', async () => {
    await paste(ups.slice(0, 3))
    await keys.press('Escape')
    await panel().waitFor({ state: 'detached' })
    expect(await countChanges(page)).toBe(changes)
  })

  test('a wrong check digit stays with a reason, which is on file', async () => {
    await paste(ups.with(2, wrong))
    await take('check-digit', t('boxes.offer.keepBecause', { count: 1 }))
    await keys.type('label')
    await keys.press('Enter')
    await write(5)
    expect(await read()).toEqual(ups.with(2, wrong))
    const { rows } = await look(page, 'box.page', { filter: { search: wrong }, offset: 0, limit: 1 })
    expect([rows[0]!.check, rows[0]!.keptBecause]).toEqual(['kept', 'label'])
  })

  test('or is typed again from the label', async () => {
    await paste(ups.with(2, wrong))
    await take('check-digit', t('boxes.offer.retype'))
    await keys.press('Control+a')
    await keys.type(ups[2]!)
    await keys.press('Enter')
    await write(5)
    expect(await read()).toEqual(ups)
  })

  test('a number on another shipment is moved from there', async () => {
    await paste(ups.with(4, formatUps1z(900)))
    await take('used-elsewhere', t('boxes.offer.move', { count: 1 }))
    await write(5)
    expect([await read(), await read(otherId)]).toEqual([
      ups.with(4, formatUps1z(900)),
      [null, null, null, null, null],
    ])
  })

  test('or stays there, and its box here blank', async () => {
    await paste(ups.with(1, formatUps1z(900)))
    await take('used-elsewhere', t('boxes.offer.leave', { count: 1 }))
    await write(4)
    expect(await read()).toEqual(withBlank(1))
  })

  test('numbers of another carrier change the shipment’s carrier', async () => {
    const fedex = [101, 114, 127, 140, 153].map(formatFedEx12)
    await paste(fedex)
    await take('other-courier', t('boxes.offer.carrier', { name: 'FedEx' }))
    await write(5)
    const { rows } = await look(page, 'box.page', { filter: { search: fbaId }, offset: 0, limit: 10 })
    expect(rows.map((box) => [box.trackingId, box.carrier])).toEqual(fedex.map((each) => [each, 'FedEx']))
  })

  test('a list that runs backwards is turned round', async () => {
    await paste(ups.toReversed())
    await take('order-reversed', t('boxes.offer.reverse'))
    await write(5)
    expect(await read()).toEqual(ups)
  })

  test('a lone master number asks for the piece list and is spread over nothing', async () => {
    await paste([ups[0]!, ups[0]!])
    await take('master-number', t('boxes.offer.askPieces'))
    const said = page.locator('.ui-toast', { hasText: t('boxes.offered.askPieces') })
    await said.waitFor({ timeout: withinMs })
    expect(await countChanges(page)).toBe(changes)
  })

  describe('in a list with box IDs, of two boxes with one number', () => {
    const twice = ups.with(4, ups[3]!).map((number, at) => `${getBoxId(fbaId, at + 1)}\t${number}`)

    test('the later is left without by the button', async () => {
      await paste(twice)
      await take('number-twice', t('boxes.offer.drop', { count: 1 }))
      await write(4)
      expect(await read()).toEqual(withBlank(4))
    })

    test('or the one where Del is pressed', async () => {
      await paste(twice)
      await keys.press('Control+Home', 'Delete')
      await write(4)
      expect(await read()).toEqual([...ups.slice(0, 3), null, ups[3]])
    })

    test('or one gets its own number, typed after F2', async () => {
      await paste(twice)
      await keys.press('ArrowDown', 'F2', 'Control+a')
      await keys.type(ups[4]!)
      await keys.press('Enter')
      await write(5)
      expect(await read()).toEqual(ups)
    })
  })

  test('no pointer was needed, and nothing went wrong in the page', async () => {
    expect(await countPointer()).toBe(0)
    expect(opened.faults).toEqual([])
  })
})
