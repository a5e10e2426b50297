/**
 * What stands against the boxes of a list, from the top: the index of a number, or null for a gap. Entries beyond the
 * last box are numbers too many; boxes beyond the last entry get nothing.
 */
export type Alignment = readonly (number | null)[]

const withoutTail = (entries: Alignment): Alignment =>
  entries.slice(0, entries.findLastIndex((entry) => entry !== null) + 1)

/** A gap at this place; the rest moves down by one. */
export function insertGap(entries: Alignment, at: number): Alignment {
  return at >= entries.length ? entries : [...entries.slice(0, at), null, ...entries.slice(at)]
}

/** Takes out what stands at this place, number or gap; the rest moves up by one. */
export function dropEntry(entries: Alignment, at: number): Alignment {
  return withoutTail([...entries.slice(0, at), ...entries.slice(at + 1)])
}

/** Moves this place and all below it up into the nearest gap above; without a gap there is no room. */
export function shiftUp(entries: Alignment, at: number): Alignment {
  const gap = entries.slice(0, at).lastIndexOf(null)
  return gap === -1 ? entries : [...entries.slice(0, gap), ...entries.slice(gap + 1)]
}

/** The numbers turned round, last first; gaps keep their places. */
export function reverseNumbers(entries: Alignment): Alignment {
  const numbers = entries.filter((entry) => entry !== null)
  return entries.map((entry) => (entry === null ? null : numbers.pop()!))
}

/** The gaps moved to the front, so that the last number stands on the last box. */
export function alignToEnd(entries: Alignment, boxCount: number): Alignment {
  const numbers = entries.filter((entry) => entry !== null)
  const gaps = Math.max(0, boxCount - numbers.length)
  return [...Array.from({ length: gaps }, () => null), ...numbers]
}

export const countAligned = (entries: Alignment, boxCount: number): number =>
  entries.slice(0, boxCount).filter((entry) => entry !== null).length

/** The boxes of these numbers get none; nothing shifts. */
export const leaveOut = (entries: Alignment, indexes: readonly number[]): Alignment =>
  withoutTail(entries.map((entry) => (entry !== null && indexes.includes(entry) ? null : entry)))
