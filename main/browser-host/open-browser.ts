import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const { LOCALAPPDATA = '', PROGRAMFILES = '', 'PROGRAMFILES(X86)': programFilesX86 = '' } = process.env

const candidates: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/microsoft-edge',
  ],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    path.join(programFilesX86, 'Microsoft/Edge/Application/msedge.exe'),
    path.join(PROGRAMFILES, 'Google/Chrome/Application/chrome.exe'),
    path.join(LOCALAPPDATA, 'Google/Chrome/Application/chrome.exe'),
  ],
}

/** Opens an app window where a screen and a browser of the Chromium family are; else the printed URL must do. */
export function openBrowser(url: string): void {
  const hasScreen = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (!hasScreen || process.env['CI'] || process.env['TAILBOARD_NO_BROWSER']) return
  const browser = candidates[process.platform]?.find((file) => existsSync(file))
  if (browser === undefined) return
  const started = spawn(browser, [`--app=${url}`, '--no-first-run'], { detached: true, stdio: 'ignore' })
  started.on('error', () => {})
  started.unref()
}
