import { watch, type FSWatcher } from 'node:fs'
import { createFolderScanner, type FolderScan, type WatchedFile } from './folder-scanner.ts'

export interface FolderWatch {
  isReachable(): boolean
  stop(): void
}

export interface FolderWatchOptions {
  folder: string
  /** Files handed on in an earlier session. */
  seen: readonly string[]
  nowMs(): number
  /** Handed on one group after another; the next scan waits. */
  onFiles(files: readonly WatchedFile[], signal: AbortSignal): Promise<void>
  /** Said once each time it changes. */
  onReachable(isReachable: boolean): void
  pace?: WatchPace
}

export interface WatchPace {
  /** Between two looks while nothing happens: a network share may report no changes by itself. */
  idleMs: number
  /** While a file is still being written. */
  waitingMs: number
  /** After the system reported a change. */
  soonMs: number
}

const usualPace: WatchPace = { idleMs: 5_000, waitingMs: 500, soonMs: 200 }

/** Watches one folder until it is stopped: the system's reports, and a slow look for what they miss. */
export function watchFolder(options: FolderWatchOptions): FolderWatch {
  const { folder, seen, pace = usualPace } = options
  const scanner = createFolderScanner(folder, seen, () => options.nowMs())
  const stopping = new AbortController()
  const { signal } = stopping
  let isReachable = true
  let timer: NodeJS.Timeout | null = null
  let watcher: FSWatcher | null = null
  let isBusy = false
  let wantsAnother = false

  const plan = (delayMs: number) => {
    if (signal.aborted) return
    if (timer) clearTimeout(timer)
    timer = setTimeout(() => void look(), delayMs)
    // A watched folder keeps no process alive.
    timer.unref()
  }
  const listen = () => {
    if (watcher || signal.aborted) return
    try {
      watcher = watch(folder, { persistent: false }, () =>
        isBusy ? (wantsAnother = true) : plan(pace.soonMs),
      )
      watcher.on('error', deafen)
    } catch {
      watcher = null
    }
  }
  function deafen(): void {
    watcher?.close()
    watcher = null
  }
  const note = (scan: FolderScan) => {
    if (scan.isReachable) listen()
    else deafen()
    if (scan.isReachable === isReachable) return
    isReachable = scan.isReachable
    options.onReachable(isReachable)
  }
  async function look(): Promise<void> {
    isBusy = true
    wantsAnother = false
    try {
      const scan = await scanner.scan()
      if (signal.aborted) return
      note(scan)
      if (scan.ready.length > 0) await options.onFiles(scan.ready, signal)
      plan(wantsAnother ? pace.soonMs : scan.isWaiting ? pace.waitingMs : pace.idleMs)
    } finally {
      isBusy = false
    }
  }

  plan(0)
  return {
    isReachable: () => isReachable,
    stop() {
      stopping.abort()
      if (timer) clearTimeout(timer)
      deafen()
    },
  }
}
