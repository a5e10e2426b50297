import type { Surroundings } from '../engine/context.ts'

/** The practice morning's clock stands still until it is moved on, so that the same steps leave the same traces. */
export interface MorningClock extends Surroundings {
  moveOn(): void
}

/** When the files are in and nobody has begun, in China. */
const startMs = Date.parse('2026-11-23T08:45:00+08:00')
const stepMs = 15_000

export function createMorningClock(version: string): MorningClock {
  let now = startMs
  return {
    version,
    who: () => 'Practice',
    nowMs: () => now,
    moveOn() {
      now += stepMs
    },
  }
}
