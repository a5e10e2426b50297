import type { FolderWatch } from './folder-watch.ts'

/** The watch folder of a workspace; at most one is watched. */
export interface WatchControl {
  /** True where a folder may be set: not in a browser, not in practice. */
  canWatch: boolean
  isReachable(): boolean
  /** Starts with what is set now. */
  restart(): void
  stop(): void
}

/** `start` is null where another process watches, or none: the command line only sets the folder. */
export function createWatchControl(
  canWatch: boolean,
  start: (() => FolderWatch | null) | null,
): WatchControl {
  let watch: FolderWatch | null = null
  const stop = () => {
    watch?.stop()
    watch = null
  }
  return {
    canWatch,
    isReachable: () => watch?.isReachable() ?? true,
    restart() {
      stop()
      watch = start?.() ?? null
    },
    stop,
  }
}
