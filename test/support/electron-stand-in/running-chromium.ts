import path from 'node:path'
import { startChromium, type RunningChromium } from './chromium-process.ts'
import { refuseDownloads } from './downloads.ts'
import { PageTargets } from './page-targets.ts'

let running: RunningChromium | undefined
let targets: PageTargets | undefined

/** Starts the one Chromium of this app; its profile lies in the user data folder, as Electron's does. */
export async function openChromium(
  userData: string,
  locale: string | null,
  switches: readonly string[],
): Promise<RunningChromium> {
  running = await startChromium(path.join(userData, 'Chromium'), locale, switches)
  targets = new PageTargets(running.connection)
  await Promise.all([targets.watch(), refuseDownloads(running.connection.browser)])
  return running
}

export function getPageTargets(): PageTargets {
  if (!targets) throw new Error('Cannot create BrowserWindow before app is ready')
  return targets
}

export async function closeChromium(): Promise<void> {
  await running?.close()
}
