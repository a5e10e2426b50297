import type { CDPSession, Page } from 'playwright-core'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openTestEngine } from '../support/engine-process.ts'
import { importFile, writeFreightFile } from '../support/sample-files.ts'
import { getActiveCell, getCell, goToColumn } from './support/grid-cells.ts'
import { countChanges, type DeskUnderTest, look, makeUserData, openDesk } from './support/open-desk.ts'
import { waitUntil } from './support/wait-until.ts'

let desk: DeskUnderTest
let page: Page
let method: CDPSession

beforeAll(async () => {
  const userData = makeUserData()
  const engine = openTestEngine(userData)
  await importFile(engine, writeFreightFile(userData, 'freight.csv', 5))
  engine.close()
  desk = await openDesk({ userData })
  page = desk.page
  method = await page.context().newCDPSession(page)
  await page.locator('.grid-row').nth(4).waitFor()
  return () => desk.close()
})

/** What an input method sends: each key as a composition of its own length, and key events that say "processed". */
async function compose(pinyin: string): Promise<void> {
  for (let typed = 1; typed <= pinyin.length; typed += 1) {
    await pressProcessed(`Key${pinyin[typed - 1]!.toUpperCase()}`)
    const text = pinyin.slice(0, typed)
    await method.send('Input.imeSetComposition', { text, selectionStart: typed, selectionEnd: typed })
  }
}

/** A key that goes to the input method first: the page sees its place on the keyboard and the code 229. */
async function pressProcessed(code: string, modifiers = 0): Promise<void> {
  const key = { key: 'Process', code, windowsVirtualKeyCode: 229, modifiers }
  await method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
  await method.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

const choose = (text: string) => method.send('Input.insertText', { text })
const getNote = async (row: number): Promise<string | null> =>
  (await look(page, 'shipment.page', { filter: {}, sort: null, offset: row, limit: 1 })).rows[0]!.note

describe('a Chinese input method on a cell of the grid', () => {
  beforeEach(() => goToColumn(page, 'note'))

  test('keeps the first key, and the characters chosen are the value', async () => {
    const field = page.locator('textarea.grid-editor')
    await compose('x')
    expect(await field.inputValue()).toBe('x')
    await compose('xingye')
    expect(await field.inputValue()).toBe('xingye')
    await choose('星野')
    expect(await field.inputValue()).toBe('星野')
    await page.keyboard.press('Enter')
    await waitUntil(async () => (await getCell(page, 0, 'note').innerText()) === '星野', 'the note is 星野')
    expect(await getNote(0)).toBe('星野')
  })

  test('may take Enter for itself: nothing is stored before the characters are chosen', async () => {
    await page.keyboard.press('ArrowDown')
    const changes = await countChanges(page)
    await compose('xingye')
    for (let times = 0; times < 3; times += 1) await pressProcessed('Enter')
    await pressProcessed('Space')
    expect(await page.locator('textarea.grid-editor').inputValue()).toBe('xingye')
    expect(await countChanges(page)).toBe(changes)
    expect(await getNote(1)).toBeNull()
    await choose('星野')
    await page.keyboard.press('Enter')
    await waitUntil(async () => (await getCell(page, 1, 'note').innerText()) === '星野', 'the note is 星野')
    expect(await countChanges(page)).toBe(changes + 1)
    expect(await getNote(1)).toBe('星野')
  })

  test('that is given up leaves the cell as it was', async () => {
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const changes = await countChanges(page)
    await compose('xing')
    await method.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
    await page.keyboard.press('ArrowDown')
    await waitUntil(async () => (await getActiveCell(page))?.rowIndex === 3, 'the cursor has moved on')
    expect(await countChanges(page)).toBe(changes)
    expect(await getNote(2)).toBeNull()
  })
})

describe('while an input method is on', () => {
  const ctrl = 2

  beforeEach(async () => {
    await page.keyboard.press('Control+3')
    await page.locator('.shipments-screen .grid-row').first().waitFor()
  })

  test('F6 opens the assign sheet', async () => {
    await pressProcessed('F6')
    await page.locator('.shipments-sheet').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.shipments-sheet').waitFor({ state: 'detached' })
  })

  test('F8 goes to the next problem', async () => {
    await goToColumn(page, 'fbaId')
    await pressProcessed('F8')
    await waitUntil(async () => (await getActiveCell(page))?.state === 'gap', 'the cursor is on a gap')
  })

  test('F9 shows the export', async () => {
    await pressProcessed('F9')
    await page.locator('.export-panel').waitFor()
  })

  test('Ctrl+K goes to the search, where what is composed is looked for once it is chosen', async () => {
    await pressProcessed('KeyK', ctrl)
    const search = page.getByRole('search').getByRole('textbox')
    await search.and(page.locator(':focus')).waitFor()
    await compose('xingye')
    await choose('星野')
    expect(await search.inputValue()).toBe('星野')
    await page.keyboard.press('Escape')
    expect(await search.inputValue()).toBe('')
  })

  test('nothing went wrong in the page', () => expect(desk.faults).toEqual([]))
})
