import { open, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { isWatchedName } from '../../shared/domain/watched-file.ts'

export interface WatchedFile {
  path: string
  name: string
  /** Name, size and time: a file that was saved anew is another one. */
  key: string
}

export interface FolderScan {
  /** False: the folder is gone or its drive does not answer. */
  isReachable: boolean
  /** Files that came to rest since the last scan, by name. */
  ready: WatchedFile[]
  /** A file is still being written, or nobody may open it yet. */
  isWaiting: boolean
}

interface KnownFile {
  key: string
  sinceMs: number
  isReady: boolean
}

/** Size and time must have stood still for this long. */
export const restMs = 2_000
/** A file nobody may open for so long is handed on all the same, so that the reader says why. */
const lockedMs = 30_000

/** Looks through a folder again and again; each file is ready once for each time it was saved. */
export function createFolderScanner(
  folder: string,
  seen: Iterable<string>,
  nowMs: () => number,
  mayOpen: (file: string) => Promise<boolean> = canOpen,
): { scan(): Promise<FolderScan> } {
  let known = new Map<string, KnownFile>()
  const seenKeys = new Set(seen)

  const look = async (name: string): Promise<{ entry: KnownFile; file: WatchedFile | null } | null> => {
    const file = path.join(folder, name)
    const facts = await stat(file).catch(() => null)
    if (!facts?.isFile() || facts.size === 0) return null
    const key = `${name}|${facts.size}|${Math.trunc(facts.mtimeMs)}`
    const before = known.get(name)
    const entry = before?.key === key ? before : { key, sinceMs: nowMs(), isReady: seenKeys.has(key) }
    const restedMs = nowMs() - entry.sinceMs
    if (entry.isReady || restedMs < restMs) return { entry, file: null }
    entry.isReady = restedMs >= lockedMs || (await mayOpen(file))
    return { entry, file: entry.isReady ? { path: file, name, key } : null }
  }

  return {
    async scan() {
      const names = await readdir(folder).catch(() => null)
      if (names === null) return { isReachable: false, ready: [], isWaiting: false }
      const next = new Map<string, KnownFile>()
      const ready: WatchedFile[] = []
      for (const name of names.filter(isWatchedName).toSorted()) {
        const looked = await look(name)
        if (!looked) continue
        next.set(name, looked.entry)
        if (looked.file) ready.push(looked.file)
      }
      known = next
      return { isReachable: true, ready, isWaiting: [...next.values()].some(({ isReady }) => !isReady) }
    },
  }
}

async function canOpen(file: string): Promise<boolean> {
  try {
    const handle = await open(file, 'r')
    await handle.close()
    return true
  } catch {
    return false
  }
}
