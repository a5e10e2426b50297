/** Scanners type a key in 2–10 ms; libraries take 30–50 ms on average for a scan (carriers' manuals, 2026-11). */
const mostMsPerKey = 50
const fewestCharacters = 8
/** A pause as long as this begins a new burst. */
const pauseMs = 100
/** A code within this time is the one just read, seen by the scanner twice. */
const repeatMs = 1_000

export interface ScanKey {
  /** What the key writes; null for Enter or Tab, which end a scan. */
  character: string | null
  atMs: number
}

/** `pending`: may be part of a scan. `end`: a second end, or an end of nothing; `typed`: too slow or short for one. */
export type BurstStep = { kind: 'pending' } | { kind: 'scan'; text: string } | { kind: 'end' | 'typed' }

/** Tells a scanner's burst of keys from what a hand types. */
export interface ScanBurst {
  take(key: ScanKey): BurstStep
  /** Whether keys of a burst have come and not its end; `atMs` is now. */
  isOpen(atMs: number): boolean
}

export function createScanBurst(): ScanBurst {
  let text = ''
  let firstMs = 0
  let lastMs = Number.NEGATIVE_INFINITY
  let endMs = Number.NEGATIVE_INFINITY

  function end(atMs: number): BurstStep {
    const length = text.length
    const averageMs = (lastMs - firstMs) / Math.max(1, length - 1)
    const isScan = length >= fewestCharacters && averageMs <= mostMsPerKey && atMs - lastMs <= pauseMs
    // CR and LF are two keys and one end.
    const isSecondEnd = length === 0 && atMs - endMs <= pauseMs
    const step: BurstStep = isScan ? { kind: 'scan', text } : { kind: isSecondEnd ? 'end' : 'typed' }
    text = ''
    if (isScan) endMs = atMs
    return step
  }

  return {
    take({ character, atMs }) {
      if (character === null) return end(atMs)
      if (atMs - lastMs > pauseMs) text = ''
      if (text === '') firstMs = atMs
      text += character
      lastMs = atMs
      return { kind: 'pending' }
    },
    isOpen: (atMs) => text !== '' && atMs - lastMs <= pauseMs,
  }
}

/** Drops a code that comes again within a second. */
export function createRepeatGuard(): (text: string, atMs: number) => boolean {
  let last = ''
  let lastMs = Number.NEGATIVE_INFINITY
  return (text, atMs) => {
    const isRepeat = text === last && atMs - lastMs <= repeatMs
    last = text
    lastMs = atMs
    return isRepeat
  }
}
