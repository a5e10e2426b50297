import type { Session, WebContents, WebPreferences } from 'electron'

export const pageOrigin = 'app://main'
export const pageUrl = `${pageOrigin}/index.html`

/** Electron's security checklist, written out (read November 2026, Electron 45). */
export const secureWebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  disableBlinkFeatures: 'Auxclick',
} as const satisfies WebPreferences

/** Nothing remote: the page may load its own files and nothing else. */
export const isAllowedRequest = (url: string, isPackaged: boolean): boolean =>
  url.startsWith(`${pageOrigin}/`) ||
  url.startsWith(`blob:${pageOrigin}/`) ||
  (!isPackaged && url.startsWith('devtools:'))

export function secureSession(session: Session, isPackaged: boolean): void {
  const isAllowed = (permission: string) => permission === 'clipboard-sanitized-write'
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(isAllowed(permission)))
  session.setPermissionCheckHandler((_contents, permission) => isAllowed(permission))
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((details, answer) =>
    answer({ cancel: !isAllowedRequest(details.url, isPackaged) }),
  )
  session.on('will-download', (event) => event.preventDefault())
}

export function secureContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; url: string }) => {
    if (event.url !== pageUrl) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

interface Sender {
  url: string
  origin: string
  parent: unknown
}

/** A message counts only from our own page's top frame. */
export const isOurPage = (frame: Sender | null): boolean =>
  frame !== null &&
  frame.parent === null &&
  frame.origin === pageOrigin &&
  frame.url.startsWith(`${pageOrigin}/`)
