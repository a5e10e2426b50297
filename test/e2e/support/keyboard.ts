import type { Locator, Page } from 'playwright-core'

export interface Keyboard {
  /** Chords pressed and characters typed so far. */
  readonly actions: number
  press(...chords: string[]): Promise<void>
  type(text: string): Promise<void>
  /** Tab, or Shift+Tab, until the element has the focus. */
  tabTo(target: Locator, chord?: 'Tab' | 'Shift+Tab'): Promise<void>
}

export async function pressKeys(page: Page, ...chords: string[]): Promise<void> {
  for (const chord of chords) await page.keyboard.press(chord)
}

const mostTabs = 80

export function createKeyboard(page: Page): Keyboard {
  let actions = 0
  const press = async (...chords: string[]): Promise<void> => {
    for (const chord of chords) {
      actions += 1
      await page.keyboard.press(chord)
    }
  }
  return {
    get actions() {
      return actions
    },
    press,
    async type(text) {
      actions += text.length
      await page.keyboard.type(text)
    },
    async tabTo(target, chord = 'Tab') {
      await target.waitFor()
      for (let tabs = 0; tabs < mostTabs; tabs += 1) {
        if (await target.evaluate((element) => element === document.activeElement)) return
        await press(chord)
      }
      throw new Error(`${mostTabs} × ${chord} did not lead to ${String(target)}.`)
    },
  }
}

const pointerEvents = ['pointerdown', 'pointermove', 'mousedown', 'mousemove', 'wheel', 'touchstart']

/** Counts what a mouse, a pen or a finger would send from now on. */
export async function countPointerEvents(page: Page): Promise<() => Promise<number>> {
  const counter = await page.evaluateHandle((types) => {
    const count = { events: 0 }
    for (const type of types) addEventListener(type, () => (count.events += 1), { capture: true })
    return count
  }, pointerEvents)
  return () => counter.evaluate(({ events }) => events)
}
