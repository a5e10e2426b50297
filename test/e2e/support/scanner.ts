import type { CDPSession } from 'playwright-core'

const codes: Readonly<Record<string, string>> = { '-': 'Minus', ']': 'BracketRight', ' ': 'Space' }

const getCode = (character: string): string =>
  codes[character] ?? (/\d/.test(character) ? `Digit${character}` : `Key${character.toUpperCase()}`)

/** A hand scanner as Chromium sees it: a keyboard that types fast, through the input method that is on. */
export interface Scanner {
  scan(text: string, ...ends: readonly string[]): Promise<void>
}

interface ScannerOptions {
  /** A Chinese input method takes every key and shows what it composes of them. */
  isComposing: boolean
  msPerKey: number
}

/** Each key carries the time it was typed at, as a keyboard's does, however busy the machine is. */
export function createScanner(method: CDPSession, { isComposing, msPerKey }: ScannerOptions): Scanner {
  let atMs = 0
  /** What the page has not answered yet: a scanner does not wait for it. */
  const sent: Promise<unknown>[] = []
  const press = (code: string): void => {
    atMs += msPerKey
    const key = isComposing ? { key: 'Process', windowsVirtualKeyCode: 229 } : { key: code }
    const event = { code, ...key, timestamp: atMs / 1_000 }
    sent.push(method.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event }))
    sent.push(method.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }))
  }
  return {
    async scan(text, ...ends) {
      atMs = Math.max(Date.now(), atMs + 20 * msPerKey)
      for (const [i, character] of Array.from(text).entries()) {
        press(getCode(character))
        const length = i + 1
        const composed = { text: text.slice(0, length).toLowerCase(), selectionStart: length }
        if (isComposing)
          sent.push(method.send('Input.imeSetComposition', { ...composed, selectionEnd: length }))
      }
      for (const end of ends.length > 0 ? ends : ['Enter']) press(end)
      await Promise.all(sent.splice(0))
    },
  }
}
