import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { appPackage, appRoot } from './app-package.ts'
import { notImplemented, strict } from './not-implemented.ts'
import { emitPreventable } from './preventable-event.ts'
import { records } from './records.ts'
import { WebContents } from './web-contents.ts'
import { windowList } from './window-list.ts'
import { WindowState } from './window-state.ts'

class StandInWindow extends WindowState {
  readonly id: number
  readonly webContents: WebContents
  #title: string
  #isDestroyed = false

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super(options)
    if (options.parent || options.modal) throw notImplemented('a window with a parent')
    const [width, height] = this.getSize()
    this.webContents = new WebContents(options.webPreferences ?? {}, { width, height }, () => this.destroy())
    this.id = this.webContents.id
    this.#title = options.title ?? appPackage.productName ?? appPackage.name
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.on('page-title-updated', (_event: object, title: string) => {
      if (!emitPreventable(this, 'page-title-updated', {}, title, true).defaultPrevented) this.#title = title
    })
    windowList.add(this)
    if (this.isVisible()) this.focus()
  }

  static getAllWindows(): StandInWindow[] {
    return windowList.getAll()
  }

  static getFocusedWindow(): StandInWindow | null {
    return windowList.getFocused()
  }

  static fromWebContents(contents: WebContents): StandInWindow | null {
    return windowList.getAll().find(({ webContents }) => webContents === contents) ?? null
  }

  static fromId(id: number): StandInWindow | null {
    return windowList.getAll().find((window) => window.id === id) ?? null
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }

  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(path.resolve(appRoot, file)).href)
  }

  reload(): void {
    this.webContents.reload()
  }

  override setBounds(bounds: Partial<Rectangle>): void {
    super.setBounds(bounds)
    void this.webContents.getPage().then((page) => page.resize(this.getBounds()))
  }

  override show(): void {
    super.show()
    this.focus()
  }

  override hide(): void {
    super.hide()
    this.blur()
  }

  focus(): void {
    if (this.isFocused()) return
    windowList.getFocused()?.blur()
    windowList.setFocused(this)
    this.emit('focus')
  }

  blur(): void {
    if (!this.isFocused()) return
    windowList.setFocused(null)
    this.emit('blur')
  }

  isFocused(): boolean {
    return windowList.getFocused() === this
  }

  getTitle(): string {
    return this.#title
  }

  setTitle(title: string): void {
    this.#title = title
  }

  get title(): string {
    return this.#title
  }

  set title(title: string) {
    this.#title = title
  }

  setProgressBar(progress: number): void {
    records.progress.set(this.id, progress)
  }

  /** A page's own beforeunload is not asked: the app's windows are closed by the app's own listeners. */
  close(): void {
    if (!this.#isDestroyed && !emitPreventable(this, 'close').defaultPrevented) this.destroy()
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.webContents.destroy()
    windowList.remove(this)
    this.emit('closed')
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }
}

export type BrowserWindow = StandInWindow
export const BrowserWindow = strict('BrowserWindow', StandInWindow)
