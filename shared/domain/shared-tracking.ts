import type { Box } from './box.ts'
import type { CellChange } from './patch.ts'

/**
 * The cells by which a number that other boxes leave is shared no more on the one box that keeps it. `boxes` are all of
 * the touched shipments as they are before `cells`.
 */
export function releaseLoneNumbers(boxes: readonly Box[], cells: readonly CellChange[]): CellChange[] {
  const numbers = new Map(boxes.map((box) => [box.id, box.trackingId]))
  const left = new Set<string>()
  for (const { entity, id, field, before, after } of cells) {
    if (entity !== 'box' || field !== 'trackingId') continue
    if (typeof before === 'string') left.add(before)
    numbers.set(id, typeof after === 'string' ? after : null)
  }
  if (left.size === 0) return []
  const holders = Map.groupBy(boxes, (box) => numbers.get(box.id))
  return [...left].flatMap((number): CellChange[] => {
    const [lone, ...others] = holders.get(number) ?? []
    return lone?.isTrackingShared && others.length === 0
      ? [{ entity: 'box', id: lone.id, field: 'isTrackingShared', before: 1, after: 0 }]
      : []
  })
}
