import { EventEmitter } from 'node:events'
import type { BrowserWindow } from './browser-window.ts'

/** The open windows, oldest first. Emits 'opened' with each new window and 'none' when the last has closed. */
class WindowList extends EventEmitter<{ opened: [BrowserWindow]; none: [] }> {
  readonly #windows = new Set<BrowserWindow>()
  #focused: BrowserWindow | null = null

  add(window: BrowserWindow): void {
    this.#windows.add(window)
    this.emit('opened', window)
  }

  remove(window: BrowserWindow): void {
    this.#windows.delete(window)
    if (this.#focused === window) this.#focused = null
    if (this.#windows.size === 0) this.emit('none')
  }

  getAll(): BrowserWindow[] {
    return [...this.#windows]
  }

  getFocused(): BrowserWindow | null {
    return this.#focused
  }

  setFocused(window: BrowserWindow | null): void {
    this.#focused = window
  }
}

export const windowList = new WindowList()
