import type { Surroundings } from '../engine/context.ts'
import { version } from '../version.ts'

/** When the files are in and nobody has begun, in China. */
const startMs = Date.parse('2026-11-23T08:45:00+08:00')

/** A clock that moves on by a second whenever it is asked, and one name: every run leaves the same traces. */
export function morningSurroundings(): Surroundings {
  let now = startMs
  return {
    version,
    who: () => 'Practice',
    nowMs: () => (now += 1_000),
    newInstallId: () => 'practice-morning',
  }
}
