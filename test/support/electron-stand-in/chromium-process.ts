import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { chromiumFlags, findChromium } from '../chromium.ts'
import { CdpConnection } from './cdp.ts'

export interface RunningChromium {
  pid: number
  /** WebSocket address of the same browser, for a second client beside the stand-in. */
  endpoint: string
  connection: CdpConnection
  close(): Promise<void>
}

/**
 * Starts the app's own Chromium without a window. It is driven through a pipe, so it ends when this process does,
 * however that happens, just as Electron's pages end with the app.
 */
export async function startChromium(
  profile: string,
  locale: string | null,
  switches: readonly string[],
): Promise<RunningChromium> {
  const language = locale === null ? [] : [`--lang=${locale}`, `--accept-lang=${locale}`]
  const flags = [
    ...chromiumFlags,
    '--no-startup-window',
    '--remote-debugging-pipe',
    '--remote-debugging-port=0',
    `--user-data-dir=${profile}`,
  ]
  const child = spawn(findChromium(), [...flags, ...language, ...switches], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const [, , , toBrowser, fromBrowser] = child.stdio as unknown as [null, null, Readable, Writable, Readable]
  const connection = new CdpConnection(toBrowser, fromBrowser)
  const endpoint = await readEndpoint(child.stderr as Readable, ended)
  return {
    pid: child.pid!,
    endpoint,
    connection,
    async close() {
      connection.browser.post('Browser.close')
      const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
      await ended
      clearTimeout(timer)
    },
  }
}

function readEndpoint(stderr: Readable, ended: Promise<void>): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    stderr.on('data', (chunk: Buffer) => {
      text = (text + chunk.toString()).slice(-4000)
      const match = /DevTools listening on (ws:\S+)/.exec(text)
      if (match) resolve(match[1]!)
    })
    void ended.then(() => reject(new Error(`Chromium ended before it could be driven:\n${text}`)))
  })
}
