import { existsSync } from 'node:fs'
import path from 'node:path'

/** For Chromium as the tests run it: nothing fetched, nothing shared with a person's own browser. */
export const chromiumFlags = [
  '--headless',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
  // Containers seldom allow the user namespaces that Chromium's sandbox wants.
  ...(process.platform === 'linux' ? ['--no-sandbox'] : []),
]

/**
 * The browser the tests drive: the CHROMIUM variable, else the usual places.
 * Throws with what to install when there is none.
 */
export function findChromium(): string {
  const chosen = process.env['CHROMIUM']
  if (chosen) {
    if (existsSync(chosen)) return chosen
    throw new Error(`The CHROMIUM variable names ${chosen}, and there is no such file.`)
  }
  const found = usualPlaces().find((place) => existsSync(place))
  if (found) return found
  throw new Error(`No Chromium, Chrome or Edge was found. ${installAdvice()}, or set CHROMIUM to its path.`)
}

function usualPlaces(): string[] {
  if (process.platform === 'win32') {
    const roots = [process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']]
    return roots
      .filter((root) => root !== undefined)
      .flatMap((root) => [
        path.join(root, 'Chromium\\Application\\chrome.exe'),
        path.join(root, 'Google\\Chrome\\Application\\chrome.exe'),
        path.join(root, 'Microsoft\\Edge\\Application\\msedge.exe'),
      ])
  }
  if (process.platform === 'darwin') {
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    )
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'].map(
    (name) => `/usr/bin/${name}`,
  )
}

function installAdvice(): string {
  if (process.platform === 'win32') return 'Install Microsoft Edge or Google Chrome'
  if (process.platform === 'darwin') return 'Run: brew install --cask chromium'
  return 'On Debian and Ubuntu run: apt-get install chromium fonts-noto-cjk'
}
