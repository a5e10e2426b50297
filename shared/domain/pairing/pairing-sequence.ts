import type { ReadLine } from './pairing-list.ts'

/**
 * Whole numbers beside tracking numbers may be sequences, or weights, counts and row numbers. They are taken as
 * sequences only where a whole group of lines says so; otherwise they are dropped, and their lines name no box.
 */
export function settleIntegers(lines: readonly ReadLine[]): void {
  takeSequences(lines)
  for (const line of lines) {
    delete line.integer
    delete line.isIntegerNamed
  }
}

function takeSequences(lines: readonly ReadLine[]): void {
  const groups = Map.groupBy(
    lines.filter((line) => line.sequence === undefined),
    (line) => line.fbaId ?? '',
  )
  if (groups.size > 1 && isRunningOn([...groups.values()].flat())) return
  for (const [fbaId, group] of groups) {
    if (group.some((line) => line.integer === undefined)) continue
    const positions = group.map((line) => Number(line.integer))
    if (positions.some((position) => position < 1)) continue
    const isSequence =
      group.every((line) => isPadded(line.integer!)) ||
      (group[0]!.isIntegerNamed && isHardlyRepeated(positions)) ||
      (fbaId === '' ? isShuffled(positions) : isDense(positions))
    if (isSequence) for (const [i, line] of group.entries()) line.sequence = positions[i]!
  }
}

/** 1 … n over all shipments counts the rows of the list, not the boxes of a shipment. */
const isRunningOn = (lines: readonly ReadLine[]): boolean =>
  lines.every((line, i) => Number(line.integer) === i + 1)

const isPadded = (text: string): boolean => /^0\d{2,3}$/.test(text)

/** A column of counts repeats one number; a lone one may be the count of its shipment. */
const isHardlyRepeated = (positions: readonly number[]): boolean =>
  positions.length > 1 && new Set(positions).size >= positions.length * 0.8

/** At least half of the way to the last is filled: no column of weights looks so. */
const isDense = (positions: readonly number[]): boolean =>
  isHardlyRepeated(positions) && new Set(positions).size * 2 >= getLast(positions)

const getLast = (positions: readonly number[]): number => positions.reduce((a, b) => Math.max(a, b), 0)

/** All of 1 … n, but not in turn: where they run in turn the order of the lines says the same. */
function isShuffled(positions: readonly number[]): boolean {
  const isWhole = new Set(positions).size === positions.length && getLast(positions) === positions.length
  return isWhole && positions.some((position, i) => position !== i + 1)
}
