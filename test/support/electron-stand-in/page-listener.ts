import type { HandlerDetails } from 'electron'
import { ipcMain } from './ipc-main.ts'
import { MessagePortMain } from './message-port.ts'
import { getOrigin, toAppUrl } from './page-url.ts'
import type { PortEnd } from './port-end.ts'
import { emitPreventable } from './preventable-event.ts'
import { getPageTargets } from './running-chromium.ts'
import type { WebContents } from './web-contents.ts'

/** What a page tells the main process and asks of it. URLs are as Chromium has them, in both directions. */
export interface PageListener {
  readonly contentsId: number
  invoke(channel: string, args: unknown[]): Promise<unknown>
  send(channel: string, args: unknown[], ports: PortEnd[]): void
  /** The value a listener gives `event.returnValue`, now or later. */
  sendSync(channel: string, args: unknown[]): Promise<unknown>
  preloadError(error: Error): void
  mayOpen(url: string, frameName: string, features: string): boolean
  mayNavigate(url: string, isMainFrame: boolean, isRedirect: boolean): boolean
  prepareDocument(url: string): Promise<void>
  navigated(url: string, isInPage: boolean): void
  loading(stage: 'dom-ready' | 'finished' | 'failed', problem?: string): void
  titled(title: string): void
  logged(level: string, message: string): void
  crashed(): void
}

/** The app's own listeners and handlers, as the page meets them through one webContents. */
export function createPageListener(contents: WebContents): PageListener {
  const createIpcEvent = (ports: MessagePortMain[]): object => ({
    type: 'frame',
    sender: contents,
    senderFrame: contents.mainFrame,
    processId: 1,
    frameId: 1,
    ports,
    reply: (channel: string, ...args: unknown[]) => contents.send(channel, ...args),
  })

  return {
    contentsId: contents.id,

    async invoke(channel, args) {
      const handler = contents.ipc.getHandler(channel) ?? ipcMain.getHandler(channel)
      if (!handler) throw new Error(`No handler registered for '${channel}'`)
      return handler(createIpcEvent([]), ...args)
    },

    send(channel, args, ends) {
      const event = createIpcEvent(ends.map((end) => new MessagePortMain(end)))
      contents.ipc.emit(channel, event, ...args)
      ipcMain.emit(channel, event, ...args)
    },

    sendSync: (channel, args) =>
      new Promise((resolve) => {
        const event = Object.defineProperty(createIpcEvent([]), 'returnValue', { set: resolve })
        const isHeard = contents.ipc.emit(channel, event, ...args)
        if (!ipcMain.emit(channel, event, ...args) && !isHeard) resolve(null)
      }),

    preloadError(error) {
      console.error('Unable to load preload script:', error)
      contents.emit('preload-error', {}, '', error)
    },

    mayOpen(url, frameName, features) {
      const details = { url: toAppUrl(url), frameName, features, disposition: 'foreground-tab' }
      const referrer = { url: contents.getURL(), policy: 'strict-origin-when-cross-origin' }
      return contents.openHandler?.({ ...details, referrer } as HandlerDetails).action !== 'deny'
    },

    mayNavigate(pageUrl, isMainFrame, isRedirect) {
      const url = toAppUrl(pageUrl)
      const details = {
        url,
        isMainFrame,
        isSameDocument: false,
        frame: isMainFrame ? contents.mainFrame : null,
      }
      if (isRedirect) return !emitPreventable(contents, 'will-redirect', details, url).defaultPrevented
      if (emitPreventable(contents, 'will-frame-navigate', details).defaultPrevented) return false
      return !isMainFrame || !emitPreventable(contents, 'will-navigate', details, url).defaultPrevented
    },

    prepareDocument(url) {
      const { browser } = getPageTargets()
      return contents.session.permissions.applyTo(browser, contents, url, getOrigin(toAppUrl(url)))
    },

    navigated(url, isInPage) {
      contents.mainFrame.url = toAppUrl(url)
      if (isInPage) contents.emit('did-navigate-in-page', {}, contents.getURL(), true)
      else contents.emit('did-navigate', {}, contents.getURL(), 200, '')
    },

    loading(stage, problem) {
      if (stage === 'dom-ready') contents.emit('dom-ready')
      else {
        if (stage === 'finished') contents.emit('did-finish-load')
        else contents.emit('did-fail-load', {}, -2, problem, contents.getURL(), true)
        contents.setLoading(false)
      }
    },

    titled: (title) => contents.setTitle(title),
    logged: (level, message) =>
      contents.emit('console-message', { level, message, frame: contents.mainFrame }),
    crashed: () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }),
  }
}
