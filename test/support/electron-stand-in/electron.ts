/**
 * The `electron` module of the main process, for tests on machines without Electron's runtime. The app's own
 * compiled main, preload and renderer run unchanged: main in Node, pages in Chromium over its DevTools protocol.
 * It follows Electron 45. What it has not throws `stand-in: X.y is not implemented`.
 */
import { strict } from './not-implemented.ts'
import { UtilityProcess } from './utility-process.ts'
import { app } from './app.ts'
import { windowList } from './window-list.ts'
import type { ForkOptions } from 'electron'

export { app }
export { BrowserWindow } from './browser-window.ts'
export { clipboard, ClipboardItem } from './clipboard.ts'
export { dialog } from './dialog.ts'
export { ipcMain } from './ipc-main.ts'
export { Menu, MenuItem } from './menu.ts'
export { MessageChannelMain } from './message-port.ts'
export { nativeImage } from './native-image.ts'
export { nativeTheme } from './native-theme.ts'
export { net } from './net.ts'
export { Notification } from './notification.ts'
export { powerMonitor } from './power-monitor.ts'
export { protocol } from './protocol.ts'
export { screen } from './screen.ts'
export { session } from './session.ts'
export { shell } from './shell.ts'
export * from './absent-modules.ts'

export const utilityProcess = strict('utilityProcess', {
  fork(modulePath: string, args: string[] = [], options: ForkOptions = {}) {
    if (!app.isReady()) throw new Error('utilityProcess cannot be created before app is ready')
    return new UtilityProcess(modulePath, args, options)
  },
})

export const webContents = strict('webContents', {
  getAllWebContents: () => windowList.getAll().map((window) => window.webContents),
  getFocusedWebContents: () => windowList.getFocused()?.webContents ?? null,
  fromId: (id: number) => windowList.getAll().find((window) => window.id === id)?.webContents,
})
