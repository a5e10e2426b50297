import { app } from './app.ts'
import type { BrowserWindow } from './browser-window.ts'
import { notImplemented } from './not-implemented.ts'
import { windowList } from './window-list.ts'

type Action = (window: BrowserWindow | null) => void

const editing = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'] as const

const actions: Record<string, Action> = {
  quit: () => app.quit(),
  close: (window) => window?.close(),
  minimize: (window) => window?.minimize(),
  reload: (window) => window?.webContents.reload(),
  forceReload: (window) => window?.webContents.reloadIgnoringCache(),
  togglefullscreen: (window) => window?.setFullScreen(!window.isFullScreen()),
  resetZoom: (window) => window?.webContents.setZoomLevel(0),
  zoomIn: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() + 0.5),
  zoomOut: (window) => window?.webContents.setZoomLevel(window.webContents.getZoomLevel() - 0.5),
  ...Object.fromEntries(
    editing.map((role) => [role, (window: BrowserWindow | null) => window?.webContents[role]()]),
  ),
}

export function runMenuRole(role: string): void {
  const action = actions[role]
  if (!action) throw notImplemented(`a click on the menu role ${role}`)
  action(windowList.getFocused())
}
