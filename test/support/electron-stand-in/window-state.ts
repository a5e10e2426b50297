import type { BrowserWindowConstructorOptions, Rectangle } from 'electron'
import { StrictEmitter } from './strict-emitter.ts'

type Mode = 'normal' | 'maximized' | 'minimized' | 'full-screen'

const events = [
  'ready-to-show',
  'show',
  'hide',
  'focus',
  'blur',
  'close',
  'closed',
  'resize',
  'resized',
  'move',
  'moved',
  'maximize',
  'unmaximize',
  'minimize',
  'restore',
  'enter-full-screen',
  'leave-full-screen',
  'page-title-updated',
  'session-end',
  'unresponsive',
  'responsive',
]

/** Where a window stands and how it is shown. A headless browser draws no frame, so this is all there is of it. */
export class WindowState extends StrictEmitter {
  #bounds: Rectangle
  #mode: Mode = 'normal'
  #isVisible: boolean
  #isDocumentEdited = false
  #isMenuBarVisible = true
  #minimumSize: [number, number]

  constructor(options: BrowserWindowConstructorOptions) {
    super('BrowserWindow', events)
    const { x = 0, y = 0, width = 800, height = 600, show = true, minWidth = 0, minHeight = 0 } = options
    this.#bounds = { x, y, width, height }
    this.#isVisible = show
    this.#minimumSize = [minWidth, minHeight]
  }

  getBounds(): Rectangle {
    return { ...this.#bounds }
  }

  getNormalBounds(): Rectangle {
    return this.getBounds()
  }

  getContentBounds(): Rectangle {
    return this.getBounds()
  }

  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height]
  }

  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y]
  }

  setBounds(bounds: Partial<Rectangle>): void {
    const { x, y, width, height } = this.#bounds
    this.#bounds = { ...this.#bounds, ...bounds }
    if (x !== this.#bounds.x || y !== this.#bounds.y) this.emit('move')
    if (width !== this.#bounds.width || height !== this.#bounds.height) this.emit('resize')
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height })
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y })
  }

  getMinimumSize(): [number, number] {
    return this.#minimumSize
  }

  setMinimumSize(width: number, height: number): void {
    this.#minimumSize = [width, height]
  }

  center(): void {}

  show(): void {
    this.#setVisible(true)
  }

  showInactive(): void {
    this.#setVisible(true)
  }

  hide(): void {
    this.#setVisible(false)
  }

  isVisible(): boolean {
    return this.#isVisible
  }

  maximize(): void {
    this.#enter('maximized', 'maximize')
  }

  unmaximize(): void {
    if (this.isMaximized()) this.#enter('normal', 'unmaximize')
  }

  isMaximized(): boolean {
    return this.#mode === 'maximized'
  }

  minimize(): void {
    this.#enter('minimized', 'minimize')
  }

  restore(): void {
    if (this.isMinimized()) this.#enter('normal', 'restore')
  }

  isMinimized(): boolean {
    return this.#mode === 'minimized'
  }

  setFullScreen(isFullScreen: boolean): void {
    if (isFullScreen) this.#enter('full-screen', 'enter-full-screen')
    else if (this.isFullScreen()) this.#enter('normal', 'leave-full-screen')
  }

  isFullScreen(): boolean {
    return this.#mode === 'full-screen'
  }

  setDocumentEdited(isEdited: boolean): void {
    this.#isDocumentEdited = isEdited
  }

  isDocumentEdited(): boolean {
    return this.#isDocumentEdited
  }

  setMenuBarVisibility(isVisible: boolean): void {
    this.#isMenuBarVisible = isVisible
  }

  isMenuBarVisible(): boolean {
    return this.#isMenuBarVisible
  }

  // Drawn by a desktop, which is not there.
  setIcon(): void {}
  setOverlayIcon(): void {}
  setBackgroundColor(): void {}
  setRepresentedFilename(): void {}
  setAutoHideMenuBar(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  flashFrame(): void {}
  moveTop(): void {}

  #setVisible(isVisible: boolean): void {
    if (isVisible === this.#isVisible) return
    this.#isVisible = isVisible
    this.emit(isVisible ? 'show' : 'hide')
  }

  #enter(mode: Mode, event: string): void {
    if (mode === this.#mode) return
    this.#mode = mode
    this.emit(event)
  }
}
