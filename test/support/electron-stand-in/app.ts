import { setImmediate as nextTurn } from 'node:timers/promises'
import { appPackage, appRoot } from './app-package.ts'
import { getPath, setPath } from './app-paths.ts'
import { commandLine, getAppendedSwitches } from './command-line.ts'
import { emitPreventable } from './preventable-event.ts'
import { closeChromium, openChromium } from './running-chromium.ts'
import { SingleInstance, type Knock } from './single-instance.ts'
import { StrictEmitter } from './strict-emitter.ts'
import { windowList } from './window-list.ts'

const events = [
  'ready',
  'activate',
  'before-quit',
  'will-quit',
  'quit',
  'window-all-closed',
  'second-instance',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  'child-process-gone',
  'open-file',
  'open-url',
  'certificate-error',
  'login',
  'select-client-certificate',
]

class App extends StrictEmitter {
  readonly isPackaged = false
  readonly commandLine = commandLine
  name = appPackage.productName ?? appPackage.name
  #instance: SingleInstance | undefined
  #isReady = false
  #isQuitting = false
  readonly #ready = Promise.withResolvers<void>()

  constructor() {
    super('app', events)
    windowList.on('opened', (window) => {
      this.emit('browser-window-created', {}, window)
      this.emit('web-contents-created', {}, window.webContents)
    })
    windowList.on('none', () => {
      if (this.#isQuitting) return
      if (!this.emit('window-all-closed')) this.quit()
    })
  }

  whenReady(): Promise<void> {
    return this.#ready.promise
  }

  isReady(): boolean {
    return this.#isReady
  }

  /** Called once the app's main module has run, as Electron does it: Chromium starts and 'ready' follows. */
  async start(): Promise<void> {
    if (this.#isQuitting) return
    const locale = commandLine.getSwitchValue('lang') || null
    const { pid, endpoint } = await openChromium(this.getPath('userData'), locale, getAppendedSwitches())
    process.send?.({ type: 'chromium', pid, endpoint })
    this.#isReady = true
    this.emit('ready', {}, {})
    this.#ready.resolve()
  }

  quit(): void {
    if (this.#isQuitting || emitPreventable(this, 'before-quit').defaultPrevented) return
    this.#isQuitting = true
    for (const window of windowList.getAll()) {
      window.close()
      if (!window.isDestroyed()) {
        this.#isQuitting = false
        return
      }
    }
    if (emitPreventable(this, 'will-quit').defaultPrevented) this.#isQuitting = false
    else this.exit()
  }

  exit(exitCode = 0): void {
    this.#isQuitting = true
    for (const window of windowList.getAll()) window.destroy()
    this.emit('quit', {}, exitCode)
    void nextTurn()
      .then(closeChromium)
      .finally(() => process.exit(exitCode))
  }

  requestSingleInstanceLock(additionalData: object = {}): boolean {
    this.#instance ??= new SingleInstance(this.getPath('userData'))
    const knock = { argv: process.argv, workingDirectory: process.cwd(), additionalData }
    return this.#instance.request(knock, (other) => void this.#answer(other))
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance?.hasLock ?? false
  }

  releaseSingleInstanceLock(): void {
    this.#instance?.release()
  }

  async #answer({ argv, workingDirectory, additionalData }: Knock): Promise<void> {
    await this.whenReady()
    this.emit('second-instance', {}, argv, workingDirectory, additionalData)
  }

  getPath(name: string): string {
    return getPath(name, this.name)
  }

  setPath(name: string, folder: string): void {
    setPath(name, folder)
  }

  getAppPath(): string {
    return appRoot
  }

  getVersion(): string {
    return appPackage.version
  }

  getName(): string {
    return this.name
  }

  setName(name: string): void {
    this.name = name
  }

  getLocale(): string {
    return commandLine.getSwitchValue('lang') || 'en-US'
  }

  getSystemLocale(): string {
    return this.getLocale()
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()]
  }

  focus(): void {
    windowList.getAll()[0]?.focus()
  }

  // Asked of a desktop that is not there.
  enableSandbox(): void {}
  disableHardwareAcceleration(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
}

export const app = new App()
