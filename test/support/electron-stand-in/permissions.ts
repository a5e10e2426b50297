import type { Session } from 'electron'
import type { CdpSession, Protocol } from './cdp.ts'
import type { WebContents } from './web-contents.ts'

type RequestHandler = Parameters<Session['setPermissionRequestHandler']>[0]
type CheckHandler = Parameters<Session['setPermissionCheckHandler']>[0]
type Permission = Parameters<NonNullable<CheckHandler>>[1]

/** Electron's name of each permission, and how Chromium's protocol describes it. */
const descriptors: [Permission, Protocol.Browser.PermissionDescriptor][] = [
  ['clipboard-read', { name: 'clipboard-read' }],
  ['clipboard-sanitized-write', { name: 'clipboard-write', allowWithoutSanitization: false }],
  ['display-capture', { name: 'display-capture' }],
  ['geolocation', { name: 'geolocation' }],
  ['idle-detection', { name: 'idle-detection' }],
  ['media', { name: 'camera' }],
  ['media', { name: 'microphone' }],
  ['midi', { name: 'midi' }],
  ['midiSysex', { name: 'midi', sysex: true }],
  ['notifications', { name: 'notifications' }],
  ['storage-access', { name: 'storage-access' }],
  ['top-level-storage-access', { name: 'top-level-storage-access' }],
  ['window-management', { name: 'window-management' }],
]

/**
 * The app's answers to permissions. Chromium cannot be asked to wait for one, so both handlers are asked for every
 * permission before a document loads, and their answers are set for its origin. Devices (HID, serial, USB) have no
 * chooser in a headless browser: a page is never given one.
 */
export class Permissions {
  request: RequestHandler = null
  check: CheckHandler = null

  async applyTo(browser: CdpSession, contents: WebContents, url: string, origin: string): Promise<void> {
    const { origin: pageOrigin } = new URL(url)
    if (pageOrigin === 'null') return
    // A Chromium that does not know a permission does not give it either.
    await Promise.allSettled(
      descriptors.map(async ([permission, descriptor]) => {
        const isGranted = await this.#isGranted(contents, permission, url, origin)
        const setting = isGranted ? 'granted' : 'denied'
        await browser.send('Browser.setPermission', {
          permission: descriptor,
          setting,
          origin: pageOrigin,
        })
      }),
    )
  }

  /** As Chromium goes about it: a check that fails leads to a request. Without handlers Electron grants all. */
  async #isGranted(contents: WebContents, permission: Permission, url: string, origin: string) {
    const details = { isMainFrame: true, requestingUrl: url }
    if (this.check?.(contents as never, permission, origin, details)) return true
    const { request } = this
    if (!request) return this.check === null
    return new Promise<boolean>((resolve) => {
      request(contents as never, permission, resolve, details)
    })
  }
}
