import { readFileSync } from 'node:fs'

export interface Measured {
  name: string
  /** What one run handles, for the rate. */
  count: number
  unit: string
  ms: number
  /** The floor measured in the same run, and what it is made of. */
  floor: { ms: number; what: string } | null
  /** Highest allowed ratio to the floor, or milliseconds where there is no floor. */
  limit: { ratio: number } | { ms: number }
  /** Highest resident memory of the processes at work together, in MB, and the limit. */
  memory?: { mb: number; limitMb: number }
}

export async function time<T>(work: () => Promise<T> | T): Promise<{ ms: number; value: T }> {
  const startedAt = performance.now()
  const value = await work()
  return { ms: performance.now() - startedAt, value }
}

/** The middle of an odd number of runs: one disturbed run changes nothing. */
export async function median(runs: number, work: (run: number) => Promise<number> | number): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push(await work(run))
  return times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!
}

/** Product and floor by turns, so that both meet the same machine; the pair with the middle ratio counts. */
export async function medianPair(
  runs: number,
  product: () => Promise<number>,
  floor: () => Promise<number>,
): Promise<{ ms: number; floorMs: number }> {
  const pairs: { ms: number; floorMs: number }[] = []
  for (let run = 0; run < runs; run++) pairs.push({ ms: await product(), floorMs: await floor() })
  return pairs.toSorted((a, b) => a.ms / a.floorMs - b.ms / b.floorMs)[Math.floor(runs / 2)]!
}

/** Resident memory in MB of a process and all it has started. */
function getTreeMb(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8')
    const own = Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? 0) / 1024
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      .split(' ')
      .filter((child) => child !== '')
    return children.reduce((sum, child) => sum + getTreeMb(Number(child)), own)
  } catch {
    return 0
  }
}

/** Watches the highest memory of a process with its children. */
export function watchMemory(pid: number): { stop(): number } {
  let peakMb = getTreeMb(pid)
  const timer = setInterval(() => {
    peakMb = Math.max(peakMb, getTreeMb(pid))
  }, 10)
  return {
    stop() {
      clearInterval(timer)
      return peakMb
    },
  }
}

export function isWithinLimit(measured: Measured): boolean {
  const isQuick =
    'ratio' in measured.limit
      ? measured.ms / measured.floor!.ms <= measured.limit.ratio
      : measured.ms <= measured.limit.ms
  return isQuick && (measured.memory === undefined || measured.memory.mb <= measured.memory.limitMb)
}
