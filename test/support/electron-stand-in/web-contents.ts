import type { HandlerDetails, PrintToPDFOptions, WebPreferences, WindowOpenHandlerResponse } from 'electron'
import { IpcMain } from './ipc-main.ts'
import type { MessagePortMain } from './message-port.ts'
import { notImplemented } from './not-implemented.ts'
import { createPageListener } from './page-listener.ts'
import type { PageSize } from './page-targets.ts'
import { openPage, type Page } from './page.ts'
import { toPdfParameters } from './pdf-options.ts'
import { records } from './records.ts'
import { getPageTargets } from './running-chromium.ts'
import { defaultSession, type Session } from './session.ts'
import { StrictEmitter } from './strict-emitter.ts'
import { createMainFrame } from './web-frame.ts'

const events = [
  'did-start-loading',
  'did-stop-loading',
  'did-finish-load',
  'did-fail-load',
  'dom-ready',
  'did-navigate',
  'did-navigate-in-page',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'will-attach-webview',
  'page-title-updated',
  'console-message',
  'preload-error',
  'render-process-gone',
  'unresponsive',
  'responsive',
  'context-menu',
  'before-input-event',
  'destroyed',
]

type OpenHandler = (details: HandlerDetails) => WindowOpenHandlerResponse
type EditCommand = 'undo' | 'redo' | 'cut' | 'copy' | 'paste' | 'delete' | 'selectAll'

let lastId = 0

export class WebContents extends StrictEmitter {
  readonly id = ++lastId
  readonly session: Session = defaultSession
  readonly mainFrame = createMainFrame()
  readonly ipc = new IpcMain('webContents.ipc')
  readonly #page: Promise<Page>
  #openHandler: OpenHandler | null = null
  #title = ''
  #isLoading = false
  #isDestroyed = false
  #zoomFactor = 1

  constructor(preferences: WebPreferences, size: PageSize, onGone: () => void) {
    super('webContents', events)
    checkPreferences(preferences)
    this.#page = openPage(getPageTargets(), createPageListener(this), preferences, size, onGone)
    this.#page.catch((error: unknown) =>
      this.emit('render-process-gone', {}, { reason: 'launch-failed', error }),
    )
  }

  async loadURL(url: string): Promise<void> {
    this.setLoading(true)
    await (await this.#page).navigate(url)
  }

  reload(): void {
    this.#withPage((page) => page.reload(false))
  }

  reloadIgnoringCache(): void {
    this.#withPage((page) => page.reload(true))
  }

  send(channel: string, ...args: unknown[]): void {
    const copy = structuredClone(args)
    this.#withPage((page) => page.preload.sendEvent(channel, copy))
  }

  postMessage(channel: string, message: unknown, transfer: MessagePortMain[] = []): void {
    const copy = structuredClone(message)
    this.#withPage((page) => page.preload.sendEvent(channel, [copy], transfer))
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler
  }

  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#page).run(code, userGesture)
  }

  async printToPDF(options: PrintToPDFOptions = {}): Promise<Buffer> {
    const { session } = await this.#page
    const { data } = await session.send('Page.printToPDF', toPdfParameters(options))
    return Buffer.from(data, 'base64')
  }

  getURL(): string {
    return this.mainFrame.url
  }

  getTitle(): string {
    return this.#title
  }

  isLoading(): boolean {
    return this.#isLoading
  }

  isDestroyed(): boolean {
    return this.#isDestroyed
  }

  isCrashed(): boolean {
    return false
  }

  isFocused(): boolean {
    return !this.#isDestroyed
  }

  isDevToolsOpened(): boolean {
    return false
  }

  /** Kept and answered, not drawn: Playwright measures the page as it is. */
  setZoomFactor(factor: number): void {
    this.#zoomFactor = factor
  }

  getZoomFactor(): number {
    return this.#zoomFactor
  }

  setZoomLevel(level: number): void {
    this.#zoomFactor = 1.2 ** level
  }

  getZoomLevel(): number {
    return Math.log(this.#zoomFactor) / Math.log(1.2)
  }

  get zoomFactor(): number {
    return this.#zoomFactor
  }

  set zoomFactor(factor: number) {
    this.setZoomFactor(factor)
  }

  get zoomLevel(): number {
    return this.getZoomLevel()
  }

  set zoomLevel(level: number) {
    this.setZoomLevel(level)
  }

  startDrag({ file, files }: { file: string; files?: string[] }): void {
    records.draggedFiles.push(...(files ?? [file]))
  }

  undo = (): void => this.#edit('undo')
  redo = (): void => this.#edit('redo')
  cut = (): void => this.#edit('cut')
  copy = (): void => this.#edit('copy')
  paste = (): void => this.#edit('paste')
  delete = (): void => this.#edit('delete')
  selectAll = (): void => this.#edit('selectAll')

  focus(): void {}
  setVisualZoomLevelLimits(): void {}
  setBackgroundThrottling(): void {}
  openDevTools(): void {}
  closeDevTools(): void {}

  /** The stand-in's own way to the page behind this webContents. */
  getPage(): Promise<Page> {
    return this.#page
  }

  get openHandler(): OpenHandler | null {
    return this.#openHandler
  }

  /** Told by the page's listener, which hears of these things from Chromium. */
  setLoading(isLoading: boolean): void {
    this.#isLoading = isLoading
    this.emit(isLoading ? 'did-start-loading' : 'did-stop-loading')
  }

  setTitle(title: string): void {
    if (title === '' || title === this.#title) return
    this.#title = title
    this.emit('page-title-updated', {}, title, true)
  }

  destroy(): void {
    if (this.#isDestroyed) return
    this.#isDestroyed = true
    this.#withPage((page) => page.close())
    this.emit('destroyed')
  }

  #edit(command: EditCommand): void {
    this.#withPage((page) => page.edit(command))
  }

  /** A page that is gone, or never came, has nothing done to it. */
  #withPage(use: (page: Page) => void | Promise<void>): void {
    this.#page.then(use).catch(() => {})
  }
}

/** The stand-in has sandboxed, isolated pages and no others, so an app that asks for less is refused here. */
function checkPreferences({ sandbox, contextIsolation, nodeIntegration, webviewTag }: WebPreferences): void {
  if (sandbox === false) throw notImplemented('sandbox: false')
  if (contextIsolation === false) throw notImplemented('contextIsolation: false')
  if (nodeIntegration) throw notImplemented('nodeIntegration: true')
  if (webviewTag) throw notImplemented('webviewTag: true')
}
