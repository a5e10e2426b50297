import { notImplemented } from './not-implemented.ts'

/** A module that can be imported, as an ES module import must be, and throws when anything of it is used. */
function absent(name: string): object {
  const refuse = (): never => {
    throw notImplemented(name)
  }
  return new Proxy(function () {}, {
    apply: refuse,
    construct: refuse,
    get: (_target, key) => {
      throw notImplemented(`${name}.${String(key)}`)
    },
  })
}

export const autoUpdater = absent('autoUpdater')
export const BaseWindow = absent('BaseWindow')
export const BrowserView = absent('BrowserView')
export const contentTracing = absent('contentTracing')
export const crashReporter = absent('crashReporter')
export const desktopCapturer = absent('desktopCapturer')
export const globalShortcut = absent('globalShortcut')
export const ImageView = absent('ImageView')
export const inAppPurchase = absent('inAppPurchase')
export const netLog = absent('netLog')
export const powerSaveBlocker = absent('powerSaveBlocker')
export const pushNotifications = absent('pushNotifications')
export const safeStorage = absent('safeStorage')
export const ShareMenu = absent('ShareMenu')
export const systemPreferences = absent('systemPreferences')
export const TouchBar = absent('TouchBar')
export const Tray = absent('Tray')
export const View = absent('View')
export const WebContentsView = absent('WebContentsView')
export const webFrameMain = absent('webFrameMain')
